"""Golden files: what the tests compare with, whole."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from support.project import GOLDEN, ROOT


def accept(path: Path, text: str) -> bool:
    """Let *path* hold *text*; tells whether that is a change."""
    if path.is_file() and path.read_text("utf-8") == text:
        return False
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return True


def listed(changed: Iterable[Path]) -> Iterator[str]:
    """The files that were *changed*, a line for each kind: of one folder, or of one first word."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for path in sorted(changed):
        word = f"{path.stem.split('-')[0]}*" if path.parent == GOLDEN else "*"
        kinds[f"{path.parent.relative_to(ROOT)}/{word}{path.suffix}"].append(path.name)
    if not kinds:
        yield "no golden file changed"
    for kind, names in kinds.items():
        yield f"{kind} ({len(names)}): {' '.join(names)}"
