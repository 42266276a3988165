"""docs/library.md: each example is run, and all names that are public are on the page."""

import asyncio
import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from support.project import ROOT

import statusnote
from statusnote.plan import starter
from statusnote.render.forms import FORMS

PAGE = (ROOT / "docs" / "library.md").read_text("utf-8")
# An example, under its heading, and what it prints, where that is shown.
EXAMPLES = {
    heading: blocks
    for section in PAGE.split("\n## ")[1:]
    for heading in [section.split("\n")[0]]
    if (blocks := re.findall("(?ms)^```python\n(.*?)^```\n(?:\n```text\n(.*?)^```)?", section))
}


def run(code: str) -> dict[str, Any]:
    """What there is after an example was run as a program."""
    names: dict[str, Any] = {"__name__": "__main__"}
    exec(code, names)  # noqa: S102 - ours, on the page
    return names


@pytest.fixture(autouse=True)
def _in_a_new_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, content in starter.contents().items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(content)


@pytest.mark.parametrize("heading", EXAMPLES)
def test_an_example_prints_what_stands_below_it(
    heading: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for code, printed in EXAMPLES[heading]:
        run(code)
        assert capsys.readouterr() == (printed, "")


def test_the_example_of_a_web_service_answers() -> None:
    ((code, _),) = EXAMPLES["In a web service"]
    app = run(code)["app"]
    status, note = posted(app, Path("data/initiatives.yaml").read_bytes())
    assert (status, note[:5]) == (200, b"%PDF-")
    status, refused = posted(app, b"title: Status\n")
    assert (status, json.loads(refused)["detail"][0]["code"]) == (422, "E322")


def posted(app: Any, plan: bytes) -> tuple[int, bytes]:
    """What a service (ASGI) answers to a *plan*: its status, and its body."""
    answer: dict[str, Any] = {}

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": plan}

    async def send(message: dict[str, Any]) -> None:
        answer.update(message)

    headers = [(b"content-type", b"application/yaml")]
    scope = {"type": "http", "method": "POST", "path": "/note.pdf", "headers": headers}
    call = app({**scope, "query_string": b""}, receive, send)
    with ThreadPoolExecutor(1) as thread:  # here, a loop runs where tests drive a browser
        thread.submit(asyncio.run, call).result()
    return answer["status"], answer["body"]


def test_every_function_has_its_section_and_its_example() -> None:
    functions = {name for name in statusnote.__all__ if name[0].islower()}
    assert functions <= EXAMPLES.keys()
    assert functions == {*re.findall(r"^\| \[`(\w+)`\]\(#\1\) \|", PAGE, re.MULTILINE)}


def test_the_page_lists_the_public_names_and_no_others() -> None:
    promised = PAGE.split("\n## What is promised\n")[1]
    rows = re.findall(r"^\| (`.*?) \|", promised, re.MULTILINE)
    listed = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    assert sorted(listed) == sorted(statusnote.__all__)


def test_the_page_and_the_function_name_each_form() -> None:
    told = PAGE.split("\n## render\n")[1].split("\n## ")[0]
    said = str(statusnote.render.__doc__)
    assert [form for form in FORMS if f"`{form}`" not in told or f"`{form}`" not in said] == []


@pytest.mark.parametrize("heading", ["In a web service", "In a notebook"])
def test_the_examples_for_beginners_are_short(heading: str) -> None:
    ((code, _),) = EXAMPLES[heading]
    statements = [line for line in code.splitlines() if line and not line.startswith(IMPORTS)]
    assert len(statements) <= MOST_LINES


IMPORTS = ("import ", "from ")
MOST_LINES = 10
