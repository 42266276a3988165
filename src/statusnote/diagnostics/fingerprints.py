"""A problem's likeness from run to run, by which a service tells a new one from an old one."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from statusnote.diagnostics.problem import Problem


def fingerprints(problems: Iterable[Problem]) -> list[str]:
    """One for each of *problems*, no two the same.

    It is made of the code, the file, the words that are meant, and what is said of them in Danish,
    whatever language is asked for; and of no line, so that what is written above changes none. Of
    several that are alike, it is the first, the second and so on.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    made = []
    for problem in problems:
        place = problem.place
        meant = place.written[max(place.column - 1, 0) : max(place.end_column - 1, 0)]
        likeness = (problem.code, below_here(place.file), meant, problem.worded()[0])
        seen[likeness] += 1
        text = "\0".join((*likeness, str(seen[likeness])))
        made.append(sha256(text.encode(errors="backslashreplace")).hexdigest())
    return made


def below_here(file: str) -> str:
    """The path of *file* from the current folder, where it is in there, with slashes."""
    path = Path(file)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return path.as_posix()
