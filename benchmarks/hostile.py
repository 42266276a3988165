"""Files of up to a megabyte that are made to take the reader long, or much memory."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from statusnote.reading.parser import MAX_VALUES

SIZE = 1_000_000
MANY = 100_000
LONGEST_PARAGRAPH = 9_999

HEAD = "title: T\nas_of: 2025-04-10\nperiod: 2023-2026\nministries: {A: A}\n"
INTRODUCTION = f"{HEAD}introduction:\n"
SECTIONS = f"{HEAD}introduction: [I.]\nsections:\n"
INITIATIVES = f"{SECTIONS}  - title: T\n    initiatives:\n"
INITIATIVE = "      - number: 1\n        title: T\n        ministries: [A]\n        status: {}\n"
ACCOUNT = f"{INITIATIVES}{INITIATIVE.format('gennemført')}        account:\n"
MILESTONES = ACCOUNT.replace("account", "milestones")


def hostile_files(folder: Path) -> list[Path]:
    """Write all of the files to *folder*."""
    groups = (
        nested(),
        referring(),
        many(),
        as_many_as_are_read(),
        wrong_items(),
        paragraphs(),
        whole(),
        long(),
    )
    return [_written(folder / f"{name}.yaml", text) for name, text in chain(*groups)]


def _written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8", newline="")
    return path


def nested() -> Iterator[tuple[str, str]]:
    """What opens, and opens again."""
    signs = {"brackets": "[", "braces": "{", "dashes": "- ", "questions": "? ", "maps": "{a: "}
    for name, sign in signs.items():
        yield f"nested-{name}", sign * MANY
        yield f"nested-{name}-in-the-account", f"{ACCOUNT}          - {sign * MANY}"
    yield "nested-dashes-everywhere", _repeated("- - - - - - - - - -\n", HEAD)
    yield "nested-keys", "".join(f"{' ' * depth}a:\n" for depth in range(1_400))


def referring() -> Iterator[tuple[str, str]]:
    """Anchors and aliases."""
    laughs = "".join(f"a{n}: &a{n} [{f'*a{n - 1},' * 10}]\n" for n in range(1, 10_000))
    yield "billion-laughs", f"a0: &a0 [lol]\n{laughs}"
    merges = "".join(f"a{n}: &a{n}\n  <<: [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 20_000))
    yield "merge-keys", f"a0: &a0 {{a: 1}}\n{merges}"
    yield "aliases", _repeated("- *a\n", "title: &a T\nsections:\n")
    yield "anchors", _repeated("- &a\n", f"{HEAD}sections:\n")
    yield "tags", _repeated("- !a\n", f"{HEAD}sections:\n")


def many() -> Iterator[tuple[str, str]]:
    """Keys, initiatives and milestones without end."""
    yield "equal-keys", "title: T\n" * MANY
    yield "unknown-keys", "".join(f"k{n}: \n" for n in range(MANY))
    yield "keys-that-nearly-match", "".join(f"sektions{n}: \n" for n in range(60_000))
    yield "keys-of-paragraphs", _repeated("          - a: b\n", ACCOUNT)
    yield "ministries", "ministries:\n" + "".join(f"  A{n}: A\n" for n in range(70_000))
    yield "ministries-that-nearly-match", _repeated("AB,", f"{_until('ministries: [')}", "]\n")
    yield "initiatives", _repeated(INITIATIVE.format("gennemført"), INITIATIVES)
    yield "initiatives-of-a-line", _repeated("      - title: T\n", INITIATIVES)
    yield "initiatives-that-break", _repeated('      - title: "T" t\n', INITIATIVES)
    yield "initiatives-that-break-twice", _repeated("      - title: [\n      - a\n", INITIATIVES)
    yield "initiatives-of-wrong-status", _repeated(INITIATIVE.format("gennemfort"), INITIATIVES)
    yield "initiatives-without-space", _repeated("      -number: 1\n", INITIATIVES)
    yield "milestones", _repeated("          - M: 2025\n", MILESTONES)
    yield "milestones-twice", _repeated("          - M: 2025\n          - M: 2024\n", MILESTONES)
    yield "grants", _repeated("            - G: 1\n", f"{ACCOUNT}          - grants:\n")


def as_many_as_are_read() -> Iterator[tuple[str, str]]:
    """The same, but no more than the reader takes."""
    yield "some-unknown-keys", "".join(f"k{n}: \n" for n in range(ROOM // 2))
    yield "some-keys-that-nearly-match", "".join(f"sektions{n}: \n" for n in range(ROOM // 2))
    for status in ("gennemført", "gennemfort"):
        plan = INITIATIVES + INITIATIVE.format(status) * (ROOM // 10)
        yield f"some-initiatives-{len(status.encode())}", plan
    yield "some-keys-of-paragraphs", ACCOUNT + "          - a: b\n" * (ROOM // 3)
    dates = "          - M: 2025\n          - M: 2024\n"
    yield "some-milestones-twice", MILESTONES + dates * (ROOM // 6)
    grants = "            - G: 1\n" * (ROOM // 3)
    yield "some-grants", f"{ACCOUNT}          - grants:\n{grants}"


def wrong_items() -> Iterator[tuple[str, str]]:
    """Lists of what does not belong in them: as many as fit, and just as many as are read."""
    for kind, item in {
        "lists": "[],\n",
        "texts": "a,\n",
        "maps": "{},\n",
        "keys": "{a},\n",
    }.items():
        for where, before in LISTS.items():
            yield f"{kind}-in-{where}", _repeated(f" {item}", f"{before} [\n", "]\n")
            yield f"some-{kind}-in-{where}", f"{before} [\n{f' {item}' * READ[kind]}]\n"


ROOM = MAX_VALUES - 100
READ = {"lists": ROOM, "texts": ROOM, "maps": ROOM, "keys": ROOM // 3}
LISTS = {
    "introduction": INTRODUCTION[:-1],
    "sections": f"{HEAD}sections:",
    "initiatives": INITIATIVES[:-1],
    "account": ACCOUNT[:-1],
    "grants": f"{ACCOUNT}          - grants:",
    "milestones": MILESTONES[:-1],
}


def paragraphs() -> Iterator[tuple[str, str]]:
    """A paragraph of one sign, and many that are just short enough."""
    for name, sign in SIGNS.items():
        yield f"paragraph-of-{name}", _repeated(sign, f"{INTRODUCTION}  - 'a", "'\n")
        text = (sign * LONGEST_PARAGRAPH)[: LONGEST_PARAGRAPH // 2 * 2 - 4]
        number = (SIZE - len(ACCOUNT)) // len(f"          - 'a10{text}'\n".encode())
        items = (f"          - 'a{n}{text}'\n" for n in range(10, 10 + number))
        yield f"paragraphs-of-{name}", ACCOUNT + "".join(items)


SIGNS = {
    "brackets": "[",
    "closing-brackets": "]",
    "links": "](",
    "whole-links": "[a](b)",
    "asterisks": "*",
    "underlines": "_",
    "emphasis": "*a_",
    "opened-emphasis": " *a",
    "closed-emphasis": "*a* ",
    "emphasis-and-links": "*a* [](",
    "backslashes": "\\",
    "backticks": "`",
    "digits": "1",
    "points": ".",
    "numbers": "1.000 ",
    "spaces": " ",
    "lines": "\n\n",
    "quotes": '"',
    "closing-quotes": "”",
    "apostrophes": "''",
    "signs": "@",
    "addresses": "a@a.",
    "names": "www.a.dk",
    "braces": "{",
    "abbreviations": "bl.a. ",
}


def whole() -> Iterator[tuple[str, str]]:
    """One sign, or one line, and nothing else."""
    signs = {"nul": "\0", "tabs": "\t", "returns": "\r", "quotes": '"', "apostrophes": "'"}
    for name, sign in {**signs, "spaces": " ", "lines": "\n", "letters": "a"}.items():
        yield f"only-{name}", sign * SIZE
    for name, line in {
        "conflict-begins": "<<<<<<< ",
        "conflict-ends": ">>>>>>> a",
        "conflict-parts": "=======",
        "comments": "#",
        "documents": "---",
        "ends": "...",
        "directives": "%YAML 1.2",
        "remarks": "# statusnote: ignore W701",
        "remarks-of-errors": "# statusnote: E",
    }.items():
        yield name, f"{line}\n" * (SIZE // (len(line) + 1))
        yield f"{name}-before-a-plan", _repeated(f"{line}\n", "", MILESTONES)


def long() -> Iterator[tuple[str, str]]:
    """One value, or one key, of a megabyte."""
    yield "long-key", f"{'k' * SIZE}: \n"
    yield "long-key-that-nearly-matches", _repeated("sections", "", ": []\n")
    yield "long-ministries", _ministries(1_000)
    yield "long-key-in-quotes", f'"{"sections" * (SIZE // 8)}": \n'
    yield "long-ministry", _repeated("A", f"{_until('ministries: [')}", "]\n")
    yield "long-status", _repeated("gennemfort ", _until("status: "), "\n")
    yield "long-status-in-years", _repeated(" i 2024", _until("status: afsluttes"), "\n")
    yield "long-number", _repeated("1", f"{INITIATIVES}      - number: ", "\n")
    yield "long-day", _repeated("1", "as_of: ", "\n")
    yield "long-amount", _repeated(".000", f"{ACCOUNT}          - grants: [G: 1", "]\n")
    yield "long-date", _repeated("1", f"{MILESTONES}          - M: ", "\n")
    yield "long-quote-unclosed", _repeated("a ", f'{HEAD}stamp: "', "\n")
    yield "long-quote-of-lines", _repeated("a\n ", f'{HEAD}stamp: "', "\n")
    yield "long-block", _repeated("  # statusnote: ignore W701\n", f"{HEAD}stamp: |\n")
    yield "long-remark", _repeated(" W701", "# statusnote: ignore", f"\n{HEAD}")


def _ministries(length: int) -> str:
    """Some that are declared, and others that are nearly the same."""
    declared = "".join(f"  {n}{'AB' * (length // 2)}: A\n" for n in range(100, 500))
    named = "".join(f"          - {'AB' * (length // 2)}{n}\n" for n in range(100, 500))
    return f"ministries:\n{declared}{_until('ministries:')}\n{named}".replace(
        "ministries: {A: A}\n", ""
    )


def _until(key: str) -> str:
    """A plan up to what stands behind *key* in its only initiative."""
    return INITIATIVES + INITIATIVE[: INITIATIVE.index(key.split(":")[0])] + key


def _repeated(unit: str, before: str = "", after: str = "") -> str:
    """*before* and *after*, with *unit* between them as often as it fits."""
    room = SIZE - len(f"{before}{after}".encode())
    return f"{before}{unit * (room // len(unit.encode()))}{after}"
