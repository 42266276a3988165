"""The tables of a note as CSV: what Excel in Danish reads of them."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.project import REAL, SMALL_PLAN

from statusnote import note
from statusnote.plan import loading, starter
from statusnote.plan.statuses import Meaning
from statusnote.render import csv_tables, note_json
from statusnote.render.forms import TABLES

BEGUN = note.derive(loading.read_bytes(starter.contents()["data/initiatives.yaml"], "-").plan)
REAL_NOTE = note.derive(loading.load(str(REAL)).plan)


def rows(of: note.Note, table: str) -> list[dict[str, str]]:
    written = csv_tables.render_table(of, table)
    assert written.startswith("\ufeff".encode())
    text = written.decode("utf-8-sig")
    assert text.count("\r\n") > 0
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_each_initiative_has_a_row() -> None:
    first, *rest = rows(BEGUN, "initiatives")
    assert first == {
        "Nr.": "1",
        "Initiativ": "Pulje til ombygning af kryds ved skoler",
        "Del": "Sikre veje",
        "Ansvarlige": "VEJ",
        "Medvirkende": "",
        "Tegn": "*",
        "Status": "igangværende",
        "Betydning": "i gang",
        "Redegørelse": "Puljen blev slået op i marts 2026. Der er givet tilskud til følgende "
        "kommuner.\nKrydsene skal være bygget om, før puljen udløber. Vilkårene står på "
        "www.example.dk/kryds.",
        "Tilskud (kr.)": "3650000",
        "Budget (kr.)": "8000000",
    }
    assert [row["Medvirkende"] for row in rest] == ["", "KL"]


@pytest.mark.parametrize(
    ("table", "shown"),
    [
        ("parts", [["", "Materialet er prøvet på skoler", "gennemført", "gennemført"],
                   ["3.2", "Materialet rettes til", "igangværende", "i gang"]]),
        ("grants", [["Bakkeby Kommune", "1250000", "nej"], ["Engsø Kommune", "2400000", "ja"]]),
        ("budget", [["2026", "4000000", "ja"], ["2027", "4000000", "ja"]]),
        ("indicators", [["Elever, der cykler til skole", "pct.", "35", "60", "42,5", "juni 2026",
                         "30"]]),
        ("milestones", [["Puljen udløber", "31. december 2027", "2027-12-31", "", "", "nej"],
                        ["Vejledningen er udsendt", "juni 2026", "2026-06-30", "2026-06-12",
                         "primo 2026", "nej"],
                        ["Materialet er trykt", "1. kvartal 2027", "2027-03-31", "", "", "nej"]]),
    ],
)  # fmt: skip
def test_so_has_each_of_what_it_holds(table: str, shown: list[list[str]]) -> None:
    assert [[*row.values()][2:] for row in rows(BEGUN, table)] == shown


def test_the_sums_are_those_of_the_note() -> None:
    totals = json.loads(note_json.as_json(REAL_NOTE))["totals"]
    grants = [int(row["Beløb (kr.)"]) for row in rows(REAL_NOTE, "grants")]
    assert sum(grants) == totals["kroner"]
    of_each = [int(row["Tilskud (kr.)"]) for row in rows(REAL_NOTE, "initiatives")]
    assert (sum(of_each), len(of_each)) == (totals["kroner"], totals["initiatives"])


@pytest.mark.parametrize("begins", ["=1+1", "+45", "-5", "@SUM(A1)", " =1", "＝1"])
def test_no_text_is_a_formula(begins: str) -> None:
    text = SMALL_PLAN.replace("Et initiativ", f'"{begins} i alt"')
    text += "        indicators: [{name: x, baseline: -5,5}]\n".replace("-5,5", "'-5,5'")
    derived = note.derive(loading.read(text, "plan.yaml").plan)
    (row,) = rows(derived, "indicators")
    assert row["Initiativ"] == f"'{begins.strip()} i alt"
    assert row["Udgangspunkt"] == "-5,5"


def test_a_table_is_asked_for_by_its_name(run: Callable[..., Any], tmp_path: Path) -> None:
    out = tmp_path / "tilskud.csv"
    done = run("render", REAL, "--table", "grants", "--output", out)
    assert (done.code, done.err) == (0, "")
    assert out.read_bytes() == csv_tables.render_table(REAL_NOTE, "grants")
    refused = run("render", REAL, "--table", "grants")
    assert refused.code == 2
    assert "--table: is for --format csv" in " ".join(refused.err.split())
    unknown = run("render", REAL, "--format", "csv", "--table", "money")
    assert unknown.code == 2
    assert all(repr(table) in unknown.err for table in TABLES)


@pytest.mark.parametrize("draft", [True, False])
def test_the_note_as_data_is_a_form(run: Callable[..., Any], *, draft: bool) -> None:
    done = run("render", REAL, "--format", "json", "--output", "-", *["--draft"] * draft)
    assert json.loads(done.out)["draft"] is draft


def test_each_meaning_has_its_words() -> None:
    assert [*csv_tables.MEANT] == [*Meaning]
