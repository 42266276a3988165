"""Measures how many divisions of compounds are wrong, with the bundled patterns and with ours.

    sudo apt-get install wdanish
    PYTHONPATH=src .venv/bin/python tools/measure_divisions.py [--show 20]

Compounds of words that are common in administration are measured, compounds of one of them and one
that parts.txt doesn't have, and, if wdanish is installed, all compounds of its dictionary, from
whatever field, and those of them that have one of the common words. Some two in three of the wrong
ones in the dictionary are mistakes of this tool, which takes them apart by rule: `handelskammeret`
as handel, skamme and ret.

A division is right between the parts of a compound, and inside one where both sides can be
syllables of two letters or more.
"""

import argparse
import random
import re
from collections.abc import Callable, Iterable
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import pyphen

from statusnote.render.pdf.hyphenation import LANGUAGE, ONSETS, VOWELS, HouseDivisions

# As note.css has it: hyphenate-limit-chars: 10 3 4.
TOTAL, LEFT, RIGHT = 10, 3, 4
DICTIONARY = Path("/usr/share/dict/danish")

# Parts of compounds; | is the end of a prefix in them.
FIRST = """
af|falds af|gifts af|tale an|klage arbejds|markeds asyl be|folknings be|redskabs be|skæftigelses
be|styrelses bolig borger budget bygge børne dag|tilbuds data demokrati digital domstols døgn
efter|værns eksport energi erhvervs evaluerings familie finans flygtninge folke|skole folke|tings
fore|byggelses forsknings for|svars for|ældre fri|tids fri|villig fængsels fødevare gymnasie
handicap handlings|plans hjem|løse hospitals idræts ind|sats in|formations in|novations
in|tegrations job|center klima kommunal kommunikations kompetence konflikt konsulent kontrakt
kriminal kultur kvinde|krise|center køns land|brugs land|distrikts leder lige|stillings læse løn
med|arbejder menneske|rettigheds miljø ministerie mis|brugs natur netværks op|holds partner|skabs
pensions personale plan|lægnings politi projekt psykiatri psykolog pulje regerings regional
regn|skabs religions rets|hjælps rets sam|funds skatte skole social sprog stalking
stats|borger|skabs straf straffe strategi styrelses sundheds syge|hus til|skuds trafik
ud|dannelses ud|lændinge ud|satte ud|valgs ud|viklings ungdoms under|visnings valg vand
vejlednings videns virksomheds volds voldtægts ældre
"""
SECOND = """
af|delingen af|gift af|gørelse af|taler aktivitet aktører analyse an|svaret an|søgninger arbejdet
arbejds|gruppe assistent be|handlingen be|kæmpelse be|redskab be|skyttelse be|slutning be|styrelse
be|villinger bi|stand budgettet centeret dommer effekter eksperter en|heder erklæring evalueringer
fag|personer finansiering fonden for|deling for|eningen fore|byggelse for|løbet for|sikring
forskning for|slaget for|søg for|valtning gebyr grund|laget grupper handlings|plan hjælpen
ind|satsen in|stitutioner kampagne kapacitet kommission kompetencer konferencen konsulenter
kontoret kurser ledelse leder lov|givningen løsninger markedet med|arbejdere midler ministeriet
model møderne målet om|lægning om|rådet om|sorg op|følgning op|gaver op|lysninger op|rettelse
ordningen organisationer planen politikken problemer processen programmet projekterne puljen
rammer rapporten reformen regler registeret ressourcer råd|giveren råd|givning sagen sager
sam|taler sekretariatet sektor selskab servicen skole skærpelse statistikken stilling strategien
styrelsen styring støtten systemet til|buddet til|ladelse til|skuddet til|syn til|tag ud|bud
ud|dannelser ud|gifter ud|spil ud|valget ud|viklingen under|søgelse ydelser år|sager øvelser
"""
# Not in parts.txt.
OTHER_FIRST = """
badminton biograf bryggeri cirkus delfin fortovs frisør gondol gulerods håndbolds hængebro juveler
kanin kloster kælder lagune lotteri marcipan minkavls murer måtte orkester pilgrims pizza ridnings
sauna scooter sennep slagteri snedker stenhugger tapet terrasse torpedo tømrer viadukt vindmølle
violin zoo
"""
OTHER_SECOND = """
be|sigtigelsen bryggeriet dykkeren festlighed flagermusen flagstænger for|nemmelse grav|skikken
ind|hegning kaptajnen klatring knallerten kvaste kvittering mægler ned|rivningen op|hængning
pavillonen plankeværk rutsjebane sangerne skuffelsen skyllerum snedkeren stilladset talje
terrassen trapperne trommeslager tømmer udspring ud|smidning undulater vaffel ventilen
"""


# Words of the dictionary that are no parts of compounds, but endings or chance.
NO_PARTS = frozenset(
    """
    aberne alen ardet arier ariers arter arten atte berne dens eder eders eller ender ende enden
    enderne endes ene enens enes ener ens enter eren erne ernes eren ering essen heden heder hvor
    iden ider ingen ingens inger inge ingers ingerne isters iser iske iver ivers jeres lige ligere
    ligste mens ment ning ninger nete omme oner rende rendes rene rens ringen ringer rete rets
    rette skal skalden slig smed smeds skamme skred skreds spør stil still stille svær tage tages
    talt tans tive tivers senders tran under urene uret urets urene urs ved vender vore værre
    """.split()
)

SUFFIX = re.compile(
    "(?:|[ei]|isa?|li|ri)[st]?ion(?:er|en|erne)?s?|(?:sek)?(?:r|s)?ær(?:er|en|erne)?s?"
)
PREFIX = re.compile(
    "af|an|be|efter|for|fore|frem|gen|ind|med|mod|ned|om|op|over|på|sam|selv|til|ud|under|ved"
)


class Compound(NamedTuple):
    """A word, the borders of its parts, and all places where it may be divided."""

    word: str
    borders: frozenset[int]
    right: frozenset[int]


class Measured(NamedTuple):
    """The wrong divisions of a list of words, and how many there are of each."""

    wrong: list[str]
    divisions: int
    words: int
    divided_at_a_border: int

    def line(self) -> str:
        """The figures."""
        share = f"1 in {self.divisions // len(self.wrong):,}" if self.wrong else "none"
        return (
            f"{self.words:>7,} words {self.divisions:>8,} divisions {len(self.wrong):>6,} wrong "
            f"({share}); {self.divided_at_a_border / self.words:.1%} may be divided at a border, "
            f"{self.divisions / self.words:.2f} divisions a word"
        )


def common(step: int = 1) -> list[Compound]:
    """Compounds of common parts; of *step* of them only the first."""
    return [_compound([a, b]) for a in FIRST.split() for b in SECOND.split()][::step]


def held_out(step: int = 1) -> list[Compound]:
    """Compounds of one common part and one that parts.txt doesn't have."""
    pairs = [(a, b) for a in FIRST.split() for b in OTHER_SECOND.split()]
    pairs += [(a, b) for a in OTHER_FIRST.split() for b in SECOND.split()]
    return [_compound(list(pair)) for pair in pairs][::step]


def of_the_dictionary() -> list[Compound]:
    """The compounds of the dictionary that can be taken apart in one way only."""
    text = DICTIONARY.read_text(encoding="utf-8")
    words = {word for word in text.split() if re.fullmatch("[a-zæøåé]+", word)}
    bases = {word for word in words if len(word) >= 4 and not SUFFIX.fullmatch(word)} - NO_PARTS
    found = ((word, _analysed(word, bases)) for word in sorted(words) if len(word) >= TOTAL)
    return [_compound(parts) for _, parts in found if parts]


def _of_administration(compounds: list[Compound]) -> list[Compound]:
    """Those of *compounds* that begin or end with one of the common parts."""
    first, second = (set(parts.replace("|", "").split()) for parts in (FIRST, SECOND))
    return [
        compound
        for compound in compounds
        if compound.word[: min(compound.borders)] in first
        or compound.word[max(compound.borders) :] in second
    ]


def _analysed(word: str, bases: set[str]) -> list[str]:
    """The parts of *word*, two or more, if no other analysis has as few, or one more."""

    @cache
    def ways(start: int) -> list[list[str]]:
        found = []
        for end in range(start + 4, len(word) + 1):
            part = word[start:end]
            if end == len(word) and start and part in bases:
                found.append([part])
            elif part in bases or (part[-1] in "se" and part[:-1] in bases):
                found += [[part, *way] for way in ways(end)]
        return found

    analyses = sorted(ways(0), key=len)
    unique = len(analyses) == 1 or (analyses and len(analyses[1]) > len(analyses[0]) + 1)
    return analyses[0] if unique else []


def _compound(parts: list[str]) -> Compound:
    pieces = [piece for part in parts for piece in part.split("|")]
    ends = list(accumulate(map(len, pieces)))
    inside = {
        end - len(piece) + place
        for piece, end in zip(pieces, ends, strict=True)
        for place in (*_behind_prefix(piece), *_between_syllables(piece))
    }
    lengths = [len(part.replace("|", "")) for part in parts]
    borders = frozenset(list(accumulate(lengths))[:-1])
    return Compound("".join(pieces), borders, frozenset(inside.union(ends[:-1])))


def _behind_prefix(part: str) -> Iterable[int]:
    match = PREFIX.match(part)
    return [match.end()] if match else []


def _between_syllables(part: str) -> Iterable[int]:
    """Where a simple word can be divided into syllables of two letters or more."""
    for place in range(2, len(part) - 1):
        left, right = part[:place], part[place:]
        onset = re.split(f"[{VOWELS}]", right)[0]
        vowels = re.search(f"[{VOWELS}]", left) and onset != right
        if vowels and (onset in ONSETS if onset else left[-1] in VOWELS):
            yield place


def measured(compounds: list[Compound], places: Callable[[str], Iterable[int]]) -> Measured:
    """How the *compounds* are divided by *places*, which says where a word may be."""
    wrong, divisions, words, at_border = [], 0, 0, 0
    for word, borders, right in compounds:
        if len(word) < TOTAL:
            continue
        allowed = [place for place in places(word) if LEFT <= place <= len(word) - RIGHT]
        wrong += [f"{word[:place]}-{word[place:]}" for place in allowed if place not in right]
        divisions += len(allowed)
        words += 1
        at_border += not borders.isdisjoint(allowed)
    return Measured(wrong, divisions, words, at_border)


def main() -> None:
    """Print what is measured, and some of the wrong divisions."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", type=int, default=0, help="how many wrong ones to print")
    show = parser.parse_args().show
    patterns = pyphen.HyphDict(pyphen.LANGUAGES[LANGUAGE])
    lists = {"common": common(), "held out": held_out()}
    if DICTIONARY.exists():
        lists["dictionary"] = of_the_dictionary()
        lists["dictionary, of administration"] = _of_administration(lists["dictionary"])
    for name, compounds in lists.items():
        print(f"{name}:\n  patterns {measured(compounds, patterns.positions).line()}")
        ours = measured(compounds, HouseDivisions(patterns).positions)
        print(f"  ours     {ours.line()}")
        for wrong in random.Random(0).sample(ours.wrong, min(show, len(ours.wrong))):
            print(f"    {wrong}")


if __name__ == "__main__":
    main()
