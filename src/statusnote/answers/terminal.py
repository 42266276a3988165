"""What came back from the parties → the terminal."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.table import Table
from rich.text import Text

from statusnote import danish
from statusnote.answers.collected import Collected, Returned
from statusnote.answers.edits import Of
from statusnote.answers.merging import Conflict
from statusnote.changes import describe
from statusnote.changes import formats as changes_formats
from statusnote.changes.model import Ministry

# What a conflict is about, with the name of the one that it is about where there are several.
ABOUT = {
    Of.STATUS: "Status",
    Of.ACCOUNT: "Redegørelse",
    Of.PART: "Del »{}«",
    Of.MILESTONE: "Milepæl »{}«",
    Of.GRANT: "Tilskud »{}«",
    Of.INDICATOR: "Indikator »{}«",
}
# By the key in the data: which of its values it is about.
VALUES = {
    "due": "flyttet til",
    "met": "indfriet",
    "latest": "nyt tal",
    "measured": "målt",
    "amount": "beløb",
}
NOTHING, GONE = "(intet)", "(findes ikke længere)"


def rendered(collected: Collected, width: int) -> RenderableType:
    """All of it for the eye, in Danish, on *width* columns."""
    answered = len(collected.returned)
    asked = answered + len(collected.waited_for)
    blocks: list[RenderableType] = [
        Text(f"Svar fra {answered} af {asked} ansvarlige", style="bold")
    ]
    if collected.waited_for:
        names = ", ".join(map(_named, collected.waited_for))
        blocks.append(Text(f"Mangler: {names}", style="yellow"))
    for returned in collected.returned:
        blocks += [Text(), *_party(returned)]
    if collected.already:
        count = danish.number(collected.already)
        blocks += [Text(), Text(f"Svar, som data allerede rummer: {count}")]
    if collected.conflicts:
        blocks += [Text(), Text("Modstrid", style="bold red"), Text(CONFLICTS)]
    for conflict in collected.conflicts:
        blocks += [Text(), *_conflict(conflict)]
    return Constrain(Group(*blocks), width)


CONFLICTS = (
    "Her er data ændret, siden der blev spurgt, eller der er svaret forskelligt. Intet af det "
)
CONFLICTS += "skrives; ret det i data, som det skal være."


IN_SOME_ONLY = (
    "Svaret i nogle af dem og ikke i alle, og taget med; er det taget tilbage, så læs kun det "
    "sidste regneark:"
)


def _named(party: Ministry) -> str:
    return f"{party.name} ({party.code})"


def _party(returned: Returned) -> Iterator[RenderableType]:
    yield Text(f"━ {_named(returned.party)}: {', '.join(returned.files)}", style="bold")
    if returned.asked:
        asked = danish.plain(danish.day(returned.asked))
        yield Text(f"Svar på data fra en ældre runde, opgjort pr. {asked}", style="yellow")
    if len(returned.files) > 1:
        yield Text("Der er svaret mere end én gang; det, der er ens, tælles én gang.")
    if returned.in_some_only:
        places = "; ".join(returned.in_some_only)
        yield Text(f"{IN_SOME_ONLY} {places}", style="yellow")
    yield Text(describe.in_one_line(returned.changes))
    for topic in describe.topics(returned.changes):
        yield Text()
        yield from changes_formats.lines(topic)


def _conflict(conflict: Conflict) -> Iterator[RenderableType]:
    about = ABOUT[conflict.of].format(conflict.name)
    which = f", {VALUES[conflict.key]}" if conflict.key in VALUES else ""
    yield Text(f"{conflict.number} {conflict.title}: {about}{which}", style="bold")
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column()
    table.add_column(overflow="fold")
    for row in _edited(conflict) if conflict.of is Of.ACCOUNT else _sides(conflict):
        table.add_row(*row)
    yield table


def _sides(conflict: Conflict) -> Iterator[tuple[str, RenderableType]]:
    """What was said, is said now, and was answered."""
    yield "Da der blev spurgt:", Text(conflict.base or NOTHING)
    yield "I data nu:", Text(GONE if conflict.now is None else conflict.now or NOTHING)
    for said in conflict.answers:
        yield f"{said.party} svarer:", Text(f"{said.text} ({said.cell.place})")


def _edited(conflict: Conflict) -> Iterator[tuple[str, RenderableType]]:
    """What each side has changed in an account, which is too long to be shown whole."""
    if conflict.now is None:
        yield "I data nu:", Text(GONE)
    elif conflict.now != conflict.base:
        yield "Ændret i data:", _difference(conflict.base, conflict.now)
    for said in conflict.answers:
        difference = _difference(conflict.base, said.text)
        yield f"{said.party} ændrer:", Group(difference, Text(f"({said.cell.place})"))


def _difference(old: str, new: str) -> RenderableType:
    """What changed in the paragraphs and items of an account, as `diff` has it."""
    lines = [[line for line in text.split("\n") if line] for text in (old, new)]
    return changes_formats.listed(describe.of_texts(*lines))
