"""Where words may be divided: the golden list of the real note's words was read word by word."""

import re
from collections.abc import Callable

import pyphen
import pytest
from support.project import REAL

from statusnote import note
from statusnote.note import Note
from statusnote.plan import loading
from statusnote.reading import inline
from statusnote.render.pdf.hyphenation import use_house_divisions

# As note.css has it: hyphenate-limit-chars: 10 3 4.
TOTAL, LEFT, RIGHT = 10, 3, 4


def hyphenated(word: str) -> str:
    """*word* with a hyphen at each place where it may be divided."""
    use_house_divisions()
    dictionary = pyphen.Pyphen(lang="da", left=LEFT, right=RIGHT)
    return str(dictionary.inserted(word)) if len(word) >= TOTAL else word


def divisions(word: str) -> list[str]:
    """All divisions of *word* in two."""
    parts = hyphenated(word).split("-")
    return [f"{''.join(parts[:n])}-{''.join(parts[n:])}" for n in range(1, len(parts))]


def long_words(shown: Note) -> list[str]:
    """The words in the note that are long enough to be divided."""
    texts = [shown.title, *map(inline.plain, shown.introduction)]
    for section in shown.sections:
        texts.append(section.title)
        for row in section.rows:
            texts += [row.title, row.status_sentence]
            texts += [inline.plain(p) for part in row.account for p in part.paragraphs]
            texts += [g.recipient for part in row.account for gs in part.grant_lists for g in gs]
    words = {word for text in texts for word in re.findall(r"[^\W\d_]+", text)}
    return sorted(word for word in words if len(word) >= TOTAL)


def test_the_words_of_the_real_note(golden: Callable[[str, str], None]) -> None:
    words = long_words(note.derive(loading.load(str(REAL)).plan))
    golden("divisions.txt", "\n".join(map(hyphenated, words)) + "\n")


@pytest.mark.parametrize(
    "word",
    [
        "soci-al-sty-relsen",
        "beskyt-tel-ses-tiltag",
        "bør-ne-om-rådet",
        "arbejds-mar-keds-ind-satsen",
        "kom-mu-ne-af-talen",
        "fami-lie-am-bu-la-to-rium",
        "sundheds-personale",
        "tele-fon-nummeret",
        "lærings-moduler",
        "psy-ko-log-behandling",
    ],
)
def test_compounds_are_divided_between_their_parts(word: str) -> None:
    assert hyphenated(word.replace("-", "")) == word


@pytest.mark.parametrize("name", ["København", "Midtjyllands", "Hovedstadens", "University"])
def test_names_of_one_word_stay_whole(name: str) -> None:
    assert hyphenated(name.ljust(TOTAL, "s")) == name.ljust(TOTAL, "s")
