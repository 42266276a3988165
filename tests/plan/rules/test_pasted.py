"""Lists and divided words that were pasted into a paragraph, and what looks like them."""

import pytest
from support import plan_texts
from support.plan_texts import found

from statusnote.plan import rules
from statusnote.plan.rules.pasted import paragraphs_hold_no_list
from statusnote.plan.rules.raw_plan import RawPlan
from statusnote.reading.nodes import Fragment
from statusnote.reading.parser import parse
from statusnote.reading.source import Source


def lists_in(paragraph: str) -> list[tuple[str, int]]:
    """The mark and the offset of each list in a paragraph, which is given as it is written."""
    source = Source(f"introduction:\n  - {paragraph}\n", "plan.yaml")
    findings = [one for one in rules.check(parse(source)[0], source.text) if one.code == "E407"]
    places = [one.where for one in findings]
    return [
        (str(one.details["mark"]), place.start)
        for one, place in zip(findings, places, strict=True)
        if isinstance(place, Fragment)
    ]


@pytest.mark.parametrize(
    ("paragraph", "lists"),
    [
        ("Der er to.\n    • Råd.\n    • Kurser.", [("•", 11)]),
        ("• Første afsnit.", [("•", 0)]),
        ("•Første afsnit.", [("•", 0)]),
        ("\uf0b7 Første afsnit.", [("\uf0b7", 0)]),
        ("\uf0a7\tFørste afsnit.", [("\uf0a7", 0)]),
        ("'Der er to: ▪ Råd ▪ Kurser.'", [("▪", 11)]),
        ("'Der er to:\n    ◦ Råd'", [("◦", 11)]),
        ("'Der er to:\n    – Råd og\n      dåd\n    – Kurser'", [("–", 11)]),
        ("Der er tre\n    – Råd\n    – Kurser\n    – Mål", [("–", 11)]),
        ("Der er to.\n    * Råd.\n    * Kurser.", [("*", 11)]),
        ("'Der er to.\n    - Råd.\n    - Kurser.'", [("-", 11)]),
        ("'Der er ét.\n    - Råd.'", [("-", 11)]),
        ("Der er to.\n    1) Råd.\n    2) Kurser.", [("1)", 11)]),
        ("Der er to.\n    a) Råd.\n    b) Kurser.", [("a)", 11)]),
        ("Der er tre.\n    1. Råd.\n    2. Kurser.\n    3. Mål.", [("1.", 12)]),
        ("Der er ét.\n    o Råd.", [("o", 11)]),
        ('"Der er to:\n    1) Råd.\n    2) Kurser."', [("1)", 11)]),
        (">\n    Der er to.\n    1) Råd.\n    2) Kurser.", [("1)", 11)]),
        ('"Der er to.\n    1) R\\xe5d.\n    2) Kurser."', [("1)", 0)]),
        ("1) Råd.\n    2) Kurser.", [("1)", 0)]),
    ],
)
def test_a_list_that_would_run_together_is_found(
    paragraph: str, lists: list[tuple[str, int]]
) -> None:
    assert lists_in(paragraph) == lists


@pytest.mark.parametrize(
    "paragraph",
    [
        "Der er 1) råd, 2) kurser og a) måling.",
        "Der er råd – eller\n    – som før – kurser.",
        "Der er råd\n    – som før\n    – i dag.",
        "Det skete den\n    1. maj og den\n    2. juni.",
        "Der er 1) råd og\n    2) kurser.",
        "Prisen er 3\n    * 2 = 6 og a•b.",
        "Der er -5 og\n    -6 grader.",
    ],
)
def test_marks_inside_a_sentence_are_left_alone(paragraph: str) -> None:
    assert lists_in(paragraph) == []


def test_lists_are_looked_for_in_paragraphs_only() -> None:
    plan = plan_texts.plan("Her.", title="• En titel")
    assert list(paragraphs_hold_no_list(RawPlan(plan))) == []


@pytest.mark.parametrize(
    ("text", "written", "better"),
    [
        ("Et led i ligestil- lingsarbejdet.", "ligestil- lingsarbejdet", "ligestillingsarbejdet"),
        ("Voldsud-\nsatte kvinder.", "Voldsud-\nsatte", "Voldsudsatte"),
        ("De nye IT-  systemer.", "IT-  systemer", "IT-systemer"),
        ("De \u00e5b\u2010 ne.", "åb\u2010 ne", "åbne"),
        ("Hjælp til børne- ogsamfund.", "børne- ogsamfund", "børneogsamfund"),
    ],
)
def test_a_word_that_was_divided_is_found(text: str, written: str, better: str) -> None:
    ((code, _, details, _),) = [one for one in found(text) if one[0] != "W706"]
    assert (code, details) == ("W714", {"written": written, "better": better})


@pytest.mark.parametrize(
    "text",
    [
        "Børne- og ungeområdet, social- eller sundhedsområdet, før- og\nefterværn.",
        "Børne-, unge- og familieområdet, ned-/op-, 2- til 3-årige og ind- samt udland.",
        "Ud - eller ind - og Lolland- Falster, 3- årig og a -b.",
        "Mor- såvel som far-, kort- henholdsvis langvarig, for- *og* bag.",
    ],
)
def test_half_a_word_before_another_is_left_alone(text: str) -> None:
    assert [one for one in found(text) if one[0] == "W714"] == []
