"""The templates that come with statusnote, overridden file by file by a user's own folder."""

import os
import re
from collections.abc import Callable, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from traceback import extract_tb
from types import CodeType
from typing import Any

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError
from jinja2.meta import find_referenced_templates
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from statusnote.bounds import Exhausted, Limits, allocating
from statusnote.diagnostics.messages.reasons import Reason
from statusnote.diagnostics.problem import Place, Problem, ProblemsFound, problem
from statusnote.note import Note

CODES = ((UndefinedError, "E501"), (TemplateNotFound, "E501"), (SecurityError, "E503"))
FILLED_IN = ".j2"  # how the names of Jinja templates end
OUR_CODE = f"{Path(__file__).parents[1]}{os.sep}"


def packaged_folder() -> Path:
    """The templates inside the installed package or, run from a checkout, its top-level folder."""
    package = Path(__file__).parents[1]
    installed = package / "templates"
    return installed if installed.is_dir() else package.parents[1] / "templates"


@dataclass(frozen=True)
class Templates:
    """The folders in which a template is looked for, the first of which wins.

    *limits* hold for a user's own, where there are any: they are kept for the whole process, and in
    its main thread alone. *used* are the files that were read so far, those that a template
    includes among them.
    """

    folders: tuple[Path, ...]
    limits: Limits | None = None
    used: set[Path] = field(default_factory=set, compare=False)

    @classmethod
    def found(cls, own: Path | None, limits: Limits | None = None) -> "Templates":
        """The user's *own* folder, where there is one, before the templates of statusnote."""
        folders = (own, packaged_folder()) if own else (packaged_folder(),)
        return cls(folders, limits)

    def has(self, name: str) -> bool:
        """Whether there is a template of that *name*, a user's own or ours."""
        return any((folder / name).is_file() for folder in self.folders)

    def path(self, name: str) -> Path:
        """Where the template *name* is found.

        Raises ProblemsFound where that is a link to what lies elsewhere.
        """
        folder = next(folder for folder in self.folders if (folder / name).is_file())
        path = folder / name
        if not _is_inside(path, folder):
            raise ProblemsFound([problem("E502", str(path), detail=Reason.OUTSIDE)])
        self.used.add(path)
        return path

    def are_ours(self, *names: str) -> bool:
        """Whether none of these templates is a user's own; one that isn't there is not."""
        there = filter(self.has, names)
        return all(self.path(name).parent == packaged_folder() for name in there)

    def read(self, name: str) -> str:
        """The text of a file that is no Jinja template. Raises ProblemsFound if unreadable."""
        path = self.path(name)
        try:
            return path.read_text("utf-8")
        except (OSError, UnicodeError) as error:
            raise ProblemsFound([problem("E502", str(path), detail=str(error))]) from error

    def hash_of(self, names: Sequence[str]) -> str:
        """The hash of a list, as sha256sum writes it, of these templates and what they include.

        Raises ProblemsFound where one cannot be read.
        """
        lines = (
            f"{sha256(text.encode()).hexdigest()}  {name}\n"
            for name, text in sorted(self._all_of(names).items())
        )
        return sha256("".join(lines).encode()).hexdigest()

    def _all_of(self, names: Sequence[str]) -> dict[str, str]:
        """The texts of the templates of these *names*, and of what they include by its name."""
        used = {name: self.read(name) for name in names if not name.endswith(FILLED_IN)}
        waiting = [name for name in names if name.endswith(FILLED_IN)]
        while waiting:
            name = waiting.pop()
            if name not in used and self.has(name):
                used[name] = self.read(name)
                with suppress(TemplateSyntaxError):  # which is told where it is filled in
                    waiting += _included_in(used[name])
        return used

    def fill(
        self,
        name: str,
        note: Note | None,
        *,
        escape_html: bool,
        shown: Callable[[object], object],
        **also: object,
    ) -> str:
        """The Jinja template *name*, filled in with a *note* and what it is *also* given by name.

        *shown* prepares each value for it.

        Raises ProblemsFound, with the template's file and line, where it is no Jinja, uses what
        does not exist, or does what a template must not; and Exhausted where one of a user's own
        takes more memory than the *limits* allow.
        """
        environment = _Sandbox(
            loader=ChoiceLoader([_Loader(folder, self.used) for folder in self.folders]),
            autoescape=escape_html,
            bytecode_cache=_compiled(escape_html, shown),
            finalize=shown,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        limits = None if self.are_ours(name) else self.limits
        try:
            with allocating(limits.memory) if limits else nullcontext():
                return environment.get_template(name).render(note=note, **also)
        except ProblemsFound:
            raise
        except MemoryError as error:
            if limits:
                raise Exhausted from error
            raise
        except UnicodeDecodeError as error:
            raise _found("E502", Place(str(self.path(name))), error) from error
        except TemplateSyntaxError as error:
            raise _found("E502", place_in(str(error.filename), error.lineno), error) from error
        except Exception as error:
            if place := self._place(error):
                code = next((code for kind, code in CODES if isinstance(error, kind)), "E504")
                raise _found(code, place, error) from error
            raise

    def _place(self, error: Exception) -> Place | None:
        """The innermost line of a template that *error* passed through, if it is to blame.

        It isn't where the error comes from our own code behind it, unless Jinja raised it there.
        """
        templates = tuple(f"{folder}{os.sep}" for folder in self.folders)
        ours = () if isinstance(error, TemplateError) else (OUR_CODE,)
        frames = reversed(extract_tb(error.__traceback__))
        innermost = next(
            frame for frame in frames if frame.filename.startswith((*templates, *ours))
        )
        if innermost.filename.startswith(templates):
            return place_in(innermost.filename, innermost.lineno or 0)
        return None


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja, which calculates no power that nothing could interrupt."""

    intercepted_binops = frozenset({"**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """As in Jinja. Raises SecurityError where the power is too large."""
        whole = isinstance(left, int) and isinstance(right, int)
        if whole and left.bit_length() * right > MOST_BITS:
            raise SecurityError(f"{operator} of so large numbers")
        return super().call_binop(context, operator, left, right)


MOST_BITS = 10_000  # of a number
FEW = 50  # of what is kept for the next note that this process makes


# One of these words is in each statement that names another template (Jinja, jinja2.meta).
INCLUDES = re.compile("extends|import|include")


@lru_cache(maxsize=FEW)
def _included_in(template: str) -> list[str]:
    """The names of what a Jinja *template* includes. Raises TemplateSyntaxError."""
    if not INCLUDES.search(template):
        return []  # without a parsing, which takes as long as all else that is told of templates
    parsed = Environment().parse(template)  # noqa: S701 - nothing is filled in
    return list(filter(None, find_referenced_templates(parsed)))


class _Compiled(BytecodeCache):
    """The code of the templates that were compiled in this process, by their names and texts."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give *bucket* the code of its template, where there is any."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of the template in *bucket*."""
        if len(self._codes) == FEW:
            self._codes.clear()
        self._codes[bucket.key, bucket.checksum] = bucket.code


@lru_cache(maxsize=FEW)
def _compiled(_escape_html: bool, _shown: Callable[[object], object]) -> _Compiled:
    """What was compiled with these settings, of which a template's code is another with others."""
    return _Compiled()


class _Loader(FileSystemLoader):
    """Loads from a *folder* what lies in it, and not what a link in it leads to elsewhere."""

    def __init__(self, folder: Path, used: set[Path]) -> None:
        super().__init__(folder)
        self.folder, self.used = folder, used

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """As FileSystemLoader. Raises ProblemsFound where what is found lies elsewhere."""
        path = self.folder / template
        if path.is_file() and not _is_inside(path, self.folder):
            raise ProblemsFound([problem("E502", str(path), detail=Reason.OUTSIDE)])
        found = super().get_source(environment, template)
        self.used.add(Path(found[1]))
        return found


def _is_inside(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def place_in(path: str, line: int, column: int = 0) -> Place:
    """The place in the template at *path*: all of its *line*, or one character of it."""
    lines = Path(path).read_text("utf-8").splitlines()
    written = lines[line - 1] if 0 < line <= len(lines) else ""
    if column:
        return Place(path, line, column, column + 1, written)
    start = len(written) - len(written.lstrip()) + 1
    return Place(path, line, start, max(len(written), start) + 1, written)


def _found(code: str, place: Place, error: Exception) -> ProblemsFound:
    if isinstance(error, RecursionError):
        detail: Reason | str = Reason.ENDLESS
    else:
        said = error.message if isinstance(error, TemplateSyntaxError) else error
        detail = str(said).rstrip(".")
    return ProblemsFound([Problem(code, place, {"detail": detail})])
