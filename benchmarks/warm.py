"""Makes the note twice in one process, and prints how many seconds the second time took.

Usage: warm.py statusnote PLAN.yaml OUTPUT.pdf [OTHER.yaml]
       warm.py Typst NOTE.typ OUTPUT.pdf
       warm.py Chromium PAGE.html OUTPUT.pdf PROGRAM
"""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from itertools import chain, repeat
from pathlib import Path
from time import perf_counter

Make = Callable[[], object]  # makes the note once


def statusnote(plan: str, output: str, other: str | None = None) -> Make:
    """By the library, as a service does it; the first note is that of the *other* plan, if any."""
    import statusnote

    plans = chain([other or plan], repeat(plan))
    return lambda: Path(output).write_bytes(statusnote.render(next(plans)))


def typst(source: str, output: str) -> Make:
    """By a compiler that stays."""
    import render_typst

    return lambda: render_typst.main(source, output)


def chromium(page: str, output: str, program: str) -> Make:
    """By a browser that stays open, in a window that is new each time."""
    from playwright.sync_api import sync_playwright

    browser = STACK.enter_context(sync_playwright()).chromium.launch(
        executable_path=program, args=["--no-sandbox", "--no-zygote"]
    )
    STACK.callback(browser.close)

    def make() -> None:
        with browser.new_page() as window:
            window.set_default_timeout(0)
            window.goto(Path(page).as_uri())
            window.pdf(path=output, prefer_css_page_size=True, print_background=True, tagged=True)

    return make


STACK = ExitStack()  # of what is closed at the end
ENGINES: dict[str, Callable[..., Make]] = {
    "statusnote": statusnote,
    "Typst": typst,
    "Chromium": chromium,
}

if __name__ == "__main__":
    with STACK:
        engine, *arguments = sys.argv[1:]
        make = ENGINES[engine](*arguments)
        make()
        begun = perf_counter()
        make()
        print(perf_counter() - begun)
