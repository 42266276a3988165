"""Workbooks that people and programs made odd lose nothing, or are refused with one problem."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from support.odd_workbooks import (
    ALL_ROWS,
    ENOUGH,
    HARMLESS,
    REAL_BOMB,
    TOLD,
    UNREAD,
    Made,
    plain,
)
from support.office import converted
from support.workbooks import FILE, PLAN

from statusnote.answers import package, reading, sheets
from statusnote.bounds import Exhausted
from statusnote.diagnostics.problem import ProblemsFound

EXPECTED = 9  # edits: all that ANSWERS say


def meant(content: bytes) -> tuple[list[object], list[str]]:
    """What is said, without where, and the codes of what is wrong."""
    answer, problems = reading.read(sheets.opened(content, FILE), PLAN)
    edits = [(e.number, e.of, e.index, e.values, e.dropped, e.account) for e in answer.edits]
    return sorted(edits, key=str), [problem.code for problem in problems]


def test_a_hundred_of_them_are_read() -> None:
    assert len(HARMLESS) + len(TOLD) + len(UNREAD) + 2 * len(BY_OFFICE) >= 125
    edits, problems = meant(plain())
    assert (len(edits), problems) == (EXPECTED, [])


@pytest.mark.parametrize("made", HARMLESS.values(), ids=HARMLESS)
def test_what_is_odd_but_harmless_loses_nothing(made: Made) -> None:
    assert meant(made()) == meant(plain())


@pytest.mark.parametrize(("made", "codes"), TOLD.values(), ids=TOLD)
def test_what_is_not_read_is_told(made: Made, codes: list[str]) -> None:
    assert meant(made()) == (meant(plain())[0], codes)


@pytest.mark.parametrize(("made", "code"), UNREAD.values(), ids=UNREAD)
def test_what_is_no_answer_is_refused_with_one_problem(
    made: Made, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "LARGEST", ENOUGH)
    assert refused(made()) == code


def refused(content: bytes) -> str:
    with pytest.raises(ProblemsFound) as found:
        reading.record_of(sheets.opened(content, FILE))
    (problem,) = found.value.problems
    assert problem.place.file.startswith(FILE)
    return problem.code


@pytest.mark.parametrize("step", range(40))
def test_whatever_byte_is_another_there_is_no_traceback(step: int) -> None:
    content = bytearray(plain())
    for at in range(step, len(content), len(content) // 20):
        content[at] ^= 1 << step % 8
    with suppress(ProblemsFound):
        reading.read(sheets.opened(bytes(content), FILE), PLAN)


# LibreOffice


BY_OFFICE = (
    *("sorted", "coloured and struck out", "protected", "with texts in runs"),
    *("with days from 1904", "with figures for amounts"),
)


@pytest.mark.no_cover  # much of everything, which other tests hold
def test_what_libreoffice_saved_anew_loses_nothing() -> None:
    """As a workbook, and by way of its own format."""
    books = {f"{number}.xlsx": HARMLESS[name]() for number, name in enumerate(BY_OFFICE)}
    own = converted(books, "ods")
    books |= {f"own-{name}.ods": content for name, content in own.items()}
    again = converted(books, "xlsx")
    assert len(again) == 2 * len(BY_OFFICE)
    assert {name: meant(content) for name, content in again.items()} == {
        name: meant(plain()) for name in again
    }


# Limits


def test_no_more_is_unpacked_than_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    unpacked: list[int] = []
    read = zipfile.ZipExtFile.read

    def counting(member: zipfile.ZipExtFile, n: int | None = -1) -> bytes:
        content = read(member, n)
        unpacked.append(len(content))
        return content

    content = REAL_BOMB()
    monkeypatch.setattr(zipfile.ZipExtFile, "read", counting)
    assert refused(content) == "E913"
    assert sum(unpacked) == package.LARGEST + 1


@pytest.mark.no_cover  # much of everything, which other tests hold
def test_a_sheet_of_all_rows_is_read_up_to_a_limit() -> None:
    with pytest.raises(ProblemsFound) as found:
        reading.read(sheets.opened(ALL_ROWS(), FILE), PLAN)
    (problem,) = found.value.problems
    assert (problem.code, problem.place.file) == ("E916", f"{FILE}, Status")


def test_very_many_parts_are_counted_before_a_list_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    content = UNREAD["very many parts"][0]()
    monkeypatch.setattr(package, "ZipFile", None)
    assert refused(content) == "E913"


def test_cells_are_read_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    found = sheets.opened(plain(), FILE).sheets
    most = max(sum(map(len, sheet.rows.values())) for sheet in found)
    monkeypatch.setattr(sheets, "MOST_CELLS", most)
    assert meant(plain())[1] == []
    monkeypatch.setattr(sheets, "MOST_CELLS", most - 1)
    assert refused(plain()) == "E916"


@pytest.mark.parametrize("fails", [1, 2])
def test_time_and_memory_are_bounded(fails: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of opening a workbook, and those of reading what is in its cells."""
    asked: list[tuple[float, int]] = []

    @contextmanager
    def exhausted(seconds: float, most: int) -> Iterator[None]:
        asked.append((seconds, most))
        yield
        if len(asked) == fails:
            raise Exhausted

    monkeypatch.setattr(sheets, "bounded", exhausted)
    with pytest.raises(ProblemsFound) as found:
        reading.read(sheets.opened(plain(), FILE), PLAN)
    assert [problem.code for problem in found.value.problems] == ["E913"]
    assert asked == [(sheets.SECONDS, sheets.MEMORY)] * fails


def test_nothing_but_the_workbook_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither another file nor the network, whatever the parts name."""
    opened: list[str] = []
    made = {name: made() for name, (made, _) in UNREAD.items() if "entity" in name}
    monkeypatch.setattr("builtins.open", lambda name, *_: opened.append(name))
    monkeypatch.setattr("socket.socket", lambda *_: opened.append("socket"))
    assert [refused(content) for content in made.values()] == ["E912"] * len(made)
    assert opened == []
