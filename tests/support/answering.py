"""Any edits of a plan, and what it means after those of them that can be made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from hypothesis import strategies as st
from support.applying import meaning

from statusnote.answers.edits import Answer, Cell, Edit, NewBlock, Of
from statusnote.answers.wishes import GONE
from statusnote.plan.model import Block, Grant, Initiative, Milestone, Plan
from statusnote.plan.scalars import Number, read_amount, read_day, read_due, read_figure

# Under each key, what may be written, some of which means the same.
TEXTS = {
    "met": ("2025-03-01", "1. marts 2025", "2025-03-02"),
    "due": ("2031", "Q1 2031", "1. kvartal 2031", "ultimo 2031"),
    "amount": ("1.234", "1234", "2 mio.", "2,5 mio."),
    "latest": ("47", "48,5"),
}
PROMISES = ("Noget nyt: med kolon", "Endnu # noget", "Et løfte, der er så langt, " * 5 + "ja")
RECIPIENTS = ("Ny forening", "»Åben« dør: Børn", "Rådgivning, hjælp & støtte")
PARAGRAPHS = ("Afsnit et.", "- Afsnit to: med kolon # og mere, " * 6 + "slut.", "'Afsnit tre'")


@dataclass(frozen=True)
class Slot:
    """One thing that can be edited of an initiative."""

    number: Number
    of: Of
    index: int | None
    key: str

    @property
    def item(self) -> tuple[Number, Of, int | None]:
        return self.number, self.of, self.index


def initiatives(plan: Plan) -> dict[Number, Initiative]:
    return {each.number: each for section in plan.all_sections for each in section.initiatives}


def things(initiative: Initiative, of: Of) -> Sequence[Any]:
    if of is Of.GRANT:
        return [grant for block in initiative.account for grant in block.grants]
    found: Sequence[Any] = getattr(initiative, of)
    return found


KEYS = {
    Of.PART: ("status",),
    Of.MILESTONE: ("met", "due", GONE),
    Of.GRANT: ("amount", GONE),
    Of.INDICATOR: ("latest",),
}


def slots(plan: Plan) -> Iterator[Slot]:
    for number, initiative in initiatives(plan).items():
        yield Slot(number, Of.STATUS, None, "status")
        yield Slot(number, Of.ACCOUNT, None, "account")
        yield from (Slot(number, of, None, "new") for of in (Of.MILESTONE, Of.GRANT))
        for of, keys in KEYS.items():
            for index in range(len(things(initiative, of))):
                yield from (Slot(number, of, index, key) for key in keys)


@st.composite
def answers(draw: st.DrawFn, plan: Plan, party: str, among: Sequence[Slot], most: int) -> Answer:
    """An answer of *party* that edits *most* of the slots *among* which it chooses, or fewer."""
    chosen = draw(st.lists(st.sampled_from(among), max_size=most, unique=True))
    gone = {slot.item for slot in chosen if slot.key == GONE}
    left = [slot for slot in chosen if slot.key == GONE or slot.item not in gone]
    edits = tuple(draw(_edit(plan, slot, f"{party}.xlsx")) for slot in left)
    return Answer(f"{party}.xlsx", party, "0" * 64, edits)


@st.composite
def _edit(draw: st.DrawFn, plan: Plan, slot: Slot, file: str) -> Edit:
    cell = Cell(file, slot.of, f"{slot.number}#{slot.index}{slot.key}")
    edit = Edit(slot.number, slot.of, slot.index, {}, {"": cell})
    if slot.key == GONE:
        return replace(edit, dropped=True)
    if slot.of is Of.ACCOUNT:
        return replace(edit, account=draw(_account(initiatives(plan)[slot.number])))
    values = draw(_values(plan, slot))
    return replace(edit, values=values, cells=dict.fromkeys(values, cell))


def _values(plan: Plan, slot: Slot) -> st.SearchStrategy[dict[str, str]]:
    if slot.key == "status":
        phrases = [kind.example for kind in plan.known_statuses.kinds]
        return st.fixed_dictionaries({"status": st.sampled_from(phrases)})
    if slot.key == "new" and slot.of is Of.GRANT:
        chosen = {"recipient": st.sampled_from(RECIPIENTS), "amount": _text("amount")}
        return st.fixed_dictionaries(chosen)
    if slot.key == "new":
        return st.fixed_dictionaries({"what": st.sampled_from(PROMISES), "due": _text("due")})
    chosen = {slot.key: _text(slot.key)}
    return st.fixed_dictionaries(
        chosen | {"measured": _text("due")} if slot.key == "latest" else chosen
    )


def _text(key: str) -> st.SearchStrategy[str]:
    return st.sampled_from(TEXTS[key])


@st.composite
def _account(draw: st.DrawFn, initiative: Initiative) -> tuple[int | NewBlock, ...]:
    """An account in which some paragraphs are others, and, it may be, there is one more."""
    parts: list[int | NewBlock] = []
    for place, block in enumerate(initiative.account):
        is_new = block.paragraph is not None and draw(st.booleans())
        parts.append(_new(draw(st.sampled_from(PARAGRAPHS)), place) if is_new else place)
    if draw(st.booleans()):
        parts.append(_new(draw(st.sampled_from(PARAGRAPHS)), len(parts)))
    return tuple(parts)


def _new(text: str, place: int) -> NewBlock:
    return NewBlock("", (f"{place}: {text}",))


Unit = tuple[Any, ...]  # an initiative, a thing in it, and what of that


def said(edit: Edit) -> dict[Unit, Any]:
    """What *edit* means, unit by unit."""
    item = (edit.number, edit.of, edit.index)
    if edit.of is Of.ACCOUNT:
        parts = enumerate(edit.account)
        return {(*item, n): part for n, part in parts if isinstance(part, NewBlock)}
    if edit.dropped:
        return {(*item, GONE): GONE}
    values = {key: read(key, text) for key, text in edit.values.items()}
    if edit.of is Of.INDICATOR:
        return {(*item, "latest"): (values["latest"], values["measured"])}
    if edit.of in (Of.MILESTONE, Of.GRANT) and edit.index is None:
        name, rest = ("what", "due") if edit.of is Of.MILESTONE else ("recipient", "amount")
        return {(*item, values[name]): values[rest]}
    return {(*item, key): value for key, value in values.items()}


def read(key: str, text: str) -> Any:
    if key == "met":
        return read_day(text)
    if key in ("due", "measured"):
        return read_due(text)
    if key == "amount":
        return read_amount(text)[::2]
    return read_figure(text) if key == "latest" else text


def asked(plan: Plan, unit: Unit) -> Any:
    """What *plan* says of a *unit*, if that is one thing."""
    number, of, index, key = unit
    initiative = initiatives(plan)[number]
    if of is Of.STATUS:
        return initiative.status.phrase
    if index is None or key == GONE:
        return None
    thing = things(initiative, of)[index]
    if of is Of.INDICATOR:
        return thing.latest, thing.measured
    if of is Of.GRANT:
        return thing.amount[::2]
    return thing.status.phrase if of is Of.PART else getattr(thing, key)


def after(plan: Plan, edits: Sequence[Edit]) -> dict[str, Any]:
    """What *plan* means once all *edits* are made to it, of which none contradicts another."""
    made = {
        number: _made(plan, each, [edit for edit in edits if edit.number == number])
        for number, each in initiatives(plan).items()
    }
    if plan.initiatives:
        return meaning(_with(plan, initiatives=(*made.values(),)))
    sections = tuple(
        _with(section, initiatives=tuple(made[each.number] for each in section.initiatives))
        for section in plan.sections
    )
    return meaning(_with(plan, sections=sections))


def _with(model: Any, **values: object) -> Any:
    return model.model_copy(update=values)


def _made(plan: Plan, initiative: Initiative, edits: Sequence[Edit]) -> Initiative:
    held: dict[Of, list[Any]] = {of: [*things(initiative, of)] for of in KEYS}
    account = [*initiative.account]
    for edit in edits:
        if edit.of is Of.STATUS:
            status = plan.known_statuses.read(edit.values["status"])
            initiative = _with(initiative, status=status)
        elif edit.of is Of.ACCOUNT:
            for place, part in enumerate(edit.account):
                if isinstance(part, NewBlock):
                    account[place : place + 1] = [Block.model_construct(paragraph=part.texts[0])]
        elif edit.index is None:
            held[edit.of].append(_fresh(edit))
        else:
            thing = held[edit.of][edit.index]
            held[edit.of][edit.index] = None if edit.dropped else _changed(plan, thing, edit)
    left = {of: tuple(each for each in held[of] if each is not None) for of in held}
    texts = [block for block in account if not block.grants]
    grants = Block.model_construct(grants=left.pop(Of.GRANT))
    kept = {of.value: things for of, things in left.items()}
    return cast("Initiative", _with(initiative, account=(*texts, grants), **kept))


def _fresh(edit: Edit) -> Any:
    values = edit.values
    if edit.of is Of.GRANT:
        amount = read_amount(values["amount"])
        return Grant.model_construct(recipient=values["recipient"].strip(), amount=amount)
    return Milestone.model_construct(what=values["what"], due=read_due(values["due"]))


def _changed(plan: Plan, thing: Any, edit: Edit) -> Any:
    values: dict[str, Any] = {key: read(key, text) for key, text in edit.values.items()}
    if "status" in values:
        values["status"] = plan.known_statuses.read(values["status"])
    if "amount" in values:
        values["amount"] = read_amount(edit.values["amount"])
    if "due" in values:
        values["moved_from"] = (*thing.moved_from, thing.due)
    return _with(thing, **values)
