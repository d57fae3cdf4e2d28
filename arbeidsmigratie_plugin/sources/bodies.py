"""What the body of an answer is: data, a report of an error, or something that should not be there."""

from __future__ import annotations

import json
import re
import zlib
from enum import Enum
from typing import Any, Optional
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from ..core.phrases import phrase

#: Of a longer text of a service only the beginning goes into a message.
_LONGEST_REASON = 300

#: So much of a body says what it is.
_BEGINNING = 1024

_BOM = b"\xef\xbb\xbf"

#: Content types that say nothing.
_VAGUE = ("", "text/plain", "application/octet-stream", "binary/octet-stream")

#: For zlib: gzip, with its header.
_GZIP = 31

#: With which each part of a packed body begins.
_MAGIC = b"\x1f\x8b"

#: So much of a packed body is unpacked at once.
_PIECE = 16384

#: Where servers listen that do not say it.
_PORTS = {"http": 80, "https": 443}

_REPORTS = ("ExceptionReport", "ServiceExceptionReport")

#: Where JSON errors have their text: OGC API (title, detail; code, description), others.
_COMPLAINTS = ("title", "detail", "code", "description", "msg", "message")

#: The parameters and the password of an address that a service repeats.
_PARAMETERS = re.compile(r"(\w:/{2}[^\s?]*)\?\S*")
_PASSWORD = re.compile(r"(\w:/{2})[^\s/@]*@")


class Form(Enum):
    """What a body looks like; the value is for messages."""

    EMPTY = phrase("nothing")
    JSON = "JSON"
    XML = "XML"
    HTML = phrase("an HTML page")
    OTHER = phrase("something else")


class Malformed(ValueError):  # noqa: N818 (not an error: the answer is asked again)
    """A document that can't be read, perhaps because a part of it is missing."""


class Unsafe(ValueError):  # noqa: N818 (idem)
    """A document of a sort that is not read; its text says which."""


def shown(url: str) -> str:
    """An address as messages name it: without user, password and parameters.

    Args:
        url: The address.
    """
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def origin(url: str) -> tuple[str, str, int]:
    """Which server an address is of, and how it is asked: the same in whatever way it is written.

    Args:
        url: The address.
    """
    parts = urlsplit(url)
    scheme = parts.scheme.lower()
    try:
        port = parts.port
    except ValueError:
        port = -1  # of no server
    return scheme, parts.hostname or "", port if port is not None else _PORTS.get(scheme, 0)


def below(url: str, path: str) -> str:
    """The address of something that a service has below its own; parameters of its own stay behind it.

    Args:
        url: Of the service.
        path: Below it.
    """
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, f"{parts.path.rstrip('/')}/{path}", parts.query, ""))


def with_parameters(url: str, other: str) -> str:
    """An address with the parameters of another that it does not have itself.

    Args:
        url: The address.
        other: The other.
    """
    parts = urlsplit(url)
    own = {name.lower() for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    more = [pair for pair in parse_qsl(urlsplit(other).query, keep_blank_values=True) if pair[0].lower() not in own]
    query = "&".join(part for part in (parts.query, urlencode(more)) if part)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, parts.fragment))


def unpacked(body: bytes, packing: str, largest: Optional[int]) -> bytes:
    """A body as it was before the server packed it; where that is too large, a byte more than the limit.

    A server may pack it in several parts, one after the other.

    Args:
        body: As it arrived.
        packing: The Content-Encoding of the answer.
        largest: Bytes that it may have, None for any number.

    Raises:
        Malformed: It is damaged, or a part of it is missing.
    """
    if packing.strip().lower() not in ("gzip", "x-gzip"):
        return body
    content = bytearray()
    unpacker: Any = zlib.decompressobj(_GZIP)
    for at in range(0, len(body), _PIECE):
        piece = body[at : at + _PIECE]
        while piece:
            if unpacker is None:
                if not _MAGIC.startswith(piece[:2]):  # what some servers leave behind the last part
                    return bytes(content)
                unpacker = zlib.decompressobj(_GZIP)
            try:
                content += unpacker.decompress(piece, 0 if largest is None else largest + 1 - len(content))
            except zlib.error:
                raise Malformed from None
            if largest is not None and len(content) > largest:
                return bytes(content)
            piece = unpacker.unused_data
            unpacker = None if unpacker.eof else unpacker
    if unpacker is not None:
        raise Malformed
    return bytes(content)


def form(body: bytes, content_type: str) -> Form:
    """What a body looks like.

    Args:
        body: The body.
        content_type: What the service says it is, "" if it says nothing.
    """
    start = body[:_BEGINNING].removeprefix(_BOM).lstrip().lower()
    if not start:
        return Form.OTHER if body.strip() else Form.EMPTY
    if start.startswith(b"<"):
        page = b"<html" in start or b"<!doctype html" in start or "html" in content_type.lower()
        return Form.HTML if page else Form.XML
    return Form.JSON if start[:1] in b"{[" else Form.OTHER


def media_type(content_type: str) -> str:
    """A content type without its parameters.

    Args:
        content_type: Of the header.
    """
    return content_type.partition(";")[0].strip().lower()


def agrees(found: Form, content_type: str) -> bool:
    """Whether a content type does not contradict what a body looks like.

    Args:
        found: What the body looks like: JSON or XML.
        content_type: What the service says it is.
    """
    said = media_type(content_type)
    return said in _VAGUE or any(word in said for word in (("json",) if found is Form.JSON else ("xml", "gml")))


def parse_json(body: bytes) -> Any:
    """The content of a JSON document.

    Args:
        body: The document.

    Raises:
        Malformed: It is no JSON, or a part of it.
    """
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise Malformed from None


def parse_xml(body: bytes) -> Any:
    """The root of an XML document, of which entities stay unread and nothing is fetched.

    Args:
        body: The document.

    Raises:
        Malformed: It is no XML, or a part of it.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Malformed from None


def refuse_dtd(root: Any) -> None:
    """Raises Unsafe for a document that brings rules or entities of its own.

    Args:
        root: Of the document.

    Raises:
        Unsafe: It has a document type declaration.
    """
    if root.getroottree().docinfo.doctype:
        raise Unsafe(phrase("XML with a document type declaration"))


def report(root: Any) -> str:
    """The text of an OGC exception report of any version, "" for other documents.

    Args:
        root: Of the document.
    """
    if str(root.tag).rpartition("}")[2] not in _REPORTS:
        return ""
    codes = root.xpath("//@exceptionCode | //@code")
    text = tidy(str(root.xpath("string()")))
    return ": ".join(part for part in (tidy(" ".join(map(str, codes))), text) if part) or phrase(
        "an exception without text"
    )


def complaint(content: Any) -> str:
    """The text of an error in JSON, "" if there is none.

    Args:
        content: Of the document.
    """
    if not isinstance(content, dict):
        return ""
    error = content.get("error")
    if isinstance(error, str):
        return tidy(error)
    found = error if isinstance(error, dict) else content
    return tidy(": ".join(str(found[key]) for key in _COMPLAINTS if isinstance(found.get(key), (str, int))))


def words(body: bytes, content_type: str) -> str:
    """What a service says of an error, "" if it says nothing.

    Args:
        body: Of the answer.
        content_type: Of the answer.
    """
    found = form(body, content_type)
    try:
        if found is Form.XML:
            return report(parse_xml(body))
        return complaint(parse_json(body)) if found is Form.JSON else ""
    except Malformed:
        return ""


def tidy(text: str) -> str:
    """A text of a service as messages show it: one line, not too long, no parameters of addresses.

    Args:
        text: The text.
    """
    line = _PASSWORD.sub(r"\1", _PARAMETERS.sub(r"\1", " ".join(text.split()))).rstrip(".")
    return line if len(line) <= _LONGEST_REASON else f"{line[:_LONGEST_REASON]}..."
