"""pdf.js, which Firefox shows PDFs with, in a headless Chromium: how often it finds each word."""

import json
import os
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

PAGE = Path(__file__).with_name("pdfjs") / "search.html"
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
    there = (PAGE.parent / "node_modules").is_dir()
    assert there, "pdf.js is missing: .venv/bin/npm --prefix tests/support/pdfjs ci"
    with _served(pdf, words) as (address, answers), _browser(f"{address}/{PAGE.name}"):
        found = answers.get(timeout=LONGEST)
    assert isinstance(found, dict), found
    return found


@contextmanager
def _served(pdf: bytes, words: list[str]) -> Iterator[tuple[str, Queue[Any]]]:
    """The address on this machine of the page and what it asks for, and what it answers."""
    answers: Queue[Any] = Queue()
    asked_for = {"/note.pdf": pdf, "/words.json": json.dumps(words).encode()}

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments, directory=str(PAGE.parent))

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


@contextmanager
def _browser(address: str) -> Iterator[None]:
    """A browser that shows what is at *address*, which has to be a page of ours: no sandbox."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    assert program, "Chromium is missing: tools/system-packages test"
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        command = [program, *options, f"--user-data-dir={profile}", address]
        quiet = subprocess.DEVNULL
        run = subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True)
        try:
            yield
        finally:
            os.killpg(run.pid, signal.SIGKILL)  # what Debian calls so is a script around it
            run.wait()
