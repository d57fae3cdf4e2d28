"""An answer of a web service, trusted only as far as it was looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from ..core.phrases import phrase
from ..core.service_errors import ServiceAnswerError, ServiceError, ServiceRefusedError
from .bodies import Form, Malformed, Unsafe, agrees, form, media_type, parse_json, parse_xml, refuse_dtd, report, shown


class Kind(Enum):
    """What is asked; the value is for messages."""

    JSON = "JSON"
    XML = "XML"
    ANY = phrase("an answer")

    @property
    def accept(self) -> str:
        """The content types to ask for: some servers give HTML to whoever does not say."""
        types = {Kind.JSON: "application/geo+json, application/json;q=0.9", Kind.XML: "application/xml, text/xml;q=0.9"}
        return f"{types[self]}, */*;q=0.1" if self in types else "*/*"


class TryAgain(Exception):  # noqa: N818 (not an error: only the last try's is one)
    """A try that failed, where a following one may succeed.

    Attributes:
        error: What to raise when no try follows.
        after: Seconds to wait at least.
    """

    def __init__(self, error: ServiceError, after: float = 0.0) -> None:
        super().__init__()
        self.error = error
        self.after = after


@dataclass(frozen=True)
class Answer:
    """An answer.

    Attributes:
        url: Where it came from in the end, after redirects.
        headers: Its headers, in any case.
        body: Its body, unpacked.
    """

    url: str
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    _documents: dict[Kind, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def json(self) -> dict[str, Any]:
        """The JSON object that it is.

        Raises:
            ServiceAnswerError: It is something else.
            ServiceRefusedError: It is the report of an error.
        """
        content: dict[str, Any] = self._document(Kind.JSON)
        return content

    def xml(self) -> Any:
        """The root, of lxml, of the XML document that it is.

        Raises:
            ServiceAnswerError: It is something else, or has a document type declaration.
            ServiceRefusedError: It is the report of an error.
        """
        return self._document(Kind.XML)

    def check(self, expected: Kind) -> None:
        """Looks whether it is complete and what was asked.

        Args:
            expected: What was asked.

        Raises:
            TryAgain: It is not complete.
            ServiceAnswerError: It is something else.
            ServiceRefusedError: It is the report of an error.
        """
        found = form(self.body, self._type)
        if found is Form.XML:
            self._refuse_report()
        if expected is Kind.ANY:
            return
        if found is Form.EMPTY:
            raise TryAgain(self._error(Form.EMPTY.value, expected))
        if found.name != expected.name or not agrees(found, self._type):
            raise self._error(self._named(found, expected), expected)
        try:
            self._documents[expected] = _parsed(self.body, expected)
        except Malformed:
            raise TryAgain(
                self._error(phrase("{value} that is damaged or breaks off", value=expected.value), expected)
            ) from None
        except Unsafe as problem:
            raise self._error(problem.args[0], expected) from None

    def _document(self, kind: Kind) -> Any:
        if kind not in self._documents:
            try:
                self.check(kind)
            except TryAgain as incomplete:
                raise incomplete.error from None
        return self._documents[kind]

    def _refuse_report(self) -> None:
        try:
            text = report(parse_xml(self.body))
        except Malformed:
            return
        if text:
            raise ServiceRefusedError(url=shown(self.url), status=200, reason=text)

    @property
    def _type(self) -> str:
        return self.headers.get("Content-Type", "")

    def _named(self, found: Form, expected: Kind) -> str:
        """What came instead: what it looks like, or what the service says where that tells more."""
        said = media_type(self._type)
        return said if said and (found is Form.OTHER or found.name == expected.name) else found.value

    def _error(self, found: str, expected: Kind) -> ServiceAnswerError:
        return ServiceAnswerError(url=shown(self.url), found=found, expected=expected.value)


def _parsed(body: bytes, kind: Kind) -> Any:
    """The content of a document.

    Raises:
        Malformed: It is damaged or not complete.
        Unsafe: It is of a sort that is not read.
    """
    if kind is Kind.XML:
        root = parse_xml(body)
        refuse_dtd(root)
        return root
    content = parse_json(body)
    if not isinstance(content, dict):
        raise Unsafe(phrase("a JSON list"))
    return content
