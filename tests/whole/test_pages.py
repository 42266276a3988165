"""The pages for people: what they list is all that there is, and their links lead somewhere."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.project import REAL, ROOT
from support.result import Result
from typer.main import get_group

from statusnote import cli, note
from statusnote.plan import loading
from statusnote.plan.starter import JOBS
from statusnote.render import note_json

DOCS = ROOT / "docs"
COMMANDS = get_group(cli.app).commands
PAGES = [*ROOT.glob("*.md"), *DOCS.glob("*.md"), *ROOT.glob("benchmarks/*.md")]


def section(page: Path, heading: str) -> str:
    """What stands under a *heading* of a *page*, up to the next one of its level."""
    (level,) = re.findall("^#+", heading)
    found = f"\n{page.read_text('utf-8')}".split(f"\n{heading}\n")
    assert len(found) == 2, f"{page.name} has no {heading}"
    return found[1].split(f"\n{level} ")[0]


def test_the_readme_and_the_page_of_commands_have_every_command() -> None:
    linked = re.findall(
        r"^\| \[`(\w+)`\]\(docs/commands.md#(\w+)\)",
        section(ROOT / "README.md", "## Commands"),
        re.MULTILINE,
    )
    assert sorted(linked) == sorted((name, name) for name in COMMANDS)
    headings = re.findall("^## (.*)$", (DOCS / "commands.md").read_text("utf-8"), re.MULTILINE)
    assert headings == [name for name, _ in linked]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_page_of_commands_has_every_option(name: str) -> None:
    told = section(DOCS / "commands.md", f"## {name}")
    options = [option for each in COMMANDS[name].params for option in each.opts if option[0] == "-"]
    assert [option for option in options if option not in told] == []


@pytest.mark.parametrize(
    "command",
    [("summary",), ("due",), ("diff", REAL)],
    ids=lambda command: str(command[0]),
)
def test_the_page_of_json_names_each_key_that_is_printed(
    command: tuple[str | Path, ...], run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    told = json.loads(run(*command, "--format", "json").out)
    said = section(DOCS / "json.md", f"## {command[0]}")
    assert [key for key in told if f"`{key}`" not in said] == []


def test_the_page_of_json_names_each_key_of_a_problem(
    run: Callable[..., Result], write: Callable[..., Path]
) -> None:
    (problem,) = json.loads(run("validate", write("- a"), "--format", "json").out)
    said = section(DOCS / "json.md", "## validate")
    assert [key for key in problem if f"`{key}`" not in said] == []


def test_the_page_of_json_names_each_key_of_the_note() -> None:
    said = section(DOCS / "json.md", "## The note")
    told = json.loads(note_json.as_json(note.derive(loading.load(str(REAL)).plan)))
    assert [key for key in told if f"`{key}`" not in said] == []
    initiative = told["sections"][0]["initiatives"][0]
    listed = re.findall(r"An initiative is `\{(.*?)\}`", said.replace("\n", " "))
    assert listed == [", ".join(initiative)]


def test_the_page_of_the_job_has_every_service() -> None:
    rows = re.findall(r"^\| `(\w+)` \| `(.*?)`", (DOCS / "ci.md").read_text("utf-8"), re.MULTILINE)
    assert dict(rows) == JOBS


def test_the_plan_that_the_guide_begins_with_is_right() -> None:
    own = section(DOCS / "vejledning.md", "## Din egen plan")
    blocks = re.findall("(?ms)^```yaml\n(.*?)^```", own)
    assert loading.read("".join(blocks), "plan.yaml").warnings == []


def anchors(page: Path) -> Iterator[str]:
    """What GitHub makes of the headings of a *page*: small letters and hyphens alone."""
    for heading in re.findall("^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE):
        yield re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_each_link_leads_somewhere(page: Path) -> None:
    text = re.sub("(?ms)^```.*?^```$|`[^`\n]*`", "", page.read_text("utf-8"))
    links = re.findall(r"(?:\]\(|src=\")([^)\"]*)", re.sub(r"\\\S", "", text))
    for link in links:
        if not link.startswith("https://"):
            path, _, anchor = link.partition("#")
            target = page.parent / path if path else page
            assert target.exists(), link
            assert not anchor or anchor in anchors(target), link
