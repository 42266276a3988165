"""What a status in the file means, and how it is printed."""

import re

import pytest

from statusnote.plan.statuses import STATUSES, USUAL, Status, Takes


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
