"""Every problem, with an example and what statusnote says of it: the text of docs/problems.md."""

import io
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from shutil import copytree, rmtree
from string import Formatter
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import problem_answers
from pikepdf import Encryption, Pdf
from support.workbooks import FILE, answered

from statusnote import commands, revisions
from statusnote.diagnostics.language import Language, Wording
from statusnote.diagnostics.messages.catalogue import MESSAGES
from statusnote.diagnostics.messages.reasons import Cure, Reason
from statusnote.diagnostics.problem import Problem, ProblemsFound, problem
from statusnote.diagnostics.reporters import Display, as_text, visible
from statusnote.files import LIMIT
from statusnote.render.forms import FORMS
from statusnote.render.templates import packaged_folder
from statusnote.several import paths

EXAMPLES = Path(__file__).parents[1] / "tests" / "examples"
LITTLE = EXAMPLES / "valid" / "little.yaml"
WIDTH = 80
INITIATIVE = """\
initiatives:
      - number: 1
        title: Fejring 🎈
        ministries: [A]
        status: gennemført"""

NO_PANGO = "cannot load library 'libpango-1.0-0'"
FAMILIES = {
    "E1": "Filen",
    "E2": "YAML",
    "E3": "Formen",
    "E4": "På tværs af nøgler",
    "E5": "Skabeloner",
    "E6": "Resultatet",
    "E7": "Tidligere udgaver",
    "E8": "Notatet som PDF",
    "E9": "Det, parterne bliver spurgt om, svarer og godkender",
    "W4": "Advarsler på tværs af nøgler",
    "W7": "Advarsler om sproget",
    "W8": "Advarsler om bemærkninger",
    "W9": "Advarsler om det, parterne svarer",
}
BEGINNING = """\
# Fejl og advarsler

<!-- Dannet af `make golden`. Ordene står i src/statusnote/diagnostics/messages/. -->

Alt, hvad statusnote kan sige om data, skabeloner, resultat, tidligere udgaver, notatet som PDF
og de projektmapper, parterne svarer i, og deres godkendelser, med et eksempel på hver kode.
En fejl (E) standser notatet; det gør en advarsel (W) ikke.
Under hver kode står, hvad der er galt, og hvad man gør ved det; så et eksempel, og hvad
statusnote siger om det på dansk og, med `STATUSNOTE_LANG=en`, på engelsk.

En advarsel, der er set og skal stå, slås fra med en linje lige over det, den gælder:

```yaml
        # statusnote: ignore W403
        title: Et initiativ
```
"""


def page() -> str:
    """The whole page. Runs statusnote on every example, in folders of its own."""
    with _inside(EXAMPLES / "invalid"):
        sections = {code: _section(each, _example(each)) for code, each in _with_data().items()}
    with TemporaryDirectory() as folder, _inside(Path(folder)):
        for code, (each, tried) in _with_files().items():
            if each.code != code:
                raise ValueError(f"What is tried for {code} gives {each.code}: {tried}")
            sections[code] = _section(each, tried)
    return "\n".join((BEGINNING, *_with_headings(sections)))


def _with_headings(sections: dict[str, str]) -> Iterator[str]:
    for family, codes in groupby(MESSAGES, key=lambda code: code[:2]):
        yield f"## {FAMILIES[family]}\n"
        yield from (sections[code] for code in codes)


def _section(found: Problem, example: str) -> str:
    message, cure = _general(found.message.what_is_wrong), _general(found.message.what_to_do)
    if in_a_cell := found.message.in_a_cell:
        cure += f"\n\nI et felt i et regneark: {_general(in_a_cell)}"
    displays = (Display(language, WIDTH) for language in Language)
    reports = (as_text([found], display).splitlines()[:-1] for display in displays)
    outputs = "\n".join(("```text", *next(reports), "", *next(reports), "```"))
    return f"### {found.code}\n\n{message}\n{cure}\n\n{example}\n\n{outputs}\n"


def _general(wording: Wording) -> str:
    """A Danish text of the catalogue, with a `…` for each of what is put in there."""
    fields = {name: "…" for _, name, _, _ in Formatter().parse(wording.danish) if name}
    return wording.danish.format_map(fields)


def _example(found: Problem) -> str:
    """The line of the problem, and the ones above and below it."""
    lines = Path(found.place.file).read_bytes().decode(errors="replace").splitlines()
    around = lines[max(found.place.line - 2, 0) : found.place.line + 1]
    return "\n".join(("```yaml", *map(visible, around), "```"))


def _with_data() -> dict[str, Problem]:
    """A problem of each code that the data can have, from the example that shows the fewest."""
    found: dict[str, tuple[int, Problem]] = {}
    for path in sorted(Path().glob("*.yaml")):
        problems = commands.validate([path.name])
        for each in reversed(problems):
            if each.code not in found or len(problems) <= found[each.code][0]:
                found[each.code] = len(problems), each
    return {code: each for code, (_, each) in found.items()}


def _with_files() -> dict[str, tuple[Problem, str]]:
    """A problem of each code that a file, a template or the output can have, and what was tried."""
    little = LITTLE.read_text("utf-8")
    Path("plan.yaml").write_text(little, "utf-8")
    Path("emoji.yaml").write_text(little.replace("initiatives: []", INITIATIVE), "utf-8")
    with Path("stor.yaml").open("wb") as large:
        large.truncate(LIMIT + 1)
    return {
        "E101": _tried("validate plam.yaml", lambda: commands.validate(["plam.yaml"])),
        "E102": _tried("upgrade .", lambda: commands.upgrade(".")),
        "E103": _tried("validate plan.yaml/1", lambda: commands.validate(["plan.yaml/1"])),
        "E106": _tried("validate stor.yaml", lambda: commands.validate(["stor.yaml"])),
        "E207": (problem("E207", "stor.yaml", 4_000_001, 1, limit=4), _command("validate")),
        "E501": _template("note.md.j2", "# {{ note.titel }}"),
        "E502": _template("note.md.j2", "# {{ note.title"),
        "E503": _template("note.md.j2", "# {{ note.__class__.__mro__ }}"),
        "E504": _template("note.md.j2", "# {{ note.title + 1 }}"),
        "E505": _template("note.css", "body { background: url(https://example.org/a.png) }"),
        "E506": _template("note.css", "body { colour: red }"),
        "E508": _template("note.md.j2", "{{ 'x' * 10 ** 10 }}"),
        "E509": _template("note.docx", "Dette er ikke et Word-dokument."),
        "E507": _tried("render emoji.yaml", lambda: _noted("emoji.yaml")),
        "E114": _tried("summary tom", _shown_of_none),
        "E115": (problem("E115", "lukket", reason=Reason.NO_ACCESS), _command("summary lukket")),
        "E601": _tried("render --output .", lambda: _rendered(".")),
        "E602": (
            problem("E602", "statusnote.pdf", detail=NO_PANGO, cure=Cure.PANGO_ON_LINUX),
            _command("render"),
        ),
        "E603": _tried("render --output plan.yaml", lambda: _rendered("plan.yaml")),
        "E604": _tried("extract notat.pdf --output notat.pdf", _taken_over_itself),
        "E605": _tried("init plan", _begun_twice),
        "E606": _named("plan.yaml", "andre/plan.yaml"),
        "E607": _named("plan.yaml", "index.yaml"),
        **_with_versions(),
        **_with_notes(),
        **_with_answers(),
        **_with_approvals(),
        "E940": _tried("ask emoji.yaml --output runde", _asked_again),
        "E942": _tried("collect svar plan.yaml", _answered_of_other_data),
        "E943": (problem("E943", "plan.yaml"), _command("collect svar plan.yaml --write")),
        "E944": _tried("collect tom plan.yaml", _answered_by_nobody),
    }


def _named(*plans: str) -> tuple[Problem, str]:
    """The problem with what the pages of several *plans* are called."""
    command = f"render {' '.join(plans)} --format html"
    return _tried(command, lambda: paths.named_apart(plans, with_overview=True))


def _shown_of_none() -> object:
    Path("tom").mkdir(exist_ok=True)
    return commands.load("tom", "summary")


def _with_answers() -> dict[str, tuple[Problem, str]]:
    """A problem of each code that a workbook can have, and what was done to it."""
    missing = problem("E901", "openpyxl"), _command("collect SBM.xlsx")
    command = _command(f"collect {FILE}")
    found = {
        code: (each, f"{done}\n\n{command}")
        for code, (each, done) in problem_answers.problems().items()
    }
    return {"E901": missing, **found}


def _asked_again() -> object:
    commands.ask("emoji.yaml", (), None, "runde")
    Path("runde/A.xlsx").write_bytes(b"udfyldt")
    return commands.ask("emoji.yaml", (), None, "runde")


def _with_approvals() -> dict[str, tuple[Problem, str]]:
    """A problem of each code that a file of approvals can have, and the file."""
    begun = "format: 1\napprovals:\n"
    return {
        "E960": _approvals(f"{begun}  B:\n"),
        "E961": _approvals(f"{begun}  A: ja\n"),
        "E962": _approvals("A: ja\n"),
    }


def _approvals(text: str) -> tuple[Problem, str]:
    Path("approvals.yaml").write_text(text, "utf-8")
    found, _ = _tried("", lambda: commands.approvals("emoji.yaml"))
    return found, f"`approvals.yaml`:\n\n```yaml\n{text}```"


def _answered_of_other_data() -> object:
    Path("svar").mkdir()
    Path("svar/SBM.xlsx").write_bytes(answered({}))
    return commands.collect(["svar"], "plan.yaml")


def _answered_by_nobody() -> object:
    Path("tom").mkdir(exist_ok=True)
    return commands.collect(["tom"], "plan.yaml")


def _taken_over_itself() -> object:
    wanted = commands.Wanted([FORMS["pdf"]], packaged_folder(), attached=True)
    commands.render_note("plan.yaml", wanted, "notat.pdf")
    return commands.extract("notat.pdf", "notat.pdf")


def _begun_twice() -> object:
    commands.init("plan")
    return commands.init("plan")


def _with_notes() -> dict[str, tuple[Problem, str]]:
    """A problem of each code that a note as PDF can have, and what was tried."""
    found = {"E801": _extracted("plan.yaml")}
    note = Path("notat.pdf")
    for code, edit in EDITS.items():
        wanted = commands.Wanted([FORMS["pdf"]], attached=True)
        commands.render_note("plan.yaml", wanted, str(note))
        content = io.BytesIO()
        with Pdf.open(note) as opened:
            opened.save(content, **edit(opened))
        note.write_bytes(content.getvalue())
        found[code] = _extracted("notat.pdf")
    note.write_bytes(note.read_bytes()[:9_999])
    return found | {"E803": _extracted("notat.pdf")}


def _without_metadata(note: Any) -> dict[str, Any]:
    del note.Root.Metadata
    return {}


def _with_password(_note: Any) -> dict[str, Any]:
    return {"encryption": Encryption(owner="a", user="b")}


def _without_attachments(note: Any) -> dict[str, Any]:
    del note.Root.Names.EmbeddedFiles
    return {}


def _with_other_data(note: Any) -> dict[str, Any]:
    note.Root.Names.EmbeddedFiles.Names[1].EF.F.write(b"title: T")
    return {}


# What makes each problem of a note.
EDITS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "E802": _without_metadata,
    "E804": _with_password,
    "E805": _without_attachments,
    "E806": _with_other_data,
}


def _extracted(note: str) -> tuple[Problem, str]:
    return _tried(f"extract {note}", lambda: commands.extract(note, "-"))


def _with_versions() -> dict[str, tuple[Problem, str]]:
    """A problem of each code that an earlier version can have, and what was tried."""
    found = {"E703": _compared("HEAD~1")}
    found |= {"E711": _tried("history plan.yaml", lambda: revisions.recorded("plan.yaml"))}
    since = "render plan.yaml --since emoji.yaml"
    found |= {"E710": _tried(since, lambda: _noted("plan.yaml", "emoji.yaml"))}
    with patch.dict(os.environ, PATH=""):
        found |= {"E704": _compared("HEAD~1")}
    with patch.dict(os.environ, _git_environment(), clear=True):
        _git("init", "--quiet")
        _git("commit", "--quiet", "--allow-empty", "--message=Intet")
        commands.init(".")
        _git("add", "plan.yaml", commands.DATA)
        _git("commit", "--quiet", "--message=En plan")
        found |= {"E701": _compared("HAED"), "E702": _compared("HEAD~1")}
        found |= {"E113": _tried("validate HEAD", lambda: commands.validate(["HEAD"]))}
        found |= {"E706": _compared("@2020-05-01"), "E707": _compared("@2025-02-30")}
        _git("clone", "--quiet", "--depth=1", Path.cwd().as_uri(), "kopi")
        with _inside(Path("kopi")):
            found |= {"E705": _compared("HEAD~1")}
        Path(".git/config").write_text("[", "utf-8")
        return found | {"E709": _compared("HEAD~1")}


def _compared(version: str) -> tuple[Problem, str]:
    return _tried(f"diff {version} plan.yaml", lambda: revisions.content_of(version, "plan.yaml"))


def _git(*arguments: str) -> None:
    subprocess.run(("git", *arguments), check=True)


def _git_environment() -> dict[str, str]:
    """A user and a date for git, and nothing that a hook, if it runs in one, would say to git."""
    Path("gitconfig").touch()
    settings = str(Path("gitconfig").absolute())
    roles = ("AUTHOR", "COMMITTER")
    return {
        **{name: each for name, each in os.environ.items() if not name.startswith("GIT_")},
        **{f"GIT_{role}_NAME": "statusnote" for role in roles},
        **{f"GIT_{role}_EMAIL": "statusnote@example.org" for role in roles},
        **{f"GIT_{role}_DATE": "2025-04-10T12:00:00+0200" for role in roles},
        **dict.fromkeys(("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"), settings),
    }


def _template(name: str, text: str) -> tuple[Problem, str]:
    """The problem with a template of a user's own, and the template."""
    folder = Path("templates")
    copytree(packaged_folder(), folder)
    (folder / name).write_text(text, "utf-8")
    found, _ = _tried("", lambda: _rendered("-", name, folder))
    rmtree(folder)
    return found, f"`templates/{name}`:\n\n```\n{text}\n```"


def _rendered(output: str, template: str = "note.md.j2", templates: Path | None = None) -> object:
    forms = FORMS.values()
    form = next(one for one in forms if template in (*one.templates, *one.own_templates))
    wanted = commands.Wanted([form], templates or packaged_folder())
    return commands.render_note("plan.yaml", wanted, output)


def _noted(data: str, since: str | None = None) -> object:
    wanted = commands.Wanted([FORMS["pdf"]], packaged_folder(), since)
    return commands.render_note(data, wanted, "-")


def _tried(command: str, run: Callable[[], object]) -> tuple[Problem, str]:
    """The first problem that *run* gives or raises, and the *command* that does the same."""
    try:
        found = run()
    except ProblemsFound as raised:
        found = raised.problems
    assert isinstance(found, list)  # noqa: S101 - an example that goes well is a fault in this page
    return found[0], _command(command)


def _command(words: str) -> str:
    return f"```text\nstatusnote {words}\n```"


@contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
