"""Where words may be divided: the golden list of the real note's words was read word by word."""

import re
from collections.abc import Callable
from pathlib import Path

import pyphen
import pytest
from measure_divisions import OTHER_FIRST, OTHER_SECOND, common, held_out, measured
from support.project import REAL

from statusnote import note
from statusnote.note import Note
from statusnote.plan import loading
from statusnote.reading import inline
from statusnote.render.pdf import hyphenation
from statusnote.render.pdf.hyphenation import MANY, HouseDivisions, house_divisions

# As note.css has it: hyphenate-limit-chars: 10 3 4.
TOTAL, LEFT, RIGHT = 10, 3, 4
PARTS_FILE = Path(hyphenation.__file__).with_name("parts.txt")
PARTS = PARTS_FILE.read_text(encoding="utf-8").replace("-", "").split()


def hyphenated(word: str) -> str:
    """*word* with a hyphen at each place where it may be divided."""
    with house_divisions():
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
            texts += [line.recipient for line in row.grant_lines]
    words = {word for text in texts for word in re.findall(r"[^\W\d_]+", text)}
    return sorted(word for word in words if len(word) >= TOTAL)


def test_the_patterns_of_others_are_theirs_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pyphen, "hdcache", {})
    with house_divisions():
        ours = pyphen.Pyphen(lang="da").hd
    assert isinstance(ours, HouseDivisions)
    assert pyphen.hdcache == {}
    theirs = pyphen.Pyphen(lang="da").hd
    with house_divisions():
        assert pyphen.Pyphen(lang="da").hd is ours
    assert pyphen.Pyphen(lang="da").hd is theirs


def test_only_so_many_words_gather_from_note_to_note() -> None:
    with house_divisions():
        dictionary = pyphen.Pyphen(lang="da")
        assert dictionary.inserted("retssikkerhed") == "rets-sikkerhed"
        assert dictionary.hd._patterns.cache
    assert dictionary.hd.positions.cache_info().maxsize == MANY
    assert dictionary.hd._patterns.cache == {}


def test_the_words_of_the_real_note(golden: Callable[[str, str], None]) -> None:
    words = long_words(note.derive(loading.load(str(REAL)).plan))
    golden("divisions.txt", "\n".join(map(hyphenated, words)) + "\n")


@pytest.mark.parametrize(
    "word",
    [
        "social-styrelsen",
        "beskyt-telses-tiltag",
        "børne-området",
        "arbejds-markeds-indsatsen",
        "kommune-aftalen",
        "familie-ambu-la-torium",
        "sundheds-personale",
        "telefon-nummeret",
        "lærings-moduler",
        "psy-kolog-behandling",
        "social-rådgi-veren",
        "udsatte-området",
        "psy-kolog-samtaler",
        "opholds-tilla-delse",
        "stalking-sager",
        "kon-flikt-rådgivning",
        "fri-villig-orga-ni-sation",
        "analfa-be-tisme",
        "efter-værns-indsats",
        "rets-hjælps-insti-tution",
        "straf-skær-pelse",
    ],
)
def test_compounds_are_divided_between_their_parts(word: str) -> None:
    assert hyphenated(word.replace("-", "")) == word


@pytest.mark.parametrize(
    "word",
    [
        "kanin-ordning",
        "sundheds-kaninen",
        "kom-mu-ne-kaninen",
        "stalkingsned-keren",
        "gennem-sigtighed",
        "skovranker",
        "børne-ordning",
    ],
)
def test_words_of_which_parts_are_not_known(word: str) -> None:
    assert hyphenated(word.replace("-", "")) == word


def test_less_than_one_division_in_500_is_wrong() -> None:
    places = HouseDivisions(pyphen.HyphDict(pyphen.LANGUAGES["da"])).positions
    for compounds in (common(step=7), held_out(step=7)):
        found = measured(compounds, places)
        assert len(found.wrong) * 500 < found.divisions, found.wrong
        assert found.divided_at_a_border > 0.7 * found.words


def test_the_words_held_out_are_not_in_the_list_of_parts() -> None:
    words = f"{OTHER_FIRST} {OTHER_SECOND}".replace("|", "").split()
    stems = {word[:end] for word in words for end in range(5, len(word) + 1)}
    assert (stems | {*words}).intersection(PARTS) == set()


def test_the_parts_are_in_order_and_each_of_them_once() -> None:
    assert sorted(set(PARTS)) == PARTS


@pytest.mark.parametrize("name", ["København", "Midtjyllands", "Hovedstadens", "University"])
def test_names_of_one_word_stay_whole(name: str) -> None:
    assert hyphenated(name.ljust(TOTAL, "s")) == name.ljust(TOTAL, "s")


def test_a_date_that_holds_a_long_word_is_not_parted() -> None:
    assert hyphenated("sommerferien") == "sommerferien"
    assert "-" in hyphenated("sommerferiernes")
