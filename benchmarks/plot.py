"""Lines over the size of a plan, as SVG: both axes by powers of ten, readable in light and dark."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil, floor, log10
from typing import NamedTuple
from xml.sax.saxutils import escape

Points = Mapping[int, float]  # a number by the size that it was found for


class Panel(NamedTuple):
    """What is told of all lines, with its unit, and each of them by its name."""

    title: str
    lines: Mapping[str, Points]


WIDTH, HEIGHT = 720, 330  # of a panel, in pixels
LEFT, RIGHT, TOP, BOTTOM = 64, 540, 44, 290  # where its lines are
APART = 17  # the least between two names
# A colour for light and one for dark, each with a contrast of 4.5 or more to what is behind it,
# and a mark, by which lines are told where colours aren't.
LOOKS = (
    ("#005a9c", "#6cb6ff", "M-5-5h10v10h-10z"),
    ("#a33b00", "#ff9d5c", "M0-6L6 5H-6z"),
    ("#00703c", "#5fd08f", "M0-6.5L6.5 0L0 6.5L-6.5 0z"),
    ("#7a3e9d", "#d2a8ff", "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z"),
    ("#5c5c00", "#d6d65c", "M-6-2h4v-4h4v4h4v4h-4v4h-4v-4h-4z"),
)
STYLE = """\
svg { color-scheme: light dark; font: 14px system-ui, "Segoe UI", Helvetica, Arial, sans-serif }
.paper { fill: #fff } text { fill: #1f2328 } .grid { stroke: #d1d9e0 } .title { font-weight: bold }
.line { fill: none; stroke-width: 2 } .end { text-anchor: end } .middle { text-anchor: middle }
"""
DARK = ".paper { fill: #0d1117 } text { fill: #f0f6fc } .grid { stroke: #3d444d }"


def svg(title: str, panels: Sequence[Panel]) -> str:
    """The *panels*, one below the other, with their numbers as text for who doesn't see them."""
    names = list(dict.fromkeys(name for panel in panels for name in panel.lines))
    told = " ".join(map(_told, panels))
    drawn = (
        f'<g transform="translate(0 {HEIGHT * number})">{"".join(_panel(panel, names))}</g>'
        for number, panel in enumerate(panels)
    )
    size = f'width="{WIDTH}" height="{HEIGHT * len(panels)}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} '
            f'viewBox="0 0 {WIDTH} {HEIGHT * len(panels)}" role="img" '
            'aria-labelledby="title told">',
            f'<title id="title">{escape(title)}</title>',
            f'<desc id="told">{escape(told)}</desc>',
            f"<style>\n{STYLE}{_colours(0)}",
            f"@media (prefers-color-scheme: dark) {{ {DARK} {_colours(1)} }}\n</style>",
            f'<rect class="paper" {size}/>',
            *drawn,
            "</svg>\n",
        ]
    )


def _told(panel: Panel) -> str:
    lines = (
        f"{name}: {', '.join(f'{_short(value)} for {size:,}' for size, value in points.items())}"
        for name, points in panel.lines.items()
    )
    return f"{panel.title}, by initiatives. {'; '.join(lines)}."


def _colours(scheme: int) -> str:
    rules = (
        f".a{number} {{ stroke: {look[scheme]} }} .m{number} {{ fill: {look[scheme]} }}"
        for number, look in enumerate(LOOKS)
    )
    return " ".join(rules)


class _Scale(NamedTuple):
    """Where a number is, from *start* to *end* in pixels, by its power of ten."""

    least: float
    most: float
    start: float
    end: float

    def place(self, number: float) -> float:
        part = (log10(number) - self.least) / (self.most - self.least)
        return round(self.start + part * (self.end - self.start), 1)


def _panel(panel: Panel, names: Sequence[str]) -> Iterator[str]:
    sizes = sorted({size for points in panel.lines.values() for size in points})
    values = [value for points in panel.lines.values() for value in points.values()]
    across = _Scale(log10(sizes[0]), log10(sizes[-1]), LEFT + 12, RIGHT - 12)
    powers = range(floor(log10(min(values))), ceil(log10(max(values))) + 1)
    up = _Scale(powers[0], powers[-1], BOTTOM, TOP)
    yield f'<text class="title" x="{LEFT}" y="24">{escape(panel.title)}</text>'
    for power in powers:
        y = up.place(10**power)
        yield f'<path class="grid" d="M{LEFT} {y}H{RIGHT}"/>'
        yield f'<text class="end" x="{LEFT - 8}" y="{y + 5}">{_short(10.0**power)}</text>'
    for size in sizes:
        x = across.place(size)
        yield f'<path class="grid" d="M{x} {TOP}V{BOTTOM}"/>'
        yield f'<text class="middle" x="{x}" y="{BOTTOM + 20}">{size:,}</text>'
    yield f'<text x="{RIGHT + 26}" y="{BOTTOM + 20}">initiatives</text>'
    ends = []
    for name, points in panel.lines.items():
        places = [(across.place(size), up.place(value)) for size, value in points.items()]
        yield from _line(names.index(name) % len(LOOKS), places)
        ends.append((places[-1][1], name))
    for y, name in _apart(ends):
        look = names.index(name) % len(LOOKS)
        yield _mark(look, RIGHT + 14, y)
        yield f'<text x="{RIGHT + 26}" y="{y + 5}">{escape(name)}</text>'


def _line(look: int, places: Sequence[tuple[float, float]]) -> Iterator[str]:
    yield f'<path class="line a{look}" d="M{"L".join(f"{x} {y}" for x, y in places)}"/>'
    for x, y in places:
        yield _mark(look, x, y)


def _mark(look: int, x: float, y: float) -> str:
    return f'<path class="m{look}" d="{LOOKS[look][2]}" transform="translate({x} {y})"/>'


def _apart(ends: Iterable[tuple[float, str]]) -> Iterator[tuple[float, str]]:
    """The names at the *ends* of lines, from the top, each far enough below the one before."""
    last = 0.0
    for y, name in sorted(ends):
        last = max(y, last + APART)
        yield last, name


def _short(number: float) -> str:
    return f"{number:,.0f}" if number >= 10 else f"{number:.2g}"
