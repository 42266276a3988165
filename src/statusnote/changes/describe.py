"""What differs between two plans → sentences in Danish, in which words are removed and added."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from statusnote import danish
from statusnote.changes.model import (
    Change,
    Changes,
    Edits,
    Extra,
    Fate,
    InitiativeChange,
    MilestoneChange,
    Ministry,
    ParagraphChange,
    Placed,
    Words,
    YearBudget,
)
from statusnote.changes.text_diff import paragraphs, words
from statusnote.plan.model import Grant, Indicator, Part
from statusnote.plan.scalars import Total
from statusnote.plan.statuses import LOOKS, StatusKind, Takes

T = TypeVar("T")
C = TypeVar("C")
Sentence = tuple[Words, ...]
LONGEST_STRETCH = 12  # words that were kept, and are shown whole
BESIDE = 4  # words that are shown of a longer one, beside what changed


@dataclass(frozen=True)
class Topic:
    """A heading, and the sentences under it."""

    heading: str
    sentences: tuple[Sentence, ...]


def in_one_line(changes: Changes) -> str:
    """The sum of it: `3 gennemført siden sidst, 2 forsinket, 1 ny`."""
    counts = changes.counts
    completed = Counter(
        change.status.new.kind.phrase
        for change in changes.initiatives.changed
        if change.status and change.is_completed
    )
    said = [
        f"{danish.number(count)} {word}"
        for count, word in (
            *((count, phrase) for phrase, count in completed.items()),
            (counts.delayed, "forsinket"),
            (counts.new, "ny" if counts.new == 1 else "nye"),
            (counts.gone, "udgået"),
            (counts.changed, "ændret"),
        )
        if count
    ]
    if said:
        return ", ".join([f"{said[0]} siden sidst", *said[1:]])
    none = f"Ingen {changes.called.initiatives} ændret siden sidst"
    return none if changes else "Ingen ændringer"


def topics(changes: Changes) -> Iterator[Topic]:
    """All of it: the plan, the new initiatives and those that are gone, and each that changed."""
    topics = [
        Topic("Planen", tuple(_plan(changes))),
        Topic(
            f"Nye {changes.called.initiatives}",
            tuple(
                _kept(f"{_described(placed)}: {placed.initiative.status.phrase}")
                for placed in changes.initiatives.added
            ),
        ),
        Topic(
            f"Udgåede {changes.called.initiatives}",
            tuple(_kept(_described(placed)) for placed in changes.initiatives.removed),
        ),
    ]
    yield from (topic for topic in topics if topic.sentences)
    for change in changes.initiatives.changed:
        heading = f"{changes.called.columns[0]} {change.number}: {change.title}"
        yield Topic(heading, tuple(of_initiative(change)))


def _plan(changes: Changes) -> Iterator[Sentence]:
    if changes.title:
        yield _reworded("Titel:", changes.title)
    if changes.stamp:
        yield _put("Stempel:", _optional(changes.stamp.old), _optional(changes.stamp.new))
    yield from _head(changes)
    if changes.as_of:
        yield _kept(f"Opgjort: {_from_to(map(danish.day, _both(changes.as_of)))}")
    if changes.period:
        years = (f"{period.first}-{period.last}" for period in _both(changes.period))
        yield _kept(f"Periode: {_from_to(years)}")
    for change, said in (
        (changes.print_numbers, "Numrene trykkes {} i notatet"),
        (changes.print_milestones, "Milepælene trykkes {} i notatet"),
        (changes.print_overview, "Overblikket trykkes {} i notatet"),
        (changes.print_legend, "Forklaringen af forkortelser og tegn trykkes {} i notatet"),
        (changes.publish_source, "Datafilen følger {} med notatet som PDF"),
    ):
        if change:
            yield _kept(said.format("nu" if change.new else "ikke længere"))
    yield from _approvals(changes)
    for paragraph in changes.introduction:
        yield _paragraph("Indledningen, ", paragraph)
    yield from _terms(changes)
    yield from _declared(changes)
    yield from _marks(changes)
    yield from _statuses(changes)
    yield from _sections(changes)
    if changes.total:
        yield _sum("Tilskud", changes.total)
    if changes.budget:
        yield _sum("Budget", changes.budget)
    yield from _more(changes.more)


def _approvals(changes: Changes) -> Iterator[Sentence]:
    if changes.approvals:
        must = "skal nu" if changes.approvals.new else "skal ikke længere"
        yield _kept(f"De ansvarlige {must} godkende planen, før notatet er endeligt")


def _lost_and_gained(
    label: str, edits: Edits[T, C], said: Callable[[T], str]
) -> Iterator[Sentence]:
    """What a list lost, and then what it gained, each as it is *said* behind the *label*."""
    for one in edits.removed:
        yield _put(label, [said(one)], [])
    for one in edits.added:
        yield _put(label, [], [said(one)])


def _head(changes: Changes) -> Iterator[Sentence]:
    for line in changes.head.removed:
        yield _put(f"{line.label}:", [line.text], [])
    for line in changes.head.added:
        yield _put(f"{line.label}:", [], [line.text])
    for change in changes.head.changed:
        yield _reworded(f"{change.new.label}:", Change(change.old.text, change.new.text))


def _terms(changes: Changes) -> Iterator[Sentence]:
    for term in changes.terms.changed:
        yield _reworded(f"Betegnelsen {term.new.key}:", Change(term.old.word, term.new.word))


def _declared(changes: Changes) -> Iterator[Sentence]:
    yield from _lost_and_gained("Ansvarlig:", changes.ministries, _named)
    for change in changes.ministries.changed:
        names = Change(change.old.name, change.new.name)
        yield _reworded(f"Navnet på {change.new.code}:", names)


def _marks(changes: Changes) -> Iterator[Sentence]:
    yield from _lost_and_gained("Tegn:", changes.marks, lambda mark: f"{mark.sign} {mark.meaning}")
    for change in changes.marks.changed:
        meanings = Change(change.old.meaning, change.new.meaning)
        yield _reworded(f"Betydningen af {change.new.sign}:", meanings)


def _statuses(changes: Changes) -> Iterator[Sentence]:
    yield from _lost_and_gained("Status:", changes.statuses, _meant)
    for change in changes.statuses.changed:
        yield from _redeclared(change.old, change.new)


def _meant(kind: StatusKind) -> str:
    return f"{kind.phrase} ({kind.meaning})"


def _redeclared(old: StatusKind, new: StatusKind) -> Iterator[Sentence]:
    status = f"Status »{new.phrase}«"
    if old.meaning != new.meaning:
        yield _kept(f"{status}: betydning {_from_to((old.meaning, new.meaning))}")
    if old.takes != new.takes:
        yield _kept(f"{status}: har {AFTER[new.takes]} efter sig, før {AFTER[old.takes]}")
    if old.sentence != new.sentence:
        yield _reworded(f"{status}, sætning:", Change(old.sentence, new.sentence))
    by_meaning = LOOKS[old.meaning][0], LOOKS[new.meaning][0]
    if old.sign != new.sign and (old.sign, new.sign) != by_meaning:
        yield _kept(f"{status}: tegn {_from_to((old.sign, new.sign))}")


AFTER = {Takes.NOTHING: "intet", Takes.YEAR: "et årstal", Takes.DATE: "et tidspunkt"}


def _sections(changes: Changes) -> Iterator[Sentence]:
    yield from _lost_and_gained("Del:", changes.sections, _titled)
    for retitled in changes.sections.changed:
        yield _reworded("Del:", Change(_titled(retitled.old), _titled(retitled.new)))


def _titled(section: str) -> str:
    return section or "ingen overskrift"


def _section(title: str) -> str:
    return f"»{title}«" if title else "en plan uden dele"


def _described(placed: Placed) -> str:
    initiative = placed.initiative
    codes = "/".join(initiative.ministries)
    given = f", {placed.total.printed} i tilskud" if placed.grants else ""
    where = f" i »{placed.section}«" if placed.section else ""
    return f"Nr. {initiative.number} »{initiative.title}« ({codes}){where}{given}"


def of_initiative(change: InitiativeChange) -> Iterator[Sentence]:
    """What changed in one initiative, a line each."""
    if change.renumbered:
        yield _kept(f"Nummer: {_from_to(map(str, _both(change.renumbered)))}")
    if change.retitled:
        yield _reworded("Titel:", change.retitled)
    if change.section:
        yield _kept(f"Flyttet {_from_to(map(_section, _both(change.section)))}")
    if change.status:
        yield _kept(f"Status: {_from_to(status.phrase for status in _both(change.status))}")
    if change.ministries:
        yield _of_codes("Ansvar:", change.ministries)
    if change.participants:
        yield _of_codes("Medvirkende:", change.participants)
    if change.marks:
        yield _of_codes("Tegn:", change.marks)
    if change.reserve_financed:
        now = "Nu" if change.reserve_financed.new else "Ikke længere"
        yield _kept(f"{now} finansieret af reserven")
    yield from _parts(change)
    yield from _budget(change)
    yield from _indicators(change)
    yield from _milestones(change)
    yield from _grants(change)
    yield from _more(change.more)
    for paragraph in change.account:
        yield _paragraph("", paragraph)


def _of_codes(label: str, change: Change[tuple[str, ...]]) -> Sentence:
    return _put(
        label,
        [code for code in change.old if code not in change.new],
        [code for code in change.new if code not in change.old],
    )


def _grants(change: InitiativeChange) -> Iterator[Sentence]:
    yield from _lost_and_gained("Tilskud:", change.grants, _given)
    for grants in change.grants.changed:
        yield _regranted(grants)
    if change.total:
        yield _sum("Tilskud", change.total)


def _regranted(change: Change[Grant]) -> Sentence:
    if change.old.recipient != change.new.recipient:
        return _put("Tilskud:", [_given(change.old)], [_given(change.new)])
    amounts = _from_to(grant.amount.printed for grant in _both(change))
    return _kept(f"Tilskud til {change.new.recipient}: {amounts}")


def _given(grant: Grant) -> str:
    return f"{grant.recipient}: {grant.amount.printed}"


def _sum(what: str, totals: Change[Total]) -> Sentence:
    return _kept(f"{what} i alt: {_from_to(total.printed for total in _both(totals))}")


def _parts(change: InitiativeChange) -> Iterator[Sentence]:
    yield from _lost_and_gained("Del:", change.parts, _part)
    for parts in change.parts.changed:
        became = "; ".join(_what_became_of_a_part(*_both(parts)))
        yield _kept(f"Delen »{parts.new.title}«: {became}")


def _part(part: Part) -> str:
    return f"{part.heading}: {part.status.phrase}"


def _what_became_of_a_part(old: Part, new: Part) -> Iterator[str]:
    if old.title != new.title:
        yield f"før skrevet »{old.title}«"
    if old.number != new.number:
        yield f"nummer {_from_to(str(number or 'intet') for number in (old.number, new.number))}"
    if old.status != new.status:
        yield f"status {_from_to((old.status.phrase, new.status.phrase))}"


def _budget(change: InitiativeChange) -> Iterator[Sentence]:
    yield from _lost_and_gained("Budget:", change.budget, _of_year)
    for years in change.budget.changed:
        amounts = _from_to(each.amount.printed for each in _both(years))
        yield _kept(f"Budget for {years.new.year}: {amounts}")


def _of_year(budget: YearBudget) -> str:
    return f"{budget.year}: {budget.amount.printed}"


def _indicators(change: InitiativeChange) -> Iterator[Sentence]:
    yield from _lost_and_gained("Indikator:", change.indicators, lambda one: one.sentence)
    for indicators in change.indicators.changed:
        old, new = _both(indicators)
        became = "; ".join(_what_became_of_an_indicator(old, new))
        yield _kept(f"Indikatoren »{new.name}«: {became}")


def _what_became_of_an_indicator(old: Indicator, new: Indicator) -> Iterator[str]:
    if old.name != new.name:
        yield f"før skrevet »{old.name}«"
    if old.unit != new.unit:
        yield f"enhed {_from_to((old.unit or 'ingen', new.unit or 'ingen'))}"
    if old.stand != new.stand:
        yield f"før {old.stand}, nu {new.stand}"


def _more(edits: Edits[Extra, Change[Extra]]) -> Iterator[Sentence]:
    yield from _lost_and_gained("Andet:", edits, lambda extra: f"{extra.key}: {extra.text}")
    for extras in edits.changed:
        yield _reworded(f"{extras.new.key}:", Change(extras.old.text, extras.new.text))


def _milestones(change: InitiativeChange) -> Iterator[Sentence]:
    yield from _lost_and_gained("Milepæl:", change.milestones, lambda one: one.sentence)
    for milestones in change.milestones.changed:
        became = "; ".join(_what_became(milestones))
        yield _kept(f"Milepælen »{milestones.new.what}«: {became}")


def _what_became(change: MilestoneChange) -> Iterator[str]:
    old, new = change.old, change.new
    if old.what != new.what:
        yield f"før skrevet »{old.what}«"
    if old.due != new.due:
        yield f"{_how_far(change.days)} fra {danish.due(old.due)} til {danish.due(new.due)}"
    if old.met != new.met:
        yield _met(old.met, new.met)
    # Where it was moved from, `due` says already.
    expected = old.moved_from if old.due == new.due else (*old.moved_from, old.due)
    if new.moved_from not in (old.moved_from, expected):
        yield f"tidligere tidspunkter: {_from_to(map(_dates, (old.moved_from, new.moved_from)))}"


def _how_far(days: int | None) -> str:
    if days is None:
        return "ændret"
    if not days:
        return "skrevet om"
    return f"{'udskudt' if days > 0 else 'fremrykket'} {danish.days(abs(days))}"


def _met(old: date | None, new: date | None) -> str:
    if new is None:
        return "ikke længere indfriet"
    return f"indfriet {danish.day(new)}" + (f", ikke {danish.day(old)}" if old else "")


def _dates(written: Iterable[str]) -> str:
    return ", ".join(map(danish.due, written)) or "ingen"


def of_texts(old: Sequence[str], new: Sequence[str]) -> Iterator[Sentence]:
    """What changed between the paragraphs *old* and *new*, a line each."""
    return (_paragraph("", change) for change in paragraphs(old, new))


def _paragraph(before: str, change: ParagraphChange) -> Sentence:
    said = _shortened(tuple(_with_number(change)))
    return (*_kept(f"{before}{_place(change)}:".capitalize()), *said)


def _with_number(change: ParagraphChange) -> Iterator[Words]:
    """The words of *change*, with the number of an item in place of the sign before it."""
    before, now = change.number_before, change.number
    first = {Fate.KEPT: now, Fate.REMOVED: before, Fate.ADDED: now}
    for stretch in change.words:
        if number := first.get(stretch.fate):
            yield Words(stretch.fate, " ".join([f"{number}.", *stretch.text.split(" ")[1:]]))
        else:
            yield stretch
        begun = (*first,) if stretch.fate is Fate.KEPT else (stretch.fate, Fate.KEPT)
        first = {fate: first[fate] for fate in first if fate not in begun}


def _place(change: ParagraphChange) -> str:
    if change.old is None:
        return f"nyt afsnit {change.new}"
    if change.new is None:
        return f"afsnit {change.old} udgået"
    if all(words.fate is Fate.KEPT for words in change.words):
        return f"afsnit {change.old} flyttet til afsnit {change.new}"
    return f"afsnit {change.new}"


def _reworded(label: str, change: Change[str]) -> Sentence:
    return (*_kept(label), *_shortened(words(change.old, change.new)))


def _shortened(sentence: Sentence) -> Iterator[Words]:
    for place, stretch in enumerate(sentence):
        kept = stretch.text.split(" ")
        if stretch.fate is not Fate.KEPT or len(kept) <= LONGEST_STRETCH:
            yield stretch
            continue
        before = kept[:BESIDE] if place or len(sentence) == 1 else []
        after = kept[-BESIDE:] if place < len(sentence) - 1 else []
        yield from _kept(" ".join([*before, "…", *after]))


def _put(label: str, removed: Iterable[str], added: Iterable[str]) -> Sentence:
    return (
        *_kept(label),
        *(Words(Fate.REMOVED, text) for text in removed),
        *(Words(Fate.ADDED, text) for text in added),
    )


def _kept(text: str) -> Sentence:
    return (Words(Fate.KEPT, text),)


def _optional(text: str | None) -> list[str]:
    return [] if text is None else [text]


def _named(ministry: Ministry) -> str:
    return f"{ministry.code} ({ministry.name})"


def _both(change: Change[T]) -> tuple[T, T]:
    return change.old, change.new


def _from_to(sides: Iterable[str]) -> str:
    return "fra {} til {}".format(*sides)
