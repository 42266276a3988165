"""What each command does, without the command line."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from statusnote import files, loading, note, summary
from statusnote.problems import ProblemsFound, problem
from statusnote.render import TEMPLATE_NAMES, Form, render


def render_note(
    data: str, forms: Sequence[Form], output: str | None, templates: Path | None
) -> list[str]:
    """Write the note on the plan in the file *data* in each of *forms*.

    Without *output* they go to `build/`. Gives the paths that were written, standard output left
    out. Raises ProblemsFound, with nothing written.
    """
    from statusnote.render.templates import Templates  # loads Jinja, which a summary can do without

    derived = note.derive(loading.load(data))
    found = Templates.found(templates or _beside(data))
    _refuse_own_inputs([data, *map(str, map(found.path, TEMPLATE_NAMES))], output)
    contents = {
        f"build/statusnote.{form}" if output is None else output: render(derived, form, found)
        for form in forms
    }
    files.write_all(contents)
    return [path for path in contents if path not in files.STANDARD_OUTPUT]


def _refuse_own_inputs(inputs: Iterable[str], output: str | None) -> None:
    """Raise ProblemsFound where the note would be written over what it is made of."""
    for each in map(Path, inputs):
        if output and Path(output).exists() and each.exists() and each.samefile(output):
            raise ProblemsFound([problem("E603", output, input=each)])


def _beside(data: str) -> Path | None:
    """The folder of templates beside the folder of the file *data*, where there is one."""
    folder = Path(data).absolute().parent.parent / "templates"
    return folder if data != files.STANDARD_INPUT and folder.is_dir() else None


def summarize(
    data: str, ministries: Iterable[str], statuses: Iterable[str], sections: Iterable[int]
) -> summary.Summary:
    """The figures of the plan in the file *data*. Raises ProblemsFound, and UnknownValue."""
    derived = note.derive(loading.load(data))
    return summary.summarize(derived, summary.choose(derived, ministries, statuses, sections))
