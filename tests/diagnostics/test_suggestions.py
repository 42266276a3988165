"""What somebody probably meant to write."""

import pytest

from statusnote.diagnostics.suggestions import closest

MINISTRIES = ("BUVM", "JM", "LIGE", "SBM", "SUM", "UIM")
STATUSES = ("gennemført", "delvist gennemført", "igangværende", "ikke gennemført")


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("titel", ("title", "ministries"), "title"),
        ("Title", ("title", "ministries"), "title"),
        ("sbm", MINISTRIES, "SBM"),
        ("SMB", MINISTRIES, "SBM"),
        ("MSU", MINISTRIES, "SUM"),
        ("BUMV", MINISTRIES, "BUVM"),
        ("GENNEMFØRT", STATUSES, "gennemført"),
        ("gennemfort", STATUSES, "gennemført"),
        ("delvis gennemført", STATUSES, "delvist gennemført"),
        ("igangvärende", STATUSES, "igangværende"),
    ],
)
def test_the_closest_is_what_was_meant(word: str, known: tuple[str, ...], meant: str) -> None:
    assert closest(word, known) == meant


@pytest.mark.parametrize(
    ("word", "known"), [("farve", ("title", "status")), ("", MINISTRIES), ("SBM", ())]
)
def test_nothing_is_guessed_where_nothing_is_close(word: str, known: tuple[str, ...]) -> None:
    assert closest(word, known) == ""
