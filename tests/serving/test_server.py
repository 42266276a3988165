"""What the server answers, and to whom: this machine, who has the address, and nobody else."""

import json
import re
import socket
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection, HTTPMessage
from typing import NamedTuple

import pytest

from statusnote.serving import server
from statusnote.serving.server import Site, Texts

TEXTS = Texts("da", "Notatet", 'Det er "slut" & forbi')
PAGE = "<!DOCTYPE html><title>Æ</title>".encode()


class Answered(NamedTuple):
    status: int
    headers: HTTPMessage
    content: bytes


@pytest.fixture
def site() -> Iterator[Site]:
    with server.served(TEXTS) as begun:
        begun.show(PAGE)
        yield begun


def _port(site: Site) -> int:
    return int(site.hosts[0].partition(":")[2])


def asked(
    site: Site, path: str, method: str = "GET", headers: Mapping[str, str] | None = None
) -> Answered:
    connection = HTTPConnection("127.0.0.1", _port(site), timeout=10)
    try:
        connection.putrequest(method, path, skip_host=True)
        for name, value in ({"Host": site.hosts[0]} if headers is None else headers).items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return Answered(answer.status, answer.headers, answer.read())
    finally:
        connection.close()


def test_the_address_is_of_this_machine_and_new_each_time(site: Site) -> None:
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{22}/", site.address)
    with server.served(TEXTS) as other:
        assert other.path != site.path
        assert asked(site, other.path).status == 404


def test_the_page_is_given_as_it_is_until_there_is_another(site: Site) -> None:
    assert asked(site, f"{site.path}page").content == PAGE
    site.show(b"another")
    assert asked(site, f"{site.path}page").content == b"another"


def test_there_is_no_page_before_the_first_one() -> None:
    with server.served(TEXTS) as site:
        assert asked(site, f"{site.path}page").status == 404
        version = json.loads(asked(site, f"{site.path}version").content)
        assert version == {"page": "", "line": "", "details": ""}


def test_the_version_tells_one_page_from_another_and_what_is_said_above_it(site: Site) -> None:
    def version() -> dict[str, str]:
        found: dict[str, str] = json.loads(asked(site, f"{site.path}version").content)
        return found

    first = version()
    site.tell("1 fejl.", "Linje 3: …")
    assert version() == {"page": first["page"], "line": "1 fejl.", "details": "Linje 3: …"}
    site.show(PAGE)
    assert version() == first
    site.show(b"another")
    assert version()["page"] != first["page"]


def test_the_frame_runs_its_own_script_alone_and_is_in_no_other_page(site: Site) -> None:
    frames = [asked(site, site.path) for _ in range(2)]
    nonces = []
    for frame in frames:
        text, policy = frame.content.decode(), frame.headers["Content-Security-Policy"]
        (nonce,) = {*re.findall(r'nonce="(.+?)"', text)}
        nonces.append(nonce)
        assert text.count("<script") == text.count("<style") == 1
        assert policy.split("; ") == [
            "default-src 'none'",
            "connect-src 'self'",
            "frame-src 'self'",
            f"style-src 'nonce-{nonce}'",
            f"script-src 'nonce-{nonce}'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        ]
        assert 'lang="da"' in text
        assert 'data-gone="Det er &quot;slut&quot; &amp; forbi"' in text
    assert nonces[0] != nonces[1]


@pytest.mark.parametrize("name", ["", "page", "version"])
def test_nothing_is_kept_or_given_on_and_a_head_has_no_body(site: Site, name: str) -> None:
    got, head = (asked(site, f"{site.path}{name}", method) for method in ("GET", "HEAD"))
    assert (got.status, head.status, head.content) == (200, 200, b"")
    for answer in (got, head):
        assert answer.headers["Content-Length"] == str(len(got.content))
        assert answer.headers["Server"] == "statusnote"
        for header, value in server.EVERYWHERE.items():
            assert answer.headers[header] == value
    assert asked(site, f"{site.path}page").headers["Content-Security-Policy"] == (
        "frame-ancestors 'self'"
    )


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    "path",
    [
        *("/", "/page", "/favicon.ico", "/x/page", "/../etc/passwd", "*", "/æ"),
        *("{}nowhere", "{}page/", "{}page?a", "{}../", "{}PAGE", "http://a{}page"),
    ],
)
def test_nothing_else_is_there(site: Site, path: str, method: str) -> None:
    written = path.format(site.path).encode().decode("latin-1")
    connection = socket.create_connection(("127.0.0.1", _port(site)), timeout=10)
    with connection, connection.makefile("rb") as answer:
        request = f"{method} {written} HTTP/1.1\r\nHost: {site.hosts[0]}\r\n\r\n"
        connection.sendall(request.encode("latin-1"))
        assert refused(answer.read())


def refused(answer: bytes) -> bool:
    head, _, body = answer.partition(b"\r\n\r\n")
    return head.startswith(b"HTTP/1.0 404 ") and b"Content-Length: 0" in head and body == b""


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Host": "example.org"},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1:1"},
        {"Host": "127.0.0.1:{}.example.org"},
        {"Host": "127.0.0.1:{}", "host": "example.org"},
        {"Host": "0.0.0.0:{}"},
    ],
    ids=str,
)
def test_another_host_is_not_answered(site: Site, headers: dict[str, str]) -> None:
    """As that of a page of somebody's, whose name was made to lead here."""
    written = {name: value.format(_port(site)) for name, value in headers.items()}
    assert asked(site, site.path, headers=written).status == 404


def test_the_other_name_of_this_machine_is_answered(site: Site) -> None:
    assert asked(site, site.path, headers={"Host": f"localhost:{_port(site)}"}).status == 200


@pytest.mark.parametrize(
    "request_",
    [
        b"POST {} HTTP/1.1\r\nHost: {}\r\nContent-Length: 1\r\n\r\nx",
        b"DELETE {} HTTP/1.1\r\nHost: {}\r\n\r\n",
    ],
)
def test_what_asks_for_more_is_refused(site: Site, request_: bytes) -> None:
    path, host = site.path.encode(), site.hosts[0].encode()
    written = request_.replace(b"{}", path, 1).replace(b"{}", host, 1)
    with socket.create_connection(("127.0.0.1", _port(site)), timeout=10) as connection:
        connection.sendall(written)
        with connection.makefile("rb") as answer:
            assert refused(answer.read())


@pytest.mark.parametrize("request_", [b"nonsense of four words\r\n\r\n", b"GET {} HTTP/99\r\n\r\n"])
def test_what_can_not_be_read_is_not_answered(site: Site, request_: bytes) -> None:
    with socket.create_connection(("127.0.0.1", _port(site)), timeout=10) as connection:
        connection.sendall(request_.replace(b"{}", site.path.encode()))
        assert connection.recv(1) == b""


def test_a_browser_that_leaves_is_no_matter(
    site: Site, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def left(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(Site, "answer", left)
    with socket.create_connection(("127.0.0.1", _port(site)), timeout=10) as connection:
        connection.sendall(f"GET {site.path} HTTP/1.1\r\nHost: {site.hosts[0]}\r\n\r\n".encode())
        assert connection.recv(1) == b""
    monkeypatch.undo()
    assert asked(site, site.path).status == 200
    assert capfd.readouterr() == ("", "")


def test_a_port_that_is_taken_can_not_be_had(site: Site) -> None:
    with pytest.raises(OSError, match="in use"), server.served(TEXTS, _port(site)):
        pass
