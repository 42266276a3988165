"""A headless Chromium: a page in it, what axe finds there, and what pdf.js, Firefox's, finds."""

import atexit
import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Queue
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).with_name("pdfjs")
PROGRAMS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
LONGEST = 120  # seconds
MISSING = "pdf.js or axe is missing: .venv/bin/npm --prefix tests/support/pdfjs ci"


def found_by_pdf_js(pdf: bytes, words: list[str]) -> dict[str, int]:
    """How often the find controller of pdf.js finds each of *words* in *pdf*."""
    return _answer_of("search.html", {"note.pdf": pdf, "words.json": json.dumps(words).encode()})


@cache
def _chromium() -> Browser:
    """The browser, which is started once for all tests of a process."""
    playwright = sync_playwright().start()
    browser = playwright.chromium.launch(executable_path=_program(), args=["--no-sandbox"])
    atexit.register(playwright.stop)
    return browser


@dataclass
class Shown:
    """A *page* in a window of its own, and what the browser *said* of it: faults, and requests."""

    page: Page
    said: list[str] = field(default_factory=list)

    def found_by_axe(self) -> list[str]:
        """What axe finds against WCAG 2.2 AA, and whether the page is wider than its window."""
        for frame in self.page.frames:
            frame.evaluate(axe())
        found: list[str] = self.page.evaluate(f"async (tags) => {{ {FOUND} }}", TAGS)
        return found


TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# What is found in a browser where axe is loaded, for such *tags*.
FOUND = """
await document.fonts.ready;
const { violations } = await axe.run({ runOnly: tags });
const root = document.documentElement;
const where = ({ nodes }) => nodes.map((node) => node.target.join(" ")).join(", ");
return [
  ...violations.map((each) => `${each.id}: ${where(each)}`),
  ...(root.scrollWidth > root.clientWidth ? ["too wide"] : []),
];
"""


def shown(path: Path, width: int = 1280, **options: Any) -> AbstractContextManager[Shown]:
    """The page at *path* in a window of that *width*, in pixels; *options* are Playwright's."""
    return shown_at(path.as_uri(), width, **options)


@contextmanager
def shown_at(address: str, width: int = 1280, **options: Any) -> Iterator[Shown]:
    """As shown, the page at an *address*. What it asks for below its own is no matter."""
    context = _chromium().new_context(viewport={"width": width, "height": 900}, **options)
    page = context.new_page()
    found = Shown(page)
    page.on("console", lambda message: found.said.append(message.text))
    page.on("pageerror", lambda error: found.said.append(str(error)))
    page.on("dialog", lambda dialog: found.said.append(dialog.message))
    page.on("request", lambda request: _note_request(request.url, address, found.said))
    try:
        page.goto(address)
        yield found
    finally:
        context.close()


def _note_request(asked: str, address: str, said: list[str]) -> None:
    if not asked.startswith((address.split("#")[0], "data:")):
        said.append(asked)


@cache
def axe() -> str:
    """The program axe."""
    path = FOLDER / "node_modules" / "axe-core" / "axe.min.js"
    assert path.is_file(), MISSING
    return path.read_text("utf-8")


def _answer_of(name: str, asked_for: dict[str, bytes]) -> dict[str, Any]:
    """What the page of ours answers that has that *name*, and is given what it asks for."""
    assert (FOLDER / "node_modules").is_dir(), MISSING
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
