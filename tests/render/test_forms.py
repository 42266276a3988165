"""The registry of forms: what an entry says is so, and what derives from it holds."""

import mimetypes
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from support.project import ROOT

from statusnote import word
from statusnote.render import csv_tables, markdown, note_json, page, pdf
from statusnote.render.forms import (
    FORMS,
    OWN_TEMPLATE_NAMES,
    TABLES,
    TEMPLATE_NAMES,
    Form,
    FormModule,
    TablesModule,
    form_of,
)

# Which mypy holds to FormModule, and to TablesModule.
MODULES: dict[str, FormModule] = {
    "pdf": pdf,
    "md": markdown,
    "html": page,
    "csv": csv_tables,
    "json": note_json,
    "docx": word,
}
OF_TABLES: TablesModule = csv_tables
each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


def test_each_form_is_made_by_the_module_that_it_names() -> None:
    assert {name: import_module(form.module) for name, form in FORMS.items()} == MODULES


def test_a_form_is_known_by_its_name() -> None:
    assert [(name, form.name) for name, form in FORMS.items()] == [(name, name) for name in MODULES]


@each_form
def test_a_form_is_known_by_the_endings_of_its_files(form: Form) -> None:
    for ending in form.endings:
        assert form_of(ending) is form
        guessed, encoding = mimetypes.guess_type(f"note.{ending}")
        assert (guessed or MEDIA_TYPES[ending], encoding) == (form.media_type, None)


# What Python knows only where the system does. Source: the media types of IANA.
MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def test_the_tables_are_those_of_the_csv() -> None:
    assert OF_TABLES is csv_tables
    assert tuple(csv_tables.TABLES) == TABLES


def test_no_form_has_another_ending() -> None:
    assert (form_of(""), form_of("doc")) == (None, None)


def test_all_forms_but_that_for_clearing_are_published() -> None:
    """A note in Word is made where it is asked for: it isn't sent, and takes the extra `office`."""
    assert [form.name for form in FORMS.values() if not form.published] == ["docx"]


def test_the_templates_are_those_of_all_forms_and_of_the_page_of_several_plans() -> None:
    notes = ("note.html.j2", "note.css", "note.md.j2", "page.html.j2", "page.css", "page.js")
    ours = (*notes, "portfolio.html.j2")
    assert ours == TEMPLATE_NAMES
    assert sorted(path.name for path in (ROOT / "templates").iterdir()) == sorted(TEMPLATE_NAMES)
    assert OWN_TEMPLATE_NAMES == ("note.docx",)


@each_form
def test_a_form_is_made_of_its_templates_alone(
    run: Callable[..., Any], tmp_path: Path, write: Callable[..., Path], form: Form
) -> None:
    for name in {*TEMPLATE_NAMES} - {*form.templates}:
        (tmp_path / name).write_text("{{ no.such.thing }}")
    command = ("render", write(), "--format", form.name, "--output", "-", "--templates", tmp_path)
    assert run(*command).code == 0
