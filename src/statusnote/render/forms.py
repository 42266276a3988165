"""The registry of the note's forms: a form is a module and an entry here. Every start reads it."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from statusnote.note import Note
    from statusnote.render.templates import Templates


@dataclass(frozen=True)
class Sources:
    """The files that a note was made of, as they were read; *attached*, or only known by hash.

    The *history*, which a page alone shows, is always with it.
    """

    data: bytes
    before: bytes | None = None
    attached: bool = True
    history: bytes | None = None


class FormModule(Protocol):
    """What the module of a form offers."""

    def render(self, note: "Note", templates: "Templates", sources: Sources | None) -> bytes:
        """The whole *note*, which carries its *sources* where the form can.

        Raises ProblemsFound where a template is wrong.
        """


class TablesModule(Protocol):
    """What the module of a form of several tables offers, too."""

    def render_table(self, note: "Note", table: str) -> bytes:
        """One *table* of the *note*."""


@dataclass(frozen=True)
class Form:
    """A form of the note.

    *name* is what `--format` takes, *title* what people call it, and *endings* are those of its
    files, of which it gives the first. *templates* are the files that it is made of. Where it can
    carry attachments, it *carries_data*. *module* is a FormModule, by its name. Of a form that has
    several tables, *table* is the one that is wanted, if it is not the first. *own_templates* are
    files that a user's folder of templates may hold for it, and ours does not. Of a form that isn't
    *published*, neither `make note` nor a job makes one: it is made where it is asked for.
    """

    name: str
    title: str
    endings: tuple[str, ...]
    media_type: str
    templates: tuple[str, ...]
    carries_data: bool
    module: str
    table: str = ""
    own_templates: tuple[str, ...] = ()
    published: bool = True

    def render(self, note: "Note", templates: "Templates", sources: Sources | None = None) -> bytes:
        """As FormModule.render, whose module is loaded only now."""
        module = import_module(self.module)
        if self.table:
            return cast("TablesModule", module).render_table(note, self.table)
        return cast("FormModule", module).render(note, templates, sources)


# The first of them is the form of a note where none is named.
FORMS = {
    form.name: form
    for form in (
        Form(
            name="pdf",
            title="PDF",
            endings=("pdf",),
            media_type="application/pdf",
            templates=("note.html.j2", "note.css"),
            carries_data=True,
            module="statusnote.render.pdf",
        ),
        Form(
            name="md",
            title="Markdown",
            endings=("md",),
            media_type="text/markdown",
            templates=("note.md.j2",),
            carries_data=False,
            module="statusnote.render.markdown",
        ),
        Form(
            name="html",
            title="HTML",
            endings=("html",),
            media_type="text/html",
            templates=("page.html.j2", "page.css", "page.js"),
            carries_data=True,
            module="statusnote.render.page",
        ),
        Form(
            name="csv",
            title="CSV",
            endings=("csv",),
            media_type="text/csv",
            templates=(),
            carries_data=False,
            module="statusnote.render.csv_tables",
        ),
        Form(
            name="json",
            title="JSON",
            endings=("json",),
            media_type="application/json",
            templates=(),
            carries_data=False,
            module="statusnote.render.note_json",
        ),
        # It is for clearing, and not the note that is sent; and it takes what not all have.
        Form(
            name="docx",
            title="Word",
            endings=("docx",),
            media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            templates=(),
            carries_data=False,
            module="statusnote.word",
            own_templates=("note.docx",),
            published=False,
        ),
    )
}
TABLES = ("initiatives", "parts", "grants", "budget", "indicators", "milestones")  # of the CSV
DEFAULT_FORM = next(iter(FORMS.values()))
OVERVIEW_TEMPLATES = ("portfolio.html.j2", "page.css")  # of the page of several plans
TEMPLATE_NAMES = tuple(
    dict.fromkeys(
        (*(name for form in FORMS.values() for name in form.templates), *OVERVIEW_TEMPLATES)
    )
)
OWN_TEMPLATE_NAMES = tuple(name for form in FORMS.values() for name in form.own_templates)


def form_of(ending: str) -> Form | None:
    """The form whose files have that *ending*, without its full stop."""
    return next((form for form in FORMS.values() if ending in form.endings), None)
