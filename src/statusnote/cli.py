"""The command line: options and exit codes."""

import gc
import io
import os
import re
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, TextIO

import typer
from rich.console import Console, RenderableType
from rich.text import Text
from typer._click.exceptions import ClickException

from statusnote import commands, danish, deadlines, files, summary, systems
from statusnote.approvals import formats as approval_formats
from statusnote.bounds import DEFAULT_LIMITS, MB
from statusnote.changes.formats import FORMATTERS
from statusnote.cli_help import Grouped
from statusnote.commands import DATA
from statusnote.diagnostics.formats import FILES, LINES, REPORTERS, by_itself
from statusnote.diagnostics.language import Language, Wording
from statusnote.diagnostics.messages import reports
from statusnote.diagnostics.problem import Problem, ProblemsFound, day_in_words
from statusnote.diagnostics.reporters import Display, counted, visible, wrapped
from statusnote.diagnostics.severity import Severity
from statusnote.history import formats as history_formats
from statusnote.plan.scalars import FORMATS, read_day
from statusnote.plan.starter import EXAMPLES, JOBS
from statusnote.render.forms import (
    DEFAULT_FORM,
    FORMS,
    OWN_TEMPLATE_NAMES,
    TABLES,
    TEMPLATE_NAMES,
    Form,
    form_of,
)

if TYPE_CHECKING:
    from statusnote.history.model import History
    from statusnote.portfolio.model import Unclear
    from statusnote.render.pdf.progress import Done
    from statusnote.serving.server import Site
    from statusnote.several.paths import Plans as PlansAt
    from statusnote.several.rendering import Rendered
    from statusnote.several.showing import Read


class Exit(IntEnum):
    """What a command ends with, where it isn't done. 2 and 130 are given by typer."""

    PROBLEMS = 1
    WRONG_USAGE = 2
    OUR_FAULT = 3
    NOT_AS_ASKED = 4
    IN_PART = 5
    INTERRUPTED = 130


# What each of them says of a command, in the order of README.md's table.
EXITS = {
    0: "done",
    Exit.PROBLEMS: "the data, a template, a note or an output file is wrong",
    Exit.WRONG_USAGE: "wrong usage",
    Exit.OUR_FAULT: "a fault in statusnote",
    Exit.NOT_AS_ASKED: "something is overdue, unapproved, differs, conflicts or doesn't hold",
    Exit.IN_PART: "the note is the same in part only",
    Exit.INTERRUPTED: "interrupted",
}


# What one wants to do: where the help lists a command.
A_PLAN = "Write a plan"
A_NOTE = "Make a note, and check it"
STATE = "See how the plan stands"
ROUND_OF_ANSWERS = "Ask those who are responsible"
MACHINE = "See to this machine"
ENVIRONMENT = {
    "STATUSNOTE_LANG": "en has what is wrong with the data said in English, and not in Danish.",
    "STATUSNOTE_TEMPLATE_SECONDS": "How long templates of your own may take.  [default: "
    f"{DEFAULT_LIMITS.seconds}]",
    "STATUSNOTE_TEMPLATE_MB": "How much memory they may take.  [default: "
    f"{DEFAULT_LIMITS.memory // MB}]",
    "NO_COLOR": "Anything has a terminal show no colours.",
}


class _Commands(Grouped):
    """The commands, which an interrupt ends at once."""

    panels = (A_PLAN, ROUND_OF_ANSWERS, A_NOTE, STATE, MACHINE)
    ending: ClassVar = {
        "Environment": ENVIRONMENT,
        "Exit codes": {f"{code:d}": meaning for code, meaning in EXITS.items()},
    }

    def invoke(self, ctx: Any) -> Any:
        """Run a command. All is cleared up by the time that an interrupt gets here.

        What is left is to free the memory of a large note, object by object, which takes seconds.
        """
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            with suppress(AttributeError, OSError, ValueError):  # none, full, or closed
                sys.stdout.flush()
            os._exit(Exit.INTERRUPTED)


app = typer.Typer(
    cls=_Commands,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Renders a Danish action plan, kept in one YAML file, as a status note.",
)

Data = Annotated[str, typer.Argument(help="The plan's file; - reads standard input.")]
Plans = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="data",
        help="The plan's file, or those of several, or folders of them; - reads standard input.  "
        f"[default: {DATA}]",
    ),
]
NOTE = "build/statusnote.pdf"
FOLDER = "build"  # of the notes on several plans
Note = Annotated[str, typer.Argument(metavar="NOTE", help="The note; - reads standard input.")]
Templates = Annotated[
    Path | None,
    typer.Option(
        exists=True,
        file_okay=False,
        help="A folder of templates of your own, each of which replaces ours of that name.",
    ),
]


Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what is wrong.")]


def _either(words: Iterable[str]) -> str:
    """*words*, two or more, as `PDF, Word or Markdown`."""
    *others, last = words
    return f"{', '.join(others)} or {last}"


TITLES = _either(form.title for form in FORMS.values())
ENDINGS = _either(f".{form.endings[0]}" for form in FORMS.values())


def _named_option(option: str, registry: Iterable[str], help_: str, **more: Any) -> Any:
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


def _format_option(registry: Iterable[str], help_: str) -> Any:
    return _named_option("--format", registry, help_)


def _in_plan(kind: str) -> Callable[[typer.Context], Any]:
    """What a shell completes of a *kind*, one of cli_completion.InPlan: what is in the data."""

    def complete(ctx: typer.Context) -> Any:
        from statusnote import cli_completion  # which nothing but a shell needs

        # An option that waits for its value ends the parsing before the arguments have names.
        data = next(iter(ctx.args), DATA)
        return getattr(cli_completion.in_plan(data), kind)

    return complete


SHOWN = "How to show it.  [default: text]"
AS_JSON = "An older name of --format json."


def _format_named(name: str | None, *, json: bool) -> str:
    """The format that is asked for, by its *name* or by its older option."""
    if json and name not in (None, "json"):
        raise typer.BadParameter(f"contradicts --format {name}", param_hint="--json")
    return "json" if json else name or "text"


def _say(format_: str, shown: str) -> None:
    """Write what is *shown* to standard output; what programs read is in UTF-8 everywhere."""
    files.say(shown, None if format_ == "text" else "utf-8")


def main() -> None:
    """Run the command line and exit with its code."""
    gc.set_threshold(*SELDOM)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # no start looks for those
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.reconfigure(errors=systems.PLAINLY)  # a terminal without ✓
    if not re.fullmatch("[1-9][0-9]{1,3}", os.environ.get("COLUMNS", "")):
        os.environ.pop("COLUMNS", None)  # rich would believe any number, and show nothing on 0
    if os.environ.get("_STATUSNOTE_COMPLETE"):
        from statusnote import cli_completion  # which nothing but a shell needs

        cli_completion.answer(app)
    try:
        sys.exit(app(standalone_mode=False))
    except ClickException as error:  # in which an argument is quoted as it is
        error.message = "\n".join(map(visible, error.message.split("\n")))
        error.show()
        sys.exit(error.exit_code)
    except ProblemsFound as found:
        typer.echo(_reported(found.problems, None, sys.stderr), err=True, nl=False)
        sys.exit(Exit.PROBLEMS)
    except Exception:  # noqa: BLE001 - the last resort: whatever it is, it is ours
        typer.echo(_fault(), err=True)
        sys.exit(Exit.OUR_FAULT)


# How many new objects, and rounds of looking at those, go before the next look for what only refers
# to itself (Python, gc.set_threshold): for a run that ends, Python looks too often by far.
SELDOM = (50_000, 1_000, 1_000)


def _fault() -> str:
    import platform  # which a start can do without, and the two below, too
    import traceback
    from importlib.metadata import version

    return (
        f"{traceback.format_exc()}\n{reports.OUR_FAULT.said_in(_language())}\n"
        f"statusnote {version('statusnote')}, "
        f"Python {platform.python_version()}, {platform.platform()}"
    )


def _language() -> Language:
    """Danish, unless English is asked for; never by the locale, since servers have none."""
    wanted = os.environ.get("STATUSNOTE_LANG", "")
    return Language.ENGLISH if wanted.casefold().startswith("en") else Language.DANISH


def _reported(
    problems: Sequence[Problem], name: str | None, stream: TextIO, paths: Iterable[str] = ()
) -> str:
    """*problems* in the files at *paths* as shown on *stream*: in colour on a terminal only."""
    report = REPORTERS[name or by_itself(os.environ)]
    looked_at = tuple(map(files.display_name, paths))
    display = Display(_language(), _width(), systems.shows_colour(stream), looked_at)
    return report(problems, display)


NARROWEST = 20  # columns


def _width() -> int:
    return max(shutil.get_terminal_size().columns, NARROWEST)


def _warn(warnings: Sequence[Problem], *data: str) -> None:
    """Say how many *warnings* there are about *data*, and how to see them."""
    if warnings:
        how = reports.SEE_WARNINGS.said_in(_language())
        command = systems.typed("statusnote", "validate", *data)
        said = f"{counted(warnings, _language())} {how.format(command=command)}"
        typer.echo(visible(said), err=True)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"statusnote {version('statusnote')}")
        raise typer.Exit


SHELLS = ("bash", "zsh", "fish", "powershell")


def _completion(shell: str | None) -> None:
    if shell:
        from statusnote import cli_completion

        files.say(f"{cli_completion.script(shell)}\n")
        raise typer.Exit


@app.callback()
def _options(
    show_version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
    show_completion: Annotated[
        str | None,
        _named_option(
            "--show-completion",
            SHELLS,
            "Print what has this shell complete commands, options and what is in the data.",
            callback=_completion,
        ),
    ] = None,
) -> None:
    pass


@app.command(
    help=f"Render the note as {TITLES}, and print the path that was written.",
    rich_help_panel=A_NOTE,
)
def render(
    plans: Plans = None,
    names: Annotated[
        list[str] | None, _format_option(FORMS, "The form; may be given more than once.")
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            metavar="PATH",
            help="Where to write it, in one form; - is standard output; and for several plans, the "
            f"folder.  [default: build/statusnote{ENDINGS}; for several, {FOLDER}]",
        ),
    ] = None,
    table: Annotated[
        str | None,
        _named_option("--table", TABLES, "What a CSV file has a row for.  [default: initiatives]"),
    ] = None,
    templates: Templates = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="OLD",
            help="Say in the note what has changed since OLD: a file, a day (@2025-05-01), or what "
            "git knows (HEAD~3, a tag).",
        ),
    ] = None,
    earlier: Annotated[
        list[str] | None,
        typer.Option(
            "--history",
            metavar="OLD",
            help="Show on the page what OLD said of each initiative: of the kinds of --since, or "
            "git for all versions that it has; may be given more than once.",
        ),
    ] = None,
    draft: Annotated[
        bool, typer.Option("--draft", help="Stamp it as a draft, and name its file so.")
    ] = False,
    source: Annotated[
        bool | None,
        typer.Option(
            "--source/--no-source",
            help="Attach the data file to the PDF and the page, or don't.  "
            "[default: as its publish_source says]",
        ),
    ] = None,
    watch: Annotated[
        bool,
        typer.Option(
            "--watch",
            help="Render it again each time that the data or a template changes, until Ctrl-C.",
        ),
    ] = False,
    serve: Annotated[
        bool,
        typer.Option(
            "--serve",
            help="As --watch, and print an address where a browser on this machine shows the "
            "page, and follows it.",
        ),
    ] = False,
    port: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1024,
            max=65535,
            help="The port of that address.  [default: one that is free]",
        ),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Render the note in each of its forms, and print the paths that were written."""
    paths, together = _plans(plans)
    named = [*(names or []), *([PAGE_FORM] if serve else [])]
    forms = _with_table(table, _forms(named, None if together else output))
    if earlier and not any(form.name == PAGE_FORM for form in forms):
        raise typer.BadParameter("is for --format html", param_hint="--history")
    if port and not serve:
        raise typer.BadParameter("is for --serve", param_hint="--port")
    if together and (watch or serve):
        raise typer.BadParameter("is for one plan", param_hint="--watch / --serve")
    _refuse_without_templates(templates)
    rendering = _Rendering(
        data=paths[0],
        forms=forms,
        output=output,
        templates=templates,
        since=since,
        earlier=earlier or (),
        draft=draft,
        source=source,
        quiet=quiet,
    )
    if together:
        _render_together(paths, rendering)
        return
    if not (watch or serve):
        written = rendering.once()
        rendering.remark(written)
        if not quiet:
            _say_paths(written.paths)
        return
    _refuse_streams([*(rendering.data, output, since), *rendering.earlier])
    with _served(port) if serve else nullcontext() as site:
        _follow(rendering, site)


PAGE_FORM = "html"


@dataclass(frozen=True)
class _Rendering:
    """What `render` is asked for, once or again and again."""

    data: str
    forms: Sequence[Form]
    output: str | None
    templates: Path | None
    since: str | None
    earlier: Sequence[str]
    draft: bool
    source: bool | None
    quiet: bool

    def once(self) -> commands.Written:
        """Render the note, and say what the data are warned of. Raises ProblemsFound."""
        with _progress(reports.RENDERING, quiet=self.quiet):
            written = commands.render_note(
                self.data,
                self.forms,
                self.output,
                self.templates or commands.templates_beside(self.data),
                self.since,
                draft=self.draft,
                attached=self.source,
                earlier=self.earlier,
            )
        if written.warnings:
            typer.echo(_reported(written.warnings, None, sys.stderr), err=True, nl=False)
        return written

    def remark(self, written: commands.Written) -> None:
        """Say what else there is to know of what was *written*, but quietly."""
        if self.quiet:
            return
        if written.history:
            _say_untold(written.history, reports.OLDER_THAN_PAGE)
        _say_templates(None if self.templates else commands.templates_beside(self.data))
        _say_draft(written.lacking, self.data)
        _say_attached(self.forms, self.since, [""] if written.attached else [])

    def made_of(self) -> Iterator[Path]:
        """The files that are followed."""
        versions = [*filter(None, [self.since]), *self.earlier]
        return commands.made_of(self.data, self.forms, self.output, self.templates, versions)


def _refuse_streams(paths: Iterable[str | None]) -> None:
    """Refuse what can't be read, or written to, again and again."""
    if any(path in (files.STANDARD_INPUT, *files.STANDARD_OUTPUT) for path in paths):
        raise typer.BadParameter("is for files, and not for -", param_hint="--watch")


def _follow(rendering: _Rendering, site: "Site | None") -> None:
    """Render again each time that something changes, and show the page on a *site*, if any."""
    from statusnote import watching  # which once can do without

    if not rendering.quiet:
        typer.echo(reports.WATCHED.said_in(_language()), err=True)
    remarked = False
    for _ in watching.rounds(rendering.made_of):
        begun = time.monotonic()
        written = _rendered_for(site, rendering)
        if written and not remarked:  # which a reader need not be told each time
            rendering.remark(written)
            remarked = True
        if not rendering.quiet:
            said = reports.RENDERED if written else reports.NOT_RENDERED
            _say_done(said, begun, written.paths if written else ())
        gc.collect()  # while nobody waits: what was laid out, and the folder of its fonts


def _rendered_for(site: "Site | None", rendering: _Rendering) -> commands.Written | None:
    """What was written, and is shown on a *site*; nothing where something is wrong, which is told.

    It is told above the last page, too.
    """
    try:
        written = rendering.once()
        if site:
            place = [form.name for form in rendering.forms].index(PAGE_FORM)
            site.show(files.read_bytes(written.paths[place]))
    except ProblemsFound as found:
        language = _language()
        typer.echo(_reported(found.problems, None, sys.stderr), err=True, nl=False)
        if site:
            count = counted(found.problems, language)
            below = f" {reports.LAST_WHOLE_PAGE.said_in(language)}" if site.shown.page else ""
            details = REPORTERS["text"](found.problems, Display(language, FRAME_WIDTH))
            site.tell(f"{count}{below}", details)
        return None
    return written


FRAME_WIDTH = 80  # columns


def _say_done(said: Wording, begun: float, paths: Iterable[str] = ()) -> None:
    """Say that something was done, what time it is, and how long it took since it was *begun*."""
    language = _language()
    seconds = f"{time.monotonic() - begun:.2f}"
    if language is Language.DANISH:
        seconds = seconds.replace(".", ",")
    now, listed = time.strftime("%H:%M:%S"), ", ".join(paths)
    text = said.said_in(language).format(time=now, seconds=seconds, paths=listed)
    typer.echo(visible(text), err=True)


@contextmanager
def _served(port: int | None) -> "Iterator[Site]":
    """A site for the page, whose address is printed."""
    from statusnote.serving import server  # loads what only it needs

    language = _language()
    said = (reports.PAGE, reports.NOT_FOLLOWED)
    texts = server.Texts(language, *(each.said_in(language) for each in said))
    with ExitStack() as stack:
        try:
            site = stack.enter_context(server.served(texts, port or 0))
        except OSError as error:
            reason = f"{port} can't be used: {error.strerror}"
            raise typer.BadParameter(reason, param_hint="--port") from error
        files.say(f"{site.address}\n")
        yield site


def _render_together(paths: Sequence[str], asked: _Rendering) -> None:
    """Render the notes on several plans, as one is *asked* for, and the page that leads to theirs.

    Fails where one is missing.
    """
    from statusnote.several import rendering  # loads what one plan doesn't need

    older = {"--since": [asked.since], "--history": asked.earlier}
    folder = _folder_for_several(asked.output, older)
    with _progress(reports.RENDERING_SEVERAL, quiet=asked.quiet):
        rendered = rendering.render_all(
            paths,
            asked.forms,
            folder,
            asked.templates,
            asked.since,
            draft=asked.draft,
            attached=asked.source,
            earlier=asked.earlier,
        )
    _say_rendered(rendered, asked)


def _plans(named: list[str] | None) -> "PlansAt":
    """The plans that are *named* on the command line, or the one where none is."""
    arguments = named or [DATA]
    if arguments.count(files.STANDARD_INPUT) > 1:
        raise typer.BadParameter("only one of them can be standard input", param_hint="DATA")
    from statusnote.several.paths import plans_at

    return plans_at(arguments)


def _folder_for_several(output: str | None, older: Mapping[str, Sequence[str | None]]) -> str:
    """The folder that *output* names; refused is what is for one plan, as an *older* file is."""
    if output in files.STANDARD_OUTPUT or form_of(Path(output or "").suffix[1:].lower()):
        raise typer.BadParameter("is a folder where there are several plans", param_hint="--output")
    for option, versions in older.items():
        for version in versions:
            if version and (version == files.STANDARD_INPUT or os.path.exists(version)):  # noqa: PTH110
                raise typer.BadParameter(
                    f"{version} is a file, which is of one plan; name a day or what git knows",
                    param_hint=option,
                )
    return output or FOLDER


def _say_rendered(rendered: "Rendered", asked: _Rendering) -> None:
    """Say what is wrong, plan by plan, and which paths were written; fail where one is missing."""
    outcomes, overview, problems_of_overview = rendered
    told = [done.warnings if done else problems for _, done, problems in outcomes]
    if problems := [problem for each in (*told, problems_of_overview) for problem in each]:
        typer.echo(_reported(problems, None, sys.stderr), err=True, nl=False)
    missing = [files.display_name(job.data) for job, done, _ in outcomes if not done]
    if not asked.quiet:
        _remark_on_several(rendered, asked)
        _say_left_out(missing)
        written = [path for _, done, _ in outcomes if done for path in done.paths]
        _say_paths([*written, overview] if overview else written)
    if missing or problems_of_overview:
        raise typer.Exit(Exit.PROBLEMS)


def _remark_on_several(rendered: "Rendered", asked: _Rendering) -> None:
    """Say what else there is to know of what was written, plan by plan."""
    written = [(job, done) for job, done, _ in rendered.outcomes if done]
    for job, done in written:
        for line in _untold(done.history, reports.OLDER_THAN_PAGE) if done.history else ():
            typer.echo(wrapped(visible(f"{job.data}: {line}"), _width()), err=True)
        _say_templates(job.beside)
        _say_draft(done.lacking, job.data)
    attached = [job.data for job, done in written if done.attached]
    _say_attached(asked.forms, asked.since, attached)


def _say_attached(forms: Sequence[Form], since: str | None, attached: Sequence[str]) -> None:
    """Say that data are *attached*, where a form carries them: of which of several files."""
    if attached and any(form.carries_data for form in forms):
        said = reports.BOTH_DATA_ATTACHED if since else reports.DATA_ATTACHED
        of = f"{', '.join(attached)}: " if any(attached) else ""
        typer.echo(visible(f"{of}{said.said_in(_language())}"), err=True)


def _say_left_out(missing: Iterable[str]) -> None:
    """Say which plans are *missing*, if any are."""
    if names := ", ".join(missing):
        said = reports.PLANS_LEFT_OUT.said_in(_language()).format(files=names)
        typer.echo(wrapped(visible(said), _width()), err=True)


def _say_draft(lacking: Sequence[str], data: str) -> None:
    """Say that the note is a draft, where nobody asked for one: approvals are *lacking*."""
    if lacking:
        said = reports.UNAPPROVED
        if data == files.STANDARD_INPUT:
            said = reports.APPROVALS_UNKNOWN
        how = systems.typed("statusnote", "approve", data, "--status")
        text = said.said_in(_language()).format(parties=", ".join(lacking), how=how)
        typer.echo(visible(text), err=True)


def _with_table(table: str | None, forms: list[Form]) -> list[Form]:
    """*forms*, of which the CSV has the *table* that is wanted."""
    if table and not any(form.name == "csv" for form in forms):
        raise typer.BadParameter("is for --format csv", param_hint="--table")
    return [replace(form, table=table) if table and form.name == "csv" else form for form in forms]


def _say_templates(folder: Path | None) -> None:
    """Say that the templates in a *folder* were used, where nobody named it."""
    if folder:
        said = reports.TEMPLATES_BESIDE.said_in(_language()).format(folder=folder)
        typer.echo(visible(said), err=True)


def _say_paths(paths: Iterable[str]) -> None:
    files.say("".join(f"{visible(path)}\n" for path in paths))


def _refuse_without_templates(folder: Path | None) -> None:
    names = (*TEMPLATE_NAMES, *OWN_TEMPLATE_NAMES)
    if folder and not any((folder / name).is_file() for name in names):
        listed = ", ".join(names)
        raise typer.BadParameter(f"{folder} holds none of {listed}", param_hint="--templates")


def _forms(names: list[str], output: str | None) -> list[Form]:
    """The forms of these *names*, once each; without a name, the one that *output* ends with."""
    ending = Path(output or "").suffix[1:].lower()
    ends_with = form_of(ending)
    if ending and not ends_with and not names:
        raise typer.BadParameter(
            f"ends in .{ending}; name the form with --format", param_hint="--output"
        )
    forms = [FORMS[name] for name in dict.fromkeys(names)] or [ends_with or DEFAULT_FORM]
    if output is not None and len(forms) > 1:
        raise typer.BadParameter("takes one --format only", param_hint="--output")
    if (ends_with and ends_with not in forms) or ending in ENDINGS_OF_OTHERS:
        raise typer.BadParameter(
            f"ends in .{ending}, but --format is {forms[0].name}", param_hint="--output"
        )
    return forms


# What programs go by to open a file that is no form of the note, or that we read ourselves.
ENDINGS_OF_OTHERS = frozenset(
    "css doc eml epub gif htm j2 jpeg jpg key numbers odp ods odt pages png pps "
    "ppt pptx ps py rtf svg tex tif tiff txt xls xlsx xml yaml yml zip".split()
)


MINISTRY = typer.Option(
    metavar="CODE",
    help="Only this ministry's, by its code or full name.",
    autocompletion=_in_plan("parties"),
)


@app.command(name="summary", rich_help_panel=STATE)
def summary_(
    plans: Plans = None,
    ministry: Annotated[
        list[str] | None,
        MINISTRY,
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PHRASE",
            help="Only those with this status, e.g. gennemført.",
            autocompletion=_in_plan("statuses"),
        ),
    ] = None,
    section: Annotated[
        list[int] | None,
        typer.Option(
            metavar="N",
            help="Only those of this section, counted from 1.",
            autocompletion=_in_plan("sections"),
        ),
    ] = None,
    name: Annotated[str | None, _format_option(summary.FORMATTERS, SHOWN)] = None,
    json: Annotated[bool, typer.Option("--json", help=AS_JSON)] = False,
) -> None:
    """Show the state of the plan at a glance, or of several."""
    format_ = _format_named(name, json=json)
    paths, together = _plans(plans)
    if together:
        _summaries(paths, ministry or (), status or (), section or (), format_)
        return
    (data,) = paths
    try:
        figures, warnings = commands.summarize(data, ministry or (), status or (), section or ())
    except summary.UnknownValue as error:
        raise typer.BadParameter(str(error), param_hint=error.option) from error
    _warn(warnings, data)
    _say(format_, summary.FORMATTERS[format_](figures, _on_terminal))


def _summaries(
    paths: Iterable[str],
    ministries: Sequence[str],
    statuses: Sequence[str],
    sections: Sequence[int],
    format_: str,
) -> None:
    if sections:
        raise typer.BadParameter("counts the sections of one plan", param_hint="--section")
    from statusnote.portfolio import summaries  # loads, as the next one, what one plan needs not
    from statusnote.several import showing

    try:
        shown, read = showing.summaries(paths, ministries, statuses)
    except summary.UnknownValue as error:
        raise typer.BadParameter(str(error), param_hint=error.option) from error
    _say_read(read, shown.unclear)
    _say(format_, summaries.FORMATTERS[format_](shown, _on_terminal))
    if shown.missing:
        raise typer.Exit(Exit.PROBLEMS)


def _say_read(read: "Read", unclear: Iterable["Unclear"]) -> None:
    """Say what is wrong with several plans that were *read*, and what is *unclear* in them."""
    if read.problems:
        typer.echo(_reported(read.problems, None, sys.stderr), err=True, nl=False)
    _warn(read.warnings, *read.warned)
    for each in unclear:
        label = reports.LABELS[Severity.WARNING].said_in(_language())
        typer.echo(wrapped(visible(f"{label}: {_said_of(each)}"), _width()), err=True)
    _say_left_out(each.file for each in read.missing)


def _said_of(unclear: "Unclear") -> str:
    """`Sundhedsministeriet har flere forkortelser: SUM i a.yaml, ISM i b.yaml og andre`"""
    language = _language()
    by_code = unclear.has_several_codes
    uses = ", ".join(
        (reports.IN_FILE if len(use.files) == 1 else reports.IN_FILES)
        .said_in(language)
        .format(what=use.code if by_code else use.name, file=use.files[0])
        for use in unclear.uses
    )
    said = reports.SEVERAL_CODES if by_code else reports.SEVERAL_NAMES
    first = unclear.uses[0]
    return said.said_in(language).format(name=first.name, code=first.code, uses=uses)


@app.command(rich_help_panel=A_PLAN)
def validate(
    plans: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="data",
            help="The plans' files, or folders of them; - reads standard input.  [default: "
            f"{DATA}]",
        ),
    ] = None,
    name: Annotated[
        str | None,
        _format_option(
            REPORTERS,
            "How to report what is wrong.  [default: text; github under GitHub Actions, azure "
            "in Azure Pipelines]",
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail, too.")] = False,
    watch: Annotated[
        bool,
        typer.Option(
            "--watch", help="Report it again each time that one of the files changes, until Ctrl-C."
        ),
    ] = False,
) -> None:
    """Report all that is wrong with the data, with its place and what to do."""
    if watch:
        _validate_again(plans, name)
        return
    paths, _ = _plans(plans)
    problems = commands.validate(paths)
    reported = _reported(problems, name, sys.stdout, paths)
    files.say(reported, "utf-8" if name in FILES else None)
    if any(strict or problem.severity == Severity.ERROR for problem in problems):
        raise typer.Exit(Exit.PROBLEMS)


def _validate_again(plans: list[str] | None, name: str | None) -> None:
    """Report what is wrong each time that one of the files changes, until nobody reads it."""
    from statusnote import watching

    _refuse_streams(plans or ())
    for_programs = name in FILES
    if for_programs and name != LINES:
        raise typer.BadParameter(f"can't go on with --format {name}", param_hint="--watch")
    for _ in watching.rounds(lambda: map(Path, _plans(plans).paths)):
        begun, paths = time.monotonic(), _plans(plans).paths
        reported = _reported(commands.validate(paths), name, sys.stdout, paths)
        if not files.say(reported, "utf-8" if for_programs else None):
            return
        if not for_programs:
            _say_done(reports.VALIDATED, begun)


@app.command(rich_help_panel=STATE)
def diff(
    old: Annotated[
        str,
        typer.Argument(help="A file, -, a day (@2025-05-01), or what git knows (HEAD~3, a tag)."),
    ],
    new: Annotated[str, typer.Argument(help="What to compare it with; the same kinds.")] = DATA,
    name: Annotated[str, _format_option(FORMATTERS, "How to show it.")] = "text",
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 4 where something differs.")
    ] = False,
) -> None:
    """Show what has changed between two versions of the data, in meaning and not in text."""
    if old == new == files.STANDARD_INPUT:
        raise typer.BadParameter("only one of the two can be standard input", param_hint="NEW")
    changes, warnings = commands.diff(old, new, DATA)
    _warn(warnings, new)
    _say(name, FORMATTERS[name](changes, _on_terminal))
    if exit_code and changes:
        raise typer.Exit(Exit.NOT_AS_ASKED)


@app.command(rich_help_panel=STATE)
def history(
    versions: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE",
            help="One file, whose versions in git are shown, or two or more versions: a file, -, a "
            f"day (@2025-05-01), or what git knows (HEAD~3, a tag).  [default: {DATA}]",
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Leave out what git recorded before that day."),
    ] = None,
    every: Annotated[
        str | None,
        typer.Option(
            metavar="TAG|month",
            help="Of the versions in git, only the last in each month, or those that tags of a "
            "pattern point to ('v*').",
        ),
    ] = None,
    name: Annotated[str, _format_option(history_formats.FORMATTERS, "How to show it.")] = "text",
) -> None:
    """Show what each version of the data says of each initiative, and how often dates moved."""
    named = versions or []
    if named.count(files.STANDARD_INPUT) > 1:
        raise typer.BadParameter("only one of them can be standard input", param_hint="FILE")
    for option, value in (("--since", since), ("--every", every)):
        if value is not None and len(named) > 1:
            raise typer.BadParameter("chooses among the versions in git alone", param_hint=option)
    day = None if since is None else _day(since, "--since")
    told = commands.history(named, DATA, day, every)
    _say_untold(told, reports.OLDER_VERSIONS)
    _say(name, history_formats.FORMATTERS[name](told, _on_terminal))


def _say_untold(told: "History", older: Wording) -> None:
    for line in _untold(told, older):
        typer.echo(wrapped(visible(line), _width()), err=True)


def _untold(told: "History", said_of_older: Wording) -> Iterator[str]:
    """What is to be said of the versions that are not shown, or not as they should be."""
    language = _language()
    for column in told.columns:
        if column.problem:
            said, _ = column.problem.worded(language)
            yield (
                f"{reports.LABELS[Severity.WARNING].said_in(language)}: "
                + reports.UNREAD_VERSION.said_in(language).format(version=column.name)
                + f" {column.problem.place}: {column.problem.code}: {said}"
            )
    same_day, older, shallow = told.left_out
    if same_day:
        yield reports.SAME_DAY.said_in(language).format(count=same_day)
    if older:
        yield said_of_older.said_in(language).format(
            count=len(older), first=min(older), last=max(older), most=commands.MOST_VERSIONS
        )
    if shallow:
        yield reports.SHALLOW_CLONE.said_in(language)


@app.command(rich_help_panel=ROUND_OF_ANSWERS)
def approve(
    data: Annotated[str, typer.Argument(help="The plan's file.")] = DATA,
    party: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE",
            help="Who approves, by its code or full name; may be given more than once.",
        ),
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="The person who approves, to be kept.")
    ] = None,
    begin: Annotated[
        bool,
        typer.Option(
            "--begin", help="Write the file with a line for each, in which nobody has approved."
        ),
    ] = False,
    status: Annotated[
        bool,
        typer.Option(
            "--status",
            help="Show who has approved, who has not, and whose approval an edit has undone.",
        ),
    ] = False,
    fail_missing: Annotated[
        bool,
        typer.Option("--fail-missing", help="With --status, exit with 4 where one is missing."),
    ] = False,
    name: Annotated[
        str | None,
        _format_option(approval_formats.FORMATTERS, "With --status, how to show it."),
    ] = None,
) -> None:
    """Keep that a party has approved its part of the plan, or show who has."""
    asked = {"--party": bool(party), "--begin": begin, "--status": status}
    _refuse_approving(data, asked, by, shows=fail_missing or name is not None)
    if not status:
        _approve(data, party or (), _name(by))
        return
    standing, warnings = commands.approvals(data)
    _warn(warnings, data)
    format_ = name or "text"
    _say(format_, approval_formats.FORMATTERS[format_](standing, _on_terminal))
    if fail_missing and standing.lacking:
        raise typer.Exit(Exit.NOT_AS_ASKED)


def _refuse_approving(data: str, asked: dict[str, bool], by: str | None, *, shows: bool) -> None:
    """Refuse what of `approve` doesn't go together: one thing is to be *asked*."""
    if data == files.STANDARD_INPUT:
        raise typer.BadParameter("approvals are kept beside a file", param_hint="DATA")
    if sum(asked.values()) != 1:
        raise typer.BadParameter("is what to give one of", param_hint=" / ".join(asked))
    if by is not None and not asked["--party"]:
        raise typer.BadParameter("is for --party", param_hint="--by")
    if shows and not asked["--status"]:
        raise typer.BadParameter("are for --status", param_hint="--format / --fail-missing")


def _name(by: str | None) -> str:
    """The name of a person, on one line of a file; empty where there is none."""
    name = danish.composed(" ".join((by or "").split()))
    if by is not None and not (name.isprintable() and 0 < len(name) <= LONGEST_NAME):
        raise typer.BadParameter("is no name", param_hint="--by")
    return name


LONGEST_NAME = 200  # characters


def _approve(data: str, parties: Sequence[str], by: str) -> None:
    try:
        done = commands.approve(data, parties, by)
    except summary.UnknownValue as error:
        raise typer.BadParameter(str(error), param_hint=error.option) from error
    _warn(done.warnings, data)
    for said in _approved(done, begun=not parties):
        typer.echo(visible(said), err=True)
    if done.written:
        _say_paths([done.path])


def _approved(done: commands.Approved, *, begun: bool) -> Iterator[str]:
    """What is to be said of what was approved, a line for each part."""
    language = _language()
    if begun:
        said = reports.APPROVALS_BEGUN if done.written else reports.APPROVALS_BEGUN_ALREADY
        codes = ", ".join(part.code for part in done.parts)
        yield said.said_in(language).format(parties=codes, file=done.path)
        return
    for part in done.parts:
        said = reports.APPROVED if part.new else reports.APPROVED_ALREADY
        numbers = ", ".join(map(str, part.numbers))
        day = day_in_words(done.as_of, language)
        yield said.said_in(language).format(party=part.code, as_of=day, numbers=numbers)


@app.command(rich_help_panel=A_PLAN)
def init(
    folder: Annotated[str, typer.Argument(help="Where to put it.  [default: here]")] = "",
    service: Annotated[
        str | None,
        _named_option("--ci", JOBS, "Add the CI job that renders the note on every change."),
    ] = None,
    example: Annotated[
        str | None,
        _named_option("--example", EXAMPLES, "Begin with this fuller plan, which is made up, too."),
    ] = None,
) -> None:
    """Begin a plan of your own: a small one, with remarks, that renders at once."""
    _say_paths(commands.init(folder, service, example))
    command = _begun_in(folder)
    begun = reports.PLAN_BEGUN.said_in(_language())
    typer.echo(visible(begun.format(data=str(Path(folder, DATA)), command=command)), err=True)
    if service:
        typer.echo(reports.JOB_BEGUN.said_in(_language()).format(job=JOBS[service]), err=True)


def _begun_in(folder: str) -> str:
    """What is typed to render the note of a plan that was begun in a *folder*."""
    if Path(folder) == Path():
        return systems.typed(*_program(), "render")
    data, note = (str(Path(folder, name)) for name in (DATA, NOTE))
    return systems.typed(*_program(), "render", data, "--output", note)


def _program() -> tuple[str, ...]:
    """What is typed to run this program again: its name, or else how it was run this time.

    uv's `uvx` runs it in an environment that is found for as long as it runs.
    """
    if "UV" in os.environ and "archive-v0" in Path(sys.prefix).parts:
        return ("uvx", "statusnote")
    if shutil.which("statusnote"):
        return ("statusnote",)
    if Path(sys.argv[0]).name == "__main__.py":
        return (sys.executable, "-m", "statusnote")
    return (sys.argv[0] if os.access(sys.argv[0], os.X_OK) else "statusnote",)


@app.command(rich_help_panel=A_PLAN)
def upgrade(
    data: Annotated[str, typer.Argument(help="The plan's file.")] = DATA,
) -> None:
    """Rewrite the data in the newest format, in its place, with its comments and layout."""
    if data == files.STANDARD_INPUT:
        raise typer.BadParameter("a file is rewritten in its place", param_hint="DATA")
    if commands.upgrade(data):
        _say_paths([data])
    else:
        said = reports.IN_NEWEST_FORMAT.said_in(_language()).format(file=data, format=FORMATS[-1])
        typer.echo(visible(said), err=True)


@app.command(rich_help_panel=A_NOTE)
def extract(
    note: Note,
    output: Annotated[
        str, typer.Option(metavar="PATH", help="Where to write it; - is standard output.")
    ] = files.STANDARD_OUTPUT[0],
) -> None:
    """Take the data file out of a note, a PDF or a page, byte for byte."""
    _say_paths(commands.extract(note, output))


@app.command(rich_help_panel=A_NOTE)
def verify(
    note: Note,
    data: Annotated[
        str | None, typer.Argument(help="A data file that the note's is to be the same as.")
    ] = None,
    templates: Templates = None,
) -> None:
    """Say whether a note, a PDF or a page, shows what its data say."""
    if note == data == files.STANDARD_INPUT:
        raise typer.BadParameter("only one of the two can be standard input", param_hint="DATA")
    _refuse_without_templates(templates)
    beside = commands.templates_beside(data) if data and not templates else None
    with _progress(reports.RENDERING):
        verdict = commands.verify(note, data, templates or beside)
    _say_templates(beside)
    from statusnote.diagnostics.messages.verification import NO, PARTLY, YES
    from statusnote.verify.verdict import worded  # both loaded by now, and not before

    files.say(_with_words(worded(verdict, _language(), _width())))
    raise typer.Exit({YES: 0, PARTLY: Exit.IN_PART, NO: Exit.NOT_AS_ASKED}[verdict.sign])


@app.command(rich_help_panel=MACHINE)
def doctor(
    note: Annotated[
        str | None,
        typer.Argument(
            metavar="NOTE",
            help=f"A note that is to come out the same here.  [default: {NOTE}, where it is]",
        ),
    ] = None,
) -> None:
    """Say whether this machine has what statusnote needs, and what to do where it hasn't."""
    from statusnote.diagnostics.messages.doctor import NEEDED
    from statusnote.doctor import Terminal, worded

    terminal = Terminal(_width(), sys.stdout.encoding)
    at_hand = note or (NOTE if Path(NOTE).is_file() else None)
    signs = set()
    for diagnosis in commands.examine(at_hand, DATA, terminal):
        files.say(_with_words(f"{worded(diagnosis, _language(), _width())}\n"))
        signs.add(diagnosis.condition.sign)
    if NEEDED in signs:
        raise typer.Exit(Exit.PROBLEMS)


def _with_words(judged: str) -> str:
    """*judged*, with words for the signs that begin its lines, where the encoding lacks them."""
    from statusnote.diagnostics.messages.doctor import IN_WORDS

    for sign, words in IN_WORDS.items():
        if sys.stdout is not None and systems.lacks(sys.stdout.encoding, sign):
            judged = re.sub(rf"^{sign}", words.said_in(_language()), judged, flags=re.MULTILINE)
    return judged


@app.command(rich_help_panel=A_PLAN)
def schema(
    of: Annotated[
        str,
        _named_option(
            "--of", commands.SCHEMAS, "Of what: the plan's file, or what is printed of it as JSON."
        ),
    ] = "plan",
    output: Annotated[
        str, typer.Option(metavar="PATH", help="Where to write it; - is standard output.")
    ] = files.STANDARD_OUTPUT[0],
) -> None:
    """Print the JSON Schema of the data, with which an editor completes keys, or of an output."""
    _say_paths(commands.schema(of, output))


@app.command(rich_help_panel=STATE)
def due(
    plans: Plans = None,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day to look from, 2026-11-23.  [default: today]"),
    ] = None,
    within: Annotated[
        int, typer.Option(metavar="DAYS", min=0, help="What is due in so many days is told apart.")
    ] = 90,
    ministry: Annotated[
        list[str] | None,
        MINISTRY,
    ] = None,
    fail_overdue: Annotated[
        bool, typer.Option("--fail-overdue", help="Exit with 4 where a milestone is overdue.")
    ] = False,
    name: Annotated[str | None, _format_option(deadlines.FORMATTERS, SHOWN)] = None,
    json: Annotated[bool, typer.Option("--json", help=AS_JSON)] = False,
) -> None:
    """Show which milestones are overdue, due soon, later, and met."""
    format_ = _format_named(name, json=json)
    day = date.today() if as_of is None else _day(as_of, "--as-of")  # here alone, a clock is read
    paths, together = _plans(plans)
    if together:
        _dues(paths, day, within, ministry or (), format_, fail_overdue=fail_overdue)
        return
    (data,) = paths
    try:
        found, warnings = commands.due(data, day, within, ministry or ())
    except summary.UnknownValue as error:
        raise typer.BadParameter(str(error), param_hint=error.option) from error
    _warn(warnings, data)
    _say(format_, deadlines.FORMATTERS[format_](found, _on_terminal))
    if fail_overdue and found.counts[deadlines.State.OVERDUE]:
        raise typer.Exit(Exit.NOT_AS_ASKED)


def _dues(
    paths: Iterable[str],
    day: date,
    within: int,
    ministries: Sequence[str],
    format_: str,
    *,
    fail_overdue: bool,
) -> None:
    from statusnote.portfolio import dues  # loads, as the next one, what one plan needs not
    from statusnote.several import showing

    try:
        shown, read = showing.dues(paths, day, within, ministries)
    except summary.UnknownValue as error:
        raise typer.BadParameter(str(error), param_hint=error.option) from error
    _say_read(read, shown.plans.unclear)
    _say(format_, dues.FORMATTERS[format_](shown, _on_terminal))
    if read.missing:
        raise typer.Exit(Exit.PROBLEMS)
    if fail_overdue and shown.counts[deadlines.State.OVERDUE]:
        raise typer.Exit(Exit.NOT_AS_ASKED)


@app.command(rich_help_panel=ROUND_OF_ANSWERS)
def ask(
    data: Data = DATA,
    party: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE",
            help="Only this party, by its code or full name.",
            autocompletion=_in_plan("parties"),
        ),
    ] = None,
    deadline: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day by which they are to answer, 2026-11-23."),
    ] = None,
    output: Annotated[
        str, typer.Option(metavar="FOLDER", help="Where to write what they are sent.")
    ] = commands.ROUND,
    quiet: Quiet = False,
) -> None:
    """Ask each party what is new: a workbook to fill in, a mail with it, and a calendar."""
    if output in files.STANDARD_OUTPUT:
        raise typer.BadParameter("is a folder, for several files", param_hint="--output")
    day = None if deadline is None else _day(deadline, "--deadline")
    try:
        with _progress(reports.ASKING, quiet=quiet):
            asked = commands.ask(data, party or (), day, output)
    except summary.UnknownValue as error:
        raise typer.BadParameter(str(error), param_hint=error.option) from error
    _warn(asked.warnings, data)
    if day and asked.later_as_of:
        language = _language()
        days = {"deadline": day, "as_of": asked.later_as_of}
        words = {name: day_in_words(each, language) for name, each in days.items()}
        said = reports.DUE_BEFORE_AS_OF.said_in(language).format(**words, folder=output)
        typer.echo(visible(said), err=True)
    if not quiet:
        _say_paths(asked.paths)


@app.command(rich_help_panel=ROUND_OF_ANSWERS)
def collect(
    answers: Annotated[
        list[str],
        typer.Argument(
            metavar="ANSWER... [DATA]",
            help=f"The workbooks that came back, or their folder; and the plan's file.  [default: "
            f"{DATA}]",
        ),
    ],
    base: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="The data that they were made of, where git doesn't have them."
        ),
    ] = None,
    write: Annotated[
        bool, typer.Option("--write", help="Write what they change into the data.")
    ] = False,
) -> None:
    """Show what the parties' answers change in the data, and write it there where asked."""
    *named, last = answers
    workbooks, data = (named, last) if last.lower().endswith(ENDINGS_OF_DATA) else (answers, DATA)
    if not workbooks:
        raise typer.BadParameter("name a workbook that came back", param_hint="ANSWER")
    with _progress(reports.COLLECTING):
        collected = commands.collect(workbooks, data, base, write=write)
    _warn(collected.known, data)
    from statusnote.answers.terminal import rendered  # loads what the other commands don't need

    if collected.warnings:
        typer.echo(_reported(collected.warnings, None, sys.stderr), err=True, nl=False)
    files.say(_on_terminal(lambda width: rendered(collected, width)))
    if write and collected.changes:
        _say_paths([data])
        if collected.conflicts:
            said = reports.WRITTEN_IN_PART.said_in(_language())
            typer.echo(said.format(count=len(collected.conflicts)), err=True)
    elif collected.changes:
        typer.echo(reports.WOULD_WRITE.said_in(_language()).format(data=data), err=True)
    if collected.conflicts:
        raise typer.Exit(Exit.NOT_AS_ASKED)


ENDINGS_OF_DATA = (".yaml", ".yml", ".json")


def _day(written: str, option: str) -> date:
    """The day that is asked for by an *option*."""
    try:
        return read_day(written)
    except ValueError as error:
        raise typer.BadParameter(
            f"{written!r} is no day; write 2026-11-23", param_hint=option
        ) from error


def _on_terminal(rendered: Callable[[int], RenderableType]) -> str:
    """What something looks like on standard output: in colour on a terminal only."""
    shown = io.StringIO()
    console = Console(
        file=shown,
        force_terminal=systems.shows_colour(sys.stdout),
        emoji=False,
        markup=False,
        highlight=False,
    )
    console.width = max(console.width, NARROWEST)
    console.print(rendered(console.width))
    return "".join(f"{line.rstrip()}\n" for line in shown.getvalue().splitlines())


@contextmanager
def _progress(message: Wording, *, quiet: bool = False) -> Iterator[None]:
    """Show on a terminal that something goes on, and of a PDF how far it is; nothing elsewhere."""
    if quiet or not systems.shows_colour(sys.stderr):
        yield
        return
    from statusnote.render.pdf import progress

    said = message.said_in(_language())
    with Console(stderr=True).status(said) as status:

        def tell(done: "Done | None") -> None:
            status.update(_far(done) if done else said)

        with progress.told(tell):
            yield


def _far(done: "Done") -> Text:
    """How far a PDF is: a bar, and the page that is laid out or painted."""
    begun, part = PAINTING if done.painted else LAYING_OUT
    full = round((begun + part * done.page / done.pages) * BAR)
    said = (reports.PAINTED if done.painted else reports.LAID_OUT).said_in(_language())
    page = said.format(page=done.page, pages=done.pages)
    return Text(f"[{'━' * full}{' ' * (BAR - full)}] {page}")


BAR = 20  # columns
# When each begins, and how much it takes, of the time that a long note takes as a whole.
LAYING_OUT, PAINTING = (0.2, 0.4), (0.7, 0.2)
