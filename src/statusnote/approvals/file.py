"""The file of approvals beside a plan's: read with what is wrong with it, and written anew.

Each party of the plan has a line of its own in it, approved or not, so that git merges two that
approved on two branches.
"""

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from statusnote import files
from statusnote.approvals.part import FORMAT
from statusnote.diagnostics.problem import Problem, ProblemsFound
from statusnote.plan.scalars import read_day
from statusnote.reading import parser
from statusnote.reading.nodes import MappingNode, Node, ScalarNode
from statusnote.reading.source import Source
from statusnote.systems import typed

NAME = "approvals.yaml"
HEAD = """\
# Hvem der har godkendt sin del af den plan, der ligger ved siden af. »statusnote approve« skriver
# filen: »hash« er et aftryk af den ansvarliges del af planen og passer, så længe den del siger det,
# der blev godkendt. »statusnote approve --status« viser, hvem der mangler, og hvad der er rettet.
"""


class Approval(NamedTuple):
    """The *hash* of what a party approved, the day that the plan spoke for, and who did it."""

    hash: str
    of: date
    by: str = ""


class Approvals(NamedTuple):
    """What a file of approvals holds: an approval, or none yet, by the code of the party.

    Its *text* is empty where there is no such file.
    """

    text: str
    by_party: dict[str, Approval | None]


def beside(data: str) -> str:
    """The path of the file of approvals that belongs to the plan's file *data*."""
    return str(Path(data).with_name(NAME))


def read(path: str, parties: Mapping[str, str]) -> Approvals:
    """The approvals in the file at *path*; none where there is no such file.

    *parties* are those that the plan has, by their codes. Raises ProblemsFound, with all that is
    wrong.
    """
    try:
        text = files.read_text(path)
    except ProblemsFound as found:
        if found.problems[0].code == "E101":
            return Approvals("", {})
        raise
    source = Source(text, path)
    values, problems = parser.parse(source)
    held = values.value("approvals")
    held = MappingNode() if held == "" else held
    right = values.keys() == {"format", "approvals"} and values.value("format") == str(FORMAT)
    if not right or not isinstance(held, MappingNode):
        raise ProblemsFound([*problems, source.problem("E962", values, format=FORMAT)])
    approvals: dict[str, Approval | None] = {}
    for code, value in held.items():
        if code not in parties:
            known = ", ".join(parties)
            problems.append(source.problem("E960", code, code=code, known=known))
        approvals[str(code)] = _approval(source, code, value, problems)
    if problems:
        raise ProblemsFound(problems)
    return Approvals(text, approvals)


def _approval(
    source: Source, code: ScalarNode, value: Node, problems: list[Problem]
) -> Approval | None:
    """What stands behind a party's *code*; what is wrong with it is added to the *problems*."""
    if value == "":
        return None
    with suppress(TypeError, ValueError):
        return _stated(value)
    problems.append(source.problem("E961", value, code=typed(code)))
    return None


def _stated(value: Node) -> Approval:
    """The approval in *value*. Raises TypeError or ValueError where there is none."""
    if not isinstance(value, MappingNode):
        raise TypeError
    said = {str(key): str(each) for key, each in value.items() if isinstance(each, ScalarNode)}
    if len(said) < len(value) or not said.keys() <= {*Approval._fields}:
        raise ValueError
    if not re.fullmatch(HASH, said.get("hash", "")):
        raise ValueError
    return Approval(said["hash"], read_day(said.get("of", "")), said.get("by", ""))


HASH = "[0-9a-f]{64}"


def written(old: Approvals, new: Mapping[str, Approval], parties: Iterable[str]) -> str:
    """The text of the file that also holds the *new* approvals, by the codes of the *parties*.

    These are all that the plan has, in its order. What stands in the file for the others stays as
    it is, with its comments; a party that it has no line for gets one, before the next that it has.
    """
    ends = "\r\n" if "\r\n" in old.text else "\n"
    head, indent, blocks = _divided(old._replace(text=old.text.replace(ends, "\n")))
    order = [*parties]
    codes = [*blocks]
    for place, code in enumerate(order):
        if code not in blocks:
            following = (codes.index(each) for each in order[place + 1 :] if each in blocks)
            codes.insert(next(following, len(codes)), code)
        if code in new or code not in blocks:
            blocks[code] = _with(new.get(code), code, indent, blocks.get(code, ""))
    return "".join((head, *(blocks[code] for code in codes))).replace("\n", ends)


def _divided(old: Approvals) -> tuple[str, str, dict[str, str]]:
    """What stands above the parties, what they are indented by, and the lines of each.

    A file that isn't laid out in lines, as YAML may be, is laid out anew.
    """
    source = Source(old.text, NAME)
    held = parser.parse(source)[0].value("approvals") if old.text else None
    if not isinstance(held, MappingNode) or source.text[held.start] == "{":
        approved = old.by_party.items()
        blocks = {code: _with(approval, code, INDENT, "") for code, approval in approved}
        return f"{HEAD}\nformat: {FORMAT}\napprovals:\n", INDENT, blocks
    text, codes = source.text, [*held]
    text = text if text.endswith("\n") else f"{text}\n"
    starts = [_above_comments(source, code.start) for code in codes]
    ends = [*starts[1:], len(text)]
    lines = {str(code): text[at:to] for code, at, to in zip(codes, starts, ends, strict=True)}
    return text[: starts[0]], " " * (source.place(codes[0].start).column - 1), lines


def _above_comments(source: Source, at: int) -> int:
    """Where the line begins that *at* stands on, or the comments that stand right above it."""
    line, _ = source.line(at)
    while line and source.line(line - 1)[1].lstrip().startswith("#"):
        line, _ = source.line(line - 1)
    return line


def _with(approval: Approval | None, code: str, indent: str, lines: str) -> str:
    """The *lines* of a party, which has this *approval* now: its comments around it are kept."""
    before, after = _remarks(lines.splitlines(keepends=True)), ""
    if before != lines:
        after = _remarks(lines[len(before) :].splitlines(keepends=True)[::-1])
    said = [f"{indent}{_scalar(code)}:"]
    if approval:
        by = {"by": _scalar(approval.by)} if approval.by else {}
        keys = {"hash": approval.hash, **by, "of": approval.of.isoformat()}
        said += [f"{2 * indent}{key}: {text}" for key, text in keys.items()]
    return "".join((before, *(f"{line}\n" for line in said), after))


def _remarks(lines: Iterable[str]) -> str:
    return "".join(takewhile(lambda line: not line.strip() or line.lstrip()[0] == "#", lines))


def _scalar(text: str) -> str:
    """*text* as YAML, in quotation marks where it would be read as something else."""
    return text if re.fullmatch(PLAIN, text) else json.dumps(text, ensure_ascii=False)


PLAIN = r"[^\W\d_](?:[\w .,/&()-]*[\w.)])?"
INDENT = "  "
