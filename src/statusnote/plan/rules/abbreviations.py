"""The form of abbreviations: W708."""

import re
from collections.abc import Iterator

from statusnote.plan.rules.finding import Finding
from statusnote.plan.rules.prose import GAP, hidden
from statusnote.plan.rules.raw_plan import RawPlan


def abbreviations_have_one_form(plan: RawPlan) -> Iterator[Finding]:
    """An abbreviation has one form in a file: its first, in the paragraphs, then in other texts.

    Which are one and the same: Retskrivningsordbogen, § 42.1.a and 42.2. To use only one of them
    is a house rule. What is emphasised is left out, for an act is named as it was passed.

    Takes: Det er fx her og f.eks. der.
    Leaves: Læger mv. efter *Lov om krisecentre m.v.* er her.
    """
    prose = plan.prose
    first: dict[str, tuple[str, tuple[int, int]]] = {}
    for match in re.finditer(ABBREVIATION, re.sub(EMPHASISED, hidden, prose.whole)):
        group = match.lastindex or 0
        written, span = match[group], match.span(group)
        form = " ".join(written.lower().split())
        letters = form.replace(".", "").replace(" ", "")
        house, where = first.setdefault(OTHER_LETTERS.get(letters, letters), (form, span))
        if form != house:
            better = house.capitalize() if written[0].isupper() else house
            details = {"written": written, "better": better}
            yield Finding("W708", prose.part(*span), details, prose.part(*where))


EMPHASISED = rf"\*\w[^*{GAP}]*\*"
# Found by the point that ends it (or its x), and by what stands before that, length by length: one
# group for each, as what is looked back at has one length.
ABBREVIATION = (
    r"x(?<=\b((?i:fx)))\b"
    r"|\.(?:(?<=\b((?i:mv)\.))"
    r"|(?<=\b((?i:mfl|mht|pga|bla|ift|iht|dvs|osv|mio|m\.v)\.))"
    r"|(?<=\b((?i:feks|m\.fl|bl\.a|inkl|incl|mill|m\.\sv)\.))"
    r"|(?<=\b((?i:f\.eks|m\.h\.t|p\.g\.a|i\.f\.t|i\.h\.t|d\.v\.s|o\.s\.v|bl\.\sa|m\.\sfl)\.))"
    r"|(?<=\b((?i:f\.\seks)\.)))"
)
OTHER_LETTERS = {"fx": "feks", "incl": "inkl", "mill": "mio"}
