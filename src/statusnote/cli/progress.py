"""What a terminal shows while something goes on."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from statusnote import systems
from statusnote.cli.saying import said
from statusnote.diagnostics.language import Wording
from statusnote.diagnostics.messages import reports

if TYPE_CHECKING:
    from statusnote.render.pdf.progress import Done


@contextmanager
def shown(message: Wording, *, quiet: bool = False) -> Iterator[None]:
    """Show on a terminal that something goes on, and of a PDF how far it is; nothing elsewhere."""
    if quiet or not systems.shows_colour(sys.stderr):
        yield
        return
    from statusnote.render.pdf import progress

    text, console = said(message), Console(stderr=True)
    try:
        with console.status(text) as status:

            def tell(done: "Done | None") -> None:
                status.update(far(done) if done else text)

            with progress.told(tell):
                yield
    except KeyboardInterrupt:  # which may come when the cursor has just been hidden
        console.show_cursor()
        raise


def far(done: "Done") -> Text:
    """How far a PDF is: a bar, and the page that is laid out or painted."""
    begun, part = PAINTING if done.painted else LAYING_OUT
    full = round((begun + part * done.page / done.pages) * BAR)
    wording = reports.PAINTED if done.painted else reports.LAID_OUT
    page = said(wording).format(page=done.page, pages=done.pages)
    return Text(f"[{'━' * full}{' ' * (BAR - full)}] {page}")


BAR = 20  # columns
# When each begins, and how much it takes, of the time that a long note takes as a whole.
LAYING_OUT, PAINTING = (0.2, 0.4), (0.7, 0.2)
