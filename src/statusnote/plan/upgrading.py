"""A plan's file of any format → the same file in the newest one, with its comments and layout."""

from collections.abc import Callable

from statusnote.plan.model import VOCABULARY
from statusnote.plan.scalars import FORMATS
from statusnote.reading import parser
from statusnote.reading.nodes import MappingNode
from statusnote.reading.source import LINE_END, Source
from statusnote.reading.suppressions import COMMENT

Step = Callable[[Source, MappingNode], str]
# What makes a file of one format into one of the next, the first of 1 into 2. It gets the text, and
# the nodes that know where they stand in it; the key `format` it leaves alone.
STEPS: tuple[Step, ...] = ()


def upgraded(text: str, written_in: int) -> str:
    """*text*, a plan's file without errors, *written_in* one format, in the newest one.

    It says which that is. It is the same text where it was in that format and said so.
    """
    for step in STEPS[written_in - 1 :]:
        text = step(*_read(text))
    return _stating_newest(*_read(text))


def _read(text: str) -> tuple[Source, MappingNode]:
    source = Source(text, "")
    values, _ = parser.parse(source, VOCABULARY)
    return source, values


def _stating_newest(source: Source, values: MappingNode) -> str:
    """The text of *source*, in which the key `format` says the newest one."""
    text, newest, stated = source.text, str(FORMATS[-1]), values.value("format")
    if stated is not None:
        written = text[stated.start : stated.end].rstrip()
        return f"{text[: stated.start]}{newest}{text[stated.start + len(written) :]}"
    if text[values.start] == "{":
        first = next(iter(values)).start
        quote = '"' if text[first] == '"' else ""  # as in JSON
        return f"{text[:first]}{quote}format{quote}: {newest}, {text[first:]}"
    line, _ = source.line(values.start)
    indentation, at = text[line : values.start], _above_comments(source, line)
    line_end = LINE_END.search(text, at)
    ends = line_end[0] if line_end else "\n"
    return f"{text[:at]}{indentation}format: {newest}{ends}{text[at:]}"


def _above_comments(source: Source, line: int) -> int:
    """Where the comments begin that belong to the key on the *line* that begins there.

    The one for editors, which names the schema, belongs to none.
    """
    if silencing := COMMENT.search(source.text, 0, line):
        line = silencing.start()
    while line:
        above, written = source.line(line - 1)
        if not written.lstrip().startswith("#") or "yaml-language-server" in written:
            break
        line = above
    return line
