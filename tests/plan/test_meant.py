"""What is guessed of a value that can't be read: what can be, and means the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statusnote.plan import meant
from statusnote.plan.scalars import read_amount
from statusnote.plan.statuses import USUAL, Meaning, Statuses, StatusKind, Takes


@pytest.mark.parametrize(
    ("written", "guess"),
    [
        *(("4.5 mio.", "4,5 mio."), ("3,5 mio.kr.", "3,5 mio."), ("3,5 mio", "3,5 mio.")),
        *(("2500 mio. kr.", "2500 mio."), ("2.5 mia.", "2,5 mia."), ("500 tkr", "500 t.kr.")),
        *(("500 t. kr.", "500 t.kr."), ("2.5 milliarder", "2,5 mia."), ("5 tusind kr.", "5 t.kr.")),
        *(("4,5 millioner kroner", "4,5 mio."), ("1,000,000", "1.000.000")),
        *(("1,500,000.50 mio.", ""), ("1 000 000", "1.000.000"), ("DKK 300", "300")),
        *(("5.000,-", "5.000"), ("kr. 5.000", "5.000"), ("5000,00", "5000")),
        *(("ti", ""), ("1.00.000", ""), ("2.830.8500", ""), ("12.5", ""), ("0 mio.", "")),
    ],
)
def test_an_amount_is_guessed_by_its_form(written: str, guess: str) -> None:
    assert meant.amount(written) == guess


@given(
    st.integers(1, 999_999_999), st.sampled_from(["{:,}", "{:,} kr.", "kr. {}", "{},-", "{} DKK"])
)
def test_a_guessed_amount_is_the_one_that_was_written(kroner: int, form: str) -> None:
    assert read_amount(meant.amount(form.format(kroner))).kroner == kroner


@pytest.mark.parametrize(
    ("written", "guess"),
    [
        *(("31/12/26", "31. december 2026"), ("13-01-45", "13. januar 2045")),
        *(("maj 26", "maj 2026"), ("ultimo 26", "ultimo 2026"), ("q2 26", "2. kvartal 2026")),
        *(("31-12-26", ""), ("26", "2026"), ("snart", ""), ("2026-13", ""), ("10. april", "")),
    ],
)
def test_a_date_is_guessed_where_two_figures_can_only_be_its_year(written: str, guess: str) -> None:
    assert meant.due(written) == guess


def test_so_is_a_day_but_no_month() -> None:
    assert meant.day("31/12/26") == "31. december 2026"
    assert meant.day("maj 26") == meant.day("26-12-31") == ""


@pytest.mark.parametrize(
    ("written", "guess"),
    [
        ("Odense Kommune：3.628.580", "Odense Kommune: 3.628.580"),
        ("Odense Kommune 3.628.580", "Odense Kommune: 3.628.580"),
        ("Odense Kommune;3628580 kr.", "Odense Kommune: 3628580 kr."),
        ("Odense Kommune (OK) 1 000 000", "Odense Kommune (OK): 1.000.000"),
        ("Projekt 9 4,5 mio. kr.", "Projekt 9: 4,5 mio. kr."),
        *(("Odense Kommune", ""), ("Odense: mange", ""), ("3.628.580", "")),
    ],
)
def test_a_grant_is_guessed_by_its_amount(written: str, guess: str) -> None:
    assert meant.grant(written) == guess


@pytest.mark.parametrize(
    ("written", "guess"),
    [
        ("Rapporten foreligger：juli 2026", "Rapporten foreligger: juli 2026"),
        *(("Rapporten：snart", ""), ("Rapporten foreligger 2026", "")),
    ],
)
def test_a_milestone_is_guessed_by_its_colon(written: str, guess: str) -> None:
    assert meant.milestone(written) == guess


def declared(**meanings: Meaning) -> Statuses:
    return Statuses(
        tuple(
            StatusKind(
                phrase.replace("_", " "),
                meaning,
                "{}.",
                "x",
                "red",
                Takes.DATE if phrase.startswith("Forventes") else Takes.NOTHING,
            )
            for phrase, meaning in meanings.items()
        )
    )


OWN = declared(
    Afsluttet=Meaning.DONE,
    Ikke_afsluttet=Meaning.LATE,
    Afventer=Meaning.STOPPED,
    Forventes_afsluttet=Meaning.UNDER_WAY,
    Under_implementering=Meaning.UNDER_WAY,
    Fase_1=Meaning.NOT_BEGUN,
    Fase_2=Meaning.ON_TRACK,
    Trin_1=Meaning.ON_TRACK,
    Trin_2=Meaning.ON_TRACK,
    Forsinket=Meaning.LATE,
)


@pytest.mark.parametrize(
    ("written", "guess"),
    [
        *(("afsluttet", "Afsluttet"), ("Afslutet", "Afsluttet"), ("Afsluttet 2025", "Afsluttet")),
        *(
            ("Uafsluttet", ""),
            ("Ikke afslutet", "Ikke afsluttet"),
            ("Ej afsluttet", "Ikke afsluttet"),
        ),
        *(("Afsluttes", ""), ("under implementering", "Under implementering")),
        ("Forventes afsluttet", "Forventes afsluttet …"),
        ("Forventes afslutet Q4 2026", "Forventes afsluttet Q4 2026"),
        (
            "forventes afsluttet inden udgangen af 2026",
            "Forventes afsluttet inden udgangen af 2026",
        ),
        ("Initiativet er afslutet.", "Afsluttet"),
        *(("forsinkt", "Forsinket"), ("FORSINKET", "Forsinket"), ("forsinkes", "")),
        *(("Fase 3", ""), ("fase 1", "Fase 1"), ("Trin 3", "Trin 2"), ("gennemført", "")),
    ],
)
def test_a_status_of_a_plan_s_own_is_guessed_where_all_that_is_near_means_the_same(
    written: str, guess: str
) -> None:
    assert meant.status(written, OWN) == guess


def test_a_usual_status_is_guessed_with_its_year() -> None:
    assert meant.status("Afsluttes i 2026", USUAL) == "afsluttes i 2026"
    assert meant.status("afsluttet i 2026", USUAL) == ""
