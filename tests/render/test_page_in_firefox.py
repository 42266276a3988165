"""The web page in Firefox: axe finds nothing, and what is chosen is shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support import browser, firefox
from support.project import REAL

from statusnote import note
from statusnote.plan import loading
from statusnote.render import page
from statusnote.render.templates import Templates

REAL_NOTE = note.derive(loading.load(str(REAL)).plan)
WIDTHS = (500, 1280)  # pixels; its windows are no narrower


@pytest.fixture(scope="module")
def opened() -> Iterator[firefox.Firefox]:
    with firefox.opened() as opened:
        yield opened


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("side") / "note.html"
    path.write_bytes(page.render(REAL_NOTE, Templates.found(None)))
    return path


@pytest.mark.parametrize("width", WIDTHS)
def test_it_is_accessible(opened: firefox.Firefox, path: Path, width: int) -> None:
    opened.show(path, width)
    assert opened.value("return innerWidth") == width
    found = opened.value(f"{browser.axe()}; const [tags] = given; {browser.FOUND}", browser.TAGS)
    assert found == []


def test_axe_finds_what_is_wrong(opened: firefox.Firefox, path: Path) -> None:
    worse = path.with_name("worse.html")
    worse.write_text(path.read_text("utf-8").replace('lang="da"', ""), "utf-8")
    opened.show(worse, 1280)
    found = opened.value(f"{browser.axe()}; const [tags] = given; {browser.FOUND}", browser.TAGS)
    assert found == ["html-has-lang: html"]


CHOOSE = """
const field = document.querySelector("select[name=ansvar]");
const said = document.getElementById("antal");
const changed = new Promise((tell) => {
  new MutationObserver(tell).observe(said, { childList: true });
});
field.value = "SBM";
field.dispatchEvent(new Event("input", { bubbles: true }));
await changed;
const shown = [...document.querySelectorAll("article")].filter((one) => one.checkVisibility());
return [said.textContent, location.hash, shown.map((one) => one.id)];
"""


def test_what_is_chosen_is_shown_with_its_own_fonts(opened: firefox.Firefox, path: Path) -> None:
    """A browser that reads its policy in another way would forbid both."""
    opened.show(path, 1280)
    ids = [f"initiativ-{row.number}" for row in REAL_NOTE.rows if "SBM" in row.parties]
    said = f"Viser {len(ids)} af {len(REAL_NOTE.rows)} initiativer."
    assert opened.value(CHOOSE) == [said, "#?ansvar=SBM", ids]
    loaded = "return [...document.fonts].filter((font) => font.status === 'loaded').length"
    assert opened.value(loaded) == 2
