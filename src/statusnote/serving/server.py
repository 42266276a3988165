"""The server of `render --serve`: on this machine alone, and for whoever knows its address.

It answers with a frame, which shows the page as it is and asks for another, and with the page. What
is asked for by another name, without the token that is in the address, or of another host, which
somebody's page could have made lead here (DNS rebinding), isn't there.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from html import escape
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from secrets import compare_digest, token_urlsafe
from socketserver import ThreadingTCPServer
from string import Template
from threading import Thread

from statusnote import systems

HOME = "127.0.0.1"
WAIT = 0.1  # seconds, after which it sees at the latest that it is to end
FRAME = Path(__file__).with_name("frame.html")


@dataclass(frozen=True)
class Texts:
    """What the frame says: its *language*, as BCP 47 has it, the *title* of what is in it, and that
    the program is *gone*.
    """

    language: str
    title: str
    gone: str


@dataclass(frozen=True)
class Shown:
    """The *page*, none before the first one; and what is wrong with newer data: in a *line*, and
    with all *details*.
    """

    page: bytes = b""
    line: str = ""
    details: str = ""

    @property
    def version(self) -> bytes:
        """As JSON, what tells one page from another, and what is said above it."""
        page = sha256(self.page).hexdigest() if self.page else ""
        return json.dumps({"page": page, "line": self.line, "details": self.details}).encode()


class Site:
    """What is served at an *address*; *shown* is what there is at present."""

    def __init__(self, texts: Texts, port: int) -> None:
        self.texts = texts
        self.hosts = (f"{HOME}:{port}", f"localhost:{port}")
        self.path = f"/{token_urlsafe(16)}/"
        self.address = f"http://{self.hosts[0]}{self.path}"
        self.shown = Shown()

    def show(self, page: bytes) -> None:
        """Show a *page*, which is newer and whole."""
        self.shown = Shown(page)

    def tell(self, line: str, details: str) -> None:
        """Say what is wrong with newer data, above the page that there is."""
        self.shown = replace(self.shown, line=line, details=details)

    def answer(self, path: str) -> "Answer | None":
        """What is at a *path*, if there is anything."""
        made = {"": self._frame, "page": self._page, "version": self._version}
        asked = path.encode()
        # Each is compared in a time that doesn't tell how much of the token is right.
        found = [name for name in made if compare_digest(asked, f"{self.path}{name}".encode())]
        return made[found[0]]() if found else None

    def _frame(self) -> "Answer":
        nonce = token_urlsafe(16)
        texts = {name: escape(text) for name, text in vars(self.texts).items()}
        frame = Template(FRAME.read_text("utf-8")).substitute(texts, nonce=nonce)
        allowed = f"style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'"
        policy = f"default-src 'none'; connect-src 'self'; frame-src 'self'; {allowed}; {NOWHERE}"
        return Answer(frame.encode(), HTML, {POLICY: f"{policy}; frame-ancestors 'none'"})

    def _page(self) -> "Answer | None":
        page = self.shown.page
        return Answer(page, HTML, {POLICY: "frame-ancestors 'self'"}) if page else None

    def _version(self) -> "Answer":
        return Answer(self.shown.version, "application/json", {})


@dataclass(frozen=True)
class Answer:
    """What is answered, of which *kind* it is, and the *headers* that it has beside EVERYWHERE."""

    content: bytes
    kind: str
    headers: Mapping[str, str]


HTML = "text/html; charset=utf-8"
POLICY = "Content-Security-Policy"
NOWHERE = "base-uri 'none'; form-action 'none'"
# Nothing is kept, nothing is given to other sites, and where a link leads isn't told the address.
EVERYWHERE = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@contextmanager
def served(texts: Texts, port: int = 0) -> Iterator[Site]:
    """A site, at a *port* or at any that is free, for as long as the block runs.

    Raises OSError where the port can't be had.
    """
    with _Server((HOME, port), _Handler) as server:
        server.site = Site(texts, server.server_address[1])
        Thread(target=server.serve_forever, args=(WAIT,), daemon=True).start()
        try:
            yield server.site
        finally:
            server.shutdown()


class _Server(ThreadingTCPServer):
    """No HTTPServer, which would look its own name up in the network."""

    allow_reuse_address = not systems.WINDOWS  # where it lets two programs have one port
    daemon_threads = True
    block_on_close = False  # nobody who reads slowly is waited for
    site: Site


class _Handler(BaseHTTPRequestHandler):
    """Answers to one request."""

    server: _Server
    timeout = 10  # seconds for a request

    def handle(self) -> None:
        """Answer; a browser that has left, or says nothing, is no matter."""
        with suppress(OSError):
            super().handle()

    def do_GET(self) -> None:
        """Answer with what is there."""
        self._answer(with_content=True)

    def do_HEAD(self) -> None:
        """Answer with the headers alone."""
        self._answer(with_content=False)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer what can't be read, or asks for more, as if nothing was there."""
        self._refuse()

    def _refuse(self) -> None:
        self.send_response(404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self, *, with_content: bool) -> None:
        site = self.server.site
        hosts = self.headers.get_all("Host", [])
        answer = site.answer(self.path) if len(hosts) == 1 and hosts[0] in site.hosts else None
        if answer is None:
            self._refuse()
            return
        self.send_response(200)
        for name, value in {**EVERYWHERE, **answer.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.content)))
        self.end_headers()
        if with_content:
            self.wfile.write(answer.content)

    def version_string(self) -> str:
        """The name of the program, without its version."""
        return "statusnote"

    def log_message(self, *_: object) -> None:
        """Say nothing of who asks for what."""
