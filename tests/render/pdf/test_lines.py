"""Where the lines of the real note end: the golden list of divided words was read one by one."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from support import layout
from support.layout import Line
from support.project import REAL, SMALL_PLAN

from statusnote import danish, note
from statusnote.plan import loading
from statusnote.plan.model import Plan
from statusnote.plan.scalars import Number

pytestmark = pytest.mark.no_cover  # much of everything, which other tests hold

NOTE = note.derive(loading.load(str(REAL)).plan)
TITLES = {danish.plain(row.heading): row.number for row in NOTE.rows}


@pytest.fixture(scope="module")
def blocks() -> list[list[Line]]:
    return layout.blocks(layout.pages(NOTE))


def test_the_divided_words(blocks: list[list[Line]], golden: Callable[[str, str], None]) -> None:
    golden("line-ends.txt", "".join(_listed(blocks)))


def _listed(blocks: list[list[Line]]) -> list[str]:
    """`19 for prøveløs- / ladelse`: two words, with the number of their initiative, 0 above all."""
    listed: list[str] = []
    number: Number = 0
    for lines in blocks:
        number = TITLES.get(_joined(lines), number)
        for line, after in pairwise(lines):
            if line.divided:
                words = " ".join(danish.plain(line.text).split()[-2:])
                rest = danish.plain(after.text).split()[0]
                listed.append(f"{number:>2} {words} / {rest}\n")
    return listed


def _joined(lines: list[Line]) -> str:
    """The text of *lines*, without the hyphens of divisions."""
    parts = [line.text[:-1] if line.divided else f"{line.text} " for line in lines]
    return danish.plain("".join(parts)).strip()


def test_a_hyphen_that_ends_a_line_is_a_division(blocks: list[list[Line]]) -> None:
    undivided = [_joined(lines) for lines in blocks]
    texts = [danish.plain("".join(lines[0].element.itertext())) for lines in blocks]
    assert undivided == [" ".join(text.split()) for text in texts]


def test_no_three_lines_in_succession_end_in_a_division(blocks: list[list[Line]]) -> None:
    ends = ["".join("-" if line.divided else " " for line in lines) for lines in blocks]
    assert [end for end in ends if "---" in end] == []


def test_no_page_ends_in_a_division(blocks: list[list[Line]]) -> None:
    over = [(a.text, b.text) for lines in blocks for a, b in pairwise(lines) if a.page != b.page]
    assert [pair for pair in over if pair[0].endswith(("-", "\u2010"))] == []


def test_no_last_line_is_the_rest_of_a_word(blocks: list[list[Line]]) -> None:
    last = [lines[-2:] for lines in blocks if len(lines) > 1 and lines[-2].divided]
    assert [lines for lines in last if " " not in lines[-1].text] == []


def test_titles_codes_and_links_are_not_divided(blocks: list[list[Line]]) -> None:
    whole = [lines for lines in blocks if lines[0].element.tag in ("h1", "h2")]
    whole += [lines for lines in blocks if lines[0].element.get("class") == "ministry"]
    assert [line for lines in whole for line in lines if line.divided] == []
    text = "\n".join(line.text for lines in blocks for line in lines)
    assert re.findall(r"\S*(?:www|serdu)\S*", text) == ["www.sst.dk/vold.", "serduvolden.dk."]


def test_no_line_ends_at_the_hyphen_of_half_a_word_or_begins_with_a_space() -> None:
    """Ever longer words before it push it over the end of the line, one sign at a time."""
    account = "".join(f"          - Der {'i' * n} er støtte til {HALF}.\n" for n in range(1, 60))
    plan = loading.read(f"{SMALL_PLAN}        account:\n{account}", "plan.yaml").plan
    lines = [line for lines in layout.blocks(layout.pages(note.derive(plan))) for line in lines]
    starts = [line.text for line in lines if line.text.startswith((" ", danish.NO_BREAK))]
    assert starts == []
    assert [line.text for line in lines if line.text.endswith((" børne-", " fritids-"))] == []


HALF = "børne- og ungeområdet samt til fritids- eller skoleområdet"


LONG_ADDRESS = "voldsforebyggelse@arbejdsmarkedsuddannelsesstyrelsen.dk"
WRITTEN = (
    "https://arbejdsmarkedsstyrelsen.dk/publikationer/voldsforebyggelse",
    "WWW.Arbejdsmarkedsstyrelsen.dk/publikationer",
    LONG_ADDRESS,
)
ADDRESSES = {
    **{f"titel {written}": (f"Et initiativ på {written}", "Odense") for written in WRITTEN},
    **{
        f"modtager {written}": ("Et initiativ", f"Odense Kommune, {written}") for written in WRITTEN
    },
}


@pytest.mark.parametrize(("title", "recipient"), ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_in_any_text_is_divided_without_a_sign(title: str, recipient: str) -> None:
    """Ever longer words before it push it over the end of the line, one sign at a time."""
    for length in range(1, 40, 3):
        plan = plan_with(f"{'i' * length} {title}", f"{'i' * length} {recipient}")
        lines = [line for lines in layout.blocks(layout.pages(note.derive(plan))) for line in lines]
        assert [line.text for line in lines if line.divided] == []
        assert [line.text for line in lines if line.text.endswith("https://\u2060")] == []


def test_a_long_address_ends_a_line_at_its_own_signs() -> None:
    plan = plan_with(f"Skriv til {LONG_ADDRESS}", "Odense")
    (title,) = (
        [danish.plain(line.text) for line in lines]
        for lines in layout.blocks(layout.pages(note.derive(plan)))
        if lines[0].element.get("scope") == "row"
    )
    assert title[:3] == ["Skriv til", "voldsforebyggelse@", "arbejdsmarkedsuddannels"]


def test_a_word_beside_an_address_is_still_divided() -> None:
    plan = plan_with("Se www.a.dk om arbejdsmarkedsuddannelser her", "Odense")
    lines = [line for lines in layout.blocks(layout.pages(note.derive(plan))) for line in lines]
    assert [line.text for line in lines if line.divided] == ["Se www.a.dk om arbejds-"]


def plan_with(title: str, recipient: str) -> Plan:
    """A plan of an initiative with a *title*, and with a grant to a *recipient*."""
    account = f"        account:\n          - grants:\n              - {recipient}: 1.000\n"
    text = SMALL_PLAN.replace("Et initiativ", title) + account
    return loading.read(text, "plan.yaml").plan


def test_no_line_begins_with_a_dash(blocks: list[list[Line]]) -> None:
    assert [line for lines in blocks for line in lines if line.text.startswith("–")] == []


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("SBM", ["SBM/UIM"]),
        ("BESKÆFTIGELSE", ["BESKÆFTIGELSE/", "UIM"]),
        ("Lægemiddelstyrelsen", ["Lægemiddelstyrelsen/", "UIM"]),
        ("Styrelsen for Patientsikkerhed", ["Styrelsen for Patient-", "sikkerhed/UIM"]),
    ],
)
def test_a_code_is_not_cut_inside_a_word(code: str, lines: list[str]) -> None:
    text = SMALL_PLAN.replace("  SBM", "  UIM: Ministeriet\n  SBM").replace("[SBM]", "[SBM, UIM]")
    plan = loading.read(text.replace("SBM", code), "plan.yaml").plan
    shown = layout.blocks(layout.pages(note.derive(plan)))
    cells = [block for block in shown if block[0].element.tag in ("abbr", "td")]
    assert [line.text for line in cells[-1]] == lines


def test_the_introduction_is_set_to_be_read(blocks: list[list[Line]]) -> None:
    (lines,) = (b for b in blocks if b[0].element.get("class") == "introduction")
    lengths = [len(danish.plain(line.text)) for line in lines[:-1]]
    assert 60 <= sum(lengths) / len(lengths) <= 75
