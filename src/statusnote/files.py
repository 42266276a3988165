"""Reading with a limit and writing atomically."""

import codecs
import errno
import os
import re
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO

from statusnote.diagnostics.messages.reasons import Reason
from statusnote.diagnostics.problem import Place, Problem, ProblemsFound, problem
from statusnote.systems import PLAINLY, typed

STANDARD_INPUT = "-"
STANDARD_OUTPUT = ("-", "/dev/stdout")
STDIN_NAME = "<stdin>"
STDOUT_NAME = "<stdout>"
LIMIT = 64 * 2**20
PDF = b"%PDF-"  # how a PDF begins (ISO 32000-1, 7.5.2), and a web page (HTML, 13.1)
PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}<!doctype html\b", re.IGNORECASE)
WINDOWS_SIGNS = "–—’‘”“„»«…§°½€"  # that Danish texts hold, and Windows-1252 with one byte


def display_name(data: str | Path) -> str:
    """The name under which problems in *data* are reported."""
    return STDIN_NAME if data == STANDARD_INPUT else str(data)


def read_text(data: str) -> str:
    """The text of the UTF-8 file *data*, or of standard input for `-`, without a byte order mark.

    Raises ProblemsFound where the file is missing, unreadable, larger than 64 MB, a PDF, a web
    page or not UTF-8.
    """
    return decoded(read_bytes(data), display_name(data))


def is_note(content: bytes) -> bool:
    """Whether *content* can be a note that carries its data: a PDF or a web page."""
    return content.startswith(PDF) or PAGE.match(content) is not None


def decoded(content: bytes, file: str) -> str:
    """The text that *content* is in UTF-8, without a byte order mark.

    *file* is what problems are reported under. Raises ProblemsFound where it is not UTF-8, or is a
    PDF, a web page or a document of Word, Excel or the like.
    """
    if is_note(content):
        named = STANDARD_INPUT if file == STDIN_NAME else typed(file)
        raise ProblemsFound([problem("E111", file, input=named)])
    if named := document(content, file):
        raise ProblemsFound([problem("E112", file, format=named)])
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _is_utf_16(content):
        raise ProblemsFound([problem("E109", file)])
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise ProblemsFound([_not_utf8(content, error.start, file)]) from error


def document(content: bytes, file: str) -> str:
    """The format of a document, by what it begins with and holds, or else by the name of *file*.

    It is nothing where *content* begins as none of them.
    """
    for beginning, formats in DOCUMENTS.items():
        if content.startswith(beginning):
            named = (name for name, (part, _) in formats.items() if part in content)
            ending = (name for name, (_, end) in formats.items() if file.lower().endswith(end))
            return next(named, "") or next(ending, "") or " / ".join(formats)
    return ""


EXCEL = "Excel (.xlsx)"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what files of the older Office begin with
# What files begin with, and for each format a part that it has, and its ending (ECMA-376-2 on
# packages; [MS-CFB] 2.2 and the names of streams in [MS-DOC] and [MS-XLS]; RTF 1.9.1).
DOCUMENTS: dict[bytes, dict[str, tuple[bytes, str]]] = {
    b"PK\x03\x04": {
        "Word (.docx)": (b"word/document.xml", ".docx"),
        "Excel (.xlsb)": (b"xl/workbook.bin", ".xlsb"),
        EXCEL: (b"xl/workbook.", ".xlsx"),
        "PowerPoint (.pptx)": (b"ppt/presentation.xml", ".pptx"),
        "OpenDocument": (b"application/vnd.oasis.opendocument", ".odt"),
        "zip": (b"\0no part\0", ".zip"),
    },
    COMPOUND: {
        "Word (.doc)": ("WordDocument".encode("utf-16-le"), ".doc"),
        "Excel (.xls)": ("Workbook".encode("utf-16-le"), ".xls"),
    },
    b"{\\rtf": {"RTF": (b"{\\rtf", ".rtf")},
}


def _is_utf_16(content: bytes) -> bool:
    """Whether most of each second byte are zero, and few of the others, as in UTF-16."""
    first, second = (content[start:UTF_16_SEEN:2] for start in (0, 1))
    fewer, more = sorted((first.count(0), second.count(0)))
    return 4 * fewer < more and more > len(second) / 2


UTF_16_SEEN = 1_000  # bytes at the beginning, which tell


def _not_utf8(content: bytes, start: int, file: str) -> Problem:
    """The problem with the byte at *start*, and whether it is a letter in Windows-1252."""
    lines = (content[:start].decode().replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    rest = re.match(rb"[^\r\n]*", content[start:])
    written = lines[-1] + (rest[0].decode(errors="replace") if rest else "")
    column = len(lines[-1]) + 1
    place = Place(file, len(lines), column, column + 1, written)
    byte = content[start : start + 1]
    character = byte.decode("cp1252", errors="ignore")
    if character and (character.isalpha() or character in WINDOWS_SIGNS):
        return Problem("E108", place, {"character": character, "byte": byte.hex()})
    return Problem("E104", place, {"byte": byte.hex()})


def read_bytes(data: str | Path) -> bytes:
    """What the file *data* holds, or standard input for `-`; a Path is always that of a file.

    Raises ProblemsFound where the file is missing, unreadable or larger than 64 MB.
    """
    try:
        if data == STANDARD_INPUT:
            content = _standard_input().read(LIMIT + 1)
        else:
            with Path(data).open("rb") as file:
                content = file.read(LIMIT + 1)
    except FileNotFoundError as error:
        raise _found("E101", data) from error
    except IsADirectoryError as error:
        raise _found("E102", data) from error
    except (OSError, ValueError) as error:
        raise _found("E103", data, reason=_reason(error)) from error
    refuse_large(len(content), display_name(data))
    return content


def refuse_closed_folder(folder: str) -> None:
    """Raise ProblemsFound where it can't be seen what lies in a *folder*, or be opened."""
    try:
        os.scandir(folder).close()
        os.stat(os.path.join(folder, os.curdir))  # noqa: PTH116, PTH118 - a Path has no `.`
    except OSError as error:
        raise ProblemsFound([problem("E115", folder, reason=_reason(error))]) from error


def refuse_large(size: int, file: str) -> None:
    """Raise ProblemsFound, reported under *file*, where *size* is more bytes than are read."""
    if size > LIMIT:
        raise ProblemsFound([problem("E106", file, limit=LIMIT // 2**20)])


def _standard_input() -> BinaryIO:
    _refuse_closed(sys.stdin)
    return sys.stdin.buffer


def _refuse_closed(stream: TextIO | None) -> None:
    """Python has no stream where it was closed before Python began."""
    if stream is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def is_other(path: str, content: bytes) -> bool:
    """Whether there is a file at *path* that doesn't hold *content*, or that can't be read."""
    try:
        return Path(path).is_file() and Path(path).read_bytes() != content
    except OSError:
        return True


def write_all(contents: Mapping[str, bytes]) -> None:
    """Write each file whole or not at all; no file is replaced before all are safely on the disk.

    `-` is standard output. A file keeps who may read, write and run it, and a new one follows the
    umask; a link is followed; what is no regular file (a pipe, a device) is written to as it
    stands. Folders that are missing are made. Raises ProblemsFound, with every old file that was
    not yet replaced untouched.
    """
    staged: list[_Staged] = []
    try:
        for path, content in contents.items():
            with _reported(path):
                staged.append(_stage(path, content))
        for file in staged:
            with _reported(file.name, denied=Reason.OPEN_ELSEWHERE):
                file.commit()
    finally:
        for file in staged:
            file.discard()


def say(text: str, encoding: str | None = None) -> bool:
    """Write *text* to standard output, in its encoding unless another is given.

    A reader that stops reading is no problem. Returns whether one is there.

    Raises ProblemsFound where it cannot be written, as to a full disk.
    """
    with _reported(STANDARD_OUTPUT[0]):
        _refuse_closed(sys.stdout)
        try:
            _write_stream(STANDARD_OUTPUT[0], text.encode(encoding or sys.stdout.encoding, PLAINLY))
        except BrokenPipeError:
            return False
    return True


@dataclass(frozen=True)
class _Staged:
    """Content that waits beside its target, or, without a target on the disk, in memory."""

    name: str
    content: bytes
    target: Path | None = None
    waiting: Path | None = None

    def commit(self) -> None:
        if self.target is None or self.waiting is None:
            _write_stream(self.name, self.content)
            return
        self.waiting.replace(self.target)
        _sync_folder(self.target.parent)

    def discard(self) -> None:
        if self.waiting is not None:
            _remove(self.waiting)


def _stage(path: str, content: bytes) -> _Staged:
    mode = _mode(path)
    if path.endswith(("/", os.sep)) or not path or (mode and stat.S_ISDIR(mode)):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if path in STANDARD_OUTPUT or (mode and not stat.S_ISREG(mode)):
        return _Staged(path, content)
    target = Path(os.path.realpath(path))
    if mode and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    target.parent.mkdir(parents=True, exist_ok=True)
    waiting = target.with_name(f".statusnote-{os.urandom(8).hex()}.tmp")
    try:
        _write_synced(waiting, content, mode)
    except BaseException:
        _remove(waiting)
        raise
    return _Staged(path, content, target, waiting)


ACCESS = stat.S_IRWXU | stat.S_IRWXG | stat.S_IRWXO  # and not as whom it is run


def _mode(path: str) -> int | None:
    try:
        return Path(path).stat().st_mode
    except FileNotFoundError:
        return None


def _write_synced(path: Path, content: bytes, mode: int | None) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(descriptor, "wb") as file:
        if mode is not None:
            # By its name on Windows, which can't by its descriptor before Python 3.13.
            target = descriptor if os.chmod in os.supports_fd else path
            os.chmod(target, mode & ACCESS)  # noqa: PTH101 - Path knows no descriptors
        file.write(content)
        file.flush()
        os.fsync(descriptor)


def _remove(waiting: Path) -> None:
    """Remove a file that waits, if it can be: what went wrong before is what is to be said."""
    with suppress(OSError):
        waiting.unlink()


def _sync_folder(folder: Path) -> None:
    """Make a replacement last, where the folder can be opened: it has been made by now."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _write_stream(name: str, content: bytes) -> None:
    if name in STANDARD_OUTPUT:
        _refuse_closed(sys.stdout)
        try:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
        except OSError:
            _forget_standard_output()
            raise
    else:
        with Path(name).open("wb") as stream:
            stream.write(content)


def _forget_standard_output() -> None:
    """What could not be written must not be tried again, and fail again, when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _reported(path: str, denied: Reason = Reason.NO_ACCESS) -> Iterator[None]:
    """Turns an OSError on *path* into a problem; *denied* is why, where Windows denies access."""
    try:
        yield
    except (OSError, ValueError) as error:
        name = STDOUT_NAME if path in STANDARD_OUTPUT else path
        raise ProblemsFound([problem("E601", name, reason=_reason(error, denied))]) from error


def _reason(error: OSError | ValueError, denied: Reason = Reason.NO_ACCESS) -> Reason | str:
    if not isinstance(error, OSError):
        return Reason.NOT_A_NAME
    on_windows = getattr(error, "winerror", None)
    if on_windows in IN_USE:
        return Reason.OPEN_ELSEWHERE
    if on_windows == ACCESS_DENIED:
        return denied
    return REASON_BY_ERRNO.get(error.errno or 0) or (error.strerror or str(error)).rstrip(".")


# What Windows says of a file that another program keeps for itself, or a part of it; and where one
# may not, or where what is to be replaced is open. Source: Microsoft, »System Error Codes«.
IN_USE = (32, 33)
ACCESS_DENIED = 5

# What the system says, in a caseworker's words.
REASON_BY_ERRNO = {
    errno.EACCES: Reason.NO_ACCESS,
    errno.EPERM: Reason.NO_ACCESS,
    errno.EBADF: Reason.CLOSED,
    errno.EISDIR: Reason.IS_FOLDER,
    errno.EPIPE: Reason.NOT_READ,
    errno.ENOSPC: Reason.DISK_FULL,
    errno.EROFS: Reason.READ_ONLY,
    errno.ENAMETOOLONG: Reason.NAME_TOO_LONG,
    errno.ENOTDIR: Reason.NOT_A_FOLDER,
}


def _found(code: str, data: str | Path, **details: object) -> ProblemsFound:
    return ProblemsFound([problem(code, display_name(data), **details)])
