"""Who has approved a plan → the terminal, Markdown and JSON, for the eye in Danish."""

import json
from collections.abc import Iterator
from typing import Annotated, TypedDict

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from statusnote import danish
from statusnote.approvals.standing import PartyStanding, Standing, State
from statusnote.changes import describe, formats
from statusnote.changes.describe import Topic
from statusnote.changes.model import Changes, Fate, Words
from statusnote.diagnostics.language import Language
from statusnote.plan.model import Terms
from statusnote.plan.scalars import Count, IsoDay, Number, iso
from statusnote.render import gfm

# A sign, a colour and a heading for each state, so that none has to carry the meaning alone.
LOOKS = {
    State.APPROVED: ("✓", "green", "Godkendt"),
    State.UNDONE: ("✗", "red", "Rettet efter godkendelsen"),
    State.MISSING: ("○", "yellow", "Ikke godkendt endnu"),
}
NOT_USED = "Planen kræver ingen godkendelser, og ingen har godkendt."


def rendered(standing: Standing, width: int) -> RenderableType:
    """The standing for the eye, on *width* columns."""
    parts: list[RenderableType] = [Text(standing.title, style="bold"), Text(_counted(standing))]
    for state in State if standing.is_used else ():
        if parties := standing.of(state):
            _, colour, _ = LOOKS[state]
            heading = f"{_signed(state)} ({danish.number(len(parties))})"
            parts += [Text(), Text(heading, style=f"bold {colour}")]
            parts += _parties(standing, parties)
    return Constrain(Group(*parts), width)


def _counted(standing: Standing) -> str:
    """`Pr. 10. april 2025 · 2 af 6 har godkendt · notatet er et udkast`."""
    if not standing.is_used:
        return NOT_USED
    approved, total = len(standing.of(State.APPROVED)), len(standing.parties)
    said = [
        f"Pr. {danish.day(standing.as_of)}",
        f"{danish.number(approved)} af {danish.number(total)} har godkendt",
    ]
    if standing.required and standing.lacking:
        said.append("notatet er et udkast")
    if not standing.required:
        said.append("planen kræver det ikke")
    return danish.plain(" · ".join(said))


def _signed(state: State) -> str:
    sign, _, words = LOOKS[state]
    return f"{sign} {words}"


def _parties(standing: Standing, parties: tuple[PartyStanding, ...]) -> Iterator[RenderableType]:
    room = max(len(each.code) for each in standing.parties)
    for party in parties:
        table = Table.grid(padding=(0, 2, 0, 0), expand=True)
        table.add_column(width=room)
        table.add_column(ratio=1, overflow="fold")
        table.add_column(justify="right", overflow="fold")
        table.add_row(Text(party.code), Text(party.name), Text(_by(party)))
        yield table
        if party.state is State.UNDONE:
            yield Padding(Text(_since(party)), (0, 0, 0, 2))
        for topic in _topics(party, standing.terms):
            yield Padding(Group(Text(), *formats.lines(topic)), (0, 0, 0, 2))
        if party.state is State.UNDONE and party is not parties[-1]:
            yield Text()


def _by(party: PartyStanding) -> str:
    """Who approved, and as of which day where that can be another one than the plan's."""
    if not party.approval:
        return ""
    of = f"pr. {danish.day(party.approval.of)}" if party.state is State.UNDONE else ""
    return danish.plain(", ".join(filter(None, (party.approval.by, of))))


def _topics(party: PartyStanding, terms: Terms) -> Iterator[Topic]:
    """What was edited, as `diff` has it, and of which initiatives only the order is another."""
    if not party.edited:
        return
    yield from describe.topics(party.edited.edits.changes)
    for number in party.edited.edits.rearranged:
        yield Topic(f"{terms.columns[0]} {number}", ((Words(Fate.KEPT, REARRANGED),),))


REARRANGED = "De ansvarlige, eller redegørelsens afsnit og lister, står i en anden rækkefølge"


def _since(party: PartyStanding) -> str:
    """Since when the edits are that are told, or why they can't be."""
    if party.edited:
        return f"Rettet siden udgaven {party.edited.version} i git:"
    reason = party.untold.value.said_in(Language.DANISH) if party.untold else ""
    return f"Hvad der er rettet, kan ikke siges: {reason}."


def as_markdown(standing: Standing) -> str:
    """The standing in GitHub Flavored Markdown; what the data say is no markup in it.

    It is empty where the plan asks for no approvals, and nobody has approved.
    """
    if not standing.is_used:
        return ""
    rows = [
        (_signed(each.state), each.code, each.name, _by(each))
        for state in State
        for each in standing.of(state)
    ]
    head = ("Godkendelse", "Ansvar", "Navn", "Af")
    blocks = [
        "### Godkendelser",
        f"**{gfm.escape(standing.title)}**",
        gfm.escape(_counted(standing)),
        gfm.table(("---", "---", "---", "---"), [head, *rows]),
    ]
    for party in standing.of(State.UNDONE):
        blocks += _edits(party, standing.terms)
    return "\n\n".join(blocks) + "\n"


def _edits(party: PartyStanding, terms: Terms) -> Iterator[str]:
    yield f"#### {gfm.escape(f'{party.code}, rettet efter godkendelsen')}"
    yield gfm.escape(_since(party))
    for topic in _topics(party, terms):
        yield f"**{gfm.escape(topic.heading)}**\n\n{formats.items(topic)}"


class EditedJson(TypedDict):
    """What was edited since a party approved."""

    version: Annotated[str, "the version in git that was approved, by its commit's short number"]
    changes: Annotated[Changes, "what differs in the party's part, as `diff` tells it"]
    rearranged: Annotated[
        list[Number],
        "the numbers of the initiatives in which only an order is another that `diff` passes over: "
        "of those responsible, or of paragraphs and lists",
    ]


class PartyJson(TypedDict):
    """A party that is responsible for something, and its approval."""

    code: Annotated[str, "its code"]
    name: Annotated[str, "its name"]
    initiatives: Annotated[Count, "how many initiatives it answers for, alone or with others"]
    state: Annotated[State, "how it stands with its approval"]
    by: Annotated[str | None, "who approved for it; null where that is not said, or nobody did"]
    of: Annotated[
        IsoDay | None, "the day that the plan spoke for when it was approved; null where it wasn't"
    ]
    edited: Annotated[
        EditedJson | None, "what has undone the approval; null where nothing has, or it is untold"
    ]
    untold: Annotated[
        str | None, "why it can't be told what has undone the approval, in Danish; or null"
    ]


class ApprovalsJson(TypedDict):
    """Who has approved its part: what `approve --status --format json` prints."""

    title: Annotated[str, "the note's title"]
    as_of: Annotated[IsoDay, "the day that the plan speaks for"]
    required: Annotated[bool, "whether the note is a draft until all have approved"]
    parties: Annotated[list[PartyJson], "all who are responsible for something, in plan's order"]


def as_json(standing: Standing) -> str:
    """The standing as one JSON object."""
    figures = _figures(standing)
    return json.dumps(figures, ensure_ascii=False, indent=2, default=formats.plain) + "\n"


def _figures(standing: Standing) -> ApprovalsJson:
    return {
        "title": standing.title,
        "as_of": standing.as_of.isoformat(),
        "required": standing.required,
        "parties": [*map(_party, standing.parties)],
    }


def _party(party: PartyStanding) -> PartyJson:
    approval, edited, untold = party.approval, party.edited, party.untold
    return {
        "code": party.code,
        "name": party.name,
        "initiatives": party.initiatives,
        "state": party.state,
        "by": (approval.by or None) if approval else None,
        "of": iso(approval.of) if approval else None,
        "edited": {
            "version": edited.version,
            "changes": edited.edits.changes,
            "rearranged": [*edited.edits.rearranged],
        }
        if edited
        else None,
        "untold": untold.value.said_in(Language.DANISH) if untold else None,
    }
