"""Which module may import which: the rooms of the house, in the order of the data."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from support.project import REAL, ROOT

SOURCE = ROOT / "src"
# Each room may import from those above it, and from itself.
ROOMS = (
    *(
        "danish",
        "systems",
        "later",
        "version",
        "watching",
        "serving",
        "bounds",
        "diagnostics",
        "extras",
        "files",
        "cache",
        "revisions",
        "reading",
        "plan",
        "note",
        "render",
    ),
    *("changes", "word", "summary", "icalendar", "deadlines", "history", "answers", "approvals"),
    *("making", "portfolio", "schemas", "verify", "doctor", "library"),
    *("commands", "several", "cli", "__main__"),
)
# What only these may import, since it is slow to load or their own business.
ALONE = {
    "weasyprint": "statusnote.render.pdf.",
    "pydyf": "statusnote.render.pdf.",
    "pyphen": "statusnote.render.pdf.",
    "jinja2": "statusnote.render.",
    "pikepdf": "statusnote.verify.",
    "pypdf": "statusnote.verify.",
    "yaml": "statusnote.reading.",
    "openpyxl": "statusnote.answers.",
    "docx": "statusnote.word.",
    "typer": "statusnote.cli.",
}


def modules() -> dict[str, Path]:
    """The modules of the package by their names; a package goes by its own."""
    paths = {
        ".".join(path.relative_to(SOURCE).with_suffix("").parts): path
        for path in SOURCE.rglob("*.py")
    }
    return {name.removesuffix(".__init__"): path for name, path in paths.items()}


MODULES = modules()


def imported(tree: ast.AST) -> Iterator[str]:
    """What a module imports at whatever depth: modules of ours, or others by their names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in MODULES else str(node.module)


GRAPH = {name: {*imported(ast.parse(path.read_text("utf-8")))} for name, path in MODULES.items()}


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def test_every_module_is_in_a_room_and_every_room_is_there() -> None:
    assert {room(module) for module in MODULES} == {"", *ROOMS}


@pytest.mark.parametrize("module", [name for name in MODULES if room(name)])
def test_imports_run_one_way(module: str) -> None:
    ours = {name for name in GRAPH[module] if name in MODULES}
    backwards = {n for n in ours if ROOMS.index(room(n)) > ROOMS.index(room(module))}
    assert backwards == set()


def test_no_module_imports_itself_by_way_of_others() -> None:
    ours = {name: {n for n in names if n in MODULES} for name, names in GRAPH.items()}
    TopologicalSorter(ours).prepare()


def test_a_circle_would_be_found() -> None:
    with pytest.raises(CycleError):
        TopologicalSorter({"a": {"b"}, "b": {"a"}}).prepare()


@pytest.mark.parametrize("package", ALONE)
def test_a_package_is_imported_only_where_it_belongs(package: str) -> None:
    users = {
        name for name, names in GRAPH.items() if any(n.split(".")[0] == package for n in names)
    }
    assert users
    assert {name for name in users if not f"{name}.".startswith(ALONE[package])} == set()


def test_an_import_in_a_function_is_seen() -> None:
    tree = ast.parse(
        "def f():\n    from statusnote.plan import model, LONGEST\n    import yaml.nodes"
    )
    assert {*imported(tree)} == {"statusnote.plan.model", "statusnote.plan", "yaml.nodes"}


# What only some commands need, and none of them before it is asked for.
LATER = (
    *("weasyprint", "pydyf", "pyphen", "fontTools", "jinja2", "pikepdf", "pypdf", "docx", "lxml"),
    *("statusnote.render.templates", "statusnote.render.pdf", "statusnote.changes.compare"),
    *("statusnote.word", "statusnote.making", "statusnote.library"),
    *("statusnote.revisions", "statusnote.verify", "statusnote.schemas"),
    *("statusnote.history.model", "statusnote.history.collect", "statusnote.history.terminal"),
    *("statusnote.approvals.file", "statusnote.approvals.standing", "statusnote.approvals.shown"),
    *("statusnote.plan.validation_errors", "statusnote.plan.recovery", "statusnote.plan.schema"),
    *("statusnote.reading.syntax_errors", "openpyxl", "statusnote.answers"),
    *("statusnote.cli.completion", "ctypes", "xml.etree"),
    *("statusnote.watching", "statusnote.serving", "http.server", "socketserver"),
    *("statusnote.portfolio", "statusnote.several.showing", "statusnote.several.rendering"),
    *("statusnote.several.cores", "concurrent.futures.process", "multiprocessing"),
    *("statusnote.diagnostics.gitlab", "statusnote.diagnostics.sarif"),
)


def test_a_start_loads_only_what_every_command_needs() -> None:
    code = (
        "import sys; from statusnote import cli\n"
        "sys.argv = ['statusnote', 'summary', sys.argv[1]]\n"
        "try: cli.main()\n"
        "except SystemExit: print('\\n'.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, REAL], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.splitlines())
    assert "statusnote.note" in loaded
    assert loaded.isdisjoint(LATER)
