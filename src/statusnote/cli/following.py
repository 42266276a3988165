"""`render --watch` and `--serve`: the note is rendered again each time that something changes."""

import gc
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import typer

from statusnote import commands, files, watching
from statusnote.cli.rendering import PAGE_FORM, Rendering
from statusnote.cli.saying import language, remark, report, said, say_done
from statusnote.diagnostics.formats import REPORTERS
from statusnote.diagnostics.messages import reports
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.diagnostics.reporters import Display, counted

if TYPE_CHECKING:
    from statusnote.serving.server import Site


def follow(rendering: Rendering, site: "Site | None") -> None:
    """Render again each time that something changes, and show the page on a *site*, if any."""
    if not rendering.quiet:
        remark(said(reports.WATCHED))
    remarked = False
    for _ in watching.rounds(rendering.made_of):
        begun = time.monotonic()
        written = _rendered_for(site, rendering)
        if written and not remarked:  # which a reader need not be told each time
            rendering.remark(written)
            remarked = True
        if not rendering.quiet:
            wording = reports.RENDERED if written else reports.NOT_RENDERED
            say_done(wording, begun, written.paths if written else ())
        gc.collect()  # while nobody waits: what was laid out, and the folder of its fonts


def _rendered_for(site: "Site | None", rendering: Rendering) -> commands.Written | None:
    """What was written, and is shown on a *site*; nothing where something is wrong, which is told.

    It is told above the last page, too.
    """
    try:
        written = rendering.once()
        if site:
            place = [form.name for form in rendering.wanted.forms].index(PAGE_FORM)
            site.show(files.read_bytes(written.paths[place]))
    except ProblemsFound as found:
        report(found.problems)
        if site:
            count = counted(found.problems, language())
            below = f" {said(reports.LAST_WHOLE_PAGE)}" if site.shown.page else ""
            details = REPORTERS["text"](found.problems, Display(language(), FRAME_WIDTH))
            site.tell(f"{count}{below}", details)
        return None
    return written


FRAME_WIDTH = 80  # columns


@contextmanager
def served(port: int | None) -> "Iterator[Site]":
    """A site for the page, on a *port* or one that is free, whose address is printed."""
    from statusnote.serving import server  # loads what only it needs

    texts = server.Texts(language(), said(reports.PAGE), said(reports.NOT_FOLLOWED))
    with ExitStack() as stack:
        try:
            site = stack.enter_context(server.served(texts, port or 0))
        except OSError as error:
            reason = f"{port} can't be used: {error.strerror}"
            raise typer.BadParameter(reason, param_hint="--port") from error
        files.say(f"{site.address}\n")
        yield site
