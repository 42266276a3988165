"""Notes that are hard to lay out and to tag: nothing, too much, too long, and broken everywhere."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from support.project import REAL, ROOT, SMALL_PLAN

from statusnote import note
from statusnote.changes.whats_new import note_on
from statusnote.note import Note
from statusnote.plan import loading, starter
from statusnote.render.forms import FORMS, Sources
from statusnote.render.templates import Templates

HEAD, _, _ = SMALL_PLAN.partition("sections:")
WORDS = "Der er givet tilskud til en række lokale indsatser, som følges op hvert år. "
LONG_WORD = "arbejdsmarkedsuddannelsesinstitutionsbestyrelsesmedlemskabsvederlag"
ADDRESS = "https://www.example.dk/" + "/".join(["en-meget-lang-sti"] * 5)
DRESSED = (
    f"Se [det hele]({ADDRESS}), *bekendtgørelsen*, **loven** samt [{WORDS.strip()}](https://a.dk) "
    f"og [*også* **{WORDS.strip()}**](https://b.dk)"
)


def news() -> Note:
    """A note of some pages that holds all there is, and says what has changed since the last."""
    text = _plan(
        _initiative(1, "Et initiativ", account=[_years(5), DRESSED, _grants(30)], ministries="SBM"),
        _initiative(2, "Et andet", account=[DRESSED.replace("det hele", _years(20))]),
        _initiative(3, "Et tredje", account=[_years(40)], milestones=12),
    )
    before = text.replace("number: 3", "number: 4").replace("Et andet", "Et *helt* andet")
    older, now = (loading.read(each, "plan.yaml").plan for each in (before, text))
    return note_on(now, older, draft=False)


def of_many_pages(initiatives: int) -> Note:
    """A note of so many initiatives, every tenth of which is longer than a small page."""
    rows = [
        _initiative(number, f"Nummer {number}", account=[_years(9 if number % 10 == 0 else 2)])
        for number in range(1, initiatives + 1)
    ]
    return _note(_plan(*rows))


def _years(count: int) -> str:
    """The sentence once for each year: if all were alike, one could be read in place of another."""
    return "".join(WORDS.replace("Der er", f"I {1950 + each} er der") for each in range(count))


def _begun(name: str) -> Note:
    return _note(starter.contents(example=name)["data/initiatives.yaml"].decode())


def _note(text: str) -> Note:
    return note.derive(loading.read(text, "plan.yaml").plan)


def _plan(*initiatives: str, title: str = "Status for en lille plan") -> str:
    """A plan with a stamp and two ministries, and with *initiatives* in two sections."""
    head = HEAD.replace("Status for en lille plan", title).replace(
        "introduction:", f"stamp: Offentligt\nprint_milestones: true\nintroduction:\n  - {WORDS}"
    )
    first, rest = initiatives[:1], initiatives[1:]
    return f"{head}  SUM: Sundhedsministeriet\nsections:\n{_section('Den første del', *first)}" + (
        _section("Den anden del", *rest) if rest else ""
    )


def _section(title: str, *initiatives: str) -> str:
    rows = "".join(initiatives)
    return f"  - title: {title}\n    initiatives:{f'{chr(10)}{rows}' if rows else ' []' + chr(10)}"


def _initiative(
    number: int,
    title: str,
    account: list[str],
    milestones: int = 0,
    ministries: str = "SBM, SUM",
) -> str:
    blocks = "".join(f"          - {block}\n" for block in account)
    promised = "".join(
        f"          - Rapport {each} foreligger: 2026\n" for each in range(milestones)
    )
    return (
        f"      - number: {number}\n        title: {title}\n        ministries: [{ministries}]\n"
        f"        reserve_financed: {'true' if number % 2 else 'false'}\n"
        f"        status: igangværende\n        account:\n{blocks}"
        + (f"        milestones:\n{promised}" if promised else "")
    )


def _below(count: int) -> str:
    """So many parts, years and indicators of an initiative."""
    parts = "".join(f"          - {WORDS}{each}: gennemført\n" for each in range(count))
    years = "".join(f"          {2023 + each}: {each + 1} mio.\n" for each in range(count))
    indicators = "".join(
        f"          - {{name: '{WORDS}{each}', unit: pct., target: 50, baseline: 10, latest: 20, "
        "measured: 2025}\n"
        for each in range(count)
    )
    return f"        parts:\n{parts}        budget:\n{years}        indicators:\n{indicators}"


def _grants(count: int) -> str:
    lines = "".join(f"\n              - Kommune {each}: {each}.000" for each in range(1, count + 1))
    return f"grants:{lines}"


def _items(kind: str, count: int) -> str:
    lines = "".join(f"\n              - {WORDS}{DRESSED}" for _ in range(count))
    return f"{kind}:{lines}"


ALL_PRINTED = "marks: {†: Ny i planen}\nprint_overview: true\nprint_legend: true\nintroduction:"
PLANS = {
    "one initiative": SMALL_PLAN,
    "a section with none": SMALL_PLAN + _section("En del uden noget") + _section("En til"),
    "no initiative at all": HEAD + "sections:\n" + _section("En del uden noget"),
    "a cell of four pages": _plan(
        _initiative(1, "Et langt initiativ", account=[_years(20)] * 8),
        _initiative(2, "Et kort", account=[WORDS]),
    ),
    "sixty grants": _plan(_initiative(1, "Mange tilskud", account=[WORDS, _grants(60), WORDS])),
    "a title of 120 words": _plan(
        _initiative(1, "Et langt navn " * 40, account=[_years(40)]), title="Et langt navn " * 40
    ),
    "long words": _plan(
        _initiative(
            1,
            f"{LONG_WORD.capitalize()} og {LONG_WORD}",
            account=[f"{LONG_WORD} {ADDRESS} [{ADDRESS}]({ADDRESS})"],
            ministries=f"SBM, {LONG_WORD.upper()}",
        )
    ).replace("  SUM:", f"  {LONG_WORD.upper()}: Ministeriet for lange ord\n  SUM:"),
    "lists of items": _plan(
        _initiative(1, "Punkter", account=[WORDS, _items("list", 3), _items("numbered_list", 12)]),
        _initiative(2, "Mange", account=[_items("list", 40), WORDS, _items("numbered_list", 40)]),
    ),
    "printed milestones": _plan(
        _initiative(1, "Et initiativ", account=[WORDS], milestones=1),
        _initiative(2, "Et andet", account=[WORDS], milestones=60),
    ),
    "parts, budgets and indicators": _plan(
        _initiative(1, "Et initiativ", account=[_years(12)]) + _below(1),
        _initiative(2, "Et andet", account=[WORDS], milestones=2) + _below(40),
    ),
    "participants, marks, an overview and a legend": _plan(
        _initiative(1, "Et initiativ", account=[WORDS], ministries="SUM")
        + "        participants: [SBM, KL]\n        marks: [†, '*']\n",
        *(_initiative(number, "Et andet", account=[_years(9)]) for number in range(2, 12)),
    )
    .replace("  SUM:", f"  KL: {WORDS}\n  SUM:")
    .replace("introduction:", ALL_PRINTED),
    "no sections": HEAD
    + "initiatives:\n"
    + _initiative(1, "Et initiativ", [WORDS], ministries="SBM")
    + _initiative(2, "Et andet", [_years(40)], ministries="SBM"),
    "emphasis and links": _plan(
        _initiative(1, "Et initiativ", account=[DRESSED] * 3),
        _initiative(2, "Et andet", account=[_years(12), DRESSED.replace("det hele", _years(60))]),
    ),
}


@cache
def pdf(name: str) -> bytes:
    """The note of that name as PDF, made once, with files attached."""
    if name != MANY_PAGES:
        return _made(NOTES[name], Templates.found(None))
    with TemporaryDirectory() as folder:
        style = (ROOT / "templates" / "note.css").read_text("utf-8")
        small = f"{style}\n@page {{ size: 210mm 120mm }}"
        (Path(folder) / "note.css").write_text(small, "utf-8")
        return _made(NOTES[name], Templates.found(Path(folder)))


def _made(shown: Note, templates: Templates) -> bytes:
    sources = Sources(REAL.read_bytes(), before=SMALL_PLAN.encode())
    return FORMS["pdf"].render(shown, templates, sources)


MANY_PAGES = "more than 100 pages"  # which are small: what is painted on them takes the time
NOTES = {
    "the real note": note.derive(loading.load(str(REAL)).plan),
    **{name: _note(text) for name, text in PLANS.items()},
    **{f"the {name} to begin with": _begun(name) for name in starter.EXAMPLES},
    "news": news(),
    "a draft": note.as_draft(_note(PLANS["a cell of four pages"])),
    MANY_PAGES: of_many_pages(175),
}
