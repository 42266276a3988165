"""The first sheet of a workbook, which says what is asked, by when, and how it is answered."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from statusnote import danish
from statusnote.answers import questions
from statusnote.answers.accounts import BULLET
from statusnote.answers.questions import ABOVE, Ask, Sheet
from statusnote.answers.request import Request


class Kind(Enum):
    """What a line is."""

    TITLE = auto()
    HEADING = auto()
    POINT = auto()


class Line(NamedTuple):
    """A line of the sheet: its *label*, the *text* beside it, and the sheet that it leads to."""

    kind: Kind
    label: str
    text: str = ""
    leads_to: str = ""


def lines(request: Request) -> list[Line]:
    """All that the first sheet of the workbook for *request* says."""
    return [
        Line(Kind.TITLE, request.plan.title),
        *(Line(Kind.POINT, label, text) for label, text in _facts(request)),
        Line(Kind.HEADING, "Sådan gør du"),
        *(Line(Kind.POINT, f"{n}.", text) for n, text in enumerate(_steps(request), start=1)),
        Line(Kind.HEADING, "Arkene"),
        *(Line(Kind.POINT, each.name, _about(each, request), each.name) for each in request.sheets),
        *_overdue(request),
    ]


def _facts(request: Request) -> Iterator[tuple[str, str]]:
    yield "Til", request.name
    yield "Status pr.", danish.plain(danish.day(request.plan.as_of))
    if request.is_for_reading:
        yield "Svar", "Der skal ikke svares på noget. Regnearket er til læsning."
        return
    yield "Der spørges til", request.contents
    if overdue := len(request.overdue):
        yield "Overskredet", f"✗ {danish.counted(overdue, overdue, *MILESTONE)}, se nederst"
    if request.deadline:
        yield "Svar senest", danish.plain(danish.day(request.deadline))


MILESTONE = ("milepæl", "milepæle")


def _steps(request: Request) -> Iterator[str]:
    if request.is_for_reading:
        yield (
            f"Læs arket »{questions.READING.name}«. Det viser det, I er fælles med andre om, og "
            "som en anden svarer på."
        )
        yield "Er noget forkert, så skriv det til den, du har fået regnearket af."
        return
    year = request.plan.as_of.year
    yield "Gå arkene igennem ét ad gangen. De er nævnt herunder, og fanerne er nederst i vinduet."
    yield (
        f"Skriv kun i de hvide felter. Øverst i deres kolonner står der »{ABOVE[Ask.FILLED]}« "
        f"eller »{ABOVE[Ask.EMPTY]}«. De grå felter er låst."
    )
    yield "Et felt, der stadig er rigtigt, lader du stå, som det er. Det gælder også de tomme."
    yield "Status vælges i feltets liste. Mangler det rette årstal i listen, så skriv det selv."
    yield (
        "Redegørelsen skrives som afsnit med en tom linje imellem. Alt+Enter giver en ny linje i "
        "feltet (på Mac Control+Option+Retur). Hvert punkt i en liste begynder på sin egen linje "
        f"med »{BULLET}«. Er der mere tekst, end feltet viser, så gør kolonnen bredere."
    )
    yield (
        "Lad skarpe parenteser og stjerner i redegørelsen stå: [teksten](https://adressen) er et "
        "link, [Tilskud 1 …] er en liste fra arket »Tilskud«, og *ordet* er kursiv."
    )
    yield (
        "Tidspunkter skrives så præcist, som de kendes, og ikke mere præcist: 31. december "
        f"{year}, juli {year}, 1. kvartal {year}, ultimo {year} eller løbende."
    )
    yield "En ny milepæl eller et nyt tilskud skrives i de tomme rækker nederst i arket."
    yield (
        f"Gem regnearket under samme navn, {request.workbook}, og send det tilbage til den, du "
        f"har fået det af{request.by_when and ','}{request.by_when}."
    )


def _about(sheet: Sheet, request: Request) -> str:
    """`Det, der er lovet: 3 rækker.`"""
    count = len(request.rows[sheet.name])
    what = sheet.caption.partition(".")[0]
    if not count:
        return f"{what}: kun tomme rækker til noget nyt."
    return f"{what}: {danish.counted(count, count, 'række', 'rækker')}."


def _overdue(request: Request) -> Iterator[Line]:
    if not request.overdue:
        return
    sheet = questions.MILESTONES
    met, moved = (sheet.column(key).heading for key in ("met", "moved_to"))
    yield Line(Kind.HEADING, questions.OVERDUE)
    yield Line(
        Kind.POINT,
        "Svar",
        f"I arket »{sheet.name}«: Skriv dagen under »{met}«, hvis det er sket, det nye tidspunkt "
        f"under »{moved}«, eller »{questions.DROPPED}« under »{met}«.",
    )
    for each in request.overdue:
        number, _, promise = each.partition(": ")
        yield Line(Kind.POINT, f"Nr. {number}", promise, sheet.name)
