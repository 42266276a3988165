"""What earlier versions said of each initiative, on the page, where it is asked for."""

import base64
import json
import re
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import brotli
import pytest
from support import browser
from support.project import PUBLISHED_PLAN
from support.repository import new_repository, use_git_of_its_own
from support.result import Result

from statusnote import commands, danish, note
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.plan import loading
from statusnote.render import page_history

Run = Callable[..., Result]
SECOND = """\
      - number: 2
        title: Et andet initiativ
        ministries: [SBM]
        status: {status}
        account:
          - grants:
              - Odense Kommune: {grant}
        milestones:
          - what: Rapporten foreligger
            due: {due}
"""


def version(as_of: str, status: str, *more: str) -> str:
    """A plan that speaks for a day, with the *status* of its first initiative, and *more* of it."""
    text = PUBLISHED_PLAN.replace("2025-04-10", as_of).replace("{antal} initiativ", "initiativer")
    return text.replace("status: gennemført", f"status: {status}") + "".join(more)


FIRST = version("2024-04-10", "igangværende")
MIDDLE = version(
    *("2024-10-10", "igangværende"),
    SECOND.format(status="igangværende", grant="1.000.000", due="2025"),
)
NOW = version(
    *("2025-04-10", "gennemført"),
    SECOND.format(status="igangværende", grant="1,5 mio.", due="ultimo 2026"),
).replace("introduction:", "print_milestones: true\nintroduction:")
AGAIN = NOW.replace("due: ultimo 2026", "due: 2027").replace("2025-04-10", "2025-10-10")


@pytest.fixture
def folder(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The present folder, in which the versions are."""
    monkeypatch.setenv("COLUMNS", "400")
    monkeypatch.chdir(tmp_path)
    texts = {"first": FIRST, "middle": MIDDLE, "now": NOW, "again": AGAIN}
    for name, text in texts.items():
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    return tmp_path


def made(run: Run, data: str, *earlier: str, more: tuple[str, ...] = ()) -> str:
    asked = [part for each in earlier for part in ("--history", each)]
    done = run("render", data, "--output", "note.html", *asked, *more)
    assert done.code == 0, done.err
    return Path("note.html").read_text("utf-8")


def shown(content: str) -> list[str]:
    """The lines of what is said of each initiative, and then of the table, without elements."""
    parts = re.findall(
        '<details class="said">.*?</details>|<table class="history">.*?</table>', content, re.DOTALL
    )
    lines = (
        line.replace("</th>", "|").replace("</td>", "|")
        for part in parts
        for line in part.splitlines()
    )
    return [
        text for line in lines if (text := danish.plain(re.sub("<[^>]*>", "", line)).rstrip("|"))
    ]


def test_it_says_what_was_said_each_time(folder: Path, run: Run) -> None:
    content = made(run, "again.yaml", "first.yaml", "middle.yaml", "now.yaml")
    assert shown(content) == [
        "Udvikling",
        "10. april 2024: igangværende",
        "10. oktober 2024: igangværende",
        "10. april 2025: gennemført (ændret)",
        "10. oktober 2025: gennemført",
        "Udvikling",
        "10. april 2024: ikke med",
        "10. oktober 2024: igangværende; bevilget 1.000.000 kr.",
        "10. april 2025: igangværende; bevilget ca. 1.500.000 kr. (ændret)",
        "10. oktober 2025: igangværende; bevilget ca. 1.500.000 kr.",
        "Flyttet milepæl:",
        "Rapporten foreligger: 2027 (flyttet 2 gange fra 2025 over ultimo 2026)",
        "Initiativ|10. april 2024|10. oktober 2024|10. april 2025|10. oktober 2025|Frister flyttet",
        "Et initiativ|igangværende|igangværende|gennemført (ændret)|gennemført",
        "Et andet initiativ|ikke med|igangværende|igangværende|igangværende|2",
        "Bevilget i alt|0 kr.|1.000.000 kr. (ændret)|ca. 1.500.000 kr. (ændret)|ca. 1.500.000 kr.",
    ]
    assert "Status i 4 udgaver, fra 10." in content
    assert made(run, "again.yaml", "first.yaml", "middle.yaml", "now.yaml") == content


def test_what_is_gone_has_its_title_and_leads_nowhere(folder: Path, run: Run) -> None:
    Path("first.yaml").write_text(FIRST.replace("2024-04-10", "2026-04-10"), "utf-8")
    content = made(run, "first.yaml", "middle.yaml", "again.yaml")
    assert shown(content)[:4] == [
        "Udvikling",
        "10. oktober 2024: igangværende",
        "10. oktober 2025: gennemført (ændret)",
        "10. april 2026: igangværende (ændret)",
    ]
    assert '<th scope="row">Et andet initiativ</th>' in content
    assert "Et andet initiativ|igangværende|igangværende|ikke med" in shown(content)
    assert '<th scope="row"><a href="#initiativ-1">' in content


def test_of_several_versions_for_one_day_it_is_the_last(folder: Path, run: Run) -> None:
    content = made(run, "now.yaml", "first.yaml", "now.yaml")
    assert "10. april 2025: gennemført (ændret)" in shown(content)
    assert "Status i 2 udgaver" in content
    alone = made(run, "now.yaml", "now.yaml")
    assert "Status i 1 udgave, pr. 10." in alone


def test_what_a_page_carries_says_no_more_than_it_shows(folder: Path, run: Run) -> None:
    """Neither what the versions are called, nor milestones that the note doesn't print."""
    Path("now.yaml").write_text(NOW.replace("print_milestones: true\n", ""), "utf-8")
    content = made(run, "now.yaml", "middle.yaml", more=("--no-source",))
    carried = file_in(content, "history.json").decode()
    assert "Rapporten" not in carried + content
    assert "middle" not in carried
    assert "Frister flyttet" not in content
    assert 'id="initiatives.yaml"' not in content
    assert [each["as_of"] for each in json.loads(carried)["versions"]] == [
        "2024-10-10",
        "2025-04-10",
    ]


def file_in(content: str, name: str) -> bytes:
    (packed,) = re.findall(f'id="{name}" data-packed="br base64">([^<]*)<', content)
    unpacked: bytes = brotli.decompress(base64.b64decode(packed))
    return unpacked


def test_all_versions_that_git_has(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What isn't committed yet is the last, and what can't be read is left out, and told."""
    use_git_of_its_own(tmp_path, monkeypatch)
    repository = new_repository(tmp_path / "projekt")
    monkeypatch.chdir(repository.folder)
    monkeypatch.setenv("COLUMNS", "400")
    wrong = MIDDLE.replace("status: igangværende", "status: igang")
    for place, text in enumerate((FIRST, wrong, NOW), start=1):
        repository.commit(text, "plan.yaml", date=f"2025-05-0{place}T12:00:00+0200")
    Path("plan.yaml").write_text(AGAIN, "utf-8")
    done = run("render", "plan.yaml", "--history", "git", "--output", "note.html")
    assert done.code == 0
    assert re.search("advarsel: Udgaven [0-9a-f]{7} kan ikke læses. .*E304: »igang«", done.err)
    content = Path("note.html").read_text("utf-8")
    heading = "Initiativ|10. april 2024|10. april 2025|10. oktober 2025|Frister flyttet"
    assert heading in shown(content)
    elsewhere = repository.cloned()
    shutil.copy("plan.yaml", elsewhere.folder)
    monkeypatch.chdir(elsewhere.folder)
    assert made(run, "plan.yaml", "git") == content
    monkeypatch.setattr(commands, "MOST_VERSIONS", 1)
    done = run("render", "plan.yaml", "--history", "git", "--output", "note.html")
    assert "højst 1 udgaver læses: 2 fra 2025-05-01 til 2025-05-02. Angiv selv" in done.err
    assert run("render", "plan.yaml", "--history", "HEAD", "--output", "note.html").code == 0


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        (("--format", "pdf", "--history", "first.yaml"), 2, "is for --format html"),
        (("--format", "html", "--history", "nowhere.yaml"), 1, "nowhere.yaml"),
        (("--format", "html", "--history", "wrong.yaml"), 1, "wrong.yaml:15:17: fejl E304"),
        (("--output", "old.html", "--history", "old.html"), 1, "E603"),
        (("--format", "html", "--history", "git"), 1, "E711"),
    ],
)
def test_what_ends_it(folder: Path, run: Run, asked: tuple[str, ...], code: int, said: str) -> None:
    Path("wrong.yaml").write_text(FIRST.replace("igangværende", "igang"), "utf-8")
    made(run, "first.yaml")
    Path("note.html").rename("old.html")
    done = run("render", "now.yaml", *asked)
    assert (done.code, said in done.err) == (code, True), done.err


def verified(run: Run, content: str, *data: str) -> tuple[int, list[str]]:
    Path("note.html").write_text(content, "utf-8")
    done = run("verify", "note.html", *data)
    lines = (done.out + done.err).splitlines()
    return done.code, [line for line in lines if re.match("[✓~✗] |.*fejl E", line)]


INTACT = "✓ De vedhæftede data er dem, notatet blev dannet af."
SAME = (
    "✓ Notatet viser, hvad dets data siger: Dannet igen bliver notatet præcis det samme, byte for "
    "byte."
)
AS_CARRIED = (
    "~ Udviklingen er den, notatet selv har med. De tidligere udgaver af dets data har det ikke "
    "med, så den er ikke sammenlignet med dem."
)


@pytest.mark.parametrize("more", [(), ("--since", "first.yaml"), ("--draft",)])
def test_verify_says_what_it_can_not_compare(folder: Path, run: Run, more: tuple[str, ...]) -> None:
    content = made(run, "now.yaml", "first.yaml", more=more)
    assert verified(run, content) == (5, [INTACT, SAME, AS_CARRIED])
    assert "\nudvikling: " in run("verify", "note.html").out
    assert run("extract", "note.html").out == NOW


def test_a_page_without_its_data_is_verified_with_them(folder: Path, run: Run) -> None:
    content = made(run, "now.yaml", "first.yaml", more=("--no-source",))
    code, said = verified(run, content, "now.yaml")
    assert (code, said[:2]) == (5, [SAME, AS_CARRIED])


def with_history(content: str, history: bytes) -> str:
    """The page *content*, which carries another *history*, as if it were made of it."""
    (was,) = re.findall('name="statusnote:history" content="([0-9a-f]*)"', content)
    packed = base64.b64encode(brotli.compress(history)).decode()
    other = re.sub('(id="history.json" [^>]*>)[^<]*', rf"\g<1>{packed}", content)
    return other.replace(was, sha256(history).hexdigest())


def test_verify_finds_a_history_that_is_another(folder: Path, run: Run) -> None:
    content = made(run, "now.yaml", "first.yaml")
    was = file_in(content, "history.json")
    unlike = "✗ Det, notatet har med, er ændret, siden det blev dannet: history.json."
    without = re.sub('<script type="application/json" id="history.json".*</script>', "", content)
    assert verified(run, without) == (4, [unlike])
    packed = base64.b64encode(brotli.compress(b"{}")).decode()
    other = re.sub('(id="history.json" [^>]*>)[^<]*', rf"\g<1>{packed}", content)
    assert verified(run, other) == (4, [unlike])
    unasked = re.sub('(name="statusnote:history" content=")[0-9a-f]*', r"\g<1>", content)
    assert verified(run, unasked) == (4, [unlike])
    code, said = verified(run, with_history(content, was.replace("igangværende".encode(), b"x")))
    assert (code, said[1][:45]) == (4, "✗ Notatet viser ikke, hvad dets data siger: D")
    code, said = verified(run, with_history(content, b"[]"))
    assert (code, "history.json: fejl E803" in said[0]) == (1, True)


def test_verify_finds_a_history_that_does_not_end_with_the_note(folder: Path, run: Run) -> None:
    Path("other.yaml").write_text(NOW.replace("gennemført", "delvist gennemført"), "utf-8")
    content = made(run, "now.yaml", "first.yaml")
    theirs = file_in(made(run, "other.yaml", "first.yaml"), "history.json")
    code, said = verified(run, with_history(content, theirs))
    assert code == 4
    assert said[2:] == ["✗ history.json i notatet siger ikke det, dets data siger.", AS_CARRIED]


GOOD: dict[str, Any] = {
    "versions": [{"as_of": "2025-04-10"}],
    "initiatives": [
        {
            "number": 1,
            "title": "Et initiativ",
            "versions": [{"status": "gennemført", "grants": {"kroner": 5, "rounded": False}}],
            "milestones": [{"what": "Rapporten", "dates": ["2025"]}],
        }
    ],
}


def changed(*path: str | int, to: object) -> bytes:
    """GOOD, with something else at a *path*."""
    copy = json.loads(json.dumps(GOOD))
    place = copy
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return json.dumps(copy).encode()


BAD = {
    "no JSON": b"{",
    "no UTF-8": b'"\xff"',
    "half a character": changed("initiatives", 0, "title", to="\ud800"),
    "no versions": changed("versions", to=[]),
    "no day": changed("versions", 0, "as_of", to="i dag"),
    "too few": changed("initiatives", 0, "versions", to=[]),
    "no date": changed("initiatives", 0, "milestones", 0, "dates", 0, to="2025-99"),
    "no dates": changed("initiatives", 0, "milestones", 0, "dates", to=[]),
    "too much": changed("initiatives", 0, "versions", 0, "grants", "kroner", to=10**16),
    "too deep": b"[" * 10_000,
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_what_is_no_history(content: bytes) -> None:
    with pytest.raises(ProblemsFound) as found:
        page_history.read(content, "x.html")
    assert [each.code for each in found.value.problems] == ["E803"]


@pytest.mark.parametrize(
    ("content", "agrees"),
    [
        (json.dumps(GOOD).encode(), False),
        (changed("initiatives", 0, "versions", 0, "grants", "kroner", to=0), True),
        (changed("initiatives", to=[]), False),
        (changed("initiatives", 0, "number", to="1a"), False),
    ],
)
def test_it_agrees_with_a_note_of_the_same_figures(content: bytes, agrees: bool) -> None:
    shown_with = note.derive(loading.read(PUBLISHED_PLAN, "-").plan)
    assert page_history.agrees(page_history.read(content, "-"), shown_with) == agrees


def test_a_history_of_nothing_has_no_sums() -> None:
    shown_with = note.derive(loading.read(PUBLISHED_PLAN, "-").plan)
    empty = page_history.table(page_history.read(changed("initiatives", to=[]), "-"), shown_with)
    assert (empty.rows, empty.sums, empty.moves) == ((), (), ())


def test_what_was_said_earlier_is_folded_and_not_searched(folder: Path, run: Run) -> None:
    made(run, "now.yaml", "first.yaml", "middle.yaml")
    with browser.shown(folder / "note.html") as opened:
        page = opened.page
        said = page.locator("#initiativ-1 .said")
        assert not said.locator("ul").is_visible()
        said.locator("summary").press("Enter")
        assert said.locator("ul").is_visible()
        page.get_by_label("Søg efter ord").fill("igangværende")
        page.wait_for_url("**#?ord=*")
        assert page.locator("article:visible").count() == 1
        page.locator("#fold-sammen").click()
        page.evaluate("location.hash = '#initiativ-2'")
        page.wait_for_function("document.querySelector('#initiativ-2 details').open")
        assert page.locator("details[open]").count() == 1
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator("details:not([open])").count() == 0
        assert opened.said == []
