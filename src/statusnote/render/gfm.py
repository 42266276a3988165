"""Text in GitHub Flavored Markdown."""

import re
from collections.abc import Iterable, Sequence


def escape(text: str) -> str:
    """*text*, so that GFM 0.29 shows it as it stands (2.4 escapes, 4.10 tables, 6.5 strikethrough).

    A bare web address is kept from becoming a link, in which escapes would count (6.9). The dollar
    sign is mathematics to GitHub, GitLab and pandoc, and braces are changes to GitLab. Both look
    for `:tada:` and `@org/team` in what is already HTML, where an empty element parts them.
    """
    text = re.sub(r"[\\`*_\[\]<>&|~#${}^!]", r"\\\g<0>", text)
    text = re.sub(r"(?i)(https?|ftp)(?=://)|(\bwww)(?=\.)", r"\g<0>\\", text)
    return re.sub(rf"{_EMOJI}|{_MENTION}", r"\g<0><span></span>", text)


def table(aligns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table (GFM 4.10) whose columns are marked with *aligns*, `---` or `---:`, and whose first
    row is its head. The cells are texts, shown as they stand.
    """
    head, *body = ([" ".join(escape(cell).split()) for cell in row] for row in rows)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, aligns, *body))


_EMOJI = r":(?=(?:[\w+-]|\\_)+:)"  # in which an underscore is escaped by now
_MENTION = r"@(?=\w)"  # and mail addresses, which become links
