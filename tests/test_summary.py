"""The summary: its figures, its filters, and how it looks."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from support.facts import FACTS
from support.project import REAL, SMALL_PLAN

from statusnote import commands, note, summary
from statusnote.plan import loading, starter
from statusnote.plan.scalars import Total
from statusnote.plan.statuses import STATUSES
from statusnote.render import note_json

NOTE = note.derive(loading.load(str(REAL)).plan)
ALL = summary.summarize(NOTE, summary.Filter())


def figures(**chosen: tuple[Any, ...]) -> summary.Summary:
    wanted = {"ministries": (), "statuses": (), "sections": ()} | chosen
    return commands.summarize(str(REAL), **wanted).figures


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_the_real_plan(
    run: Callable[..., Any],
    golden: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
    columns: int,
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    done = run("summary", REAL)
    assert (done.code, done.err) == (0, "")
    assert max(map(len, done.out.splitlines())) <= columns
    golden(f"summary-{columns}.txt", done.out)


def test_the_figures_of_the_real_plan() -> None:
    assert (ALL.totals.initiatives, ALL.totals.reserve_financed) == (26, 14)
    assert ALL.totals.grants == Total(57_650_430, rounded=True)
    assert [(status.phrase, count) for status, count in ALL.totals.statuses.items()] == [
        ("gennemført", 11),
        ("delvist gennemført", 1),
        ("igangværende", 9),
        ("forløber planmæssigt", 3),
        ("afsluttes i 2025", 1),
        ("ikke gennemført i 2024", 1),
    ]


def test_json_has_the_same_figures(
    run: Callable[..., Any], golden: Callable[[str, str], None]
) -> None:
    done = run("summary", REAL, "--json")
    assert (done.code, done.err) == (0, "")
    told = json.loads(done.out)
    golden("summary.json", done.out)
    assert told["initiatives"][9] == {
        "number": 10,
        "title": FACTS[10].title,
        "section": 2,
        "ministries": ["SBM"],
        "participants": [],
        "status": "gennemført",
        "means": "done",
        "reserve_financed": True,
        "marks": ["*"],
        "grants": 7_900_000,
        "budget": 0,
        "parts": [],
        "indicators": [],
        "more": {},
    }


def test_markdown_shows_the_same(
    run: Callable[..., Any], golden: Callable[[str, str], None]
) -> None:
    done = run("summary", REAL, "--ministry", "SUM", "--format", "md")
    assert (done.code, done.err) == (0, "")
    golden("summary.md", done.out)


def test_the_older_option_is_the_format_json(run: Callable[..., Any]) -> None:
    json_ = run("summary", REAL, "--json")
    assert run("summary", REAL, "--format", "json") == json_
    assert run("summary", REAL, "--format", "json", "--json") == json_
    done = run("summary", REAL, "--json", "--format", "md")
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith("Error: Invalid value for --json: contradicts --format md\n")


def test_the_data_in_the_note_have_the_same_figures(run: Callable[..., Any]) -> None:
    told = json.loads(run("summary", REAL, "--json").out)
    assert json.loads(note_json.as_json(NOTE))["totals"] == {
        "initiatives": told["total"],
        "statuses": told["statuses"],
        **told["grants"],
        "budget": told["budget"],
        "marks": told["marks"],
    }


def test_what_is_shown_has_the_figures_of_the_json(run: Callable[..., Any]) -> None:
    shown = run("summary", REAL, "--ministry", "SUM").out
    told = json.loads(run("summary", REAL, "--ministry", "SUM", "--json").out)
    assert re.findall(r"· (.*) initiativer", shown) == [f"{told['shown']} af {told['total']}"]
    bars = re.findall(r"^\S (.*?) +(\d+)  ━+$", shown, re.MULTILINE)
    assert bars == [(each["status"], str(each["count"])) for each in told["statuses"]]
    rows = re.findall(r"^ *(\d+)  ", shown, re.MULTILINE)
    assert rows == [str(each["number"]) for each in told["initiatives"]]
    money = re.findall(r"i alt: (ca\. )?([\d.]+) kr\.", shown.replace("\u00a0", " "))
    grants = told["grants"]
    assert money == [("ca. " * grants["rounded"], f"{grants['kroner']:,}".replace(",", "."))]
    assert shown.splitlines()[-2:] == [
        f"Finansieret af reserven (*): {told['reserve_financed']}",
        f"Overskredne milepæle: {told['overdue']}",
    ]


def test_what_was_overdue_on_the_day_of_the_note_is_counted() -> None:
    text = REAL.read_text("utf-8").replace("as_of: 2025-04-10", "as_of: 2026-01-01")
    late = note.derive(loading.read(text, "plan.yaml").plan)
    assert ALL.totals.overdue == 0
    assert summary.summarize(late, summary.Filter()).totals.overdue == 7
    assert summary.summarize(late, summary.Filter(ministries=("SUM",))).totals.overdue == 3


@pytest.mark.parametrize(
    ("chosen", "numbers"),
    [
        ({"ministries": ("SUM",)}, [1, 2, 11]),
        ({"ministries": ("uim",)}, [1, 2, 18]),
        ({"ministries": ("indenrigs- og sundhedsministeriet", "UIM")}, [1, 2, 11, 18]),
        ({"statuses": ("Forløber planmæssigt",)}, [3, 4, 5]),
        ({"statuses": ("afsluttes",)}, [2]),
        ({"statuses": ("afsluttes i 2025", "delvist gennemført")}, [2, 26]),
        ({"statuses": ("afsluttes i 2026",)}, []),
        ({"sections": (1,)}, [1, 2, 3, 4, 5, 6, 7, 8]),
        ({"ministries": ("SBM",), "statuses": ("gennemført",), "sections": (2,)}, [10, 14, 15, 17]),
    ],
)
def test_a_filter_counts_what_it_shows(chosen: dict[str, Any], numbers: list[int]) -> None:
    found = figures(**chosen)
    assert [row.number for _, row in found.shown] == numbers
    assert found.totals.initiatives == len(numbers)
    assert sum(found.totals.statuses.values()) == len(numbers)


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        (
            {"ministries": ("SMB",)},
            "'SMB' is unknown. Did you mean 'SBM'? There are:\n"
            "  BUVM (Børne- og Undervisningsministeriet)\n"
            "  JM (Justitsministeriet)\n"
            "  LIGE (Ligestillingsafdelingen)\n"
            "  SBM (Social- og Boligministeriet)\n"
            "  SUM (Indenrigs- og Sundhedsministeriet)\n"
            "  UIM (Udlændinge- og Integrationsministeriet)",
        ),
        (
            {"statuses": ("gennemfort",)},
            "'gennemfort' is unknown. Did you mean 'gennemført'? There are:"
            + "".join(f"\n  {kind.phrase}" for kind in STATUSES),
        ),
        (
            {"sections": (4,)},
            "'4' is unknown. There are:\n"
            "  1 (Vold er et samfundsansvar – koordinering og tidlig opsporing)\n"
            "  2 (Der skal handles – tidlig og effektiv indsats)\n"
            "  3 (Voldscirklen skal brydes – større fokus på voldsudøveren)",
        ),
    ],
)
def test_an_unknown_value_is_answered_with_the_list(chosen: dict[str, Any], message: str) -> None:
    with pytest.raises(summary.UnknownValue) as unknown:
        figures(**chosen)
    assert str(unknown.value) == message


def test_a_sum_of_exact_grants_says_no_ca(run: Callable[..., Any]) -> None:
    out = run("summary", REAL, "--ministry", "SBM").out
    assert "\nTilskud i alt: 41.650.430 kr.\n" in out


@pytest.mark.parametrize("columns", [60, 80])
def test_any_text_in_the_data_is_legible(
    run: Callable[..., Any],
    golden: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
    columns: int,
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    plan = (
        SMALL_PLAN.replace("[SBM]", "SBM")
        .replace("SBM", "ET[/x]MINISTERIUM")
        .replace("Status for en lille plan", '"[red]Rød[/x] [bold]"')
        .replace(
            "Et initiativ", '"[link=x] 👩‍👩‍👧 漢字 ' + "Speciallægepraksisplanlægning" * 3 + '"'
        )
    )
    done = run("summary", "-", stdin=plan.encode())
    assert (done.code, done.err) == (0, "")
    golden(f"summary-odd-{columns}.txt", done.out)


def test_a_plan_without_initiatives_or_grants(run: Callable[..., Any]) -> None:
    plan = SMALL_PLAN[: SMALL_PLAN.index("    initiatives:")] + "    initiatives: []\n"
    done = run("summary", "-", stdin=plan.encode())
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "Status for en lille plan\n"
        "Pr. 10. april 2025 · 0 initiativer\n"
        "\n\n"
        "Ingen initiativer.\n"
        "\n"
        "Tilskud i alt: 0 kr.\n"
        "Overskredne milepæle: 0\n"
    )


@pytest.mark.parametrize(("shown_as", "columns"), [("txt", 60), ("txt", 80), ("md", 80)])
def test_parts_indicators_budgets_and_marks_are_shown(
    run: Callable[..., Any],
    golden: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
    shown_as: str,
    columns: int,
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    plan = starter.contents()["data/initiatives.yaml"]
    form = {"txt": "text"}.get(shown_as, shown_as)
    done = run("summary", "-", "--ministry", "KL", "--format", form, stdin=plan)
    assert (done.code, done.err) == (0, "")
    golden(f"summary-begun-{columns}.{shown_as}", done.out)
