"""A GFM document as its readers see it: headings, paragraphs and the cells of its tables."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

import cmarkgfm
from cmarkgfm.cmark import Options
from markdown_it import MarkdownIt


def by_cmark(markdown: str) -> str:
    """HTML by GitHub's own parser."""
    return str(cmarkgfm.github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE))


def by_markdown_it(markdown: str) -> str:
    """HTML by another parser of the same language."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return str(parser.render(markdown))


PARSERS = (by_cmark, by_markdown_it)


@dataclass
class Shown(HTMLParser):
    """The texts of the blocks of an HTML page, by their tag, and the targets of its links."""

    html: str
    blocks: list[tuple[str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("h1", "h2", "p", "th", "td", "li", "hr", "pre"):
            self.blocks.append((tag, ""))
        elif tag == "br":
            self.handle_data("\n")
        elif tag == "a":
            self.links.append(dict(attrs)["href"] or "")

    def handle_data(self, data: str) -> None:
        if self.blocks and self.get_starttag_text() != "</table>":
            tag, text = self.blocks[-1]
            self.blocks[-1] = (tag, text + data)

    def texts(self, tag: str) -> list[str]:
        """The texts of all blocks of one kind, without the white space around them."""
        return [text.strip("\n") for kind, text in self.blocks if kind == tag]
