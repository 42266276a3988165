"""What differs between two plans: each single edit, whatever two plans say, and how it looks."""

import html
import io
import json
import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from random import Random
from typing import Any, NamedTuple

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from support.applying import applied, meaning
from support.gfm import PARSERS
from support.project import REAL, SMALL_PLAN

from statusnote import danish
from statusnote.changes import describe, formats, text_diff
from statusnote.changes.compare import compare
from statusnote.changes.model import (
    Change,
    Changes,
    Counts,
    Edits,
    Fate,
    InitiativeChange,
    MilestoneChange,
    Ministry,
    ParagraphChange,
    Placed,
    Term,
    Words,
)
from statusnote.note import HEAD_LABELS, HeadLine
from statusnote.plan import loading
from statusnote.plan.model import (
    Block,
    DeclaredStatus,
    Grant,
    Head,
    Indicator,
    Initiative,
    Milestone,
    Part,
    Plan,
    Section,
    Terms,
)
from statusnote.plan.scalars import Amount, Period, Total, read_figure
from statusnote.plan.statuses import STATUSES, USUAL, Meaning, Status, Takes

TEXT = REAL.read_text("utf-8")
PLAN = loading.read(TEXT, "plan.yaml").plan
INITIATIVES = [each for section in PLAN.sections for each in section.initiatives]
TOTAL = Total(57_650_430, rounded=True)
NEW_GRANT = Grant.model_construct(recipient="Ny modtager", amount=Amount(1_000, "1.000"))
NEW_MILESTONE = Milestone.model_construct(what="Noget nyt", due="2027", met=None, moved_from=())


def with_(model: Any, **values: object) -> Any:
    return model.model_copy(update=values)


def put(items: tuple[Any, ...], place: int, *replacement: object) -> tuple[Any, ...]:
    return (*items[:place], *replacement, *items[place + 1 :])


def replaced(initiative: Initiative, *replacement: Initiative) -> Plan:
    """The real plan with other initiatives in the place of one."""
    sections = [
        with_(
            section,
            initiatives=tuple(
                new
                for each in section.initiatives
                for new in (replacement if each is initiative else (each,))
            ),
        )
        for section in PLAN.sections
    ]
    new: Plan = with_(PLAN, sections=tuple(sections))
    return new


def section_of(initiative: Initiative) -> str:
    return next(s.title for s in PLAN.sections if initiative in s.initiatives)


class Edit(NamedTuple):
    """A plan that is the real one but for one thing, and what is to be said of it."""

    plan: Plan
    expected: Changes


def of(initiative: Initiative, told: dict[str, Any], total: Total = TOTAL, **new: object) -> Edit:
    """An edit of *initiative*; *new* are its new values, *told* what is told of them."""
    now = with_(initiative, **new)
    change = InitiativeChange(now.number, now.title, **told)
    plan_total = None if total == TOTAL else Change(TOTAL, total)
    expected = Changes(initiatives=Edits(changed=(change,)), total=plan_total)
    return Edit(replaced(initiative, now), expected)


def edits_of_fields(each: Initiative) -> Iterator[Edit]:
    title = f"{each.title} nu"
    yield of(each, {"retitled": Change(each.title, title)}, title=title)
    yield of(each, {"renumbered": Change(each.number, 900)}, number=900)
    reserve = Change(each.reserve_financed, not each.reserve_financed)
    yield of(each, {"reserve_financed": reserve}, reserve_financed=reserve.new)
    codes = each.ministries
    for place in range(len(codes)):
        for rest in [put(codes, place, "BUVM", "XM"), put(codes, place)]:
            yield of(each, {"ministries": Change(codes, rest)}, ministries=rest)
    for kind in STATUSES:
        for year in ("2020", "2030") if kind.takes is Takes.YEAR else ("",):
            if (status := Status(kind, year)) != each.status:
                yield of(each, {"status": Change(each.status, status)}, status=status)


def edits_of_paragraphs(each: Initiative) -> Iterator[Edit]:
    places = [place for place, block in enumerate(each.account) if block.paragraph]
    for number, place in enumerate(places, start=1):
        text = each.account[place].paragraph or ""
        removed = ParagraphChange(number, None, (Words(Fate.REMOVED, text),))
        yield of(each, {"account": (removed,)}, account=put(each.account, place))
        for words in reworded(text):
            change = ParagraphChange(number, number, words)
            now = " ".join(part.text for part in words if part.fate is not Fate.REMOVED)
            yield of(each, {"account": (change,)}, account=put(each.account, place, block(now)))
    for number, place in enumerate([*places, len(each.account)], start=1):
        added = ParagraphChange(None, number, (Words(Fate.ADDED, "Et nyt."),))
        account = (*each.account[:place], block("Et nyt."), *each.account[place:])
        yield of(each, {"account": (added,)}, account=account)


def block(paragraph: str | None = None, *grants: Grant) -> Block:
    return Block.model_construct(paragraph=paragraph, grants=grants)


def reworded(text: str) -> Iterator[tuple[Words, ...]]:
    """Each word of *text* in turn changed or left out, or another one put before it."""
    words = text.split(" ")
    for place, word in enumerate(words):
        before, after = " ".join(words[:place]), " ".join(words[place + 1 :])
        removed, added = Words(Fate.REMOVED, word), Words(Fate.ADDED, "nyt-ord")
        ways = [
            ((removed, added), after),
            ((removed,), after),
            ((added,), f"{word} {after}".strip()),
        ]
        middle, rest = ways[place % len(ways)]
        kept = (Words(Fate.KEPT, before), *middle, Words(Fate.KEPT, rest))
        yield tuple(part for part in kept if part.text)


def edits_of_grants(each: Initiative) -> Iterator[Edit]:
    grants = [
        (place, n) for place, part in enumerate(each.account) for n in range(len(part.grants))
    ]
    for place, n in grants:
        listed = each.account[place].grants
        old = listed[n]
        for new in [
            with_(old, amount=Amount(old.amount.kroner + 1, "")),
            with_(old, amount=Amount(old.amount.kroner, "", not old.amount.rounded)),
            with_(old, recipient=old.recipient.upper()),
        ]:
            yield of_grants(each, place, put(listed, n, new), Edits(changed=(Change(old, new),)))
        other = with_(old, recipient="En anden")
        yield of_grants(each, place, put(listed, n, other), Edits((other,), (old,)))
        yield of_grants(each, place, put(listed, n), Edits(removed=(old,)))
        yield of_grants(each, place, (*listed, old), Edits(added=(old,)))
    account = (*each.account, block(None))
    added: Edits[Grant, Change[Grant]] = Edits(added=(NEW_GRANT,))
    yield of_grants(with_(each, account=account), len(each.account), (NEW_GRANT,), added, each)


def of_grants(
    each: Initiative,
    place: int,
    grants: tuple[Grant, ...],
    told: Edits[Grant, Change[Grant]],
    real: Initiative | None = None,
) -> Edit:
    """The sums follow from the grants by themselves, and are counted here from all of them."""
    account = put(each.account, place, block(None, *grants))
    now = with_(each, account=account)
    rest = [other for other in INITIATIVES if other.number != each.number]
    old, new = total(each), total(now)
    change = {"grants": told, "total": None if old == new else Change(old, new)}
    return of(real or each, change, total(now, *rest), account=account)


def total(*initiatives: Initiative) -> Total:
    found = [g.amount for each in initiatives for part in each.account for g in part.grants]
    return Total(sum(each.kroner for each in found), any(each.rounded for each in found))


def edits_of_milestones(each: Initiative) -> Iterator[Edit]:
    kept = each.milestones
    for place, old in enumerate(kept):
        for new in [
            with_(old, due="1999-01-01"),
            with_(old, due="2099-12", moved_from=(old.due,)),
            with_(old, met=date(2025, 1, 1)),
            with_(old, moved_from=("2020",)),
            with_(old, what=old.what.upper()),
        ]:
            days = {"1999-01-01": date(1999, 1, 1), "2099-12": date(2099, 12, 31)}.get(new.due)
            change = MilestoneChange(old, new, (days - last_day(old.due)).days if days else 0)
            yield of_milestones(each, put(kept, place, new), Edits(changed=(change,)))
        other = with_(old, what="Noget andet")
        yield of_milestones(each, put(kept, place, other), Edits((other,), (old,)))
        yield of_milestones(each, put(kept, place), Edits(removed=(old,)))
    yield of_milestones(each, (*kept, NEW_MILESTONE), Edits(added=(NEW_MILESTONE,)))


def of_milestones(
    each: Initiative, milestones: tuple[Milestone, ...], told: Edits[Milestone, MilestoneChange]
) -> Edit:
    return of(each, {"milestones": told}, milestones=milestones)


def last_day(due: str) -> date:
    named = {
        "2025": date(2025, 12, 31),
        "2026": date(2026, 12, 31),
        "ultimo 2026": date(2026, 12, 31),
        "slutningen af 2025": date(2025, 12, 31),
        "inden sommerferien 2025": date(2025, 6, 27),
    }
    return named.get(due) or date.fromisoformat(due)


def edits_of_place(each: Initiative) -> Iterator[Edit]:
    here = section_of(each)
    rest = total(*(other for other in INITIATIVES if other is not each))
    sum_now = None if rest == TOTAL else Change(TOTAL, rest)
    gone = Changes(initiatives=Edits(removed=(Placed(here, each),)), total=sum_now)
    yield Edit(replaced(each), gone)
    new = with_(each, number=900, title="Et nyt", account=())
    yield Edit(replaced(each, each, new), Changes(initiatives=Edits(added=(Placed(here, new),))))
    for place, section in enumerate(PLAN.sections):
        if section.title != here:
            sections = replaced(each).sections
            longer = with_(sections[place], initiatives=(each, *sections[place].initiatives))
            moved = InitiativeChange(each.number, each.title, section=Change(here, section.title))
            yield Edit(
                with_(PLAN, sections=put(sections, place, longer)),
                Changes(initiatives=Edits(changed=(moved,))),
            )


def edits_of_plan() -> Iterator[Edit]:
    values: dict[str, tuple[object, ...]] = {
        "title": ("Et andet notat",),
        "stamp": (None, "Fortroligt"),
        "as_of": (date(2025, 5, 1),),
        "period": (Period(2023, 2027),),
        "print_milestones": (True,),
        "publish_source": (False,),
        "approvals": ("required",),
    }
    for name, others in values.items():
        for new in others:
            told: Any = {name: Change(getattr(PLAN, name), new)}
            yield Edit(with_(PLAN, **{name: new}), Changes(**told))
    (text,) = PLAN.introduction
    for words in reworded(text):
        now = " ".join(part.text for part in words if part.fate is not Fate.REMOVED)
        paragraph = ParagraphChange(1, 1, words)
        yield Edit(with_(PLAN, introduction=(now,)), Changes(introduction=(paragraph,)))
    added = ParagraphChange(None, 2, (Words(Fate.ADDED, "Mere."),))
    yield Edit(with_(PLAN, introduction=(text, "Mere.")), Changes(introduction=(added,)))
    removed = ParagraphChange(1, None, (Words(Fate.REMOVED, text),))
    yield Edit(with_(PLAN, introduction=()), Changes(introduction=(removed,)))
    yield from edits_of_the_head()
    yield from edits_of_terms()
    yield from edits_of_ministries()
    yield from edits_of_statuses()
    yield from edits_of_sections()


def edits_of_the_head() -> Iterator[Edit]:
    for key, label in HEAD_LABELS.items():
        given: Any = date(2025, 4, 10) if key == "date" else "Et udvalg"
        line = HeadLine(key, label, "10.\u00a0april 2025" if key == "date" else "Et udvalg")
        told = Changes(head=Edits(added=(line,)))
        yield Edit(with_(PLAN, head=Head.model_construct(None, **{key: given})), told)


def edits_of_ministries() -> Iterator[Edit]:
    known = PLAN.ministries
    for code, name in known.items():
        old, new = Ministry(code, name), Ministry(code, "Et nyt navn")
        renamed = Changes(ministries=Edits(changed=(Change(old, new),)))
        yield Edit(with_(PLAN, ministries=known | {code: new.name}), renamed)
        rest = {other: name for other, name in known.items() if other != code}
        yield Edit(with_(PLAN, ministries=rest), Changes(ministries=Edits(removed=(old,))))
    ministry = Ministry("XM", "X-ministeriet")
    more = Changes(ministries=Edits(added=(ministry,)))
    yield Edit(with_(PLAN, ministries={"XM": ministry.name} | known), more)


def edits_of_terms() -> Iterator[Edit]:
    for key, word in PLAN.terms:
        told = Edits[Term, Change[Term]](changed=(Change(Term(key, word), Term(key, "mål")),))
        yield Edit(with_(PLAN, terms=with_(PLAN.terms, **{key: "mål"})), Changes(terms=told))


def edits_of_statuses() -> Iterator[Edit]:
    """To the usual ones a plan adds another, or means something else by one of them."""
    usual = {
        kind.phrase: DeclaredStatus.model_construct(
            means=kind.meaning, sentence=kind.sentence, sign=kind.sign
        )
        for kind in STATUSES
        if kind.takes is Takes.NOTHING
    }
    own = DeclaredStatus.model_construct(means=Meaning.STOPPED)
    yearly = tuple(k._replace(colour="") for k in STATUSES if k.takes is Takes.YEAR)
    added = own.kind("standset")._replace(colour="")
    told = Changes(statuses=Edits(added=(added,), removed=yearly))
    yield Edit(with_(PLAN, statuses=usual | {"standset": own}), told)
    old = STATUSES[0]._replace(colour="")
    for name, value, field in (
        ("means", Meaning.LATE, "meaning"),
        ("sentence", "Slut.", "sentence"),
        ("sign", "*", "sign"),
        ("takes_date", True, "takes"),
    ):
        declared = {**usual, old.phrase: with_(usual[old.phrase], **{name: value})}
        changed: Any = {field: Takes.DATE if name == "takes_date" else value}
        new = old._replace(**changed)
        told = Changes(statuses=Edits(removed=yearly, changed=(Change(old, new),)))
        yield Edit(with_(PLAN, statuses=declared), told)


def edits_of_sections() -> Iterator[Edit]:
    for place, section in enumerate(PLAN.sections):
        for title in ("Et andet navn", section.title.upper()):
            sections = put(PLAN.sections, place, with_(section, title=title))
            told = Changes(sections=Edits(changed=(Change(section.title, title),)))
            yield Edit(with_(PLAN, sections=sections), told)
    empty = Section.model_construct(title="Tom", initiatives=())
    more = with_(PLAN, sections=(empty, *PLAN.sections))
    yield Edit(more, Changes(sections=Edits(added=("Tom",))))


KINDS = [
    edits_of_fields,
    edits_of_paragraphs,
    edits_of_grants,
    edits_of_milestones,
    edits_of_place,
]


@pytest.mark.no_cover  # each of a thousand
@pytest.mark.parametrize("kind", KINDS)
def test_each_single_edit_of_an_initiative_is_told_and_nothing_else(
    kind: Callable[[Initiative], Iterator[Edit]],
) -> None:
    for initiative in INITIATIVES:
        for edit in kind(initiative):
            is_told(edit)


@pytest.mark.no_cover  # each of a thousand
def test_each_single_edit_of_the_plan_is_told_and_nothing_else() -> None:
    for edit in edits_of_plan():
        is_told(edit)


OLD_MEANING = meaning(PLAN)


def is_told(edit: Edit) -> None:
    found = compare(PLAN, edit.plan)
    assert found == edit.expected
    assert found
    assert found.counts == counts_of(edit.expected)
    told = json.loads(formats.as_json(found))
    assert sum(told["counts"].values()) == (found.initiatives != Edits())
    assert applied(OLD_MEANING, told) == meaning(edit.plan)
    assert formats.as_markdown(found).count("\n- ") >= 1


def counts_of(expected: Changes) -> Counts:
    """Of a plan with one edit."""
    edits = expected.initiatives
    if not edits.changed:
        return Counts(0, 0, len(edits.added), len(edits.removed), 0)
    (each,) = edits.changed
    status = each.status
    completed = bool(status and status.new.phrase == "gennemført")
    later = bool(
        status
        and status.old.kind == status.new.kind
        and str(status.new.year) > str(status.old.year)
    )
    failed = bool(
        status
        and status.new.phrase.startswith("ikke gennemført")
        and not status.old.phrase.startswith("ikke gennemført")
    )
    moved = any(each.new.due == "2099-12" for each in each.milestones.changed)
    delayed = later or failed or moved
    return Counts(completed, delayed, 0, 0, not (completed or delayed))


def shuffled(plan: Plan, random: Random) -> Plan:
    """*plan* with all its lists but the paragraphs in another order."""

    def mixed(items: Any) -> tuple[Any, ...]:
        listed = [*items]
        return tuple(random.sample(listed, len(listed)))

    sections = (
        with_(
            section,
            initiatives=mixed(
                with_(
                    each,
                    ministries=mixed(each.ministries),
                    milestones=mixed(each.milestones),
                    account=tuple(with_(part, grants=mixed(part.grants)) for part in each.account),
                )
                for each in section.initiatives
            ),
        )
        for section in plan.sections
    )
    new: Plan = with_(
        plan, sections=mixed([*sections]), ministries=dict(mixed(plan.ministries.items()))
    )
    return new


def test_a_plan_does_not_differ_from_itself() -> None:
    found = compare(PLAN, PLAN)
    assert not found
    assert formats.as_markdown(found) == "**Ingen ændringer**\n"
    assert on_terminal(found, 80) == "Ingen ændringer\n"
    assert json.loads(formats.as_json(found))["counts"] == dict.fromkeys(
        ("completed", "delayed", "new", "gone", "changed"), 0
    )


@pytest.mark.no_cover  # each of a thousand
@given(st.randoms(use_true_random=False), st.integers(20, 2_000), st.sampled_from([None, "'", "|"]))
@settings(max_examples=20)
def test_order_and_writing_are_no_change(random: Random, width: int, style: str | None) -> None:
    assert not compare(PLAN, shuffled(PLAN, random))
    values = yaml.load(TEXT, yaml.BaseLoader)  # noqa: S506 - it makes nothing but texts
    rewritten = yaml.dump(values, width=width, allow_unicode=True, default_style=style)
    assert not compare(PLAN, loading.read(rewritten, "plan.yaml").plan)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("7.400.000", "7400000"),
        ("4,5 mio.", "4,50 mio."),
        ("2023-2026\n\n", "2023–2026\n\n"),
        ("ministries: [JM]", "ministries: JM"),
    ],
)
def test_one_value_written_in_two_ways_is_no_change(old: str, new: str) -> None:
    assert old in TEXT
    assert not compare(PLAN, read(TEXT.replace(old, new)))


def read(text: str) -> Plan:
    return loading.read(text, "plan.yaml").plan


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
def test_a_space_that_may_not_break_is_no_change(space: str) -> None:
    unbroken = re.sub(r"(?<=[a-zæøå]) (?=[a-zæøå])", space, TEXT)
    assert unbroken.count(space) > 1_000
    assert not compare(PLAN, read(unbroken))
    assert not compare(read(unbroken), PLAN)


def test_letters_typed_with_their_accents_apart_are_no_change() -> None:
    assert not compare(PLAN, read(unicodedata.normalize("NFD", TEXT)))


def test_where_a_list_of_grants_stands_is_no_change() -> None:
    (tenth,) = (each for each in INITIATIVES if each.number == 10)
    text, grants, *rest = tenth.account
    split = (block(None, grant) for grant in reversed(grants.grants))
    assert not compare(PLAN, replaced(tenth, with_(tenth, account=(text, *rest, *split))))


LINE = st.sampled_from(["a", "A", "b", "a b", "b a c", "c d"])
AMOUNTS = st.sampled_from([Amount(1, "1"), Amount(2, "2"), Amount(2, "2 mio.", rounded=True)])
GRANTS = st.builds(Grant.model_construct, recipient=LINE, amount=AMOUNTS)
DUES = st.sampled_from(["2025", "ultimo 2025", "2025-06", "2026"])
MILESTONES = st.builds(
    Milestone.model_construct,
    what=LINE,
    due=DUES,
    met=st.none() | st.sampled_from([date(2025, 1, 1), date(2025, 2, 1)]),
    moved_from=st.lists(DUES, max_size=2).map(tuple),
)
PARAGRAPH = st.lists(st.sampled_from("abcd"), min_size=1, max_size=5).map(" ".join)
BLOCKS = st.builds(Block.model_construct, paragraph=PARAGRAPH, grants=st.just(())) | st.builds(
    Block.model_construct,
    paragraph=st.none(),
    grants=st.lists(GRANTS, min_size=1, max_size=3).map(tuple),
)
FIGURES = st.none() | st.sampled_from(["1", "2,5", "1.000"]).map(read_figure)
INDICATORS = st.builds(
    Indicator.model_construct,
    name=LINE,
    unit=st.none() | st.just("pct."),
    baseline=FIGURES,
    target=FIGURES,
    latest=FIGURES,
    measured=st.none() | DUES,
)
STATED = st.sampled_from(
    [USUAL.read(each) for each in ("gennemført", "afsluttes i 2025", "afsluttes i 2026")]
)
PARTS = st.builds(
    Part.model_construct,
    number=st.none() | st.sampled_from([1, "1.1"]),
    title=LINE,
    status=STATED,
)
MORE = st.dictionaries(st.sampled_from("ab"), LINE)
INITIATIVE = st.builds(
    Initiative.model_construct,
    number=st.integers(1, 3) | st.sampled_from(["1.1", "1.2", "1a"]),
    title=LINE,
    ministries=st.lists(st.sampled_from("XYZ"), min_size=1, unique=True).map(tuple),
    reserve_financed=st.booleans(),
    participants=st.lists(st.sampled_from("VW"), unique=True).map(tuple),
    marks=st.lists(st.sampled_from("†‡"), unique=True).map(tuple),
    status=STATED,
    parts=st.lists(PARTS, max_size=3).map(tuple),
    budget=st.dictionaries(st.integers(2023, 2025), AMOUNTS),
    indicators=st.lists(INDICATORS, max_size=2).map(tuple),
    more=MORE,
    account=st.lists(BLOCKS, max_size=4).map(tuple),
    milestones=st.lists(MILESTONES, max_size=3).map(tuple),
)
DECLARED = st.builds(
    DeclaredStatus.model_construct,
    means=st.sampled_from(Meaning),
    sentence=st.none() | st.just("Det er {}."),
    takes_date=st.booleans(),
)
NUMBERED = st.lists(INITIATIVE, max_size=5, unique_by=lambda each: each.number)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Plans of so few words that titles, recipients and promises come again."""
    titles = draw(st.lists(LINE, min_size=1, max_size=3, unique_by=str.casefold))
    places = [(draw(st.integers(0, len(titles) - 1)), each) for each in draw(NUMBERED)]
    return Plan.model_construct(
        title=draw(LINE),
        stamp=draw(st.none() | LINE),
        head=Head.model_construct(sender=draw(st.none() | LINE), contact=draw(st.none() | LINE)),
        as_of=date(2025, 1, 1),
        period=Period(2023, 2026),
        terms=Terms.model_construct(party=draw(LINE)),
        print_numbers=draw(st.booleans()),
        print_milestones=draw(st.booleans()),
        publish_source=draw(st.booleans()),
        approvals=draw(st.sampled_from([None, "required"])),
        more=draw(MORE),
        print_overview=draw(st.booleans()),
        marks=draw(st.dictionaries(st.sampled_from("†‡"), LINE)),
        introduction=tuple(draw(st.lists(PARAGRAPH, max_size=5))),
        ministries=draw(st.dictionaries(st.sampled_from("XYZ"), LINE)),
        statuses=draw(st.dictionaries(st.sampled_from("ab"), DECLARED)),
        sections=tuple(
            Section.model_construct(
                title=title,
                initiatives=tuple(each for there, each in places if there == place),
            )
            for place, title in enumerate(titles)
        ),
    )


@pytest.mark.no_cover  # each of a thousand
@given(plans(), plans(), st.randoms(use_true_random=False))
@settings(max_examples=200)
def test_what_json_tells_makes_the_new_plan_of_the_old(
    old: Plan, new: Plan, random: Random
) -> None:
    found = compare(old, new)
    assert applied(meaning(old), json.loads(formats.as_json(found))) == meaning(new)
    assert bool(found) == (meaning(old) != meaning(new))
    assert not compare(old, old)
    assert not compare(old, shuffled(old, random))


def numbered(*titles: str, numbers: tuple[int, ...]) -> Plan:
    """The real plan with nothing but initiatives of these titles and numbers."""
    made = tuple(
        with_(INITIATIVES[4], number=number, title=title)
        for number, title in zip(numbers, titles, strict=True)
    )
    plan: Plan = with_(PLAN, sections=(with_(PLAN.sections[0], initiatives=made),))
    return plan


@pytest.mark.parametrize(
    ("titles", "numbers", "renumbered", "retitled", "added", "removed"),
    [
        (("A", "B"), (2, 1), {"A": (1, 2), "B": (2, 1)}, {}, [], []),
        ((" a", "B"), (7, 2), {" a": (1, 7)}, {" a": "A"}, [], []),
        (("C", "B"), (1, 2), {}, {"C": "A"}, [], []),
        (("A", "C", "B"), (1, 2, 3), {"B": (2, 3)}, {}, ["C"], []),
        (("A", "A", "B"), (1, 3, 2), {}, {}, ["A"], []),
        (("B", "C"), (1, 2), {"B": (2, 1)}, {}, ["C"], ["A"]),
        (("A",), (1,), {}, {}, [], ["B"]),
    ],
)
def test_an_initiative_is_known_by_its_title_and_then_by_its_number(
    titles: tuple[str, ...],
    numbers: tuple[int, ...],
    renumbered: dict[str, tuple[int, int]],
    retitled: dict[str, str],
    added: list[str],
    removed: list[str],
) -> None:
    edits = compare(
        numbered("A", "B", numbers=(1, 2)), numbered(*titles, numbers=numbers)
    ).initiatives
    numbers_now = {each.title: each.renumbered for each in edits.changed if each.renumbered}
    titles_now = {each.title: each.retitled for each in edits.changed if each.retitled}
    assert {title: (one.old, one.new) for title, one in numbers_now.items()} == renumbered
    assert {title: one.old for title, one in titles_now.items()} == retitled
    assert [each.initiative.title for each in edits.added] == added
    assert [each.initiative.title for each in edits.removed] == removed


def in_sections(**sections: str) -> Plan:
    """The real plan with sections of these titles, and initiatives named by a letter."""
    made = tuple(
        Section.model_construct(
            title=title,
            initiatives=tuple(
                with_(INITIATIVES[4], number=ord(letter), title=letter) for letter in letters
            ),
        )
        for title, letters in sections.items()
    )
    plan: Plan = with_(PLAN, sections=made)
    return plan


@pytest.mark.parametrize(
    ("sections", "told", "moved"),
    [
        ({"Y": "ef", "X": "abcd"}, ((), (), ()), ""),
        ({"Z": "abc", "Y": "ef"}, ((), (), ("X→Z",)), ""),
        ({"Z": "abc", "Y": "defg"}, ((), (), ("X→Z",)), "d"),
        ({"Z": "ab", "Y": "cdef"}, (("Z",), ("X",), ()), "abcd"),
        ({"Z": "abcdef"}, ((), ("Y",), ("X→Z",)), "ef"),
        ({"X": "abc", "Y": "def"}, ((), (), ()), "d"),
        ({"X": "abcd", "Y": "", "Z": "ef"}, (("Z",), (), ()), "ef"),
    ],
)
def test_a_section_has_a_new_title_where_most_of_it_stands_there_now(
    sections: dict[str, str], told: tuple[tuple[str, ...], ...], moved: str
) -> None:
    found = compare(in_sections(X="abcd", Y="ef"), in_sections(**sections))
    edits = found.sections
    retitled = tuple(f"{each.old}→{each.new}" for each in edits.changed)
    assert (edits.added, edits.removed, retitled) == told
    assert "".join(each.title for each in found.initiatives.changed if each.section) == moved


def test_sections_of_one_title_are_one() -> None:
    assert not compare(in_sections(X="ab", Y="d", x="c"), in_sections(X="abc", Y="d"))


def test_what_was_completed_late_counts_once_and_what_ended_otherwise_is_no_delay() -> None:
    status = USUAL.read("gennemført")
    (third,) = (each for each in INITIATIVES if each.number == 3)
    late = (with_(third.milestones[0], due="2026-01-01", met=date(2026, 1, 1)),)
    new = replaced(third, with_(third, status=status, milestones=late))
    assert compare(PLAN, new).counts == Counts(1, 0, 0, 0, 0)
    assert compare(new, PLAN).counts == Counts(0, 0, 0, 0, 1)


def told(old: list[str], new: list[str]) -> list[str]:
    signs = {Fate.KEPT: "", Fate.REMOVED: "-", Fate.ADDED: "+"}
    return [
        f"{each.old or ''}>{each.new or ''} "
        + " ".join(f"{signs[words.fate]}{words.text}" for words in each.words)
        for each in text_diff.paragraphs(old, new)
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["a b", "c d"], ["x", "a b", "c d"], [">1 +x"]),
        (["a b c", "d e f"], ["x", "a b y", "d e f"], [">1 +x", "1>2 a b -c +y"]),
        (["a b c", "d e f"], ["d e z", "a b y"], [">1 +d e z", "1>2 a b -c +y", "2> -d e f"]),
        (["a", "b", "c"], ["b", "c", "a"], ["1>3 a"]),
        (["a", "a", "b"], ["b", "a"], ["2> -a", "3>1 b"]),
        (["a b"], ["c d"], ["1> -a b", ">1 +c d"]),
        (["a b c"], ["a d e"], ["1> -a b c", ">1 +a d e"]),
        (["a b c d", "e"], ["a x c d"], ["1>1 a -b +x c d", "2> -e"]),
    ],
)
def test_paragraphs_are_aligned_before_their_words(
    old: list[str], new: list[str], expected: list[str]
) -> None:
    assert sorted(told(old, new)) == sorted(expected)


def test_texts_that_take_long_to_compare_are_told_whole() -> None:
    many = [f"a b c {n}" for n in range(51)]
    others = [f"a b d {n}" for n in range(51)]
    assert all(None in (each.old, each.new) for each in text_diff.paragraphs(many, others))
    old, new = "a " * 400 + "b", "a " * 400 + "c"
    assert text_diff.words(old, new) == (Words(Fate.REMOVED, old), Words(Fate.ADDED, new))


def test_words_that_come_often_are_words_too() -> None:
    often = "og " * 150 + "så " * 59 + "så"
    _, _, kept, _, _ = text_diff.words(f"Først {often} forbi", f"Nu endelig {often} slut")
    assert kept == Words(Fate.KEPT, often)


RICH = {
    "title: Status for initiativer": "title: Ny status for initiativer",
    "stamp: Offentligt\n": "print_milestones: true\n",
    "as_of: 2025-04-10": "as_of: 2025-11-23",
    "period: 2023-2026": "period: 2023-2027",
    "hvor langt man er nået med de": "hvor langt ministerierne er nået med de",
    "\nministries:": "  - '*Nyt* afsnit med [red]skrift[/red], ~tilde~ og <b>tegn</b> | streg.'\n"
    "\nministries:\n  DM: Digitaliseringsministeriet",
    "SBM: Social- og Boligministeriet": "SBM: Social-, Bolig- og Ældreministeriet",
    "  - title: Der skal handles": "  - title: Nu skal der handles",
    "status: afsluttes i 2025": "status: afsluttes i 2026",
    "- Podcastserien er offentliggjort: 2025": "- what: Podcastserien er offentliggjort\n"
    "            due: 2026-06\n            moved_from: [2025]",
    "number: 5\n": "number: 27\n",
    "[LIGE]\n        reserve_financed: true\n        status: igangværende\n        account:\n"
    "          - Lead": "[DM, LIGE]\n        status: gennemført\n        account:\n"
    "          - Lead",
    "    - Undersøgelsen er offentliggjort: 2026": "    - what: Undersøgelsen er offentliggjort\n"
    "            due: 2026\n            met: 2025-10-01\n            moved_from: [2024]",
    "Danner: 7.400.000": "Danner: 7,5 mio.",
    "- Odense Kommune: 3.628.580": "- Region *Syd*: 1.000",
    "Beløbet står på § 11.11.01.40.": "Det står på § 11.11.01.40. Se https://fm.dk/a_b.",
    "          - Der er planlagt en opsamling af erfaringerne i 2026.\n": "",
    "- Erfaringerne er samlet op: 2026": "- erfaringerne er samlet op: slutningen af 2026",
    "- Ændringerne af udlændingeloven træder i kraft: 2025-07-01": "- Loven er vedtaget: 2026-01",
    "lancerer en strafreform: inden sommerferien 2025": "lancerer en strafreform: 2025-03",
}


def edited(text: str, edits: dict[str, str]) -> str:
    for old, new in edits.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def rich_plan() -> Plan:
    """The real plan, with one change of each kind."""
    new = read(edited(TEXT, RICH))
    here, there, rest = new.sections
    moved, second, *others = here.initiatives
    *kept, last = rest.initiatives
    turned = with_(last, account=last.account[::-1])
    grants = block(None, NEW_GRANT)
    fresh = with_(moved, number=30, title="Et nyt _initiativ_ [bold]", account=(grants,))
    sections = (
        with_(here, initiatives=(second, *others[:-1])),
        there,
        with_(rest, initiatives=(*kept, turned, moved)),
        Section.model_construct(title="En *ny* del", initiatives=(fresh,)),
    )
    plan: Plan = with_(new, sections=sections)
    return plan


def on_terminal(found: Changes, width: int) -> str:
    shown = io.StringIO()
    console = Console(file=shown, width=width, markup=False, highlight=False, emoji=False)
    console.print(formats.rendered(found, width))
    return "".join(f"{line.rstrip()}\n" for line in shown.getvalue().splitlines())


@pytest.mark.parametrize("width", [60, 80, 120])
def test_what_the_terminal_shows(golden: Callable[[str, str], None], width: int) -> None:
    shown = on_terminal(compare(PLAN, rich_plan()), width)
    assert max(map(len, shown.splitlines())) <= width
    golden(f"changes-{width}.txt", shown)


def test_what_is_pasted_and_what_programs_read(golden: Callable[[str, str], None]) -> None:
    found = compare(PLAN, rich_plan())
    golden("changes.md", formats.as_markdown(found))
    golden("changes.json", formats.as_json(found))
    assert applied(OLD_MEANING, json.loads(formats.as_json(found))) == meaning(rich_plan())


def test_the_way_back(golden: Callable[[str, str], None]) -> None:
    golden("changes-back.txt", on_terminal(compare(rich_plan(), PLAN), 80))


def test_colour_is_added_to_signs() -> None:
    shown = io.StringIO()
    found = compare(PLAN, with_(PLAN, stamp="Fortroligt"))
    Console(file=shown, force_terminal=True, color_system="standard", no_color=False).print(
        formats.rendered(found, 80)
    )
    assert "\x1b[9;31m[-Offentligt-]\x1b[0m \x1b[32m{+Fortroligt+}\x1b[0m" in shown.getvalue()


BELOW = {
    "parts": [{"A": "igangværende"}, {"number": "1.1", "title": "B", "status": "gennemført"}],
    "budget": {"2023": "4 mio.", "2024": "500.000"},
    "indicators": [
        {"name": "X", "unit": "pct.", "baseline": "10", "target": "60"},
        {"name": "Y", "latest": "7", "measured": "2024"},
        {"name": "W", "unit": "hektar"},
    ],
    "more": {"risiko": "høj"},
}
BELOW_NOW = {
    "parts": [{"a": "gennemført"}, {"number": "1.2", "title": "B", "status": "gennemført"}],
    "budget": {"2023": "4,0 mio.", "2024": "600.000", "2025": "1 mia."},
    "indicators": [
        {"name": "x", "unit": "pct.", "baseline": "10", "target": "60", "latest": "35",
         "measured": "marts 2025"},
        {"name": "y", "unit": "pct.", "latest": "7", "measured": "2024"},
        {"name": "W", "unit": "ton"},
        {"name": "Z"},
    ],
    "more": {"risiko": "lav", "ejer": "Ida Holm"},
}  # fmt: skip


def with_below(below: dict[str, Any]) -> Plan:
    """The small plan with *below* in its initiative."""
    return read(
        f"{SMALL_PLAN}{textwrap.indent(yaml.safe_dump(below, allow_unicode=True), ' ' * 8)}"
    )


def test_what_changed_in_parts_budgets_indicators_and_the_plans_own() -> None:
    found = compare(with_below(BELOW), with_below(BELOW_NOW))
    topics = [
        [" ".join(words.text for words in said) for said in topic.sentences]
        for topic in describe.topics(found)
    ]
    plain = [[danish.plain(said) for said in sentences] for sentences in topics]
    assert plain == [
        ["Budget i alt: fra ca. 4.500.000 kr. til ca. 1.004.600.000 kr."],
        [
            "Delen »a«: før skrevet »A«; status fra igangværende til gennemført",
            "Delen »B«: nummer fra 1.1 til 1.2",
            "Budget: 2025: 1 mia. kr.",
            "Budget for 2024: fra 500.000 kr. til 600.000 kr.",
            "Indikator: Z: endnu ikke målt",
            "Indikatoren »x«: før skrevet »X«; før endnu ikke målt; udgangspunkt 10 pct.; mål 60 "
            "pct., nu 35 pct. (marts 2025); udgangspunkt 10 pct.; mål 60 pct.; 50 pct. af vejen",
            "Indikatoren »y«: før skrevet »Y«; enhed fra ingen til pct.; før 7 (2024), nu 7 pct. "
            "(2024)",
            "Indikatoren »W«: enhed fra hektar til ton",
            "Andet: ejer: Ida Holm",
            "risiko: høj lav",
        ],
    ]  # fmt: skip
    told = json.loads(formats.as_json(found))
    assert applied(meaning(with_below(BELOW)), told) == meaning(with_below(BELOW_NOW))


@pytest.mark.parametrize(
    ("old", "new", "sum_of_it"),
    [
        ("I gang", "Forsinket", "1 forsinket siden sidst"),
        ("Forsinket", "I gang", "1 ændret siden sidst"),
        ("Forsinket", "Afsluttet", "1 Afsluttet siden sidst"),
    ],
)
def test_what_is_late_now_counts_as_delayed(old: str, new: str, sum_of_it: str) -> None:
    own = "statuses: {I gang: under way, Forsinket: late, Afsluttet: done}\nsections:"
    text = SMALL_PLAN.replace("sections:", own)
    before, now = (read(text.replace(": gennemført", f": {status}")) for status in (old, new))
    assert describe.in_one_line(compare(before, now)) == sum_of_it


def test_a_change_of_the_plan_alone_changes_no_initiative() -> None:
    found = compare(PLAN, with_(PLAN, title="Et notat"))
    assert on_terminal(found, 80).startswith("Ingen initiativer ændret siden sidst\n")


POINTS = """\
        account:
          - numbered_list:
              - Kommunerne spørges nu.
              - Svarene samles i et notat.
              - Notatet sendes.
"""


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (
            ["Fristen aftales først.", "Kommunerne spørges nu.", "Svarene samles i en rapport."],
            [
                "· Nyt afsnit 1: {+1. Fristen aftales først.+}",
                "· Afsnit 3 udgået: [-3. Notatet sendes.-]",
                "· Afsnit 3: 3. Svarene samles i [-et notat.-] {+en rapport.+}",
            ],
        ),
        (
            ["Kommunerne spørges nu.", "Notatet sendes.", "Svarene samles i et notat."],
            [
                "· Afsnit 3 flyttet til afsnit 2: 2. Notatet sendes.",
            ],
        ),
        (
            ["Kommunerne spørges snart.", "Svarene samles i et notat.", "Notatet sendes."],
            ["· Afsnit 1: 1. Kommunerne spørges [-nu.-] {+snart.+}"],
        ),
    ],
)
def test_an_item_of_a_numbered_list_is_told_with_its_number(
    now: list[str], told: list[str]
) -> None:
    written = "".join(f"              - {item}\n" for item in now)
    head = POINTS[: POINTS.index("              - ")]
    old, new = read(SMALL_PLAN + POINTS), read(SMALL_PLAN + head + written)
    assert on_terminal(compare(old, new), 80).splitlines()[3:] == told


def test_an_item_that_is_numbered_now_shows_both_its_signs() -> None:
    old = read(SMALL_PLAN + POINTS.replace("numbered_list", "list"))
    told = on_terminal(compare(old, read(SMALL_PLAN + POINTS)), 80).splitlines()
    assert told[3] == "· Afsnit 1: [-•-] {+1.+} Kommunerne spørges nu."


def test_what_came_and_went_is_counted_in_one_line() -> None:
    one, three = numbered("A", numbers=(1,)), numbered("A", "B", "C", numbers=(1, 2, 3))
    for old, new, sum_of_it in [(one, three, "2 nye"), (three, one, "2 udgået")]:
        shown = formats.as_markdown(compare(old, new))
        assert shown.startswith(f"**{sum_of_it} siden sidst**\n")


CHARACTERS = st.sampled_from(list("\\`*_[](){}<>&|~#$^!+-=.:;'\"/@1a æ\u2003—")) | (
    st.characters(exclude_categories=("C", "Z"))
)
ANY_TEXT = (
    st.lists(st.text(CHARACTERS, min_size=1, max_size=12), min_size=1, max_size=6)
    .map(lambda words: re.sub(" +", " ", " ".join(words)).strip(" "))
    .filter(bool)
)


@pytest.mark.parametrize("parse", PARSERS)
@given(old=ANY_TEXT, new=ANY_TEXT)
@settings(max_examples=300)
def test_any_text_comes_back_from_markdown(parse: Callable[[str], str], old: str, new: str) -> None:
    if old == new:
        return
    found = compare(with_(PLAN, title=old), with_(PLAN, title=new))
    page = parse(formats.as_markdown(found))
    expected = text_diff.words(old, new)
    for fate, tags in [(Fate.REMOVED, "del|s"), (Fate.ADDED, "strong")]:
        marked = re.findall(f"<(?:{tags})>(.*?)</(?:{tags})>", page[page.index("<li>") :])
        assert list(map(seen, marked)) == [each.text for each in expected if each.fate is fate]
    (item,) = re.findall("<li>(.*?)</li>", page)
    assert seen(item) == "Titel: " + " ".join(each.text for each in expected)


def seen(page: str) -> str:
    return html.unescape(re.sub("<[^>]*>", "", page))
