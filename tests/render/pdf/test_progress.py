"""How far a PDF is, for whoever asks; and that it is the same PDF."""

import logging
from pathlib import Path

from support.project import SMALL_PLAN

from statusnote import note
from statusnote.plan import loading
from statusnote.render.forms import FORMS
from statusnote.render.pdf import progress
from statusnote.render.pdf.progress import Done
from statusnote.render.templates import Templates

NOTE = note.derive(loading.read(SMALL_PLAN, "-").plan)
TEMPLATES = Templates.found(None)


def test_each_page_is_told_of_twice_and_the_note_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "note.css").write_text("table { break-before: page }", "utf-8")
    templates = Templates.found(tmp_path)
    told: list[Done | None] = []
    with progress.told(told.append):
        note_of_two_pages = FORMS["pdf"].render(NOTE, templates)
    logger = logging.getLogger(progress.LOGGER)
    assert (logger.handlers, logger.level) == ([], logging.NOTSET)
    assert told == [
        *(Done(1, 1, painted=False), Done(2, 2, painted=False)),
        *(Done(1, 2, painted=True), Done(2, 2, painted=True)),
        None,
    ]
    assert FORMS["pdf"].render(NOTE, templates) == note_of_two_pages
    assert len(told) == 5


def test_more_pages_are_expected_of_a_longer_note() -> None:
    told: list[Done | None] = []
    logger = logging.getLogger(progress.LOGGER)
    with progress.told(told.append), progress.followed("x" * 10 * progress.PER_PAGE):
        for page in (1, 2, 11):
            logger.info("Step 5 - Creating layout - Page %d", page)
        logger.info("Step 5 - Creating layout - Repagination #%d", 1)
        logger.info("Step 5 - Creating layout - Page %d (up-to-date)", 1)
        logger.info("Step 6 - Creating PDF")
    assert [(done.page, done.pages) for done in told if done] == [
        (1, 10),
        (2, 10),
        (11, 11),
        (1, 10),
    ]
