"""The text of a cell without what Word, Excel and the web bring along and nobody sees."""

import re

from statusnote.danish import composed
from statusnote.reading.guards import INVISIBLE

# The ends of lines, of paragraphs and of pages: of Windows, of Word (a vertical tab), of Unicode.
END_OF_LINE = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Word's own hyphens: one that ends no line, and two that are seen only where they end one.
HYPHENS = {0x1E: "-", 0x2011: "-", 0x1F: "", 0xAD: ""}


def normal(text: str) -> str:
    """*text* in the characters under which it is compared and taken over.

    Its lines are trimmed and have single spaces, whichever stood there; letters are composed; what
    has no width is left out, and so are empty lines before and behind it. Quotation marks and
    dashes are what they were.
    """
    text = INVISIBLE.sub("", END_OF_LINE.sub("\n", text).translate(HYPHENS))
    return "\n".join(" ".join(line.split()) for line in composed(text).split("\n")).strip("\n")
