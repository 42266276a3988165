"""`render` of one plan: exit code, stdout and stderr, whole."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.closed import close
from support.project import PUBLISHED_PLAN, REAL, SMALL_PLAN

from statusnote import commands

ATTACHED = "Notatet har hele datafilen med, også bemærkningerne; --no-source udelader den.\n"


def test_render_writes_to_build_and_prints_the_path(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write().parent)
    done = run("render", "plan.yaml", "--source")
    assert (done.code, done.out, done.err) == (0, "build/statusnote.pdf\n", ATTACHED)
    assert Path("build/statusnote.pdf").read_bytes().startswith(b"%PDF-")


def test_render_takes_several_forms_once_each(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write().parent)
    done = run(
        "render", "plan.yaml", "--source", "--format", "md", "--format", "pdf", "--format", "md"
    )
    expected = "build/statusnote.md\nbuild/statusnote.pdf\n"
    assert (done.code, done.out, done.err) == (0, expected, ATTACHED)


def test_render_says_in_english_what_the_pdf_holds(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATUSNOTE_LANG", "en")
    assert run("render", write(), "--source", "--output", write().with_name("note.pdf")).err == (
        "The note holds the whole data file, remarks included; --no-source leaves it out.\n"
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "da",
            "Notatet har begge datafiler med, også den ældre og bemærkningerne; --no-source "
            "udelader dem.\n",
        ),
        (
            "en",
            "The note holds both data files, the older one and remarks included; --no-source "
            "leaves them out.\n",
        ),
    ],
)
def test_render_says_that_the_pdf_holds_the_older_data_too(
    run: Callable[..., Any],
    write: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    said: str,
) -> None:
    monkeypatch.setenv("STATUSNOTE_LANG", language)
    monkeypatch.chdir(write().parent)
    assert (
        run("render", "plan.yaml", "--source", "--since", "plan.yaml", "--output", "note.pdf").err
        == said
    )


def test_render_says_nothing_where_no_data_are_attached(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write().parent)
    for options in ([], ["--no-source"], ["--format", "md", "--source"]):
        assert run("render", "plan.yaml", *options).err == ""
    assert run("render", write(PUBLISHED_PLAN), "--no-source").err == ""
    assert run("render", write(PUBLISHED_PLAN)).err == ATTACHED


@pytest.mark.parametrize(
    ("name", "template"),
    [
        ("note.md.j2", "{{ 'x' * 10 ** 10 }}"),
        ("note.md.j2", "{{ '%10000000000d' % 1 }}"),
        ("note.html.j2", "{{ 'x' | center(10 ** 10) }}"),
        (
            "note.md.j2",
            "{% for i in range(10 ** 5) %}{% for j in range(10 ** 5) %}{% endfor %}{% endfor %}",
        ),
    ],
)
def test_a_template_of_ones_own_that_takes_too_much_is_ended(
    run: Callable[..., Any],
    write: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    template: str,
) -> None:
    monkeypatch.chdir(write().parent)
    monkeypatch.setenv("STATUSNOTE_TEMPLATE_SECONDS", "1")
    Path("own").mkdir()
    Path("own", name).write_text(template)
    Path("note").write_text("an earlier one")
    form = "md" if "md" in name else "pdf"
    done = run(*("render", "plan.yaml", "--templates", "own", "--format", form, "--output", "note"))
    assert (done.code, done.out) == (1, "")
    assert " ".join(done.err.split()) == (
        f"own/{name}: fejl E508: Med denne skabelon tager notatet for lang tid eller for meget "
        "hukommelse: mere end 1 sekunder eller 1024 MB. Se efter løkker i skabelonen. Er den "
        "rigtig, så sæt STATUSNOTE_TEMPLATE_SECONDS eller STATUSNOTE_TEMPLATE_MB op. 1 fejl."
    )
    assert Path("note").read_text() == "an earlier one"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (
            "{% for i in range(10 ** 9) %}{% endfor %}",
            "E504: Skabelonen kan ikke udfyldes: Range too big",
        ),
        (
            "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
            "E504: Skabelonen kan ikke udfyldes: den kalder sig selv uden ende",
        ),
        (
            "{{ 10 ** (10 ** 10) }}",
            "E503: Skabelonen gør noget, som skabeloner ikke må: ** of so large numbers",
        ),
    ],
)
def test_what_a_template_can_not_calculate_is_said_at_its_line(
    run: Callable[..., Any],
    write: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    template: str,
    said: str,
) -> None:
    monkeypatch.chdir(write().parent)
    Path("own").mkdir()
    Path("own/note.md.j2").write_text(template)
    done = run("render", "plan.yaml", "--templates", "own", "--format", "md", "--output", "-")
    assert (done.code, done.out) == (1, "")
    assert " ".join(done.err.split()).startswith(f"own/note.md.j2:1:1: fejl {said}")


def test_a_draft_is_written_beside_the_note(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write().parent)
    done = run("render", "plan.yaml", "--source", "--draft", "--format", "pdf", "--format", "md")
    expected = "build/statusnote-udkast.pdf\nbuild/statusnote-udkast.md\n"
    assert (done.code, done.out, done.err) == (0, expected, ATTACHED)
    assert Path("build/statusnote-udkast.md").read_text().startswith("UDKAST\n\n# Status for")
    assert sorted(path.name for path in Path("build").iterdir()) == [
        "statusnote-udkast.md",
        "statusnote-udkast.pdf",
    ]


def test_render_reads_stdin_and_writes_stdout(run: Callable[..., Any]) -> None:
    done = run("render", "-", "--format", "md", "--output", "-", stdin=SMALL_PLAN.encode())
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "# Status for en lille plan\n"
        "\n"
        "Notatet handler om 1 initiativ.\n"
        "\n"
        "## Den eneste del\n"
        "\n"
        "| Initiativ | Ansvarligt ministerie | Status |\n"
        "| --- | --- | --- |\n"
        "| Et initiativ | SBM | Initiativet er gennemført. |\n"
    )


def test_render_uses_the_templates_beside_the_folder_of_the_data(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, name, text in (
        ("data", "plan.yaml", SMALL_PLAN),
        ("templates", "note.md.j2", "mine: {{ note.title }}\n"),
        ("others", "note.md.j2", "other: {{ note.title }}\n"),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(text)
    command = ["render", tmp_path / "data" / "plan.yaml", "--format", "md", "--output", "-"]
    done = run(*command)
    assert (done.out, done.err) == (
        "mine: Status for en lille plan\n",
        f"Skabelonerne i {tmp_path}/templates er brugt.\n",
    )
    monkeypatch.setenv("STATUSNOTE_LANG", "en")
    assert run(*command).err == f"The templates in {tmp_path}/templates were used.\n"
    done = run(*command, "--templates", tmp_path / "others")
    assert (done.out, done.err) == ("other: Status for en lille plan\n", "")


def test_templates_beside_a_folder_of_another_name_are_not_used(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    for folder, name, text in (
        ("Downloads", "plan.yaml", SMALL_PLAN),
        ("templates", "note.md.j2", "anybody's"),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(text)
    done = run("render", tmp_path / "Downloads" / "plan.yaml", "--format", "md", "--output", "-")
    assert (done.err, done.out[:30]) == ("", "# Status for en lille plan\n\nNo")


def test_the_note_is_not_written_over_a_template_that_is_included(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write().parent)
    Path("own").mkdir()
    Path("own/note.md.j2").write_text("{% include 'part.md' %}")
    Path("own/part.md").write_text("del")
    command = ["render", "plan.yaml", "--templates", "own", "--output", "own/part.md"]
    done = run(*command)
    assert (done.code, done.out, done.err) == (
        1,
        "",
        "own/part.md: fejl E603: Notatet ville overskrive own/part.md, som det dannes af.\n"
        "    Angiv en anden fil efter --output.\n"
        "1 fejl.\n",
    )
    assert Path("own/part.md").read_text() == "del"


def test_all_forms_are_rendered_before_the_first_is_replaced(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write().parent)
    Path("build").mkdir()
    Path("build/statusnote.md").write_text("old")
    Path("own").mkdir()
    Path("own/note.html.j2").write_text("{{ nothing }}")
    done = run("render", "plan.yaml", "--format", "md", "--format", "pdf", "--templates", "own")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "own/note.html.j2:1:1: fejl E501: Skabelonen bruger noget, der ikke findes:\n"
        "    'nothing' is undefined.\n"
        "    1 | {{ nothing }}\n"
        "      | ^^^^^^^^^^^^^\n"
        "    Kontrollér skabelonen her.\n"
        "1 fejl.\n"
    )
    assert Path("build/statusnote.md").read_text() == "old"
    assert not Path("build/statusnote.pdf").exists()


def test_render_takes_the_form_that_the_output_ends_with(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    path = tmp_path / "note.md"
    assert run("render", REAL, "--output", path).out == f"{path}\n"
    assert path.read_text().startswith("Offentligt\n")


def test_the_note_is_not_written_over_what_it_is_made_of(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = write()
    monkeypatch.chdir(data.parent)
    data = data.rename("plan")
    done = run("render", "plan", "--format", "pdf", "--output", "plan")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "plan: fejl E603: Notatet ville overskrive plan, som det dannes af.\n"
        "    Angiv en anden fil efter --output.\n"
        "1 fejl.\n"
    )
    assert data.read_text() == SMALL_PLAN


@pytest.mark.parametrize(
    ("arguments", "target"),
    [
        ((), "build/statusnote.pdf"),
        (("--format", "md", "--format", "pdf"), "build/statusnote.pdf"),
        (("--output", "build/statusnote.pdf"), "build/statusnote.pdf"),
        (("--output", "linked.pdf"), "linked.pdf"),
    ],
)
def test_the_note_is_not_written_over_the_one_that_it_is_compared_with(
    run: Callable[..., Any],
    write: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    target: str,
) -> None:
    monkeypatch.chdir(write().parent)
    assert run("render", "plan.yaml", "--source").code == 0
    before = Path("build/statusnote.pdf").read_bytes()
    Path("linked.pdf").symlink_to("build/statusnote.pdf")
    done = run("render", "plan.yaml", "--since", "./build/../linked.pdf", *arguments)
    assert (done.code, done.out) == (1, "")
    assert " ".join(done.err.split()) == (
        f"{target}: fejl E603: Notatet ville overskrive ./build/../linked.pdf, som det dannes af. "
        "Angiv en anden fil efter --output. 1 fejl."
    )
    assert Path("build/statusnote.pdf").read_bytes() == before


@pytest.mark.parametrize(("name", "code"), [("note.MD", 0), ("note", 0), ("note.doc", 2)])
def test_the_ending_of_the_output_names_the_form(
    run: Callable[..., Any], write: Callable[..., Path], name: str, code: int
) -> None:
    data = write()
    result = run("render", data, "--output", data.with_name(name))
    assert (result.code, data.with_name(name).exists()) == (code, code == 0)
    assert ("ends in .doc; name the form with --format" in result.err) == (code == 2)


def test_a_folder_that_is_closed_is_told(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan, templates = tmp_path / "data" / "initiatives.yaml", tmp_path / "templates"
    for folder in (plan.parent, templates):
        folder.mkdir()
    plan.write_text(SMALL_PLAN, "utf-8")
    close(templates, monkeypatch)
    for arguments in (
        ("render", plan, "--format", "md"),
        ("render", REAL, "--format", "md", "--templates", templates),
        ("collect", templates, plan),
    ):
        done = run(*arguments)
        assert (done.code, done.out) == (1, "")
        assert f"{templates}: fejl E115: " in done.err.replace("\n    ", " ")


def test_there_is_no_file_where_nobody_may_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Any, **_: object) -> os.stat_result:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)

    path = tmp_path / "plan.yaml"
    path.touch()
    assert commands.is_file(path)
    monkeypatch.setattr(os, "stat", refused)
    assert not commands.is_file(path)
