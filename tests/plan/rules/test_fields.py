"""Rules across fields: what breaks them and where, and what is left alone."""

import re

import pytest

from statusnote.plan.rules import fields
from statusnote.reading.nodes import Fragment, Node
from statusnote.reading.parser import parse
from statusnote.reading.source import Source

Found = list[tuple[str, str | None, dict[str, object], str | None]]

FINE = {
    "title": "Status for en lille plan",
    "as_of": "2025-04-10",
    "period": "2023-2026",
    "introduction": "['Planen har {antal} initiativer.']",
    "ministries": "{JM: Justitsministeriet, SBM: Social- og Boligministeriet}",
}


def found(*initiatives: str, **head: str) -> Found:
    """What is found in a plan of one section, which states nothing wrong but what is given."""
    return found_in(plan(_section(initiatives), **head))


def found_in(text: str) -> Found:
    """The findings: code, what is meant, details, and the other that is meant.

    What is meant is a text, and, in an initiative, the number of its line before it.
    """
    source = Source(text, "plan.yaml")
    rows = [line for line, row in enumerate(text.split("\n"), start=1) if row.startswith("  - {")]

    def meant(value: Node | Fragment | None) -> str | None:
        if value is None:
            return None
        place = source.of(value)
        written = place.written[place.column - 1 : place.end_column - 1]
        return f"{rows.index(place.line) + 1}: {written}" if place.line in rows else written

    return [
        (each.code, meant(each.where), dict(each.details), meant(each.other))
        for each in fields.check(parse(source)[0])
    ]


def plan(*sections: str, **head: str) -> str:
    lines = [f"{key}: {value}\n" for key, value in (FINE | head).items()]
    return "".join([*lines, "sections:\n", *sections])


def section(*initiatives: str) -> str:
    return _section(initiatives)


def _section(initiatives: tuple[str, ...]) -> str:
    rows = "".join(f"  - {{{_whole(each, row)}}}\n" for row, each in enumerate(initiatives, 1))
    return f"- title: En del\n  initiatives:\n{rows}"


def _whole(initiative: str, row: int) -> str:
    """*initiative* with what it lacks."""
    usual = {
        "number": row,
        "title": f"Titel {row}",
        "ministries": "[JM, SBM]",
        "status": "igangværende",
    }
    missing = [f"{key}: {each}" for key, each in usual.items() if f"{key}:" not in initiative]
    return ", ".join(filter(None, (initiative, *missing)))


def test_nothing_is_found_in_a_plan_that_breaks_no_rule() -> None:
    assert found("", "ministries: JM") == []


def test_what_has_the_wrong_shape_is_passed_over() -> None:
    text = """\
as_of: [2025-04-10]
period: {2023: 2026}
introduction: [[26 initiativer], "", {26 initiativer: 26 initiativer}]
ministries: {JM: [Justitsministeriet]}
sections:
- 26 initiativer
- initiatives: 26 initiativer
- initiatives: [number, [number], {number: [1], ministries: {SBM: SBM}, title: {T: T}}]
- initiatives: [{number: "", ministries: [" ", [SBM], JM], status: [gennemført], title: ""}]
- initiatives:
  - {account: [a, [b], {grants: c}, {grants: [d, [e], {f: [g]}, {h: {}}]}]}
  - {status: gennemført, milestones: [a, [b], {c: [d]}, {what: e}, {due: 2020}, {what: [f]}]}
  - {status: gennemført, milestones: {a: 2020}, account: {grants: [{a: 1}, {a: 1}]}}
"""
    assert found_in(text) == []


# Numbers


def test_each_further_use_of_a_number_is_found_in_all_sections() -> None:
    sections = (section("", ""), section("number: 2", "number: ' 1 '"), section(""))
    assert [each for each in found_in(plan(*sections)) if each[0] != "W403"] == [
        ("E401", "3: 2", {"number": "2"}, "2: 2"),
        ("E401", "4: ' 1 '", {"number": "1"}, "1: 1"),
        ("E401", "5: 1", {"number": "1"}, "1: 1"),
    ]


def test_each_gap_in_the_numbers_is_found_in_whatever_order_they_stand() -> None:
    assert found("number: 9", "number: 1", "number: 4", "number: 3") == [
        ("W401", "4: 3", {"before": 1, "number": 3}, "2: 1"),
        ("W401", "1: 9", {"before": 4, "number": 9}, "3: 4"),
    ]


@pytest.mark.parametrize(
    "numbers",
    [
        *(["1"], ["5", "6"], ["2", "1", "3"], ["1", "0", "2"], ["1", "tre"], ["1", "03"]),
        *(["1", "''", "2"], ["1", "3.0"], ["1", "1000000"]),
    ],
)
def test_numbers_without_a_gap_and_those_that_cannot_be_read_are_left_alone(
    numbers: list[str],
) -> None:
    assert found(*(f"number: {number}" for number in numbers)) == []


# Ministries


def test_each_ministry_that_is_not_declared_is_found() -> None:
    assert found("ministries: [SMB, JM, ' Finansministeriet ', SBM]") == [
        ("E402", "1: SMB", {"code": "SMB", "guess": "SBM", "known": "JM, SBM"}, None),
        (
            "E402",
            "1: ' Finansministeriet '",
            {"code": "Finansministeriet", "guess": "", "known": "JM, SBM"},
            None,
        ),
    ]


def test_a_ministry_is_found_where_it_stands_alone_too() -> None:
    assert found("ministries: JM og SBM", "") == [
        (
            "E402",
            "1: JM og SBM",
            {"code": "JM og SBM", "guess": "[JM, SBM]", "known": "JM, SBM"},
            None,
        )
    ]


SIX = "{BUVM: Børn, JM: Justitsministeriet, LIGE: Lige, SBM: Social, SUM: Sundhed, UIM: Udlændinge}"


@pytest.mark.parametrize(
    ("written", "marked", "guess"),
    [
        ("SMB", "SMB", "SBM"),
        ("[sbm]", "sbm", "SBM"),
        ("[SUM, JM, MSB]", "MSB", "SBM"),
        ("[ justitsministeriet ]", "justitsministeriet", "JM"),
        ("'SUM, UIM'", "'SUM, UIM'", "[SUM, UIM]"),
        ("'SUM, UIM]'", "'SUM, UIM]'", "[SUM, UIM]"),
        ("'SUM, UIM og JM'", "'SUM, UIM og JM'", "[SUM, UIM, JM]"),
        ("[LIGE; SBM]", "[LIGE; SBM]", "[LIGE, SBM]"),
        ("[SUM/UIM, JM]", "[SUM/UIM, JM]", "[SUM, UIM, JM]"),
        ("[SUM/UIN]", "SUM/UIN", ""),
        ("SOM", "SOM", ""),
        ("UM", "UM", ""),
        ("LIG", "LIG", ""),
    ],
)
def test_a_ministry_is_guessed_only_where_it_is_surely_meant(
    written: str, marked: str, guess: str
) -> None:
    all_of_them = "ministries: [BUVM, JM, LIGE, SBM, SUM, UIM]"
    [(code, where, details, _)] = found(all_of_them, f"ministries: {written}", ministries=SIX)
    assert (code, where, details["guess"]) == ("E402", f"2: {marked}", guess)


@pytest.mark.parametrize(
    ("named", "guesses"),
    [
        (["SBM, JM", "SBM", "SUM"], ["SOM", "SOM"]),
        (["SBM, JM", "SEM", "SUM"], ["", ""]),
        (["SBM", "SUM"], [""]),
        (["XY, JM", "SUM"], [""]),
    ],
)
def test_a_code_that_was_renamed_at_the_top_only_is_guessed(
    named: list[str], guesses: list[str]
) -> None:
    declared = "{JM: Justitsministeriet, SOM: Social, SUM: Sundhed}"
    initiatives = (f"ministries: [{codes}]" for codes in named)
    undeclared = [each for each in found(*initiatives, ministries=declared) if each[0] == "E402"]
    assert [each[2]["guess"] for each in undeclared] == guesses


def test_no_more_ministries_are_listed_than_can_be_read() -> None:
    codes = [f"M{number}" for number in range(1, 41)]
    declared = ", ".join(f"{code}: Et ministerium" for code in codes)
    named = ", ".join([*codes, "X"])
    assert found(f"ministries: [{named}]", ministries=f"{{{declared}}}") == [
        ("E402", "1: X", {"code": "X", "guess": "", "known": ", ".join(codes[:30])}, None)
    ]


@pytest.mark.parametrize("declared", ["[JM]", "JM", "{}", "''"])
def test_ministries_wait_for_the_ones_that_are_declared(declared: str) -> None:
    assert found("ministries: SBM", ministries=declared) == []


def test_each_ministry_that_answers_for_nothing_is_found() -> None:
    declared = "{JM: J, ' BUVM ': B, SBM: S, UIM: U}"
    assert found("ministries: SBM", "ministries: [' JM ']", ministries=declared) == [
        ("W402", "' BUVM '", {"code": "BUVM"}, None),
        ("W402", "UIM", {"code": "UIM"}, None),
    ]


@pytest.mark.parametrize("named", ["''", "[]", "{JM: J}"])
def test_ministries_answer_for_nothing_until_one_is_named(named: str) -> None:
    assert found(f"ministries: {named}") == []


def test_a_ministry_that_an_initiative_names_twice_is_found_each_time() -> None:
    assert found("ministries: [SBM, JM, ' SBM ', SBM]", "ministries: SBM") == [
        ("E405", "1: ' SBM '", {"code": "SBM"}, "1: SBM"),
        ("E405", "1: SBM", {"code": "SBM"}, "1: SBM"),
    ]


# Titles and grants


def test_titles_that_differ_by_case_and_spaces_only_are_found_in_all_sections() -> None:
    first = section("title: En guide")
    second = section("number: 2, title: ' en  GUIDE '", "number: 3, title: En guide")
    assert found_in(plan(first, second)) == [
        ("W403", "2: ' en  GUIDE '", {}, "1: En guide"),
        ("W403", "3: En guide", {}, "1: En guide"),
    ]


def test_other_titles_are_left_alone() -> None:
    assert found("title: En guide", "title: En-guide", "title: Guide", "title: ''") == []
    assert found("title: Status for en lille plan", "title: En del") == []


def account(*blocks: str) -> str:
    return f"account: [{', '.join(blocks)}]"


def test_a_recipient_that_an_initiative_names_twice_is_found_in_all_its_lists() -> None:
    first = "{grants: [{Odense Kommune: 1}, {LEV: 2}, {odense  kommune: 1}]}"
    assert found(account(first, "Et afsnit", "{grants: [{' LEV ': 3}]}")) == [
        ("W404", "1: odense  kommune", {"recipient": "odense  kommune"}, "1: Odense Kommune"),
        ("W404", "1: ' LEV '", {"recipient": "LEV"}, "1: LEV"),
    ]


def test_a_recipient_may_have_grants_of_several_initiatives() -> None:
    grants = account("{grants: [{LEV: 1}, {Lev Vel: 1}]}", "LEV", "LEV")
    assert found(grants, grants) == []


# Dates


def milestones(*milestones: str) -> str:
    return f"milestones: [{', '.join(milestones)}]"


@pytest.mark.parametrize(
    ("due", "last"),
    [
        *(("2025-04-09", "2025-04-09"), ("2025-03", "2025-03-31"), ("2024", "2024-12-31")),
        *(("1. kvartal 2025", "2025-03-31"), ("ultimo 2024", "2024-12-31")),
        *(("vinteren 2024", "2025-02-28"), ("inden sommerferien 2024", "2024-06-28")),
    ],
)
def test_what_is_overdue_is_found_in_an_initiative_that_is_completed(due: str, last: str) -> None:
    assert found(f"status: gennemført, {milestones(f'{{ Loven er vedtaget : {due}}}')}") == [
        ("W405", f"1: {due}", {"what": "Loven er vedtaget", "last": last}, "1: gennemført")
    ]


@pytest.mark.parametrize(
    "due",
    [
        *("2025-04-10", "2025-04-11", "2025-04", "2025", "primo 2025", "forår 2025"),
        *("2. kvartal 2025", "inden sommerferien 2025", "snart", "2024-13", "''"),
    ],
)
def test_what_is_due_on_the_day_of_the_note_or_later_is_left_alone(due: str) -> None:
    assert found(f"status: gennemført, {milestones(f'{{Loven er vedtaget: {due}}}')}") == []


@pytest.mark.parametrize(
    ("as_of", "is_found"),
    [("2025-04-30", False), ("2025-05-01", True), ("1. maj 2025", False), ("''", False)],
)
def test_a_vague_date_is_overdue_behind_its_last_day(as_of: str, is_found: bool) -> None:
    completed = f"status: gennemført, {milestones('{Loven er vedtaget: primo 2025}')}"
    details = {"what": "Loven er vedtaget", "last": "2025-04-30"}
    expected = [("W405", "1: primo 2025", details, "1: gennemført")]
    assert found(completed, as_of=as_of) == (expected if is_found else [])


def test_what_was_met_is_left_alone_and_the_long_form_is_read_too() -> None:
    met = "{what: Loven er vedtaget, due: 2024, met: 2024-05-01}"
    open_ = "{what: Rapporten foreligger, due: 2023, moved_from: [2022]}"
    assert found(f"status: gennemført, {milestones(met, open_)}") == [
        (
            "W405",
            "1: 2023",
            {"what": "Rapporten foreligger", "last": "2023-12-31"},
            "1: gennemført",
        )
    ]


@pytest.mark.parametrize(
    "status", ["igangværende", "delvist gennemført", "ikke gennemført i 2024", "Gennemført"]
)
def test_what_is_overdue_is_found_in_other_initiatives(status: str) -> None:
    promises = milestones("{Loven er vedtaget: 2024}", "{Guiden er udgivet: 2025}")
    assert found(f"status: {status}, {promises}") == [
        ("W408", "1: 2024", {"what": "Loven er vedtaget", "last": "2024-12-31"}, None)
    ]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Rapporten forventes offentliggjort i 2024.", [2024]),
        ("I 2023 ventes loven. Efter planen kommer guiden i 2024.", [2023, 2024]),
        ("Regeringen forventer i 2022 en lov, og i 2024 en til.", [2022, 2024]),
        ("Det sker i 2023. Det planlægges holdt den 2. maj 2024 i Odense.", [2024]),
    ],
)
def test_a_promise_of_a_past_year_is_found(text: str, years: list[int]) -> None:
    assert found(account(f"'{text}'")) == [
        ("W409", f"1: {year}", {"year": year}, None) for year in years
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Rapporten forventes offentliggjort i 2025.",
        "Rapporten udkom i 2024. Den næste forventes snart.",
        "Ordningen fra 2023 ventes videreført, og planen 2023-2026 forventes fulgt.",
        "Der forventes 2024.500 deltagere efter § 2024 og sag 12/2024.",
    ],
)
def test_other_years_are_left_alone(text: str) -> None:
    assert found(account(f"'{text}'")) == []


@pytest.mark.parametrize(
    ("milestone", "is_found"),
    [
        ("{what: Rapporten foreligger, due: ultimo 2024, met: 2024-12-01}", False),
        ("{what: Rapporten foreligger, due: 2026, moved_from: [2024-06]}", False),
        ("{what: Rapporten foreligger, due: 2026, moved_from: [2023]}", True),
    ],
)
def test_a_milestone_of_that_year_stands_behind_the_promise(milestone: str, is_found: bool) -> None:
    text = account("Rapporten forventes i 2024.") + f", {milestones(milestone)}"
    expected = [("W409", "1: 2024", {"year": 2024}, None)]
    assert found(text) == (expected if is_found else [])


@pytest.mark.parametrize(
    ("phrase", "year"), [("afsluttes", 2027), ("ikke gennemført", 2022), ("ikke gennemført", 2027)]
)
def test_a_year_outside_the_period_is_found(phrase: str, year: int) -> None:
    details = {"year": year, "first": 2023, "last": 2026}
    assert found(f"status: {phrase} i {year}") == [
        ("W406", f"1: {phrase} i {year}", details, "2023-2026")
    ]


@pytest.mark.parametrize(
    "status", ["afsluttes i 2026", "ikke gennemført i 2023", "gennemført i 2022", "afsluttes"]
)
def test_a_year_in_the_period_and_what_is_no_status_are_left_alone(status: str) -> None:
    assert found(f"status: {status}") == []


@pytest.mark.parametrize("period", ["2026-2023", "2023", "''"])
def test_years_wait_for_a_period(period: str) -> None:
    assert found("status: afsluttes i 2029", period=period) == []


@pytest.mark.parametrize(("year", "is_found"), [(2023, True), (2024, True), (2025, False)])
def test_what_was_to_end_in_a_past_year_is_found(year: int, is_found: bool) -> None:
    expected = [("W411", f"1: afsluttes i {year}", {"year": year}, "2025-04-10")]
    assert found(f"status: afsluttes i {year}") == (expected if is_found else [])


@pytest.mark.parametrize("as_of", ["2023-01-01", "2026-12-31", "2027-12-31"])
def test_the_day_of_a_note_lies_in_the_period_or_the_year_after_it(as_of: str) -> None:
    assert found("status: gennemført", as_of=as_of) == []


@pytest.mark.parametrize("as_of", ["2022-12-31", "2028-01-01"])
def test_another_day_is_found(as_of: str) -> None:
    details = {"day": as_of, "first": 2023, "last": 2026}
    assert found("status: gennemført", as_of=as_of) == [("W410", as_of, details, "2023-2026")]


def test_what_is_promised_for_several_dates_is_found_each_time() -> None:
    promised = milestones(
        *("{Loven: 2026}", "{loven : primo 2027}", "{what: LOVEN, due: 2028}", "{Loven: ' 2026'}")
    )
    assert found(promised) == [
        (
            "W407",
            "1: primo 2027",
            {"what": "loven", "first": "2026", "due": "primo 2027"},
            "1: 2026",
        ),
        ("W407", "1: 2028", {"what": "LOVEN", "first": "2026", "due": "2028"}, "1: 2026"),
    ]


def test_what_is_promised_for_one_date_or_by_several_initiatives_is_left_alone() -> None:
    twice = milestones("{Loven: 2026}", "{Loven: 2026}", "{Loven: snart}", "{Reglerne: 2027}")
    moved = milestones("{what: Loven, due: 2027, moved_from: [2026]}")
    assert found(twice, moved) == []


# The count of initiatives


@pytest.mark.parametrize(
    ("introduction", "written"),
    [
        ("Planen har {Antal} initiativer.", ["{Antal}"]),
        ("Planen har { antal } initiativer.", ["{ antal }"]),
        ("Planen har {} og {antal} og {antallet}.", ["{}", "{antallet}"]),
        ("Planen har {{antal}} initiativer.", ["{", "}"]),
        ("Planen har {antal initiativer.", ["{antal"]),
        ("Planen har antal} initiativer.", ["antal}"]),
    ],
)
def test_what_is_no_placeholder_is_found(introduction: str, written: list[str]) -> None:
    assert found("", introduction=f"[Et afsnit., '{introduction}']") == [
        ("E403", each, {"placeholder": each}, None) for each in written
    ]


@pytest.mark.parametrize(
    ("introduction", "written"),
    [
        ("Planen har 26 initiativer.", ["26 initiativer"]),
        ("Planen har 26\u00a0initiativer.", ["26\u00a0initiativer"]),
        ("Planen har 2.500 initiativer.", ["2.500 initiativer"]),
        ("De 2 initiativer og de 3 initiativer.", ["2 initiativer", "3 initiativer"]),
    ],
)
def test_a_number_of_initiatives_that_is_written_by_hand_is_found(
    introduction: str, written: list[str]
) -> None:
    assert found("", introduction=f"['Et afsnit.', '{introduction}']") == [
        ("E404", each, {"written": each}, None) for each in written
    ]


@pytest.mark.parametrize(
    "introduction",
    [
        "Planen har {antal} initiativer.",
        "{antal} af {antal} initiativer er med.",
        "{antal} initiativer, og 3 initiativer til.",
        "Planen for 2023-2026 har mange initiativer.",
        "Initiativerne fra 2023 hører under 2 ministerier.",
    ],
)
def test_other_numbers_are_left_alone(introduction: str) -> None:
    assert found("", introduction=f"['{introduction}']") == []


@pytest.mark.parametrize(
    "initiative",
    [
        "title: 'Titlen {antal}'",
        account("'Afsnit {antal} og {antal}'"),
        account("{grants: [{'Kommune {antal}': 1}]}"),
        milestones("{'Mål {antal}': 2030}"),
        milestones("{what: 'Mål {antal}', due: 2030}"),
    ],
)
def test_a_count_in_an_initiative_is_found_once(initiative: str) -> None:
    assert found(initiative) == [("E406", "1: {antal}", {}, None)]


@pytest.mark.parametrize(
    "head",
    [{"title": "Alle {antal}"}, {"ministries": "{JM: 'J {antal}', SBM: S}"}],
)
def test_a_count_in_the_head_is_found(head: dict[str, str]) -> None:
    assert found("", **head) == [("E406", "{antal}", {}, None)]


def test_a_count_in_the_title_of_a_section_is_found() -> None:
    text = re.sub("En del", "En del af {antal}", plan(section("")))
    assert found_in(text) == [("E406", "{antal}", {}, None)]
