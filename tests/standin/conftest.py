"""The servers, for the tests of the servers."""

from __future__ import annotations

from tests.standin.fixtures import (  # noqa: F401
    mapserver,
    mapserver_session,
    pdok,
    pdok_session,
    pygeoapi,
    pygeoapi_session,
)
