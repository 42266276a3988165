"""A headless Chromium: how often pdf.js, which Firefox has, finds each word, and what axe finds."""

import json
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Queue
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

FOLDER = Path(__file__).with_name("pdfjs")
PROGRAMS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
LONGEST = 120  # seconds


def found_by_pdf_js(pdf: bytes, words: list[str]) -> dict[str, int]:
    """How often the find controller of pdf.js finds each of *words* in *pdf*."""
    return _answer_of("search.html", {"note.pdf": pdf, "words.json": json.dumps(words).encode()})


def found_by_axe(page: bytes) -> dict[str, Any]:
    """What axe finds against WCAG 2.2 AA in the HTML of a *page*, by the width of its window.

    `too wide` is among it where the page is wider than that; `fonts` is how many it could load. Its
    Content-Security-Policy is left out, since it would stop axe as it stops all scripts.
    """
    policy = re.compile(rb'<meta http-equiv="Content-Security-Policy" [^>]*>')
    assert policy.search(page)
    script = b'<script src="/node_modules/axe-core/axe.min.js"></script></body>'
    return _answer_of("axe.html", {"page.html": policy.sub(b"", page).replace(b"</body>", script)})


def said_on_console(page: Path) -> list[str]:
    """What a browser says that shows the *page* as it is: what is forbidden or missing in it."""
    command = [_program(), *OPTIONS, "--enable-logging=stderr", "--dump-dom", page.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, check=True)
    assert "</html>" in done.stdout
    return [line for line in done.stderr.splitlines() if "CONSOLE" in line]


def _answer_of(name: str, asked_for: dict[str, bytes]) -> dict[str, Any]:
    """What the page of ours answers that has that *name*, and is given what it asks for."""
    there = (FOLDER / "node_modules" / "axe-core").is_dir()
    assert there, "pdf.js or axe is missing: .venv/bin/npm --prefix tests/support/pdfjs ci"
    served = {f"/{path}": content for path, content in asked_for.items()}
    with _served(served) as (address, answers), _browser(f"{address}/{name}"):
        found = answers.get(timeout=LONGEST)
    assert isinstance(found, dict), found
    return found


@contextmanager
def _served(asked_for: dict[str, bytes]) -> Iterator[tuple[str, Queue[Any]]]:
    """The address on this machine of our pages and what they ask for, and what they answer."""
    answers: Queue[Any] = Queue()

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments, directory=str(FOLDER))

        def do_GET(self) -> None:
            if self.path in asked_for:
                self._answer(asked_for[self.path])
            else:
                super().do_GET()

        def do_POST(self) -> None:
            answers.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self._answer(b"")

        def _answer(self, content: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", answers
        server.shutdown()


def _program() -> str:
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    assert program, "Chromium is missing: tools/system-packages test"
    return program


OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")


@contextmanager
def _browser(address: str) -> Iterator[None]:
    """A browser that shows what is at *address*, which has to be a page of ours: no sandbox."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [_program(), *OPTIONS, f"--user-data-dir={profile}", address]
        quiet = subprocess.DEVNULL
        run = subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True)
        try:
            yield
        finally:
            os.killpg(run.pid, signal.SIGKILL)  # what Debian calls so is a script around it
            run.wait()
