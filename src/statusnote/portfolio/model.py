"""What is shown of several plans, and what they have in common."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Generic, NamedTuple, TypedDict, TypeVar

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from statusnote import danish
from statusnote.diagnostics.problem import Problem
from statusnote.diagnostics.reporters import visible
from statusnote.note import Note
from statusnote.plan.model import Terms
from statusnote.plan.scalars import Count, fixed
from statusnote.plan.statuses import Meaning, Status

T = TypeVar("T")


class Member(NamedTuple, Generic[T]):
    """A plan by its *file*, and what is *shown* of it."""

    file: str
    shown: T


class Missing(NamedTuple):
    """A plan that can't be read, by its *file*, and the first error in it."""

    file: str
    problem: Problem


class Use(NamedTuple):
    """That a *code* stands for a *name* in some *files*."""

    code: str
    name: str
    files: tuple[str, ...]


@dataclass(frozen=True)
class Unclear:
    """What is called differently in several plans: one name has several codes, or the reverse.

    *uses* are the codes with the names, two or more.
    """

    uses: tuple[Use, ...]

    @property
    def has_several_codes(self) -> bool:
        """Whether it is one name with several codes, and not one code of several names."""
        return len({folded(use.name) for use in self.uses}) == 1


@dataclass(frozen=True)
class Portfolio(Generic[T]):
    """Several plans.

    *notes* are those of all that could be read. *members* are those that have anything of what was
    *chosen*, or all where nothing was.
    """

    notes: tuple[Note, ...]
    members: tuple[Member[T], ...]
    chosen: bool = False
    missing: tuple[Missing, ...] = ()
    unclear: tuple[Unclear, ...] = ()

    @property
    def terms(self) -> Terms:
        """The words that all plans have for initiatives, or else the usual ones."""
        return common_terms(self.notes)


def common_terms(notes: Iterable[Note]) -> Terms:
    """The words that all *notes* have, or else the usual ones."""
    first, *others = (note.terms for note in notes)
    return first if all(terms == first for terms in others) else Terms()


def unclear(plans: Iterable[tuple[str, Mapping[str, str]]]) -> tuple[Unclear, ...]:
    """What is called differently in several *plans*: their files, with the names by their codes.

    These are compared as `folded` has them.
    """
    uses: dict[tuple[str, str], Use] = {}
    for file, names in plans:
        for code, name in names.items():
            key = (folded(code), folded(name))
            use = uses.get(key, Use(code, name, ()))
            uses[key] = use._replace(files=(*use.files, file))
    found = []
    for part in (1, 0):  # of one name, and then of one code
        alike: dict[str, list[Use]] = {}
        for key, use in uses.items():
            alike.setdefault(key[part], []).append(use)
        found += [Unclear(tuple(each)) for each in alike.values() if len(each) > 1]
    return tuple(found)


def folded(text: str) -> str:
    """A code or a name as it is compared: upper and lower case are alike."""
    return fixed(text).casefold()


def by_meaning(counted: Iterable[Mapping[Status, int]]) -> dict[Meaning, int]:
    """How many have a status of each meaning that occurs, of how many have each status."""
    counts = dict.fromkeys(Meaning, 0)
    for each in counted:
        for status, count in each.items():
            counts[status.kind.meaning] += count
    return {meaning: count for meaning, count in counts.items() if count}


class UseJson(TypedDict):
    """That a code stands for a name."""

    code: Annotated[str, "a code"]
    name: Annotated[str, "whom it stands for"]
    files: Annotated[list[str], "the files of the plans in which it does"]


class UnclearJson(TypedDict):
    """What is called differently in several plans: one name with several codes, or the reverse."""

    uses: Annotated[list[UseJson], "the codes with the names, two or more"]


class MissingJson(TypedDict):
    """A plan that can't be read."""

    file: Annotated[str, "its file, by the path that was given or found"]
    code: Annotated[str, ("pattern", "^[EW][0-9]{3}$"), "the code of its first error"]


class SharedJson(TypedDict):
    """What is told of several plans."""

    unclear: Annotated[
        list[UnclearJson],
        "what is called differently in several plans: the same name or the same code",
    ]
    missing: Annotated[list[MissingJson], "the plans that can't be read, which are left out"]


def shared(portfolio: Portfolio[T]) -> SharedJson:
    """What JSON has for what is told of a *portfolio*."""
    return {
        "unclear": [
            {
                "uses": [
                    {"code": use.code, "name": use.name, "files": [*use.files]} for use in each.uses
                ]
            }
            for each in portfolio.unclear
        ],
        "missing": [{"file": each.file, "code": each.problem.code} for each in portfolio.missing],
    }


class MeaningCount(TypedDict):
    """How many initiatives have a status that means something."""

    means: Annotated[Meaning, "what the status means, in whichever words"]
    count: Annotated[Count, "how many have such a status"]


def counted(portfolio: Portfolio[T]) -> str:
    """`3 planer`, or `2 af 3 planer` where not all have anything of what was chosen."""
    return danish.counted(len(portfolio.members), len(portfolio.notes), "plan", "planer")


def left_out(portfolio: Portfolio[T]) -> tuple[str, ...]:
    """The line that says in Danish which plans are left out, if any are."""
    if not portfolio.missing:
        return ()
    files = ", ".join(visible(each.file) for each in portfolio.missing)
    return (f"Udeladt på grund af fejl: {files}",)


def titled(plans: Iterable[tuple[str, str]]) -> list[str]:
    """What *plans* are called, of which each has a file and a title: that title.

    Where several have the same one, each has its file behind it.
    """
    known = [*plans]
    counts = Counter(title for _, title in known)
    return [f"{title} ({visible(file)})" if counts[title] > 1 else title for file, title in known]


def with_lines(title: str, *below: Text) -> RenderableType:
    """The cell of a plan in a table for the eye: its *title*, and indented, what stands *below*."""
    lines = (Padding(line, (0, 0, 0, 2)) for line in below if line)
    return Group(Text(title, style="bold"), *lines)
