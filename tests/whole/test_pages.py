"""The pages for people: what they list is all that there is, and their links lead somewhere."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.project import ROOT
from typer.main import get_group

from statusnote import cli, schemas
from statusnote.commands import SCHEMAS
from statusnote.plan import loading
from statusnote.plan.starter import JOBS

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


def test_the_page_of_json_has_every_schema_with_its_keys_and_the_command_that_prints_it() -> None:
    rows = re.findall(
        r"^\| \[`(\w+)`\]\(reference.md#(\w+)\) \| `statusnote (\w+) --format json[ \w-]*`",
        (DOCS / "json.md").read_text("utf-8"),
        re.MULTILINE,
    )
    assert ["plan", *(name for name, _, _ in rows)] == [*SCHEMAS]
    assert [anchor for _, anchor, _ in rows] == [name for name, _, _ in rows]
    printing = {name for name, each in COMMANDS.items() if prints_json(each)}
    assert {command for _, _, command in rows} == printing


def prints_json(command: Any) -> bool:
    return any("json" in str(option.metavar).split("|") for option in command.params)


@pytest.mark.parametrize("name", [name for name in SCHEMAS if name != "plan"])
def test_the_reference_has_each_key_that_is_printed(name: str) -> None:
    schema = json.loads(schemas.as_json(name))
    said = section(DOCS / "reference.md", f"### {name}")
    for part, each in schema["$defs"].items():
        told = section(DOCS / "reference.md", f"#### {name}: {part}")
        assert [key for key in each["properties"] if f"| `{key}` |" not in told] == []
    assert [key for key in schema.get("properties", ()) if f"| `{key}` |" not in said] == []


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
