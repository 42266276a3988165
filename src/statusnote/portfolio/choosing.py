"""What is to be shown of several plans, of which each has its own words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress

from statusnote import summary
from statusnote.note import Note
from statusnote.summary import Filter, UnknownValue


def choose(
    notes: Sequence[Note], ministries: Iterable[str], statuses: Iterable[str]
) -> tuple[Filter | None, ...]:
    """The filter for each of *notes*; none where it knows nothing of what is wanted.

    A ministry (by code or name) or a status (by phrase) is one where any plan has it. Raises
    UnknownValue for what none of them has.
    """
    parties = [
        _in_each(notes, "--ministry", each, _of_ministry, _ministries) for each in ministries
    ]
    phrases = [_in_each(notes, "--status", each, _of_status, _statuses) for each in statuses]
    return tuple(
        _filter([each[place] for each in parties], [each[place] for each in phrases])
        for place in range(len(notes))
    )


def _filter(parties: list[str | None], phrases: list[str | None]) -> Filter | None:
    known = tuple(filter(None, parties)), tuple(filter(None, phrases))
    if bool(parties) > bool(known[0]) or bool(phrases) > bool(known[1]):
        return None
    return Filter(*known)


def _in_each(
    notes: Sequence[Note],
    option: str,
    wanted: str,
    read: Callable[[Note, str], str],
    known: Callable[[Note], Mapping[str, str]],
) -> list[str | None]:
    """What is *wanted* as each of *notes* has it. Raises UnknownValue where none has it."""
    found: list[str | None] = []
    for note in notes:
        found.append(None)
        with suppress(UnknownValue):
            found[-1] = read(note, wanted)
    if not any(found):
        raise UnknownValue(option, wanted, {k: v for note in notes for k, v in known(note).items()})
    return found


def _of_ministry(note: Note, wanted: str) -> str:
    return summary.code_of(note.ministries, wanted, "--ministry")


def _of_status(note: Note, wanted: str) -> str:
    (phrase,) = summary.choose(note, (), (wanted,), ()).statuses
    return phrase


def _ministries(note: Note) -> Mapping[str, str]:
    return note.ministries


def _statuses(note: Note) -> Mapping[str, str]:
    return {phrase: phrase for phrase in note.statuses.by_phrase}
