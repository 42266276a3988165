"""What a status in the file means, and how it is printed."""

import re
from datetime import date
from typing import Any

import pytest

from statusnote import danish
from statusnote.plan.model import DeclaredStatus
from statusnote.plan.statuses import (
    EVERY_PHRASE,
    LOOKS,
    STATUSES,
    USUAL,
    Meaning,
    Status,
    Statuses,
    Takes,
    ends_with_date,
    read_sign,
)


@pytest.mark.parametrize(
    ("phrase", "kind", "when", "year"),
    [
        ("gennemført", "gennemført", "", None),
        ("delvist gennemført", "delvist gennemført", "", None),
        ("igangværende", "igangværende", "", None),
        ("forløber planmæssigt", "forløber planmæssigt", "", None),
        ("afsluttes i 2025", "afsluttes", "2025", 2025),
        ("ikke gennemført i 2024", "ikke gennemført", "2024", 2024),
        ("afsluttes i 1900", "afsluttes", "1900", 1900),
        ("afsluttes i 2199", "afsluttes", "2199", 2199),
    ],
)
def test_a_status_is_read_and_written_as_its_phrase(
    phrase: str, kind: str, when: str, year: int | None
) -> None:
    status = USUAL.read(phrase)
    assert status == Status(USUAL.by_phrase[kind], when)
    assert (status.phrase, status.year) == (phrase, year)


REFUSED = [
    *("", "Gennemført", "gennemført i 2025", "igangværende i 2025", "i 2025", "gennemført."),
    *("afsluttes", "ikke gennemført", "afsluttes 2025", "afsluttes i", "afsluttes i 25"),
    *("afsluttes i 1899", "afsluttes i 2200", "afsluttes i 9999", "ikke gennemført i 1024"),
    *("afsluttes i 0000", "afsluttes i 0025", "afsluttes i 20255", "afsluttes i ٢٠٢٥"),
    *("afsluttes  i 2025", "afsluttes i 2025 ", "afsluttes\n", "opgivet"),
]


@pytest.mark.parametrize("written", REFUSED)
def test_what_is_no_status_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(written)}$"):
        USUAL.read(written)


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("gennemført", "Initiativet er gennemført."),
        ("delvist gennemført", "Initiativet er delvist gennemført."),
        ("igangværende", "Initiativet er igangværende."),
        ("forløber planmæssigt", "Initiativet forløber planmæssigt."),
        ("afsluttes i 2025", "Initiativet afsluttes i 2025."),
        ("ikke gennemført i 2024", "Initiativet er ikke gennemført i 2024."),
    ],
)
def test_a_status_opens_the_account_as_a_sentence(status: str, sentence: str) -> None:
    assert USUAL.read(status).sentence == sentence


def test_no_two_statuses_look_the_same() -> None:
    assert len({(kind.sign, kind.colour) for kind in STATUSES}) == len(STATUSES)
    assert len({kind.sign for kind in STATUSES}) == len(STATUSES)


def test_a_status_is_read_from_its_own_example() -> None:
    assert [USUAL.read(kind.example).kind for kind in STATUSES] == [*STATUSES]
    assert {kind.takes for kind in STATUSES} < {*Takes}


DECLARED: dict[str, dict[str, Any]] = {
    "Afsluttet": {"means": Meaning.DONE},
    "DUT-sag": {"means": Meaning.LATE, "sentence": "Indsatsen er en {}."},
    "Ude!": {"means": Meaning.STOPPED},
    "Ventes slut": {
        "means": Meaning.UNDER_WAY,
        "takes_date": True,
        "sentence": "Indsatsen {}.",
        "sign": "◕",
    },
    "Slut": {"means": Meaning.DONE, "takes_date": True},
}
OWN = Statuses(
    tuple(DeclaredStatus.model_construct(**said).kind(phrase) for phrase, said in DECLARED.items())
)


@pytest.mark.parametrize(
    ("written", "phrase", "sentence", "last_day"),
    [
        ("Afsluttet", "Afsluttet", "Afsluttet.", None),
        ("DUT-sag", "DUT-sag", "Indsatsen er en DUT-sag.", None),
        ("Ude!", "Ude!", "Ude!", None),
        ("Ventes slut 1/7-2026", "Ventes slut 1. juli 2026", "Indsatsen ventes slut 1. juli 2026.",
         date(2026, 7, 1)),
        ("Ventes slut Q2 2026", "Ventes slut 2. kvartal 2026",
         "Indsatsen ventes slut 2. kvartal 2026.", date(2026, 6, 30)),
        ("Ventes slut inden udgangen af 2026", "Ventes slut inden udgangen af 2026",
         "Indsatsen ventes slut inden udgangen af 2026.", date(2026, 12, 31)),
        ("Slut 2025", "Slut 2025", "Slut 2025.", date(2025, 12, 31)),
        ("Slut løbende", "Slut løbende", "Slut løbende.", None),
    ],
)  # fmt: skip
def test_a_status_of_the_plans_own(
    written: str, phrase: str, sentence: str, last_day: date | None
) -> None:
    status = OWN.read(written)
    said = danish.plain(status.phrase), danish.plain(status.sentence), status.last_day
    assert said == (phrase, sentence, last_day)
    assert OWN.read(status.phrase) == status


@pytest.mark.parametrize(
    "written", ["afsluttet", "Afsluttet 2025", "Ventes slut", "Ventes slut snart", "gennemført"]
)
def test_what_the_plan_does_not_declare_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(written)}$"):
        OWN.read(written)


@pytest.mark.parametrize("means", Meaning)
def test_a_sign_and_a_colour_follow_from_the_meaning(means: Meaning) -> None:
    kind = DeclaredStatus.model_construct(means=means).kind("Sådan")
    assert (kind.sign, kind.colour) == LOOKS[means]
    signs = [sign for sign, _ in LOOKS.values()]
    assert len({*signs}) == len(signs) == len(Meaning)


def test_each_meaning_has_a_look_of_its_own() -> None:
    assert LOOKS.keys() == {*Meaning}
    assert len({sign for sign, _ in LOOKS.values()}) == len({*LOOKS.values()}) == len(LOOKS)


@pytest.mark.parametrize(
    ("phrase", "ends"),
    [
        *(("Afsluttet", False), ("Løbende", False), ("Forløber løbende", False), ("Fase 1", False)),
        *(("2025", True), ("Klar 2025", True), ("Klar i 2025", True), ("Klar ultimo 2025", True)),
        *(("Klar juli 2025", True), ("Klar den 1. juli 2025", True), ("Klar 1899", False)),
        *(("Klar inden udgangen af 2025", True), ("Fra 2025 på plads", False)),
    ],
)
def test_a_phrase_that_ends_as_a_date_is_known(phrase: str, ends: bool) -> None:
    assert ends_with_date(phrase) is ends


@pytest.mark.parametrize("sign", ["●", "+", "A", "✔\ufe0f", "🟢"])
def test_a_sign_is_one_character(sign: str) -> None:
    assert read_sign(sign) == sign


@pytest.mark.parametrize("sign", ["", "●●", "OK", "● ", "\ufe0f\ufe0f\ufe0f"])
def test_other_signs_are_refused(sign: str) -> None:
    with pytest.raises(ValueError, match=f"^{sign}$"):
        read_sign(sign)


def test_what_may_be_a_status_that_is_declared_wrongly_is_left_open() -> None:
    some = Statuses((), frozenset({"Forventes klar", "Grøn"}))
    left = ("Grøn", "Forventes klar", "Forventes klar inden udgangen af 2026")
    assert [some.leaves_open(value) for value in left] == [True, True, True]
    assert [some.leaves_open(value) for value in ("Rød", "Forventes", "Grønt")] == [False] * 3
    assert Statuses((), frozenset({EVERY_PHRASE})).leaves_open("Rød")
    assert not USUAL.leaves_open("Rød")
