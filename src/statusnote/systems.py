"""What differs from system to system: how a command is typed, and what a terminal can show."""

import codecs
import re
import shlex
import sys
from typing import Any, TextIO

WINDOWS: bool = sys.platform == "win32"


def typed(*words: str) -> str:
    """The command of these *words*, as a person types it where this runs.

    cmd and PowerShell both take double quotes, and no other; a backslash before one is doubled, as
    the program reads it. Source: Microsoft, »Parsing C command-line arguments«.
    """
    return " ".join(map(_quoted, words)) if WINDOWS else shlex.join(words)


def _quoted(word: str) -> str:
    if re.fullmatch(r"[\w.,:=@+/\\-]+", word):
        return word
    escaped = re.sub(r'(\\*)(?="|$)', r"\1\1", word).replace('"', r"\"")
    return f'"{escaped}"'


def shows_colour(stream: TextIO | None) -> bool:
    """Whether *stream* is a terminal that obeys the codes of colours, and doesn't show them."""
    if stream is None or not stream.isatty():
        return False
    return not WINDOWS or _obeys_codes(stream)


def _obeys_codes(stream: TextIO) -> bool:
    """Whether the console behind *stream* can be told to obey codes, as that of cmd.exe must be.

    Source: Microsoft, »Console Virtual Terminal Sequences«.
    """
    import ctypes

    kernel = _kernel()
    number = STD_ERROR_HANDLE if stream is sys.stderr else STD_OUTPUT_HANDLE
    console = ctypes.c_void_p(kernel.GetStdHandle(number))
    mode = ctypes.c_ulong()
    found = kernel.GetConsoleMode(console, ctypes.byref(mode))
    return bool(found and kernel.SetConsoleMode(console, mode.value | VIRTUAL_TERMINAL))


def peak_of_memory() -> int:
    """The most bytes of memory that this process had at any time, on Windows.

    Source: Microsoft, »PROCESS_MEMORY_COUNTERS«.
    """
    import ctypes

    class Counters(ctypes.Structure):
        _fields_ = (
            ("size", ctypes.c_uint32),
            ("page_faults", ctypes.c_uint32),
            ("peak_working_set", ctypes.c_size_t),
            ("others", ctypes.c_size_t * 7),
        )

    counters = Counters(size=ctypes.sizeof(Counters))
    _kernel().K32GetProcessMemoryInfo(
        ctypes.c_void_p(THIS_PROCESS), ctypes.byref(counters), counters.size
    )
    return int(counters.peak_working_set)


def _kernel() -> Any:
    """The functions of Windows, which are there on Windows alone."""
    import ctypes

    return vars(ctypes)["windll"].kernel32


THIS_PROCESS = -1
STD_OUTPUT_HANDLE, STD_ERROR_HANDLE = -11, -12
VIRTUAL_TERMINAL = 0x0004

# How text is written in an encoding that lacks some of it, such as Windows' own where output goes
# to a file.
PLAINLY = "statusnote.plainly"


def _plainly(error: UnicodeError) -> tuple[str | bytes, int]:
    """What stands for the characters that an encoding lacks, and where to go on behind them."""
    if not isinstance(error, UnicodeEncodeError):
        return codecs.replace_errors(error)  # of a stream that is read, too
    places = range(error.start, error.end)
    return "".join(_stand_in(error.object, place) for place in places), error.end


def _stand_in(text: str, place: int) -> str:
    """What is written for a character: a sign before the words that say the same is left blank."""
    if alike := ALIKE.get(text[place]):
        return alike
    before, behind = text[place - 1 : place] or "\n", text[place + 1 : place + 2]
    return " " if before.isspace() and behind == " " else "?"


# Each as wide as what it stands for, where that stands in a table.
ALIKE = {"━": "=", "≠": "#", "–": "-", "…": "...", "’": "'", "»": '"', "«": '"', "“": '"', "”": '"'}

codecs.register_error(PLAINLY, _plainly)


def lacks(encoding: str, text: str) -> bool:
    """Whether an *encoding* lacks any character of *text*."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return True
    return False
