"""What is measured: the plan, made larger, and its note as each engine takes it."""

import re
from collections.abc import Iterable
from copy import deepcopy
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

import font_source_serif_pro
import yaml
from measuring import ROOT
from openpyxl import load_workbook
from typst_source import typst_source

from statusnote.note import derive
from statusnote.plan import loading
from statusnote.render.html import html
from statusnote.render.pdf.document import FACES
from statusnote.render.templates import Templates

PLAN = ROOT / "data" / "initiatives.yaml"
NO_SYSTEM_FONTS = '<?xml version="1.0"?><fontconfig/>'
MANY = 100_001  # more than a plan has initiatives
FONTS = Path(font_source_serif_pro.font_files_ttf["SourceSerifPro"]).parent


class Material(NamedTuple):
    """How large a plan is, and its files: its data, and its note as each engine takes it.

    The *other* plan has the same initiatives, but hardly a text of it is one of the plan.
    """

    initiatives: int
    plan: Path
    other: Path
    page: Path
    style: Path
    system_fonts: Path
    typst: Path
    web: Path
    text: Path


def material(folder: Path, times: int) -> Material:
    """Write the real plan, its initiatives repeated so many *times*, and its note to *folder*."""
    folder.mkdir()
    text = PLAN.read_text("utf-8")
    plan = _written(folder / "plan.yaml", text if times == 1 else _repeated(text, times))
    other = _written(folder / "other.yaml", _repeated(text, times, first=MANY))
    note, templates = derive(loading.load(str(plan)).plan), Templates.found(None)
    page, style = html(note, templates), FACES + templates.read("note.css")
    return Material(
        len(note.rows),
        plan,
        other,
        page=_written(folder / "note.html", page),
        style=_written(folder / "note.css", style),
        system_fonts=_written(folder / "fonts.conf", NO_SYSTEM_FONTS),
        typst=_written(folder / "note.typ", typst_source(note)),
        web=_written(folder / "web.html", _with_style(page, style)),
        text=_written(folder / "note.txt", _paragraphs(page)),
    )


def large_plan(folder: Path, times: int) -> Path:
    """Write the real plan, its initiatives repeated so many *times*, to *folder*."""
    return _written(folder / f"{times}.yaml", _repeated(PLAN.read_text("utf-8"), times))


def answer(workbook: Path) -> None:
    """Answer that each initiative that a *workbook* asks about has been done."""
    book = load_workbook(workbook)
    if "Status" in book.sheetnames:
        rows = book["Status"].iter_rows(min_row=3)
        status = [cell.value for cell in next(rows)].index("Status")
        for row in rows:
            row[status].value = "gennemført"
    book.save(workbook)


def cells_of(workbooks: Iterable[Path]) -> list[list[list[str | None]]]:
    """What the cells of *workbooks* say, sheet by sheet and row by row."""
    sheets = (sheet for path in workbooks for sheet in load_workbook(path).worksheets)
    return [
        [[None if value is None else str(value) for value in row] for row in sheet.values]
        for sheet in sheets
    ]


def _written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def _repeated(text: str, times: int, first: int = 1) -> str:
    plan = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes nothing but strings
    for section in plan["sections"]:
        section["initiatives"] = [deepcopy(each) for each in section["initiatives"] * times]
    _number(plan, first)
    return str(yaml.dump(plan, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False))


def _number(plan: Any, first: int) -> None:
    initiatives = (each for section in plan["sections"] for each in section["initiatives"])
    for number, initiative in enumerate(initiatives, first):
        initiative["number"] = number
        initiative["title"] += f", nr. {number}"
        if "account" in initiative:
            initiative["account"] = [_told_apart(each, number) for each in initiative["account"]]


def _told_apart(part: Any, number: int) -> Any:
    """A *part* of an account; if it is a paragraph, with an end that no other initiative's has.

    Or lines would be kept from one initiative for the next, as they aren't in a real plan.
    """
    return f"{part.removesuffix('.')} (nr. {number})." if isinstance(part, str) else part


def _with_style(page: str, style: str) -> str:
    """One file for a browser, with the fonts by their paths."""
    style = style.replace("font:", f"{FONTS.as_uri()}/")
    return page.replace("</head>", f"<style>{style}</style></head>")


def _paragraphs(page: str) -> str:
    """The text of the body of a *page* of ours, which has each paragraph on a line of its own."""
    _, _, body = page.partition("<body>")
    lines = (unescape(re.sub("<[^>]*>", "", line)).strip() for line in body.splitlines())
    return "\n".join(filter(None, lines))
