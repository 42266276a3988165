"""A file → a plan, or all that is wrong with the file."""

import io
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.project import REAL, SMALL_PLAN
from support.shown import shown
from support.soundness import assert_sound

from statusnote.diagnostics.problem import MOST_PROBLEMS, ProblemsFound
from statusnote.plan import loading, model

PLAN = """\
title: Status for en lille plan
stamp: Offentligt
as_of: 2025-04-10
period: 2023-2026
introduction:
  - Planen har {antal} initiativ.
ministries:
  SBM: Social- og Boligministeriet
sections:
  - title: Den eneste del
    initiatives:
      - number: 1
        title: Et initiativ
        ministries: [SBM]
        reserve_financed: true
        status: afsluttes i 2025
        account:
          - Et afsnit med *fremhævning* og [et link](https://www.sst.dk).
          - grants:
              - Odense Kommune: 4,5 mio.
        milestones:
          - Rapporten foreligger: ultimo 2026
          - what: Loven træder i kraft
            due: 2025-07
            met: 2025-04-01
            moved_from: [2024]
"""


def problems_of(read: Callable[[], object]) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        read()
    return [shown(problem) for problem in found.value.problems]


def problems_in(text: str) -> list[str]:
    return problems_of(lambda: loading.read(text, "plan.yaml"))


def places_in(text: str) -> list[str]:
    """The problems in *text*, or the warnings where it is a plan: `line:column code`."""
    try:
        found = loading.read(text, "plan.yaml").warnings
    except ProblemsFound as problems:
        found = problems.problems
    return [f"{each.place.line}:{each.place.column} {each.code}" for each in found]


def test_a_file_and_standard_input_state_the_same_plan(
    write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAN.encode())))
    assert loading.load(str(write(PLAN))) == loading.load("-") == loading.read(PLAN, "plan.yaml")


def test_problems_in_a_file_are_reported_under_its_name(write: Callable[..., Path]) -> None:
    path = write("title: ''\n", "en plan.yaml")
    assert problems_of(lambda: loading.load(str(path)))[-1] == (
        f"{path}:1:8: fejl E326: Der står ikke noget her, og nøglen kan ikke undværes.\n"
        "    Skriv det, der skal stå."
    )


def test_problems_in_standard_input_are_reported_under_a_name_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"- a\n")))
    assert problems_of(lambda: loading.load("-")) == [
        "<stdin>:1:1: fejl E318: Her skal der stå nøgler med hver sin værdi.\n"
        "    Skriv »nøgle: værdi« på hver linje, med et mellemrum efter kolon."
    ]


def test_one_mistake_deep_in_a_plan_is_one_problem() -> None:
    assert problems_in(PLAN.replace("4,5 mio.", "4,5")) == [
        "plan.yaml:20:33: fejl E306: »4,5« er ikke et beløb, der kan læses.\n"
        "    Skriv hele kroner (2.830.850 eller 2830850), tusinder (500 t.kr.), millioner "
        "(4,5 mio.) eller milliarder (1,2 mia.)."
    ]


@pytest.mark.parametrize("end", [r"\n", r"\r", r"\r\n", r"\n\n"])
def test_no_end_of_a_line_is_hidden_in_an_escape(end: str) -> None:
    assert problems_in(PLAN.replace("Et initiativ", f'"Et{end}initiativ"')) == [
        "plan.yaml:13:19: fejl E309: Teksten er delt af en tom linje eller et linjeskift, "
        "som ville gå tabt.\n"
        "    Skriv teksten uden den tomme linje eller linjeskiftet. Et nyt afsnit får sin egen "
        "bindestreg."
    ]


KEYS_AT_THE_TOP = ", ".join(model.KNOWN_KEYS[""])


def test_an_unknown_key_beside_the_one_that_was_meant_is_one_problem() -> None:
    assert problems_in(f"titel: Noget andet\n{PLAN}") == [
        "plan.yaml:1:1: fejl E301: Nøglen »titel« kendes ikke her.\n"
        f"    Mente du »title«? Ret eller flyt nøglen. De mulige nøgler her er {KEYS_AT_THE_TOP}."
    ]


def test_a_key_that_is_far_from_any_other_hides_no_missing_one() -> None:
    assert problems_in(PLAN.replace("period", "varighed")) == [
        "plan.yaml:1:1: fejl E302: Nøglen »period« mangler her.\n"
        "    Tilføj en linje, der begynder med »period:«.",
        "plan.yaml:4:1: fejl E301: Nøglen »varighed« kendes ikke her.\n"
        f"    Ret eller flyt nøglen. De mulige nøgler her er {KEYS_AT_THE_TOP}.",
    ]


def test_rules_across_fields_are_checked_beside_a_field_that_cannot_be_read() -> None:
    text = PLAN.replace("number: 1", "number: et").replace("[SBM]", "[JM]")
    assert problems_in(text.replace("{antal} initiativ", "1 initiativer")) == [
        "plan.yaml:6:16: advarsel W412: Antallet er skrevet direkte i teksten: "
        "»1 initiativer«.\n"
        "    Skriv {antal} i stedet for tallet, så passer det altid.",
        "plan.yaml:12:17: fejl E311: »et« er ikke et nummer, der kan læses.\n"
        "    Skriv et helt tal fra 1 og op uden nul foran, eller fx 1.1, 1a eller A.1.",
        "plan.yaml:14:22: fejl E402: »JM« er ikke nævnt blandt forkortelserne "
        "øverst i filen.\n"
        "    Ret forkortelsen, eller tilføj den øverst med sit navn. De kendte forkortelser er "
        "SBM. Flere skrives [SUM, UIM].",
    ]


def test_a_ministry_that_is_written_as_plain_text_is_reported_where_it_stands() -> None:
    assert problems_in(PLAN.replace("[SBM]", "JM")) == [
        "plan.yaml:14:21: fejl E402: »JM« er ikke nævnt blandt forkortelserne "
        "øverst i filen.\n"
        "    Ret forkortelsen, eller tilføj den øverst med sit navn. De kendte forkortelser er "
        "SBM. Flere skrives [SUM, UIM]."
    ]


EDITS = st.tuples(
    st.integers(0, len(PLAN)),
    st.integers(0, 30),
    st.lists(
        st.sampled_from(
            [
                *(" ", "\t", "\n", "\r", "\n  ", "  - ", ": ", ":", "-", "#", ",", "\\", "'", '"'),
                *("[", "]", "{", "}", "*x", "&x ", "!", "| ", "> ", "? ", "%", "@", "`", "<<: *x"),
                *("---\n", "...\n", "[]", "{}", '""', "~", "0000", "i 2025", "æ", "😀", "\0"),
                *('"\\0"', "\ufeff", "\x85", "\u2028", "title: ", "grants:", "](x)", "{antal}"),
            ]
        ),
        max_size=3,
    ).map("".join),
)


@settings(max_examples=200)
@given(st.lists(EDITS, min_size=1, max_size=3))
def test_whatever_is_typed_gives_a_plan_or_problems_with_a_place(
    edits: list[tuple[int, int, str]],
) -> None:
    text = PLAN
    for start, length, new in edits:
        text = text[:start] + new + text[start + length :]
    try:
        found = loading.read(f"{text}\n", "plan.yaml").warnings
    except ProblemsFound as problems:
        found = problems.problems
        assert found
    assert_sound(f"\ufeff{text}\n".encode(), found)


# Warnings, and what is found beside what cannot be read


def test_a_plan_without_fault_has_no_warnings() -> None:
    assert loading.read(PLAN, "plan.yaml").warnings == []


SECOND = """\
      - number: 4
        title: Et initiativ
        ministries: [SBM]
        status: igangværende
"""


def test_a_plan_has_its_warnings_by_their_place() -> None:
    assert places_in(SMALL_PLAN.replace("  SBM", "  JM: Justitsministeriet\n  SBM") + SECOND) == [
        *("7:3 W402", "16:17 W401", "17:16 W403")
    ]


def test_the_second_place_of_a_problem_is_given_with_it() -> None:
    with pytest.raises(ProblemsFound) as found:
        loading.read(SMALL_PLAN + SECOND.replace("4", "1"), "plan.yaml")
    error, warning = found.value.problems
    assert (error.code, error.place.line, error.other and error.other.line) == ("E401", 15, 11)
    assert (warning.code, warning.place.line, warning.other and warning.other.line) == (
        *("W403", 16, 12),
    )


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("igangværende", "igang", "19:17 E304"),
        ("[SBM]\n        status: igang", "[SMB]\n        status: igang", "18:22 E402"),
        (
            "        status: igang",
            "        status: igangværende\n        status: igang",
            "20:9 E202",
        ),
    ],
)
def test_what_an_error_may_be_the_cause_of_is_not_said_beside_one(
    old: str, new: str, error: str
) -> None:
    text = SMALL_PLAN.replace("  SBM", "  JM: Justitsministeriet\n  SBM") + SECOND
    assert places_in(text) == ["7:3 W402", "16:17 W401", "17:16 W403"]
    assert places_in(text.replace(old, new)) == ["17:16 W403", error]


def test_a_remark_that_silences_nothing_yet_is_not_reported_beside_an_error() -> None:
    text = f"{SMALL_PLAN}# statusnote: ignore W405\n"
    assert places_in(text) == ["15:22 W801"]
    assert places_in(text.replace("gennemført", "færdig")) == ["14:17 E304"]


def test_the_errors_of_other_initiatives_are_found_beside_what_is_no_yaml() -> None:
    text = SMALL_PLAN.replace("status: gennemført", "status gennemført") + SECOND.replace(
        "status: igangværende", "status: igang"
    )
    assert places_in(text) == ["14:9 E222", "18:17 E304"]


def test_the_warnings_of_other_initiatives_wait_for_what_is_no_yaml() -> None:
    text = SMALL_PLAN.replace("status: gennemført", "status gennemført") + SECOND
    assert places_in(text) == ["14:9 E222"]


def test_initiatives_that_are_no_yaml_are_left_out_one_by_one_up_to_a_limit() -> None:
    broken = SECOND.replace("status:", "status")
    assert places_in(SMALL_PLAN + broken * loading.MOST_ATTEMPTS + broken) == [
        f"{18 + 4 * number}:9 E222" for number in range(loading.MOST_ATTEMPTS + 1)
    ]
    assert len(places_in(SMALL_PLAN + broken * 2 * loading.MOST_ATTEMPTS)) == (
        loading.MOST_ATTEMPTS + 1
    )


def test_what_is_no_yaml_outside_the_initiatives_stands_alone() -> None:
    assert places_in(SMALL_PLAN.replace("title: Status", 'title: "Status')) == ["1:8 E214"]


def test_what_breaks_a_rule_is_found_up_to_a_limit() -> None:
    codes = ", ".join(f"X{number}" for number in range(2 * MOST_PROBLEMS))
    found = places_in(SMALL_PLAN.replace("[SBM]", f"[{codes}]"))
    assert (len(found), {each.split()[1] for each in found}) == (MOST_PROBLEMS, {"E402"})


def test_initiatives_behind_those_with_enough_mistakes_are_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(model, "ENOUGH", 3)
    text = SMALL_PLAN.replace("gennemført", "nej")
    for number in range(2, 10):
        row = SECOND.replace("4", str(number)).replace("igangværende", "nej")
        text += row.replace("Et initiativ", f"Titel {number}")
    assert places_in(text) == ["14:17 E304", "18:17 E304", "22:17 E304", "26:17 E304"]


def test_a_plan_whose_letters_and_accents_were_typed_apart_is_the_same_plan() -> None:
    text = REAL.read_text("utf-8")
    apart = unicodedata.normalize("NFD", text)
    assert apart != text
    assert loading.read(apart, "plan.yaml").plan == loading.read(text, "plan.yaml").plan


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f \u00a0", "\u2003"])
def test_a_text_of_nothing_but_spaces_says_nothing(blank: str) -> None:
    assert problems_in(PLAN.replace("title: ", f'title: "{blank}" # ', 1)) == [
        "plan.yaml:1:8: fejl E326: Der står ikke noget her, og nøglen kan ikke undværes.\n"
        "    Skriv det, der skal stå."
    ]
