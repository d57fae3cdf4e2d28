"""Headless Chromium for tests, driven through the DevTools protocol over a pipe: no driver and no port."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Optional

BROWSERS = ("chromium", "chromium-browser", "google-chrome")

#: Nothing of the browser's own may call outside while it is watched, and no name leads anywhere.
_SWITCHES = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--remote-debugging-pipe",
)
_HIGH = 20  # file descriptors well above those that the shell is asked to make
_PATIENCE = 20.0


def browser() -> Optional[str]:
    """Path of a browser, None if there is none."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


class Page:
    """A browser with one page.

    Attributes:
        requests: Addresses that the page asked for, since it was last opened.
        complaints: What the browser said about it: errors, and what its policy stopped.
    """

    def __init__(self, home: Path) -> None:
        commands, self._commands = (fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, _HIGH) for end in os.pipe())
        self._answers, answers = (fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, _HIGH) for end in os.pipe())
        switches = [*_SWITCHES, f"--user-data-dir={home}", "about:blank"]
        # The browser reads commands from descriptor 3 and writes answers to 4.
        self._process = subprocess.Popen(
            ["/bin/bash", "-c", f'exec "$@" 3<&{commands} 4>&{answers}', "bash", str(browser()), *switches],
            pass_fds=(commands, answers),
            stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": str(home)},
        )
        os.close(commands)
        os.close(answers)
        self._rest, self._number = b"", 0
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self._session: Optional[str] = None
        targets = self.call("Target.getTargets")["targetInfos"]
        target = next(found["targetId"] for found in targets if found["type"] == "page")
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def close(self) -> None:
        """Ends the browser."""
        self._session = None
        try:
            self.call("Browser.close")
            self._process.wait(5)
        except (OSError, EOFError, TimeoutError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        os.close(self._commands)
        os.close(self._answers)

    # The protocol ---------------------------------------------------------------------------------------------------

    def call(self, method: str, **given: Any) -> dict[str, Any]:
        """The answer to a command."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": given}
        if self._session:
            message["sessionId"] = self._session
        self._write(json.dumps(message).encode() + b"\0")
        while True:
            found = self._read(_PATIENCE)
            if found is None:
                raise TimeoutError(method)
            if found.get("id") == self._number:
                if "error" in found:
                    raise RuntimeError(f"{method}: {found['error']['message']}")
                return found["result"]

    def _write(self, message: bytes) -> None:
        left = memoryview(message)
        while left:
            left = left[os.write(self._commands, left) :]

    def _read(self, patience: float) -> Optional[dict[str, Any]]:
        """The next message; what the browser tells unasked is remembered."""
        until = time.monotonic() + patience
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._answers], [], [], max(0.0, until - time.monotonic()))
            if not ready:
                return None
            more = os.read(self._answers, 1 << 20)
            if not more:
                raise EOFError("the browser has gone")
            self._rest += more
        raw, self._rest = self._rest.split(b"\0", 1)
        found = json.loads(raw)
        self._remember(found.get("method"), found.get("params", {}))
        return found

    def _remember(self, event: Optional[str], told: dict[str, Any]) -> None:
        if event == "Network.requestWillBeSent":
            self.requests.append(told["request"]["url"])
        elif event == "Log.entryAdded" and told["entry"]["level"] == "error":
            self.complaints.append(told["entry"]["text"])
        elif event == "Runtime.exceptionThrown":
            self.complaints.append(json.dumps(told["exceptionDetails"])[:800])

    # What a reader does ---------------------------------------------------------------------------------------------

    def open(self, path: Path, width: int = 1366, height: int = 768, scale: float = 1) -> None:
        """Opens a file in a window of a size, in CSS pixels."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=False
        )
        self.call("Page.navigate", url="about:blank")
        self.wait(lambda: self.run("location.href + document.readyState") == "about:blankcomplete")
        self.requests.clear()
        self.complaints.clear()
        address = path.as_uri()
        self.call("Page.navigate", url=address)
        self.wait(lambda: self.run("location.href + document.readyState") == f"{address}complete")

    def run(self, script: str) -> Any:
        """The value of an expression in the page; a promise is waited for."""
        found = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in found:
            raise RuntimeError(json.dumps(found["exceptionDetails"])[:800])
        return found["result"].get("value")

    def wait(self, condition: Callable[[], Any], patience: float = _PATIENCE) -> Any:
        """Waits until something is so, and gives it."""
        until = time.monotonic() + patience
        while not (value := condition()):
            if time.monotonic() > until:
                raise TimeoutError("it did not happen")
            self._read(0.02)
        return value

    def text(self, selector: str) -> str:
        """What a reader sees of an element."""
        return self.run(f"document.querySelector({json.dumps(selector)}).innerText")

    def click(self, x: float, y: float) -> None:
        """A click of the mouse at a place in the window, long enough after the last to be no double click."""
        time.sleep(0.3)
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def press(self, key: str, code: int = 0, text: str = "") -> None:
        """A key of the keyboard, where the focus is."""
        given = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        self.call("Input.dispatchKeyEvent", type="keyDown", **given, **({"text": text} if text else {}))
        self.call("Input.dispatchKeyEvent", type="keyUp", **given)

    def picture(self) -> bytes:
        """The window as PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])

    def paper(self, width: float = 11.69, height: float = 8.27) -> bytes:
        """The page as a printer would have it, as PDF; the paper in inches, A4 on its side."""
        printed = self.call(
            "Page.printToPDF", paperWidth=width, paperHeight=height, printBackground=False, preferCSSPageSize=False
        )
        return base64.b64decode(printed["data"])
