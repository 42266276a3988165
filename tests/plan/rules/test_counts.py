"""The count of initiatives: where it stands, and where it is written by hand."""

import re

import pytest
from support.plan_fields import account, found, found_in, milestones, plan, section


@pytest.mark.parametrize(
    ("introduction", "written"),
    [
        ("Planen har {Antal} initiativer.", ["{Antal}"]),
        ("Planen har { antal } initiativer.", ["{ antal }"]),
        ("Planen har {} og {antal} og {antallet}.", ["{}", "{antallet}"]),
        ("Planen har {{antal}} initiativer.", ["{", "}"]),
        ("Planen har {antal initiativer.", ["{antal"]),
        ("Planen har antal} initiativer.", ["antal}"]),
        (
            "{antal SMB} og {antal færdige} og {antal ikke gennemført i år}",
            ["{antal SMB}", "{antal færdige}", "{antal ikke gennemført i år}"],
        ),
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
        ("Handlingsplanen for 2023-2026 rummer i alt ca. 26 initiativer.", ["26 initiativer"]),
        ("Notatet viser status for 26\u00a0initiativer.", ["26\u00a0initiativer"]),
        ("Man er nået langt med planens 2.500 initiativer.", ["2.500 initiativer"]),
        ("De 26 initiativer i den nye handlingsplan er i gang.", ["26 initiativer"]),
        ("Der er 2 initiativer fra planen, og der er 3 initiativer til.", ["2 initiativer"]),
        ("Der er 1 initiativer.", ["1 initiativer"]),
        ("Planen har 2 initiativer, notatet 3 initiativer.", ["2 initiativer", "3 initiativer"]),
    ],
)
def test_a_number_of_initiatives_that_can_mean_all_is_found(
    introduction: str, written: list[str]
) -> None:
    assert found("", introduction=f"['Et afsnit.', '{introduction}']") == [
        ("W412", each, {"written": each}, None) for each in written
    ]


def test_so_is_a_number_of_what_the_plan_calls_them() -> None:
    words = "{initiative: tiltag, the_initiative: tiltaget, initiatives: ' tiltag'}"
    introduction = "[Planen har 60 tiltag og 26 initiativer.]"
    assert found("", introduction=introduction, terms=words) == [
        ("W412", each, {"written": each}, None) for each in ("60 tiltag", "26 initiativer")
    ]


@pytest.mark.parametrize(
    "introduction",
    [
        "Planen har {antal} initiativer.",
        "{antal} af {antal} initiativer er med.",
        "{antal gennemført}, {antal afsluttes}, {antal afsluttes i 2025}.",
        "{antal SBM} og {antal *}.",
        "{antal ikke\u00a0gennemført} af 3 initiativer.",
        "{antal} initiativer, og 3 initiativer til.",
        "Planen for 2023-2026 har mange initiativer.",
        "Initiativerne fra 2023 hører under 2 ministerier.",
        "De 5 regioner har 12 initiativer hver.",
        "De 5 regioner har 1 initiativer hver.",
        "I planen har de 5 regioner 12 initiativer til hver.",
        "De 5 regioner har 12 initiativer. Planen er ny.",
        "Planen er ny. De 5 regioner har 12 initiativer.",
        "Af planens initiativer er 12 initiativer nye.",
        "De 14 initiativer, som aftalen finansierer, er nye.",
        "De 5 regioners planer har 12 initiativer.",
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
