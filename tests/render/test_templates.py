"""Templates: those of statusnote, a user's own before them, and what is wrong with them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from support.project import ROOT, SMALL_PLAN
from support.shown import shown

from statusnote import note
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.plan import loading
from statusnote.render import markdown
from statusnote.render.forms import FORMS
from statusnote.render.html import html
from statusnote.render.templates import FEW, Templates, _compiled, packaged_folder

NOTE = note.derive(loading.read(SMALL_PLAN, "plan.yaml").plan)


@pytest.fixture
def own(tmp_path: Path) -> Callable[..., Templates]:
    """A user's folder with these files in it, before the templates of statusnote."""

    def write(**files: str | bytes) -> Templates:
        for name, text in files.items():
            path = tmp_path / NAMES.get(name, name)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return Templates.found(tmp_path)

    return write


NAMES = {"md": "note.md.j2", "page": "note.html.j2", "css": "note.css"}


def problems(templates: Templates, form: str = "md") -> str:
    with pytest.raises(ProblemsFound) as found:
        FORMS[form].render(NOTE, templates)
    folder = f"{templates.folders[0]}/"
    return "\n".join(map(shown, found.value.problems)).replace(folder, "")


def test_without_a_folder_of_ones_own_the_packaged_templates_are_used() -> None:
    assert packaged_folder() == ROOT / "templates"
    assert Templates.found(None).path("note.css") == ROOT / "templates" / "note.css"


def test_a_file_of_ones_own_replaces_ours_of_that_name_only(
    own: Callable[..., Templates],
) -> None:
    templates = own(md="{{ note.title }}!\n")
    assert FORMS["md"].render(NOTE, templates) == b"Status for en lille plan!\n"
    assert templates.read("note.css") == Templates.found(None).read("note.css")


def test_a_template_may_include_another(own: Callable[..., Templates]) -> None:
    templates = own(md="{% include 'part.txt' %}", **{"part.txt": "1 < 2 & {{ note.title }}"})
    assert FORMS["md"].render(NOTE, templates) == b"1 < 2 & Status for en lille plan"


def test_a_template_that_was_changed_is_used_as_it_stands_now(
    own: Callable[..., Templates],
) -> None:
    for said in ("a", "b", "a"):
        templates = own(md="{% include 'part.txt' %}", **{"part.txt": said})
        assert FORMS["md"].render(NOTE, templates) == said.encode()
        assert len(templates.used) == 2


def test_a_template_that_two_forms_include_is_each_ones_own(own: Callable[..., Templates]) -> None:
    """What stands in it as it is, too, is shown as the form has it when it is compiled."""
    templates = own(
        md="{% include 'part' %}", page="<title>{% include 'part' %}", part="{{ '1 < [2] kr. 5' }}"
    )
    assert FORMS["md"].render(NOTE, templates) == rb"1 \< \[2\] kr. 5"
    assert html(NOTE, templates) == "<title>1 &lt; [2] kr. 5"


def test_what_is_kept_of_templates_does_not_grow_for_ever(own: Callable[..., Templates]) -> None:
    _compiled.cache_clear()
    for number in range(FEW + 2):
        templates = own(md=f"{{{{ {number} }}}}")
        assert FORMS["md"].render(NOTE, templates) == str(number).encode()
    assert len(_compiled(False, markdown._shown)._codes) == 2


@pytest.mark.parametrize("form", ["md", "pdf"])
def test_what_a_link_in_the_folder_leads_to_elsewhere_is_no_template(
    own: Callable[..., Templates], tmp_path: Path, form: str
) -> None:
    secret = tmp_path.parent / f"{tmp_path.name}-secret"
    secret.write_text("s3cret")
    (tmp_path / "inner").mkdir()
    (tmp_path / "link.txt").symlink_to(secret)
    (tmp_path / "folder").symlink_to(secret.parent)
    inside_out = ("../" + secret.name, f"inner/../../{secret.name}", str(secret))
    for name in ("link.txt", f"folder/{secret.name}", *inside_out):
        templates = own(md=f"{{% include '{name}' %}}", page=f"{{% include '{name}' %}}")
        assert problems(templates, form) == (
            f"{name}: fejl E502: Skabelonen kan ikke læses: den ligger uden for mappen med "
            f"skabeloner.\n{CHECK}"
        )


@pytest.mark.parametrize("name", ["note.md.j2", "note.css"])
def test_a_template_that_is_a_link_to_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    secret = tmp_path / "secret"
    secret.write_text("s3cret")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / name).symlink_to(secret)
    with pytest.raises(ProblemsFound) as found:
        FORMS["pdf" if name == "note.css" else "md"].render(NOTE, Templates.found(tmp_path / "own"))
    assert list(map(shown, found.value.problems)) == [
        f"{tmp_path}/own/{name}: fejl E502: Skabelonen kan ikke læses: den ligger uden for mappen "
        f"med skabeloner.\n{CHECK}"
    ]


def test_a_link_inside_the_folder_is_followed_and_so_is_one_to_the_folder(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "real.txt").write_text("inde\n")
    (tmp_path / "own" / "note.md.j2").symlink_to("real.txt")
    (tmp_path / "linked").symlink_to("own")
    for folder in ("own", "linked"):
        assert FORMS["md"].render(NOTE, Templates.found(tmp_path / folder)) == b"inde\n"


CHECK, DO_WITHOUT = "    Kontrollér skabelonen her.", "    Skriv skabelonen uden det."


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        (
            "\n{{ note.titel }}",
            "note.md.j2:2:1: fejl E501: Skabelonen bruger noget, der ikke findes: "
            "'statusnote.note.Note object' has no attribute 'titel'.\n" + CHECK,
        ),
        (
            "{{ nothing }}",
            "note.md.j2:1:1: fejl E501: Skabelonen bruger noget, der ikke findes: "
            "'nothing' is undefined.\n" + CHECK,
        ),
        (
            "\n\n{% include 'missing.txt' %}",
            "note.md.j2:3:1: fejl E501: Skabelonen bruger noget, der ikke findes: missing.txt.\n"
            + CHECK,
        ),
        (
            "{% for x in note.rows %}\n\n",
            "note.md.j2:2:1: fejl E502: Skabelonen kan ikke læses: Unexpected end of template. "
            "Jinja was looking for the following tags: 'endfor' or 'else'. "
            "The innermost block that needs to be closed is 'for'.\n" + CHECK,
        ),
        (
            "{{ note.__class__ }}",
            "note.md.j2:1:1: fejl E503: Skabelonen gør noget, som skabeloner ikke må: "
            "access to attribute '__class__' of 'Note' object is unsafe.\n" + DO_WITHOUT,
        ),
        (
            "{{ note.ministries.clear() }}",
            "note.md.j2:1:1: fejl E503: Skabelonen gør noget, som skabeloner ikke må: "
            "access to attribute 'clear' of 'dict' object is unsafe.\n" + DO_WITHOUT,
        ),
        (
            "a\n{{ 1 / 0 }}",
            "note.md.j2:2:1: fejl E504: Skabelonen kan ikke udfyldes: division by zero.\n" + CHECK,
        ),
        (
            "{{ range(10 ** 9) }}",
            "note.md.j2:1:1: fejl E504: Skabelonen kan ikke udfyldes: "
            "Range too big. The sandbox blocks ranges larger than MAX_RANGE (100000).\n" + CHECK,
        ),
        (
            "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
            "note.md.j2:1:1: fejl E504: Skabelonen kan ikke udfyldes: "
            "den kalder sig selv uden ende.\n" + CHECK,
        ),
        (
            "æ".encode("latin-1"),
            "note.md.j2: fejl E502: Skabelonen kan ikke læses: "
            "'utf-8' codec can't decode byte 0xe6 in position 0: unexpected end of data.\n" + CHECK,
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    own: Callable[..., Templates], template: str | bytes, expected: str
) -> None:
    assert problems(own(md=template)) == expected


@pytest.mark.parametrize(
    ("template", "place"),
    [
        ("a\n  {{ nothing }} b \n", (2, 3, 19, "  {{ nothing }} b ")),
        ("{{ nothing }}", (1, 1, 14, "{{ nothing }}")),
        ("{% for x in note.rows %}\n\n", (2, 1, 2, "")),
    ],
)
def test_all_of_the_line_is_meant_from_its_first_sign_on(
    own: Callable[..., Templates], template: str, place: tuple[int, int, int, str]
) -> None:
    with pytest.raises(ProblemsFound) as found:
        FORMS["md"].render(NOTE, own(md=template))
    places = [problem.place for problem in found.value.problems]
    assert [(each.line, each.column, each.end_column, each.written) for each in places] == [place]


def test_a_fault_in_an_included_file_is_said_with_its_own_line(
    own: Callable[..., Templates],
) -> None:
    templates = own(md="\n{% include 'part.txt' %}", **{"part.txt": "\n\n{{ nothing }}"})
    assert problems(templates).startswith("part.txt:3:1: fejl E501:")


def test_a_style_sheet_that_is_not_utf_8(own: Callable[..., Templates]) -> None:
    assert problems(own(css="/* æ */".encode("latin-1")), "pdf") == (
        "note.css: fejl E502: Skabelonen kan ikke læses: "
        "'utf-8' codec can't decode byte 0xe6 in position 3: invalid continuation byte.\n" + CHECK
    )


def test_a_fault_of_our_own_is_not_blamed_on_a_template(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str) -> str:
        raise RuntimeError

    monkeypatch.setattr(markdown, "escape", broken)
    with pytest.raises(RuntimeError):
        FORMS["md"].render(NOTE, Templates.found(None))


def test_without_limits_what_takes_too_much_memory_is_as_anywhere(
    own: Callable[..., Templates],
) -> None:
    with pytest.raises(MemoryError):
        FORMS["md"].render(NOTE, own(md="{{ 'a' * 10 ** 18 }}"))
