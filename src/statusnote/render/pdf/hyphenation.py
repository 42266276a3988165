"""Where a Danish word may be divided at a line's end: the bundled patterns, put right by ours."""

import re

import pyphen

LANGUAGE = "da"

# Liang's notation, as in the bundled patterns: 9 divides here, 8 never does. Each puts right
# divisions that cross the parts of a compound (Retskrivningsordbogen, § 16.1.a and 2.a), or gives
# one that was missing between them, or takes one inside a part where the parts divide better.
# First parts of compounds that are common in administration, then single words.
# fmt: off
HOUSE_PATTERNS = (
    "8s9projekt", "8s9rådgiv", "8s9tilbud", "8s9tilskud", "8s9tiltag", "9aftal", "9ansvar",
    "9ar8bejd", "9d8rab", "9indsats", "9num8mer", "9områd", "9ordning", "9overskrid", "9per8so8n",
    "9styrel", "9udgift", "9udvalg", "8s9mo8dul", "ighe8d", "hedsvej8l",
    "bolig9soci", "der9u8d9over", "des9u8den", "familie9am", "hjem9me9side", "høj9sko8le",
    "krise9cen8ter9til", "log9be8hand8l", "lov9for8s", "løs9la8de", "part8ner9drab", "pod9ca8s8t",
    "politi9k8reds", "ring9s8ted", "s8e8r8d8u8v8o8l8d8e8n", "stalker9ware", "sund8hed",
    "svan9gre9om9s8org", "udlændin8ge9lov", "vide8n9inst", "vold8s9epi8so",
    "volds9cirk", "volds9u8d8s", "volds9u8d8ø8v", "år8s9aft", "æres9re8la",
)
# Names of one word stay whole, but for those that need a second line in a narrow column.
UNDIVIDED = (
    "askovfond", "dannerhus", "hovedstad", "københavn", "mandecent", "midtjylland", "syddanmark",
    "university",
)
# fmt: on


def use_house_divisions() -> None:
    """Let WeasyPrint, which asks pyphen, divide Danish words by our patterns too."""
    path = pyphen.LANGUAGES[LANGUAGE]
    dictionary = pyphen.hdcache[path] = pyphen.HyphDict(path)
    dictionary.patterns.update(map(_parsed, HOUSE_PATTERNS + tuple(map("8".join, UNDIVIDED))))
    dictionary.maxlen = max(map(len, dictionary.patterns))


def _parsed(pattern: str) -> tuple[str, tuple[int, tuple[int, ...]]]:
    """A pattern as pyphen keeps it: its letters, and the values between them from the first on."""
    # A value, if there is one, and the letter behind it: `8s9ab` is 8 s, 9 a, b, and an empty end.
    pairs = re.findall(r"(\d?)(\D?)", pattern)
    values = [int(value or 0) for value, _ in pairs]
    start = next(place for place, value in enumerate(values) if value)
    return "".join(letter for _, letter in pairs), (start, tuple(values[start:]))
