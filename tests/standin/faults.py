"""What can go wrong with a service, to be injected into a Server: `server.faults.append(too_many(times=2))`.

Every fault takes `match` (a text in the decoded path and query, or a function of the request; none: every request),
`skip` (so many matching requests go well first) and `times` (so many go wrong; None: all that follow).
"""

from __future__ import annotations

import gzip as _gzip
import json
import random
from dataclasses import dataclass, field, replace
from typing import Any, Callable, Optional, Union
from urllib.parse import unquote

from tests.standin.server import Request, Response

Match = Union[str, Callable[[Request], bool], None]
Answer = Callable[[], Response]


@dataclass
class Fault:
    """Changes the answer to the requests that it wants; `hits` counts them."""

    change: Callable[[Request, Answer], Response]
    match: Match = None
    times: Optional[int] = 1
    skip: int = 0
    hits: int = field(default=0)

    def wants(self, request: Request) -> bool:
        """Whether this request is for this fault; counts."""
        if isinstance(self.match, str) and self.match not in unquote(request.target):
            return False
        if callable(self.match) and not self.match(request):
            return False
        if self.skip > 0:
            self.skip -= 1
            return False
        if self.times is not None and self.hits >= self.times:
            return False
        self.hits += 1
        return True

    def apply(self, request: Request, answer: Answer) -> Response:
        """The answer as this fault changes it."""
        return self.change(request, answer)


def latency(seconds: float, **where: Any) -> Fault:
    """The answer comes late."""
    return Fault(lambda _, answer: replace(answer(), delay=seconds), **where)


def slow_body(pause: float, **where: Any) -> Fault:
    """The body comes in eight pieces with a pause after each."""
    return Fault(lambda _, answer: replace(answer(), pause=pause), **where)


def too_many(retry_after: Optional[str] = "1", **where: Any) -> Fault:
    """429, with Retry-After as seconds or as a date of HTTP."""
    headers = {"Content-Type": "text/plain", **({"Retry-After": str(retry_after)} if retry_after is not None else {})}
    return Fault(lambda *_: Response(429, b"Too Many Requests", dict(headers)), **where)


def unavailable(times: Optional[int] = 3, status: int = 503, **where: Any) -> Fault:
    """A burst of 503, or of another status, with a page of HTML."""
    return Fault(lambda *_: Response.text(status, _page(str(status)), "text/html"), times=times, **where)


def cut(at: float = 0.5, **where: Any) -> Fault:
    """The connection is cut in the body, after a share of the promised bytes."""
    return Fault(lambda _, answer: _cut(answer(), at), **where)


def refused(**where: Any) -> Fault:
    """The connection is closed before any byte of an answer."""
    return Fault(lambda *_: Response(0), **where)


def truncated_json(at: float = 0.5, **where: Any) -> Fault:
    """Complete as HTTP, cut as JSON."""
    return Fault(lambda _, answer: _body(answer(), lambda body: body[: int(len(body) * at)]), **where)


def html_page(status: int = 200, **where: Any) -> Fault:
    """A page of HTML where data was asked, as a proxy or a gateway gives it."""
    return Fault(lambda *_: Response.text(status, _page("Onderhoud"), "text/html; charset=utf-8"), **where)


def exception_report(status: int = 200, **where: Any) -> Fault:
    """An exception report of OWS, with status 200 too."""
    xml = (
        '<?xml version="1.0" encoding="UTF-8"?><ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1" '
        'version="2.0.0"><ows:Exception exceptionCode="NoApplicableCode"><ows:ExceptionText>stand-in: the database is '
        "away</ows:ExceptionText></ows:Exception></ows:ExceptionReport>"
    )
    return Fault(lambda *_: Response.text(status, xml, "text/xml; charset=UTF-8"), **where)


def gzipped(**where: Any) -> Fault:
    """The body is compressed, whether that was asked or not."""
    where.setdefault("times", None)

    def change(_: Request, answer: Answer) -> Response:
        response = answer()
        if isinstance(response.body, bytes):
            response = _body(response, _gzip.compress)
            response.headers["Content-Encoding"] = "gzip"
        return response

    return Fault(change, **where)


def renamed_fields(names: dict[str, Optional[str]], **where: Any) -> Fault:
    """Properties have other names; None: they are gone."""
    where.setdefault("times", None)

    def change(data: dict[str, Any]) -> None:
        for feature in data.get("features", [data]):
            properties = feature.get("properties", {})
            feature["properties"] = {
                names.get(key, key): value for key, value in properties.items() if names.get(key, key) is not None
            }

    return Fault(_json(change), **where)


def repeating_cursor(**where: Any) -> Fault:
    """The next link of a page is the page itself."""
    where.setdefault("times", None)

    def change(request: Request, answer: Answer) -> Response:
        def own(data: dict[str, Any]) -> None:
            for link in data.get("links", []):
                if link["rel"] == "next":
                    link["href"] = link["href"].partition("?")[0] + "?" + request.query

        return _json(own)(request, answer)

    return Fault(change, **where)


def empty_page(**where: Any) -> Fault:
    """A page without features that still has its next link."""

    def change(data: dict[str, Any]) -> None:
        data["features"] = []
        if "numberReturned" in data:
            data["numberReturned"] = 0

    return Fault(_json(change), **where)


def duplicated_pages(n: int = 10, seed: int = 1, **where: Any) -> Fault:
    """Every page has some features of the page before once more and comes in another order. Nothing is missing."""
    where.setdefault("times", None)
    chance = random.Random(seed)
    last: list[Any] = []

    def change(data: dict[str, Any]) -> None:
        own = list(data.get("features", []))
        data["features"] = own + chance.sample(last, min(n, len(last)))
        chance.shuffle(data["features"])
        if "numberReturned" in data:
            data["numberReturned"] = len(data["features"])
        last[:] = own

    return Fault(_json(change), **where)


def changed_json(change: Callable[[dict[str, Any]], None], **where: Any) -> Fault:
    """Any other change in the JSON of an answer."""
    where.setdefault("times", None)
    return Fault(_json(change), **where)


def redirected(to: str, status: int = 302, **where: Any) -> Fault:
    """The answer stands elsewhere; `to` may be the request's own path, for a loop."""
    where.setdefault("times", None)
    return Fault(lambda *_: Response(status, b"", {"Location": to}), **where)


def _page(title: str) -> str:
    return f"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>"


def _body(response: Response, change: Callable[[bytes], bytes]) -> Response:
    body = response.body if isinstance(response.body, bytes) else response.body.read_bytes()
    return replace(response, body=change(body), headers=dict(response.headers))


def _cut(response: Response, at: float) -> Response:
    return replace(response, cut=int(response.length * at))


def _json(change: Callable[[dict[str, Any]], None]) -> Callable[[Request, Answer], Response]:
    def through(_: Request, answer: Answer) -> Response:
        response = answer()
        if response.status != 200 or "json" not in response.headers.get("Content-Type", ""):
            return response

        def edit(body: bytes) -> bytes:
            data = json.loads(body)
            change(data)
            return json.dumps(data, ensure_ascii=False).encode()

        return _body(response, edit)

    return through
