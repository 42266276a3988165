"""Whatever is written into the cells of whichever plan's workbook comes back as just that."""

from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support.workbooks import FILE, PLAN, ref, saved, sent_out, write

from statusnote.answers import accounts, questions, reading, sheets
from statusnote.answers.edits import Edit, NewBlock, Of
from statusnote.answers.questions import GRANTS, INDICATORS, MILESTONES, PARTS, STATUS, Row, Sheet
from statusnote.plan.model import (
    Block,
    Grant,
    Indicator,
    Initiative,
    Milestone,
    Part,
    Plan,
    Section,
)
from statusnote.plan.scalars import read_amount
from statusnote.plan.statuses import USUAL

PARTY = "SBM"
WORDS = (
    st.text("abcdæøå &<>\"'»«_", min_size=1, max_size=8)
    .map(lambda text: f"x{text}x")
    .map(lambda text: " ".join(text.split()))
)
PHRASES = st.sampled_from(
    ["gennemført", "igangværende", "afsluttes i 2026", "forløber planmæssigt"]
)
STATUSES = PHRASES.map(USUAL.read)
AMOUNTS = st.sampled_from(["1.000", "2,5 mio.", "500 t.kr."])
DUES = st.sampled_from(["2026-12-31", "2026-06", "ultimo 2026", "2027"])
GRANT = st.builds(Grant.model_construct, recipient=WORDS, amount=AMOUNTS.map(read_amount))
BLOCKS = (
    st.builds(Block.model_construct, paragraph=WORDS)
    | st.builds(
        Block.model_construct,
        paragraph=st.none(),
        grants=st.lists(GRANT, min_size=1, max_size=2).map(tuple),
    )
    | st.builds(
        Block.model_construct,
        paragraph=st.none(),
        list=st.lists(WORDS, min_size=1, max_size=2).map(tuple),
    )
)
INITIATIVES = st.builds(
    Initiative.model_construct,
    number=st.integers(1, 30) | st.sampled_from(["1.1", "1.10", "1a", "A.1"]),
    title=WORDS,
    ministries=st.sampled_from([(PARTY,), (PARTY, "JM"), ("JM", PARTY), ("JM",)]),
    status=STATUSES,
    account=st.lists(BLOCKS, max_size=4).map(tuple),
    parts=st.lists(st.builds(Part.model_construct, title=WORDS, status=STATUSES), max_size=2).map(
        tuple
    ),
    indicators=st.lists(
        st.builds(Indicator.model_construct, name=WORDS, unit=st.none() | st.just("pct.")),
        max_size=2,
    ).map(tuple),
    milestones=st.lists(
        st.builds(
            Milestone.model_construct,
            what=WORDS,
            due=DUES,
            met=st.none() | st.just(date(2026, 2, 3)),
            moved_from=st.lists(DUES, max_size=1).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
)
PLANS = st.lists(INITIATIVES, min_size=1, max_size=4, unique_by=lambda each: str(each.number)).map(
    lambda initiatives: Plan.model_construct(
        title="Status",
        as_of=date(2026, 5, 1),
        ministries={PARTY: "Socialministeriet", "JM": "Justitsministeriet"},
        sections=(Section.model_construct(title="Del", initiatives=tuple(initiatives)),),
    )
)
# What can be written anew, and is never what stood there.
NEW = {
    "status": st.sampled_from(["afsluttes i 2031", "ikke gennemført i 2030"]),
    "met": st.sampled_from(["2026-04-05", "6. maj 2026", "snart"]),
    "moved_to": st.sampled_from(["2030", "primo 2031", "Q3 2030"]),
    "amount": st.sampled_from(["7.000", "7,5 mio.", "7000 kr."]),
    "latest": st.sampled_from(["70", "70,5"]),
    "measured": st.sampled_from(["maj 2030", "2030"]),
}
DATA_KEYS = {"moved_to": "due"}
OF = {
    PARTS.name: Of.PART,
    MILESTONES.name: Of.MILESTONE,
    GRANTS.name: Of.GRANT,
    INDICATORS.name: Of.INDICATOR,
}
Cells = dict[str, object]


@st.composite
def answers(draw: st.DrawFn) -> tuple[Plan, Cells, list[Edit]]:
    """A plan, what is written into its workbook, and the edits that this is."""
    plan = draw(PLANS)
    by_number = {each.number: each for section in plan.sections for each in section.initiatives}
    cells: Cells = {}
    edits: list[Edit] = []
    for sheet in questions.ANSWERED:
        for line, row in enumerate(questions.asked(plan, PARTY)[sheet.name], start=1):
            if sheet is STATUS:
                edits += draw(_of_initiative(line, row, by_number[row.number], cells))
            elif draw(st.booleans()):
                edits.append(draw(_of_row(sheet, line, row, cells)))
    return plan, cells, edits


@st.composite
def _of_initiative(
    draw: st.DrawFn, line: int, row: Row, initiative: Initiative, cells: Cells
) -> list[Edit]:
    edits = []
    if draw(st.booleans()):
        phrase = cells[ref(STATUS, "status", line)] = draw(NEW["status"])
        edits.append(Edit(row.number, Of.STATUS, None, {"status": phrase}))
    if draw(st.booleans()):
        new = f"Nyt {draw(WORDS)}"
        chunks = accounts.chunks(initiative.account)
        place = draw(st.integers(0, len(chunks)))
        cells[ref(STATUS, "account", line)] = "\n\n".join([*chunks[:place], new, *chunks[place:]])
        parts: list[int | NewBlock] = [*range(len(chunks))]
        parts.insert(place, NewBlock("", (new,)))
        edits.append(Edit(row.number, Of.ACCOUNT, None, account=tuple(parts)))
    return edits


@st.composite
def _of_row(draw: st.DrawFn, sheet: Sheet, line: int, row: Row, cells: Cells) -> Edit:
    keys = [column.key for column in sheet.columns if column.key in NEW]
    if sheet in (MILESTONES, GRANTS) and draw(st.booleans()):
        cells[ref(sheet, keys[0], line)] = questions.DROPPED
        return Edit(row.number, OF[sheet.name], row.index, dropped=True)
    if sheet is MILESTONES:
        keys = draw(st.lists(st.sampled_from(keys), min_size=1, unique=True))
    values = {key: draw(NEW[key]) for key in keys}
    cells |= {ref(sheet, key, line): text for key, text in values.items()}
    said = {DATA_KEYS.get(key, key): text for key, text in values.items()}
    return Edit(row.number, OF[sheet.name], row.index, said)


@given(answers())
@settings(max_examples=40)
def test_what_is_written_into_cells_comes_back_as_just_that(
    answer: tuple[Plan, Cells, list[Edit]],
) -> None:
    plan, cells, expected = answer
    assume(PARTY in questions.parties(plan))
    book = sent_out(plan, PARTY)
    write(book, cells)
    found, problems = reading.read(sheets.opened(saved(book), FILE), plan)
    told = [(e.number, e.of, e.index, dict(e.values), e.dropped, e.account) for e in found.edits]
    meant = [(e.number, e.of, e.index, dict(e.values), e.dropped, e.account) for e in expected]
    assert (told, problems) == (meant, [])
    places = {
        cell.place.removeprefix(f"{FILE}, ") for edit in found.edits for cell in edit.cells.values()
    }
    assert places == cells.keys()


COLUMNS = "ABCDEFGHIJKL"
ANYWHERE = [(column, row) for column in COLUMNS for row in (*range(4, 8), 12)]


@pytest.mark.parametrize(("column", "row"), ANYWHERE)
def test_whatever_is_written_wherever_is_said_or_told(column: str, row: int) -> None:
    """Of a row of each sheet in which nothing else was changed, there is an edit or a problem."""
    book = sent_out()
    names = [sheet.name for sheet in questions.SHEETS]
    write(book, {f"{name}!{column}{row}": "xyz" for name in names})
    answer, problems = reading.read(sheets.opened(saved(book), FILE), PLAN)
    found = {cell.place for edit in answer.edits for cell in edit.cells.values()}
    found |= {problem.place.file for problem in problems}
    for name in names:
        assert found & {f"{FILE}, {name}!{each}{row}" for each in COLUMNS}, name
