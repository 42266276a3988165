"""What commands take alike: options and arguments, and what is refused of them."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from statusnote import files
from statusnote.commands import DATA
from statusnote.plan.scalars import read_day
from statusnote.render.forms import OWN_TEMPLATE_NAMES, TEMPLATE_NAMES
from statusnote.summary import UnknownValue

if TYPE_CHECKING:
    from statusnote.several.paths import Plans as PlansAt


def named_option(option: str, registry: Iterable[str], help_: str, **more: Any) -> Any:
    """An *option* that takes the names in a *registry*, and says of another name which there are.

    It is no enum, for which each registry would need a second list of its names.
    """
    names = tuple(registry)

    def checked(name: str) -> str:
        if name not in names:
            raise typer.BadParameter(f"{name!r} is not one of {', '.join(map(repr, names))}.")
        return name

    return typer.Option(
        option,
        parser=checked,
        metavar="|".join(names),
        help=help_,
        autocompletion=lambda: [*names],
        **more,
    )


def format_option(registry: Iterable[str], help_: str = "How to show it.") -> Any:
    """The option `--format`, which takes the names in a *registry*."""
    return named_option("--format", registry, help_)


def in_plan(kind: str) -> Callable[[typer.Context], Any]:
    """What a shell completes of a *kind*, one of completion.InPlan: what is in the data."""

    def complete(ctx: typer.Context) -> Any:
        from statusnote.cli import completion  # which nothing but a shell needs

        # An option that waits for its value ends the parsing before the arguments have names.
        data = next(iter(ctx.args), DATA)
        return getattr(completion.in_plan(data), kind)

    return complete


Data = Annotated[str, typer.Argument(help="The plan's file; - reads standard input.")]
File = Annotated[str, typer.Argument(help="The plan's file.")]
Plans = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="data",
        help="The plan's file, or those of several, or folders of them; - reads standard input.  "
        f"[default: {DATA}]",
    ),
]
Note = Annotated[str, typer.Argument(metavar="NOTE", help="The note; - reads standard input.")]
NOTE = "build/statusnote.pdf"
Output = Annotated[
    str, typer.Option(metavar="PATH", help="Where to write it; - is standard output.")
]
Templates = Annotated[
    Path | None,
    typer.Option(
        exists=True,
        file_okay=False,
        help="A folder of templates of your own, each of which replaces ours of that name.",
    ),
]
Ministries = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CODE",
        help="Only this ministry's, by its code or full name.",
        autocompletion=in_plan("parties"),
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what is wrong.")]
SHOWN = "How to show it.  [default: text]"
AsJson = Annotated[bool, typer.Option("--json", help="An older name of --format json.")]


def format_named(name: str | None, *, json: bool) -> str:
    """The format that is asked for, by its *name* or by its older option."""
    if json and name not in (None, "json"):
        raise typer.BadParameter(f"contradicts --format {name}", param_hint="--json")
    return "json" if json else name or "text"


def plans_named(arguments: list[str] | None) -> "PlansAt":
    """The plans that are named on the command line, or the one where none is."""
    named = arguments or [DATA]
    if named.count(files.STANDARD_INPUT) > 1:
        raise typer.BadParameter("only one of them can be standard input", param_hint="DATA")
    from statusnote.several.paths import plans_at

    return plans_at(named)


def day_named(written: str, option: str) -> date:
    """The day that is asked for by an *option*."""
    try:
        return read_day(written)
    except ValueError as error:
        raise typer.BadParameter(
            f"{written!r} is no day; write 2026-11-23", param_hint=option
        ) from error


@contextmanager
def refusing_unknown() -> Iterator[None]:
    """Have a value that the plan doesn't know refused, under the option that it was given to."""
    try:
        yield
    except UnknownValue as error:
        raise typer.BadParameter(str(error), param_hint=error.option) from error


def refuse_streams(paths: Iterable[str | None]) -> None:
    """Refuse what can't be read, or written to, again and again."""
    if any(path in (files.STANDARD_INPUT, *files.STANDARD_OUTPUT) for path in paths):
        raise typer.BadParameter("is for files, and not for -", param_hint="--watch")


def refuse_without_templates(folder: Path | None) -> None:
    """Refuse a *folder* that has no template of any name that we know."""
    names = (*TEMPLATE_NAMES, *OWN_TEMPLATE_NAMES)
    if folder:
        files.refuse_closed_folder(str(folder))
    if folder and not any((folder / name).is_file() for name in names):
        listed = ", ".join(names)
        raise typer.BadParameter(f"{folder} holds none of {listed}", param_hint="--templates")
