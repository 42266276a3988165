"""Reading with a limit and writing atomically, whatever happens on the way."""

import errno
import io
import os
import random
import resource
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NoReturn

import pytest
from support.shown import shown

from statusnote import files
from statusnote.diagnostics.messages.reasons import Reason
from statusnote.diagnostics.problem import Place, ProblemsFound

NOBODY = 65534


def reason_of(code: int) -> str:
    """What a problem says of one of the system's errors."""
    known = files.REASON_BY_ERRNO.get(code)
    return known.value.danish if known else os.strerror(code)


DENIED = reason_of(errno.EACCES)
NO_NAME = Reason.NOT_A_NAME.value.danish


def problems_of(action: Callable[..., object], *arguments: object) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        action(*arguments)
    return [shown(problem) for problem in found.value.problems]


def unwritten(name: object, reason: str) -> list[str]:
    return [
        f"{name}: fejl E601: Filen kunne ikke skrives: {reason}.\n"
        "    En tidligere udgave er urørt. Ret fejlen, og kør kommandoen igen."
    ]


def tree(folder: Path) -> dict[str, bytes]:
    """All files under *folder*, and what they hold."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder, and a user whom the modes of files stop: where the tests run as root, nobody."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        if os.getuid() != 0:
            yield folder
            folder.chmod(0o700)
            return
        os.chown(folder, NOBODY, -1)
        os.setresuid(NOBODY, NOBODY, 0)
        try:
            yield folder
        finally:
            os.setresuid(0, 0, 0)


# Reading


def stdin(monkeypatch: pytest.MonkeyPatch, content: bytes) -> str:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="ascii"))
    return "-"


def test_a_file_is_read_as_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "æøå plan.yaml"
    path.write_bytes("title: Æbler på øen 😀\r\n".encode())
    assert files.read_text(str(path)) == "title: Æbler på øen 😀\r\n"


def test_standard_input_is_read_as_utf_8_in_any_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    assert files.read_text(stdin(monkeypatch, "title: Æ".encode())) == "title: Æ"


def test_only_a_byte_order_mark_at_the_start_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert files.read_text(stdin(monkeypatch, "\ufeffa\ufeffb".encode())) == "a\ufeffb"


def test_a_pipe_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"title: T",), daemon=True)
    writer.start()
    assert files.read_text(str(pipe)) == "title: T"
    writer.join(10)


def test_a_file_that_is_missing_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    assert problems_of(files.read_text, str(path)) == [
        f"{path}: fejl E101: Filen findes ikke.\n"
        "    Kontrollér navnet, eller kør kommandoen fra projektets mappe. En ny plan begyndes med "
        "»statusnote init«."
    ]


def test_a_folder_is_a_problem(tmp_path: Path) -> None:
    assert problems_of(files.read_text, str(tmp_path)) == [
        f"{tmp_path}: fejl E102: Det er en mappe og ikke en fil.\n"
        "    Angiv selve filen, fx data/initiatives.yaml."
    ]


def test_a_file_that_may_not_be_read_is_a_problem(unprivileged: Path) -> None:
    path = unprivileged / "plan.yaml"
    path.write_text("title: T")
    path.chmod(0)
    assert problems_of(files.read_text, str(path)) == [
        f"{path}: fejl E103: Filen kan ikke læses: {DENIED}.\n"
        "    Kontrollér navnet, og at du har adgang til filen."
    ]


def test_a_path_through_a_file_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("title: T")
    assert problems_of(files.read_text, f"{path}/plan.yaml") == [
        f"{path}/plan.yaml: fejl E103: Filen kan ikke læses: {reason_of(errno.ENOTDIR)}.\n"
        "    Kontrollér navnet, og at du har adgang til filen."
    ]


def test_a_name_that_no_file_can_have_is_a_problem() -> None:
    assert problems_of(files.read_text, "plan\0.yaml") == [
        f"plan\0.yaml: fejl E103: Filen kan ikke læses: {NO_NAME}.\n"
        "    Kontrollér navnet, og at du har adgang til filen."
    ]


def test_a_standard_input_that_is_closed_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)  # so Python starts under `<&-`
    assert problems_of(files.read_text, "-") == [
        f"<stdin>: fejl E103: Filen kan ikke læses: {reason_of(errno.EBADF)}.\n"
        "    Kontrollér navnet, og at du har adgang til filen."
    ]


def test_a_file_up_to_the_limit_is_read_and_a_larger_one_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LIMIT", 3 * 2**20)
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"x" * 3 * 2**20)
    assert len(files.read_text(str(path))) == 3 * 2**20
    path.write_bytes(b"x" * (3 * 2**20 + 1))
    too_large = "fejl E106: Filen fylder mere end 3 MB.\n    Kontrollér, at det er den rigtige fil."
    assert problems_of(files.read_text, str(path)) == [f"{path}: {too_large}"]
    assert problems_of(files.read_text, stdin(monkeypatch, path.read_bytes())) == [
        f"<stdin>: {too_large}"
    ]


def test_a_file_without_an_end_is_not_read_to_the_end() -> None:
    assert problems_of(files.read_text, "/dev/zero") == [
        "/dev/zero: fejl E106: Filen fylder mere end 64 MB.\n"
        "    Kontrollér, at det er den rigtige fil."
    ]


SAVE_AS_UTF_8 = "\n    Vælg »Gem som« i dit program, og vælg tegnkodningen UTF-8."


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with-byte-order-mark"])
@pytest.mark.parametrize(
    ("content", "place", "byte"),
    [
        (b"\x90", "1:1", "90"),
        (b"title: \xd7", "1:8", "d7"),
        ("æøå\næøå 😀 ".encode() + b"\x81\n", "2:7", "81"),
        ("æøå\r\n\r\n".encode() + b"\xa9 2025", "3:1", "a9"),
        ("æøå\ræ".encode() + b"\x8d\r", "2:2", "8d"),
        ("æ".encode() + b"\xa0", "1:2", "a0"),
    ],
)
def test_what_is_not_utf_8_is_a_problem_at_its_character(
    monkeypatch: pytest.MonkeyPatch, mark: bytes, content: bytes, place: str, byte: str
) -> None:
    assert problems_of(files.read_text, stdin(monkeypatch, mark + content)) == [
        f"<stdin>:{place}: fejl E104: Filen er ikke gemt som UTF-8; det første tegn, "
        f"der ikke kan læses, står her (byte 0x{byte}).{SAVE_AS_UTF_8}"
    ]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with-byte-order-mark"])
@pytest.mark.parametrize(
    ("content", "place", "character", "byte"),
    [
        (b"\xe6", "1:1", "æ", "e6"),
        (b"title: gennemf\xf8rt", "1:15", "ø", "f8"),
        ("æøå\næøå 😀 ".encode() + b"\xe5\n", "2:7", "å", "e5"),
        ("æøå\r\n\r\n".encode() + b"\xff", "3:1", "ÿ", "ff"),
        (b"title: Vold \x96 en plan", "1:13", "–", "96"),
        (b"stk. 2\r\xa7 3", "2:1", "§", "a7"),
        ("æ".encode() + b"\xc3", "1:2", "Ã", "c3"),
        ("æ".encode() + b"\xf0\x9f\x98", "1:2", "ð", "f0"),
        (b"a\xed\xa0\x80", "1:2", "í", "ed"),
    ],
)
def test_what_is_a_letter_or_sign_in_windows_1252_is_said_to_be_that(
    monkeypatch: pytest.MonkeyPatch,
    mark: bytes,
    content: bytes,
    place: str,
    character: str,
    byte: str,
) -> None:
    assert problems_of(files.read_text, stdin(monkeypatch, mark + content)) == [
        f"<stdin>:{place}: fejl E108: Filen er ikke gemt som UTF-8, men ser ud til at være gemt "
        f"som Windows-1252: Her står »{character}« som byte 0x{byte}.{SAVE_AS_UTF_8}"
    ]


@pytest.mark.parametrize("end", ["", "\n", "\r", "\r\n"])
def test_the_line_of_what_is_not_utf_8_is_given_as_far_as_it_can_be_read(
    monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    content = f"æ\n😀 r{{}}dt og {{}}t{end}b: 1".encode().replace(b"{}", b"\xf8")
    with pytest.raises(ProblemsFound) as found:
        files.read_text(stdin(monkeypatch, content))
    line = "😀 r\ufffddt og \ufffdt" + ("" if end else "b: 1")
    assert [(each.place, each.place.written) for each in found.value.problems] == [
        (Place("<stdin>", 2, 4, 5), line)
    ]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_a_problem(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    content = "\ufefftitle: Æ".encode(encoding)
    assert problems_of(files.read_text, stdin(monkeypatch, content)) == [
        "<stdin>: fejl E109: Filen ser ud til at være gemt som UTF-16 og ikke som UTF-8."
        f"{SAVE_AS_UTF_8}"
    ]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_a_problem(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    content = "title: Æblegrød – ĀĀĀ\n".encode(encoding)
    assert problems_of(files.read_text, stdin(monkeypatch, content)) == [
        "<stdin>: fejl E109: Filen ser ud til at være gemt som UTF-16 og ikke som UTF-8."
        f"{SAVE_AS_UTF_8}"
    ]


@pytest.mark.parametrize("content", [b"", b"a", b"\0\0\0\0", b"title: a\0b\0c"])
def test_a_few_zeros_are_no_utf_16(content: bytes) -> None:
    assert files.decoded(content, "plan.yaml") == content.decode()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "file", "written"),
    [
        (b"PK\x03\x04...word/document.xml...", "plan.yaml", "Word (.docx)"),
        (b"PK\x03\x04...xl/workbook.xml...", "plan.yaml", "Excel (.xlsx)"),
        (b"PK\x03\x04...application/vnd.oasis.opendocument.text", "plan.yaml", "OpenDocument"),
        (b"PK\x03\x04", "Plan.DOCX", "Word (.docx)"),
        (b"PK\x03\x04...xl/workbook.bin...", "plan.yaml", "Excel (.xlsb)"),
        (b"PK\x03\x04...ppt/presentation.xml...", "plan.yaml", "PowerPoint (.pptx)"),
        (
            b"PK\x03\x04",
            "<stdin>",
            "Word (.docx) / Excel (.xlsb) / Excel (.xlsx) / PowerPoint (.pptx) / "
            "OpenDocument / zip",
        ),
        (OLE + "WordDocument".encode("utf-16-le"), "plan.yaml", "Word (.doc)"),
        (OLE + "Workbook".encode("utf-16-le"), "plan.yaml", "Excel (.xls)"),
        (OLE, "plan.xls", "Excel (.xls)"),
        (OLE, "plan.yaml", "Word (.doc) / Excel (.xls)"),
        (b"{\\rtf1\\ansi}", "plan.yaml", "RTF"),
    ],
)
def test_a_document_of_another_program_is_named(content: bytes, file: str, written: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        files.decoded(content, file)
    assert [(each.code, each.place.file, each.details) for each in found.value.problems] == [
        ("E112", file, {"format": written})
    ]


PDF = (
    "fejl E111: Filen er en PDF eller en webside og ikke en datafil.\n"
    "    Er den et notat fra statusnote, så hent "
)
EXTRACT = "dens data med »statusnote extract {} --output data.yaml«."


def test_a_pdf_is_a_problem(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    content = b"%PDF-1.7\n%\xbf\xf7\xa2\xfe\n"
    (path := tmp_path / "et notat.pdf").write_bytes(content)
    assert problems_of(files.read_text, str(path)) == [
        f"{path}: {PDF}{EXTRACT.format(repr(str(path)))}"
    ]
    assert problems_of(files.read_text, stdin(monkeypatch, content)) == [
        f"<stdin>: {PDF}{EXTRACT.format('-')}"
    ]


# Writing


def test_files_are_written_whole_and_nothing_is_left_beside_them(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("en gammel og længere udgave")
    files.write_all({str(tmp_path / "old.md"): b"ny", str(tmp_path / "new.pdf"): b"%PDF"})
    assert tree(tmp_path) == {"old.md": b"ny", "new.pdf": b"%PDF"}


def test_nothing_stays_open(tmp_path: Path) -> None:
    before = os.listdir("/dev/fd")  # noqa: PTH208 - it is no folder of files
    files.write_all({str(tmp_path / "note.md"): b"ny"})
    files.read_text(str(tmp_path / "note.md"))
    assert os.listdir("/dev/fd") == before  # noqa: PTH208


def test_folders_that_are_missing_are_made(tmp_path: Path) -> None:
    files.write_all({str(tmp_path / "build" / "2025" / "note.md"): b"ny"})
    assert tree(tmp_path) == {"build/2025/note.md": b"ny"}


def test_a_name_as_long_as_it_may_be_is_written(tmp_path: Path) -> None:
    name = "€" * 84 + ".md"
    files.write_all({str(tmp_path / name): b"ny"})
    assert tree(tmp_path) == {name: b"ny"}


@pytest.mark.parametrize("kept", [0o640, 0o604, 0o755, 0o6755, 0o4644, 0o2640])
def test_a_file_keeps_its_mode_but_not_as_whom_it_is_run(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "note.md"
    path.write_text("gammel")
    path.chmod(kept)
    files.write_all({str(path): b"ny"})
    assert (path.read_bytes(), mode(path)) == (b"ny", kept & 0o777)


def test_a_file_is_replaced_where_no_mode_can_be_set_by_a_descriptor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows with Python 3.11 and 3.12, which has no os.fchmod either."""
    monkeypatch.delattr(os, "fchmod")
    monkeypatch.setattr(os, "supports_fd", os.supports_fd - {os.chmod})
    path = tmp_path / "note.md"
    for content in (b"old", b"new"):
        files.write_all({str(path): content})
        path.chmod(0o604)
    files.write_all({str(path): b"newest"})
    assert (path.read_bytes(), mode(path)) == (b"newest", 0o604)


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (5, "den er åben i et andet program; luk den dér"),  # ERROR_ACCESS_DENIED
        (32, "den er åben i et andet program; luk den dér"),  # ERROR_SHARING_VIOLATION
        (33, "den er åben i et andet program; luk den dér"),  # ERROR_LOCK_VIOLATION
        (19, "du har ikke adgang"),  # ERROR_WRITE_PROTECT
    ],
)
def test_a_file_that_is_open_elsewhere_on_windows_is_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    def refuse(*_: object) -> NoReturn:
        raise _denied_on_windows(number)

    path = tmp_path / "note.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", refuse)
    assert problems_of(files.write_all, {str(path): b"new"}) == unwritten(path, reason)
    assert tree(tmp_path) == {"note.pdf": b"old"}


def test_a_folder_that_windows_denies_is_no_file_that_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> NoReturn:
        raise _denied_on_windows(5)

    monkeypatch.setattr(os, "open", refuse)
    path = str(tmp_path / "note.pdf")
    assert problems_of(files.write_all, {path: b"new"}) == unwritten(path, "du har ikke adgang")


def _denied_on_windows(number: int) -> PermissionError:
    """What Windows raises, where an OSError has a number of its own, too."""
    error = PermissionError(errno.EACCES, "Permission denied")
    setattr(error, "winerror", number)  # noqa: B010 - which it has on Windows alone
    return error


@pytest.mark.parametrize(("umask", "expected"), [(0o022, 0o644), (0o027, 0o640), (0o077, 0o600)])
def test_a_new_file_follows_the_umask(tmp_path: Path, umask: int, expected: int) -> None:
    path = tmp_path / "note.md"
    before = os.umask(umask)
    try:
        files.write_all({str(path): b"ny"})
    finally:
        os.umask(before)
    assert mode(path) == expected


@pytest.mark.parametrize("target", ["elsewhere/note.md", "elsewhere/missing.md"])
def test_a_link_is_followed_and_stays_a_link(tmp_path: Path, target: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "note.md").write_text("gammel")
    link = tmp_path / "link.md"
    link.symlink_to(target)
    files.write_all({str(link): b"ny"})
    assert (str(link.readlink()), link.read_bytes()) == (target, b"ny")
    assert (tmp_path / target).read_bytes() == b"ny"


def test_a_link_to_itself_is_a_problem(tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to("link.md")
    reason = reason_of(errno.ELOOP)
    assert problems_of(files.write_all, {str(link): b"ny"}) == unwritten(link, reason)


def test_a_read_only_file_is_a_problem_and_stays_as_it_is(unprivileged: Path) -> None:
    path = unprivileged / "note.md"
    path.write_text("gammel")
    path.chmod(0o444)
    reason = DENIED
    assert problems_of(files.write_all, {str(path): b"ny"}) == unwritten(path, reason)
    assert tree(unprivileged) == {"note.md": b"gammel"}


def test_a_read_only_folder_is_a_problem_and_stays_as_it_is(unprivileged: Path) -> None:
    path = unprivileged / "note.md"
    path.write_text("gammel")
    unprivileged.chmod(0o500)
    assert problems_of(files.write_all, {str(path): b"ny"}) == unwritten(path, DENIED)
    assert tree(unprivileged) == {"note.md": b"gammel"}
    new = unprivileged / "build" / "note.md"
    assert problems_of(files.write_all, {str(new): b"ny"}) == unwritten(new, DENIED)


def test_a_folder_that_may_be_written_but_not_listed_is_written_to(unprivileged: Path) -> None:
    path = unprivileged / "note.md"
    unprivileged.chmod(0o300)
    files.write_all({str(path): b"ny"})
    assert path.read_bytes() == b"ny"


@pytest.mark.parametrize("path", ["", "note.md", "note.md/"])
def test_a_folder_is_no_place_for_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("note.md").mkdir()
    Path("first.md").write_text("gammel")
    reason = reason_of(errno.EISDIR)
    assert problems_of(files.write_all, {"first.md": b"ny", path: b"ny"}) == unwritten(path, reason)
    assert tree(tmp_path) == {"first.md": b"gammel"}


def test_a_name_that_ends_as_a_folder_is_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    reason = reason_of(errno.EISDIR)
    assert problems_of(files.write_all, {"new/": b"ny"}) == unwritten("new/", reason)
    assert tree(tmp_path) == {}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("first.md/note.md", reason_of(errno.ENOTDIR)),
        ("x" * 300, reason_of(errno.ENAMETOOLONG)),
        ("a\0b", NO_NAME),
    ],
)
def test_no_file_is_replaced_before_all_can_be(tmp_path: Path, name: str, reason: str) -> None:
    first, second = tmp_path / "first.md", f"{tmp_path}/{name}"
    first.write_text("gammel")
    contents = {str(first): b"ny", second: b"ny"}
    assert problems_of(files.write_all, contents) == unwritten(second, reason)
    assert tree(tmp_path) == {"first.md": b"gammel"}


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """As on a full disk: the first *size* bytes are written, and no more."""
    _, hard = limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_disk_that_fills_up_while_writing_leaves_all_as_it_was(tmp_path: Path) -> None:
    first, second = tmp_path / "first.md", tmp_path / "second.pdf"
    first.write_text("gammel")
    second.write_text("gammel")
    contents = {str(first): b"ny", str(second): b"x" * 100_000}
    with no_file_larger_than(50_000):
        found = problems_of(files.write_all, contents)
    assert found == unwritten(second, reason_of(errno.EFBIG))
    assert tree(tmp_path) == {"first.md": b"gammel", "second.pdf": b"gammel"}


def fails(code: int) -> Callable[..., NoReturn]:
    def fail(*_: Any, **__: Any) -> NoReturn:
        raise OSError(code, os.strerror(code))

    return fail


def test_a_disk_that_turns_out_full_at_last_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "note.md"
    path.write_text("gammel")
    monkeypatch.setattr(os, "fsync", fails(errno.ENOSPC))
    reason = reason_of(errno.ENOSPC)
    assert problems_of(files.write_all, {str(path): b"ny"}) == unwritten(path, reason)
    assert tree(tmp_path) == {"note.md": b"gammel"}


def test_all_files_are_on_the_disk_before_the_first_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = []
    replace = Path.replace

    def sync(descriptor: int) -> None:
        synced = os.fstat(descriptor)
        steps.append("folder" if stat.S_ISDIR(synced.st_mode) else f"{synced.st_size} bytes")

    def replacing(path: Path, target: Path) -> Path:
        steps.append(target.name)
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(Path, "replace", replacing)
    files.write_all({str(tmp_path / "first"): b"ny", str(tmp_path / "second"): b"ny"})
    assert steps == ["2 bytes", "2 bytes", "first", "folder", "second", "folder"]


def test_a_file_that_cannot_be_replaced_leaves_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "first.md", tmp_path / "second.md"
    monkeypatch.setattr(Path, "replace", fails(errno.EIO))
    reason = reason_of(errno.EIO)
    contents = {str(first): b"ny", str(second): b"ny"}
    assert problems_of(files.write_all, contents) == unwritten(first, reason)
    assert tree(tmp_path) == {}


def test_a_disk_that_becomes_read_only_is_a_problem_and_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "note.md"
    path.write_text("gammel")
    with monkeypatch.context() as disk:
        disk.setattr(Path, "replace", fails(errno.EROFS))
        disk.setattr(Path, "unlink", fails(errno.EROFS))
        found = problems_of(files.write_all, {str(path): b"ny"})
    assert found == unwritten(path, reason_of(errno.EROFS))
    assert path.read_bytes() == b"gammel"


def test_an_interruption_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> NoReturn:
        raise KeyboardInterrupt

    path = tmp_path / "note.md"
    path.write_text("gammel")
    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        files.write_all({str(path): b"ny"})
    assert tree(tmp_path) == {"note.md": b"gammel"}


WRITE_FOR_EVER = """
import sys
from statusnote.files import write_all
path, size = sys.argv[1], int(sys.argv[2])
while True:
    for content in (b"a" * size, b"b" * size):
        write_all({path: content})
        print(flush=True)
"""


def test_a_file_is_whole_whenever_the_writer_is_killed(tmp_path: Path) -> None:
    path, size = tmp_path / "note.pdf", 2**20
    whole = {b"a" * size, b"b" * size}
    for _ in range(15):
        command = [sys.executable, "-c", WRITE_FOR_EVER, str(path), str(size)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            assert writer.stdout
            assert writer.stdout.readline() == b"\n"
            time.sleep(random.uniform(0, 0.02))
            writer.kill()
        assert writer.returncode == -signal.SIGKILL
        assert path.read_bytes() in whole


# Where the output is no file


def python(code: str, *arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    script = f"import sys; from statusnote.files import write_all\n{code}"
    return subprocess.run([sys.executable, "-c", script, *arguments], check=False, **options)


def test_bytes_go_to_standard_output_as_they_are_and_to_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    files.write_all({"-": b"%PDF\xff\r\n\n"})
    assert capfdbinary.readouterr() == (b"%PDF\xff\r\n\n", b"")
    assert tree(tmp_path) == {}


@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
def test_standard_output_is_a_pipe(name: str) -> None:
    done = python(f"write_all({{{name!r}: 'ny æøå'.encode()}})", capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "ny æøå".encode(), b"")


@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
def test_standard_output_is_a_file_and_what_it_holds_stays(tmp_path: Path, name: str) -> None:
    path = tmp_path / "note.md"
    path.write_text("før ")
    with path.open("ab") as file:
        done = python(f"write_all({{{name!r}: 'ny æøå'.encode()}})", stdout=file)
    assert (done.returncode, tree(tmp_path)) == (0, {"note.md": "før ny æøå".encode()})


WRITE_AND_REPORT = """
from statusnote.diagnostics.problem import ProblemsFound
try:
    write_all({sys.argv[1]: b"x" * int(sys.argv[2])})
except ProblemsFound as found:
    (problem,) = found.problems
    sys.stderr.write(f"{problem.place.file}: {problem.worded()[0]}")
"""


@pytest.mark.parametrize("size", ["2", "1000000"])
@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
def test_a_standard_output_that_nobody_reads_is_a_problem_and_nothing_more(
    name: str, size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)
    reading, writing = os.pipe()
    os.close(reading)
    done = python(WRITE_AND_REPORT, name, size, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    reported = f"<stdout>: Filen kunne ikke skrives: {reason_of(errno.EPIPE)}."
    assert (done.returncode, done.stderr.decode()) == (0, reported)


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    files.write_all({str(pipe): b"ny"})
    reader.join(10)
    assert (read, pipe.is_fifo(), list(tmp_path.iterdir())) == ([b"ny"], True, [pipe])


def test_nothing_is_written_to_a_stream_before_all_files_are_safe(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / ("x" * 300)
    reason = reason_of(errno.ENAMETOOLONG)
    assert problems_of(files.write_all, {"-": b"ny", str(path): b"ny"}) == unwritten(path, reason)
    assert capfd.readouterr() == ("", "")


def test_what_could_not_be_written_to_standard_output_is_not_tried_again_at_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as nobody:
        monkeypatch.setattr(sys, "stdout", nobody)
        assert problems_of(files.write_all, {"-": b"ny"}) == unwritten(
            "<stdout>", reason_of(errno.EPIPE)
        )
        nobody.write("ny")


@pytest.mark.parametrize(
    ("there", "other"), [(None, False), (b"det samme", False), (b"noget andet", True)]
)
def test_a_file_is_another_where_it_holds_something_else(
    tmp_path: Path, there: bytes | None, other: bool
) -> None:
    path = tmp_path / "SBM.xlsx"
    if there is not None:
        path.write_bytes(there)
    assert files.is_other(str(path), b"det samme") is other
    assert not files.is_other(str(tmp_path), b"")


def test_a_file_that_cannot_be_read_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(path)

    path = tmp_path / "SBM.xlsx"
    path.touch()
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert files.is_other(str(path), b"")
