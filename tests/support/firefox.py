"""A headless Firefox, driven over its own Marionette protocol: JSON on a socket, and no driver."""

import json
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count, takewhile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

PROGRAMS = ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox")
LONGEST = 120  # seconds, for one answer
# It listens on a port that is free, and asks nothing of anybody.
SETTINGS = {
    "marionette.port": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.connectivity-service.enabled": False,
    "network.captive-portal-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.server": "data:,",
}


class Firefox:
    """The browser at the other end of a *connection*, which shows one page at a time."""

    def __init__(self, connection: socket.socket) -> None:
        self._stream = connection.makefile("rwb")
        self._numbers = count(1)
        self._answer()  # a greeting
        self._ask("WebDriver:NewSession")

    def show(self, path: Path, width: int) -> None:
        """Show the page at *path* in a window of that *width*, in pixels."""
        self._ask("WebDriver:SetWindowRect", width=width, height=900)
        self._ask("WebDriver:Navigate", url=path.as_uri())

    def value(self, script: str, *arguments: object) -> Any:
        """What a *script* returns, which may wait, run beside the page's own with *arguments*."""
        run = (
            "const done = arguments[arguments.length - 1];"
            f"(async (...given) => {{ {script} }})(...arguments).then(done);"
        )
        answer = self._ask("WebDriver:ExecuteAsyncScript", script=run, args=arguments)
        return answer["value"]

    def _ask(self, command: str, **parameters: object) -> Any:
        message = json.dumps([0, next(self._numbers), command, parameters]).encode()
        self._stream.write(b"%d:%b" % (len(message), message))
        self._stream.flush()
        _, _, error, result = self._answer()
        assert error is None, error
        return result

    def _answer(self) -> Any:
        """What it says next: the length of it, a colon, and JSON."""
        digits = takewhile(b":".__ne__, iter(lambda: self._stream.read(1), b""))
        return json.loads(self._stream.read(int(b"".join(digits))))


@contextmanager
def opened() -> Iterator[Firefox]:
    """A Firefox with a profile of its own."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    assert program, "Firefox is missing: tools/system-packages test"
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        settings = (f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in SETTINGS.items())
        Path(profile, "user.js").write_text("\n".join(settings), "utf-8")
        command = (program, "--headless", "--marionette", "--no-remote", "--profile", profile)
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as run:
            assert run.stdout
            said = (re.search(rb"Listening on port (\d+)", line) for line in run.stdout)
            listening = next(filter(None, said), None)
            assert listening, "Firefox ended"
            try:
                address = ("127.0.0.1", int(listening[1]))
                with socket.create_connection(address, LONGEST) as connection:
                    yield Firefox(connection)
            finally:
                run.kill()
