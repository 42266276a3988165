"""`render`: its options, and which forms they ask for."""

from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from statusnote.cli.options import (
    Plans,
    Quiet,
    Templates,
    format_option,
    named_option,
    plans_named,
    refuse_streams,
    refuse_without_templates,
)
from statusnote.cli.rendering import FOLDER, PAGE_FORM, Rendering
from statusnote.cli.saying import say_paths
from statusnote.commands import Wanted
from statusnote.render.forms import DEFAULT_FORM, FORMS, TABLES, Form, form_of


def _either(words: Iterable[str]) -> str:
    """*words*, two or more, as `PDF, Word or Markdown`."""
    *others, last = words
    return f"{', '.join(others)} or {last}"


TITLES = _either(form.title for form in FORMS.values())
ENDINGS = _either(f".{form.endings[0]}" for form in FORMS.values())


def render(
    plans: Plans = None,
    names: Annotated[
        list[str] | None, format_option(FORMS, "The form; may be given more than once.")
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
        named_option("--table", TABLES, "What a CSV file has a row for.  [default: initiatives]"),
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
    paths, together = plans_named(plans)
    named = [*(names or []), *([PAGE_FORM] if serve else [])]
    forms = _with_table(table, _forms(named, None if together else output))
    if earlier and not any(form.name == PAGE_FORM for form in forms):
        raise typer.BadParameter("is for --format html", param_hint="--history")
    if port and not serve:
        raise typer.BadParameter("is for --serve", param_hint="--port")
    if together and (watch or serve):
        raise typer.BadParameter(
            "is for one plan, named by its file", param_hint="--watch / --serve"
        )
    refuse_without_templates(templates)
    wanted = Wanted(forms, templates, since, draft, source, earlier or ())
    if together:
        from statusnote.cli.together import render_together  # loads what one plan doesn't need

        render_together(paths, wanted, output, quiet=quiet)
        return
    rendering = Rendering(paths[0], wanted, output, quiet)
    if watch or serve:
        refuse_streams([rendering.data, output, *wanted.versions])
        from statusnote.cli import following  # which once can do without

        with following.served(port) if serve else nullcontext() as site:
            following.follow(rendering, site)
    else:
        written = rendering.once()
        rendering.remark(written)
        if not quiet:
            say_paths(written.paths)


# What the help says of it, which names the forms that there are.
HELP = f"Render the note as {TITLES}, and print the path that was written."


def _with_table(table: str | None, forms: list[Form]) -> list[Form]:
    """*forms*, of which the CSV has the *table* that is wanted."""
    if table and not any(form.name == "csv" for form in forms):
        raise typer.BadParameter("is for --format csv", param_hint="--table")
    return [replace(form, table=table) if table and form.name == "csv" else form for form in forms]


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
