"""The frame in a browser: what is new appears by itself, where the reader was."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from support import browser
from support.project import REAL

from statusnote import note
from statusnote.plan import loading
from statusnote.render import page
from statusnote.render.templates import Templates
from statusnote.serving import server
from statusnote.serving.server import Site, Texts

TEXTS = Texts("da", "Notatet", "statusnote kører ikke længere.")
NOTE = REAL.read_text("utf-8")


@pytest.fixture(scope="module")
def pages() -> tuple[bytes, bytes]:
    """The page of the real note, and one in which the title of its last initiative is another."""
    return made(NOTE), made(NOTE.replace("Status for initiativer", "Ny status for initiativer"))


def made(text: str) -> bytes:
    return page.render(note.derive(loading.read(text, "-").plan), Templates.found(None))


@pytest.fixture
def site() -> Iterator[Site]:
    with server.served(TEXTS) as begun:
        yield begun


def test_a_page_appears_and_is_followed_by_the_next_one(
    site: Site, pages: tuple[bytes, bytes]
) -> None:
    with browser.shown_at(site.address) as seen:
        heading = seen.page.frame_locator("iframe").locator("h1")
        expect(heading).to_have_count(0)
        site.show(pages[0])
        expect(heading).to_contain_text("Status for initiativer")
        expect(seen.page).to_have_title(note.derive(loading.read(NOTE, "-").plan).title)
        assert seen.found_by_axe() == []
        site.show(pages[1])
        expect(heading).to_contain_text("Ny status for initiativer")
        assert seen.said == []


@pytest.mark.parametrize("further", [-40, 40, 700])
def test_the_reader_stays_where_he_was(
    site: Site, pages: tuple[bytes, bytes], further: int
) -> None:
    """Also behind a heading that has no address, and in the midst of what is long."""
    site.show(pages[0])
    with browser.shown_at(f"{site.address}#initiativ-20") as seen:
        inner = seen.page.frame_locator("iframe")
        expect(inner.locator("#initiativ-20")).to_be_in_viewport()
        inner.locator("#initiativ-9").evaluate("(it) => it.scrollIntoView({behavior: 'instant'})")
        seen.page.frames[1].evaluate(f"scrollBy({{ top: {further}, behavior: 'instant' }})")
        seen.page.wait_for_timeout(100)
        before = _top(seen.page)
        site.show(pages[1])
        expect(inner.locator("h1")).to_contain_text("Ny status")
        seen.page.wait_for_timeout(300)  # which it has for getting there
        assert abs(_top(seen.page) - before) < 3
        assert seen.page.url.endswith("/#initiativ-20")


def _top(shown: Page) -> float:
    where = "() => document.getElementById('initiativ-9').getBoundingClientRect().top"
    return float(shown.frames[1].evaluate(where))


def test_what_a_reader_has_chosen_and_unfolded_stays(
    site: Site, pages: tuple[bytes, bytes]
) -> None:
    site.show(pages[0])
    with browser.shown_at(site.address) as seen:
        inner = seen.page.frame_locator("iframe")
        inner.locator("select[name=ansvar]").select_option("JM")
        count = inner.locator("#antal")
        expect(count).not_to_contain_text("Viser 26")
        chosen = count.text_content()
        inner.locator("#fold-ud").click()
        open_ = inner.locator("details[open]").count()
        expect(seen.page).to_have_url(f"{site.address}#?ansvar=JM")
        site.show(pages[1])
        expect(inner.locator("h1")).to_contain_text("Ny status")
        expect(count).to_have_text(str(chosen))
        expect(inner.locator("details[open]")).to_have_count(open_)


def test_what_is_wrong_stands_above_the_last_page_until_it_is_mended(
    site: Site, pages: tuple[bytes, bytes]
) -> None:
    site.show(pages[0])
    with browser.shown_at(site.address, width=360) as seen:
        line, details = seen.page.locator("summary"), seen.page.locator("pre")
        heading = seen.page.frame_locator("iframe").locator("h1")
        expect(heading).to_be_visible()
        expect(line).to_be_hidden()
        site.tell("1 fejl. Her er det seneste hele notat.", "<b>plan.yaml:3</b>")
        expect(line).to_have_text("1 fejl. Her er det seneste hele notat.")
        expect(details).to_be_hidden()
        line.click()
        expect(details).to_have_text("<b>plan.yaml:3</b>")
        expect(heading).to_be_visible()
        assert seen.found_by_axe() == []
        site.show(pages[1])
        expect(line).to_be_hidden()


def test_a_link_out_of_the_note_is_opened_beside_it(site: Site, pages: tuple[bytes, bytes]) -> None:
    site.show(pages[0])
    with browser.shown_at(site.address) as seen:
        seen.page.context.route("https://**", lambda route: route.fulfill(body="ude"))
        link = seen.page.frame_locator("iframe").locator("a[href^='https://']").first
        with seen.page.context.expect_page() as opened:
            link.click()
        assert opened.value.evaluate("document.referrer") == ""
        assert opened.value.evaluate("window.opener") is None
        expect(seen.page.frame_locator("iframe").locator("h1")).to_be_visible()


def test_it_says_when_the_program_has_ended(pages: tuple[bytes, bytes]) -> None:
    with server.served(TEXTS) as site:
        site.show(pages[0])
        context = browser.shown_at(site.address)
        seen = context.__enter__()
        expect(seen.page.frame_locator("iframe").locator("h1")).to_be_visible()
    try:
        expect(seen.page.locator("summary")).to_have_text(TEXTS.gone)
        expect(seen.page.frame_locator("iframe").locator("h1")).to_be_visible()
    finally:
        context.__exit__(None, None, None)
