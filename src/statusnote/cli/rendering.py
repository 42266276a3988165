"""What `render` is asked for, rendered once, and what is to be said of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from statusnote import commands, files, systems
from statusnote.cli import progress
from statusnote.cli.saying import remark, report, said, say_templates, say_untold
from statusnote.diagnostics.messages import reports

FOLDER = "build"  # of the notes on several plans
PAGE_FORM = "html"


@dataclass(frozen=True)
class Rendering:
    """What `render` is asked for, once or again and again."""

    data: str
    wanted: commands.Wanted
    output: str | None
    quiet: bool

    def once(self) -> commands.Written:
        """Render the note, and say what the data are warned of. Raises ProblemsFound."""
        templates = self.wanted.templates or commands.templates_beside(self.data)
        with progress.shown(reports.RENDERING, quiet=self.quiet):
            wanted = replace(self.wanted, templates=templates)
            written = commands.render_note(self.data, wanted, self.output)
        if written.warnings:
            report(written.warnings)
        return written

    def remark(self, written: commands.Written) -> None:
        """Say what else there is to know of what was *written*, but quietly."""
        if self.quiet:
            return
        if written.history:
            say_untold(written.history, reports.OLDER_THAN_PAGE)
        say_templates(None if self.wanted.templates else commands.templates_beside(self.data))
        say_draft(written.lacking, self.data)
        say_attached(self.wanted, [""] if written.attached else [])

    def made_of(self) -> Iterator[Path]:
        """The files that are followed."""
        return commands.made_of(self.data, self.wanted, self.output)


def say_draft(lacking: Sequence[str], data: str) -> None:
    """Say that the note is a draft, where nobody asked for one: approvals are *lacking*."""
    if lacking:
        unknown = data == files.STANDARD_INPUT
        wording = reports.APPROVALS_UNKNOWN if unknown else reports.UNAPPROVED
        how = systems.typed("statusnote", "approve", data, "--status")
        remark(said(wording).format(parties=", ".join(lacking), how=how))


def say_attached(wanted: commands.Wanted, attached: Sequence[str]) -> None:
    """Say that data are *attached*, where a form carries them: of which of several files."""
    if attached and any(form.carries_data for form in wanted.forms):
        wording = reports.BOTH_DATA_ATTACHED if wanted.since else reports.DATA_ATTACHED
        of = f"{', '.join(attached)}: " if any(attached) else ""
        remark(f"{of}{said(wording)}")
