"""What `statusnote upgrade` makes of a file: the newest format, and all else as it stands."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from support.project import EXAMPLES, REAL, SMALL_PLAN
from support.result import Result

from statusnote.plan import loading, starter, upgrading
from statusnote.plan.scalars import FORMATS
from statusnote.plan.upgrading import upgraded
from statusnote.reading.nodes import MappingNode
from statusnote.reading.source import Source

VALID = sorted((EXAMPLES / "valid").glob("*.yaml"))


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_a_file_says_its_format_and_is_the_same_plan(path: Path) -> None:
    text = path.read_bytes().decode("utf-8-sig")
    newest = upgraded(text, 1)
    assert re.sub(r"(?m)^ *format: 1(?:\r\n?|\n)|format: 1, ", "", newest, count=1) == text
    assert loading.read(newest, "plan.yaml") == loading.read(text, "plan.yaml")
    assert upgraded(newest, 1) == newest


TITLE = "title: Status for en lille plan\n"
SCHEMA = "# yaml-language-server: $schema=plan.schema.json\n"
SILENCED = "# statusnote: ignore W709\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (TITLE, f"format: 1\n{TITLE}"),
        (f"{SCHEMA}{TITLE}", f"{SCHEMA}format: 1\n{TITLE}"),
        (f"{SCHEMA}# Planen.\n{TITLE}", f"{SCHEMA}format: 1\n# Planen.\n{TITLE}"),
        (f"{SCHEMA}# Planen.\n\n{TITLE}", f"{SCHEMA}# Planen.\n\nformat: 1\n{TITLE}"),
        (f"# Planen.\n---\n# Titlen:\n{TITLE}", f"# Planen.\n---\nformat: 1\n# Titlen:\n{TITLE}"),
        (f"{SILENCED}\n# Titlen:\n{TITLE}", f"format: 1\n{SILENCED}\n# Titlen:\n{TITLE}"),
        (f"\n{SILENCED}{TITLE}", f"\nformat: 1\n{SILENCED}{TITLE}"),
        ("title: x", "format: 1\ntitle: x"),
        ("# Planen.\r  title: x\r", "  format: 1\r# Planen.\r  title: x\r"),
        ("# Planen.\n\n  title: x\n", "# Planen.\n\n  format: 1\n  title: x\n"),
        ('{"title": "x"}', '{"format": 1, "title": "x"}'),
        ("--- {title: x}\n", "--- {format: 1, title: x}\n"),
    ],
)
def test_where_the_format_is_written(before: str, after: str) -> None:
    assert upgraded(before, 1) == after


def test_each_format_but_the_newest_has_a_step_to_the_next() -> None:
    assert [*FORMATS] == [*range(1, len(upgrading.STEPS) + 2)]


def test_what_we_write_is_in_the_newest_format() -> None:
    for text in (REAL.read_text("utf-8"), starter.contents()["data/initiatives.yaml"].decode()):
        assert upgraded(text, FORMATS[-1]) == text


def _a_step(source: Source, values: MappingNode) -> str:
    key = values.key("stamp")
    return f"{source.text[: key.start]}seal{source.text[key.end :]}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("stamp:  x\n# Her:\nformat:  1\n", "seal:  x\n# Her:\nformat:  2\n"),
        ("format: '1'\n\nstamp: x\n", "format: 2\n\nseal: x\n"),
        ("format: |\n  1\n# Stemplet:\nstamp: x\n", "format: 2\n# Stemplet:\nseal: x\n"),
        ("# Stemplet:\nstamp: x\n", "format: 2\n# Stemplet:\nseal: x\n"),
    ],
)
def test_a_step_leads_from_one_format_to_the_next(
    before: str, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upgrading, "FORMATS", (1, 2))
    monkeypatch.setattr(upgrading, "STEPS", (_a_step,))
    assert upgraded(before, 1) == after
    assert upgraded(after, 2) == after


def test_a_file_is_rewritten_in_its_place(run: Callable[..., Result], tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL_PLAN.replace("\n", "\r\n").encode())
    assert run("upgrade", path) == Result(0, f"{path}\n", "")
    newest = f"format: 1\n{SMALL_PLAN}".replace("\n", "\r\n").encode()
    assert path.read_bytes() == b"\xef\xbb\xbf" + newest
    seen = path.stat()
    again = run("upgrade", path)
    assert (again.code, again.out) == (0, "")
    assert again.err == f"{path} er i det nyeste format, 1.\n"
    assert path.stat() == seen


@pytest.mark.parametrize(("wrong", "code"), [("format: 2", "E340"), ("format: [1]", "E303")])
def test_a_file_with_errors_is_left_as_it_is(
    wrong: str, code: str, run: Callable[..., Result], write: Callable[..., Path]
) -> None:
    path = write(f"{wrong}\n{SMALL_PLAN}")
    refused = run("upgrade", path)
    assert (refused.code, refused.out) == (1, "")
    assert code in refused.err
    assert path.read_text("utf-8") == f"{wrong}\n{SMALL_PLAN}"


def test_standard_input_has_no_place(run: Callable[..., Result]) -> None:
    assert run("upgrade", "-", stdin=SMALL_PLAN.encode()).code == 2
