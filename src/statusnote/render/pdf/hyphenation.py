"""Where a Danish word may be divided at a line's end: between its parts, and inside them.

The bundled patterns know syllables, but not compounds: `socialrå-dgiver`, `ophold-stilladelse`. So
a word is first taken apart into those of parts.txt, and the patterns divide each part by itself
(Retskrivningsordbogen, § 16.1.a and 2.a; a joining s stays with the first part). What isn't known
is divided only where its letters leave no choice.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

import pyphen

LANGUAGE = "da"
MANY = 10_000  # words that the next note may have, too

# So many letters make a part known for sure beside an unknown one: where the letters between allow
# no other border, and where they do. The unknown one has at least three.
SURE, UNSURE = 5, 6
UNKNOWN = 3

# Inside a part of a compound, a division nearer to its ends would stand in a better one's way.
BEHIND, BEFORE = 4, 5

JOINING, JOINING_E = ("", "s", "e", "er"), ("", "r")
ALWAYS_JOINED_BY_S = re.compile("(?!stalking).+(?:hed|ing|ion|tet|skab|dom|else)")
ENDING = re.compile(
    "(?:e|n|t|r|er|en|et|de|te|ede|ene|ende|erne|ere|rne|ne|nes|ernes|rnes|eres|ens|ets|ers|es|ts"
    "|ns|rs|s|nde|ndes)?"
)
# Prefixes that are taken for such before two consonants or more.
PREFIX = re.compile(
    "(?:efter|for(?![mst])|frem|gennem|ind|mis(?!s)|mod|ned|over|sammen|tilbage|til|under)"
    "(?=[bdfghjklmnprstv]{1,3}[aeiouyæøå]...)"
)
VOWELS = "aeiouyæøåé"
CONSONANTS = "bcdfghjklmnpqrstvwxz"
LETTERS = re.compile(r"[^\W\d_]+")
WHOLE = ("sommerferien",)  # `inden sommerferien 2025` is a date, and stays on a line
CLUSTER = re.compile(f"(?<=[{VOWELS}])[^{VOWELS}]+(?=[{VOWELS}])")
# What a Danish syllable begins with before its vowel, and a part ends in behind its last one.
ONSETS = frozenset(
    "b c d f g h j k l m n p q r s t v w z bj bl br ch dj dr dv fj fl fn fr gj gl gn gr hj hv kj "
    "kl kn kr kv lj mj nj ph pj pl pr ps qu sc sf sh sj sk skj skl skn skr skv sl sm sn sp spj spl "
    "spr st stj str sv th tj tr tv vr".split()
)
_CODAS = (
    "b c d f g j k l m n p r t v w dl dt ft gl gn gt jd jl jn kn kt ld lf lg lk lm ln lp lt lv mp "
    "mpt mt nd ng nk nt pt rb rd rf rg rk rl rm rn rp rt rv sk sp st vl vn xt".split()
)
CODAS = frozenset([*_CODAS, *(f"{coda}s" for coda in _CODAS), "s", "x", "z"])
# How words begin that may stand as the second part behind any consonant: with a vowel; and those
# of them that must not be parted behind it.
VOWEL_FIRST = re.compile(
    "ab[os]|ad[bfgklmorsv]|af|age[nt]|agi|ak|al[bdgklmt]|am[abt]|an(?![ei])|ape|ar[bkmrtv]"
    "|areal|as|atel|at[lot]|au|av|ed[^e]|ef[ft]|ege[nt]|egn|ej|ek|ele[fkmv]|elit|els?[bfk]"
    "|em[^e]|en[dghk]|ener|ens[aor]|entr|er[fkh]|erst[ai]|es[^tekos]|et[ahn]|eu|ev[^e]|ia|iro"
    "|id[eior]|il[dl]|im|in(?!e|g(?:en?|er|s)?$|ger)|is[blo]|ita|ob|o[fl][fiy]|om[^ae]|op"
    "|or[dgkm]|ori[eg]|os[ltv]|ov|ud|ug|ulyk|un[dgi]|ur[^e]|y[dtn]|æ[bdglrns]|ø[djklmnrsv]"
    "|øer|å[bnr]"
)
LETTER_FIRST = re.compile(
    "a(?:bo|de|do|ge|la|le|li|ma|me|na|ne|re|ri|si|te|to)|e(?:je|le|ma|ne|ta|ty|va|ve)"
    "|i(?:de|di|ni|re|so|ta)|o(?:ly|pe|ri|li|ve)|u(?:af|be|fo|ge|ly|mu|ni|ty|ve)|y[dt]e|ø(?:je|ko|re|rk|ve)|å(?:re|rs|be)"
)


@contextmanager
def house_divisions() -> Iterator[None]:
    """While it lasts, WeasyPrint, which asks pyphen, divides Danish words as the house does."""
    path, divisions = pyphen.LANGUAGES[LANGUAGE], _of_the_house()
    before = pyphen.hdcache.get(path)
    pyphen.hdcache[path] = divisions
    try:
        yield
    finally:
        divisions.forget()
        del pyphen.hdcache[path]
        pyphen.hdcache.update({path: before} if before else {})


@cache
def _of_the_house() -> "HouseDivisions":
    return HouseDivisions(pyphen.HyphDict(pyphen.LANGUAGES[LANGUAGE]))


class HouseDivisions:
    """Answers what pyphen asks of a dictionary of patterns."""

    def __init__(self, patterns: pyphen.HyphDict) -> None:
        self._patterns = patterns
        text = Path(__file__).with_name("parts.txt").read_text(encoding="utf-8")
        self._parts = {part.replace("-", ""): part for part in text.split()}
        self._longest = max(map(len, self._parts))
        self.positions = lru_cache(maxsize=MANY)(self._positions)

    def forget(self) -> None:
        """Forget all but so many words, as a process that makes many notes sees ever more."""
        self._patterns.cache.clear()

    def _positions(self, word: str) -> list[int]:
        """The numbers of letters in *word* behind which it may be divided."""
        return [
            pyphen.DataInt(match.start() + place)
            for match in LETTERS.finditer(word.lower())
            if match.group() not in WHOLE
            for place in sorted(self._places(match.group()))
        ]

    def _places(self, word: str) -> set[int]:
        """Where *word* is divided: as a compound of known parts, beside one, or by its letters."""
        ways, certain = self._ways(word), _certain(word)
        if ways[0]:
            return self._in_all(ways[0], word)
        borders = [
            (len(ways[start][0]), start)
            for start in range(UNKNOWN, len(word) - SURE + 1)
            if ways[start]
            and _can_end(word[:start])
            and self._part(word, start) >= (SURE if start in certain else UNSURE)
        ]
        if borders:
            start = min(borders)[1]
            unknown = {place for place in self._places(word[:start]) if start - place >= BEFORE}
            return unknown | {start} | self._in_all(ways[start], word)
        if prefix := PREFIX.match(word):
            return {prefix.end()} | self._behind(prefix.end(), word)
        end = self._part(word[:-UNKNOWN], 0)
        if end >= SURE:
            joined = bool(ALWAYS_JOINED_BY_S.fullmatch(word, 0, end)) and word[end] == "s"
            end += joined
            if joined or end in certain:
                return self._inside(word[:end]) | {end} | self._behind(end, word)
        return self._syllables(word) & certain

    def _behind(self, border: int, word: str) -> set[int]:
        """Where *word* is divided behind a *border*."""
        places = {border + place for place in self._places(word[border:])}
        return {place for place in places if place - border >= BEHIND}

    def _part(self, word: str, start: int) -> int:
        """The length of the longest part that *word* has at *start*."""
        lengths = range(min(self._longest, len(word) - start), 0, -1)
        return next((n for n in lengths if word[start : start + n] in self._parts), 0)

    def _ways(self, word: str) -> list[list[tuple[int, ...]]]:
        """For each place in *word*, how the rest is taken apart into the fewest parts.

        A way is where its parts begin, and the end of the word.
        """
        ways: list[list[tuple[int, ...]]] = [[] for _ in word]
        for start in reversed(range(len(word) - 1)):
            found = [
                (start, *way)
                for end in range(start + 2, min(start + self._longest, len(word)) + 1)
                if word[start:end] in self._parts
                for way in self._continued(word, start, end, ways)
            ]
            fewest = min(map(len, found), default=0)
            ways[start] = [way for way in dict.fromkeys(found) if len(way) == fewest]
        return ways

    def _continued(
        self, word: str, start: int, end: int, ways: list[list[tuple[int, ...]]]
    ) -> list[tuple[int, ...]]:
        """The ways from the end of a part of *word* on, of which those from there on are known."""
        doubled = word[end : end + 1] == word[end - 1] not in VOWELS
        if ENDING.fullmatch(word, end) or (doubled and ENDING.fullmatch(word, end + 1)):
            return [(len(word),)]
        behind_e = word[end - 1] == "e" and not ALWAYS_JOINED_BY_S.fullmatch(word, start, end)
        joining = JOINING_E if behind_e else JOINING
        nexts = [end + len(letters) for letters in joining if word.startswith(letters, end)]
        return [way for place in nexts if place < len(word) for way in ways[place]]

    def _in_all(self, ways: list[tuple[int, ...]], word: str) -> set[int]:
        """Where *word* is divided whichever of *ways* it is taken apart."""
        return set.intersection(*(self._between(way, word) for way in ways))

    def _between(self, way: tuple[int, ...], word: str) -> set[int]:
        inside = {
            start + place
            for start, end in pairwise(way)
            for place in self._inside(word[start:end])
            if way == (0, len(word)) or _is_apart(start, start + place, end)
        }
        return inside.union(way[1:-1])

    def _inside(self, part: str) -> set[int]:
        """Where a *part*, with its ending or joining letters, is divided: as parts.txt may say."""
        marked = self._parts[part[: self._part(part, 0)]]
        if "-" not in marked:
            return self._syllables(part)
        return {match.start() - n for n, match in enumerate(re.finditer("-", marked))} - {0}

    def _syllables(self, part: str) -> set[int]:
        """Where the patterns divide *part* into what can be syllables, of two letters or more."""
        return {
            place
            for place in self._patterns.positions(part)
            if 2 <= place <= len(part) - 2 and _are_syllables(part[:place], part[place:])
        }


def _are_syllables(left: str, right: str) -> bool:
    onset = _onset(right)
    if onset == right or _onset(left) == left:
        return False
    return onset in ONSETS if onset else left[-1] in VOWELS


def _onset(word: str) -> str:
    """The letters of *word* before its first vowel."""
    return word[: len(word) - len(word.lstrip(CONSONANTS))]


def _is_apart(start: int, place: int, end: int) -> bool:
    return (start == 0 or place - start >= BEHIND) and end - place >= BEFORE


def _can_end(part: str) -> bool:
    coda = part[len(part.rstrip(CONSONANTS)) :]
    return not coda or coda in CODAS


def _certain(word: str) -> set[int]:
    """Where *word* is divided if it is between two vowels, since its letters allow nothing else."""
    places = set()
    for match in CLUSTER.finditer(word):
        start, cluster = match.start(), match[0]
        possible = [
            start + n
            for n in range(len(cluster))
            if (n == 0 or cluster[:n] in CODAS) and cluster[n:] in ONSETS
        ]
        if VOWEL_FIRST.match(word, match.end()) and cluster in CODAS:
            possible.append(match.end())
        if len(possible) == 1 and not (possible == [start] and LETTER_FIRST.match(word, start - 1)):
            places.update(possible)
    return places
