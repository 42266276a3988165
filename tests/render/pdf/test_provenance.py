"""What a note as PDF carries: its data, the same as JSON, and the record of what made it."""

import json
import subprocess
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Pdf
from support.project import REAL, SMALL_PLAN

from statusnote.changes import whats_new
from statusnote.note import Note
from statusnote.plan import loading
from statusnote.render import note_json
from statusnote.render.forms import FORMS, Sources
from statusnote.render.record import Record, record_of
from statusnote.render.templates import Templates

OURS = Templates.found(None)
PLAN = SMALL_PLAN.replace("en lille plan", "'A & B <i>'").replace(
    "title: Status for 'A & B <i>'", 'title: "Status for A & B <i>"\nstamp: Offentligt'
)
FULL = (
    PLAN
    + """\
        account:
          - Det er *gjort*, se [siden](https://example.org).
          - grants:
              - Odense Kommune: 3.628.580
              - Aarhus Kommune: 4,5 mio.
          - Det gik godt.
        milestones:
          - what: Rapporten foreligger
            due: 2026-06
            moved_from: [2025]
          - what: Puljen er udmøntet
            due: 2024-05-01
            met: 2024-04-30
"""
)


def note_on(text: str, before: str = "", *, draft: bool = False) -> Note:
    plan = loading.read(text, "plan.yaml").plan
    return whats_new.note_on(
        plan, loading.read(before, "old").plan if before else None, draft=draft
    )


def made(text: str, before: str = "", *, draft: bool = False, attached: bool = True) -> bytes:
    sources = Sources(text.encode(), before.encode() if before else None, attached)
    return FORMS["pdf"].render(note_on(text, before, draft=draft), OURS, sources)


def hashed(text: str) -> str:
    return sha256(text.encode()).hexdigest()


@pytest.fixture(scope="module")
def full() -> bytes:
    return made(FULL, PLAN)


def test_the_files_are_attached_as_they_are(full: bytes) -> None:
    with Pdf.open(BytesIO(full)) as opened:
        root: Any = opened.Root
        names = list(root.Names.EmbeddedFiles.Names)
        found = [_attachment(each) for each in names[1::2]]
        assert [str(name) for name in names[::2]] == [each[0] for each in found]
        assert [each.objgen for each in root.AF] == [each.objgen for each in names[1::2]]
    yaml = "/application/yaml"
    assert found == [
        (
            "initiatives-before.yaml",
            "/Supplement",
            "De tidligere data, som ændringerne i notatet er fundet ud fra",
            yaml,
            PLAN.encode(),
        ),
        (
            "initiatives.yaml",
            "/Source",
            "De data, som notatet er dannet af",
            yaml,
            FULL.encode(),
        ),
        (
            "note.json",
            "/Data",
            "Notatets indhold som data",
            "/application/json",
            note_json.as_json(note_on(FULL, PLAN)),
        ),
    ]


def _attachment(specification: Any) -> tuple[Any, ...]:
    stream = specification.EF.F
    content = stream.read_bytes()
    dates = (str(stream.Params.CreationDate), str(stream.Params.ModDate))
    assert (dates, stream.Params.Size) == (("D:20250410", "D:20250410"), len(content))
    assert specification.EF.UF.objgen == stream.objgen
    assert str(specification.F) == str(specification.UF)
    kind = str(specification.AFRelationship)
    return str(specification.UF), kind, str(specification.Desc), str(stream.Subtype), content


def test_another_reader_finds_them(full: bytes, tmp_path: Path) -> None:
    (tmp_path / "note.pdf").write_bytes(full)
    command = ["pdfdetach", "-saveall", "-o", str(tmp_path), str(tmp_path / "note.pdf")]
    subprocess.run(command, check=True)
    assert (tmp_path / "initiatives.yaml").read_text("utf-8") == FULL
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "initiatives-before.yaml",
        "initiatives.yaml",
        "note.json",
        "note.pdf",
    ]


def test_the_data_can_be_left_out() -> None:
    with Pdf.open(BytesIO(made(FULL, PLAN, attached=False))) as opened:
        assert list(opened.attachments) == ["note.json"]
        assert hashed(FULL) in _xmp(opened)
        assert hashed(PLAN) in _xmp(opened)


def test_a_note_of_no_files_says_nothing_of_them() -> None:
    with Pdf.open(BytesIO(FORMS["pdf"].render(note_on(FULL), OURS))) as opened:
        assert list(opened.attachments) == ["note.json"]
        assert "<statusnote:data>" not in _xmp(opened)


def _xmp(opened: Pdf) -> str:
    root: Any = opened.Root
    assert "/Filter" not in root.Metadata
    return bytes(root.Metadata.read_raw_bytes()).decode()


def test_the_metadata(full: bytes, golden: Callable[[str, str], None]) -> None:
    with Pdf.open(BytesIO(full)) as opened:
        xmp = _xmp(opened)
        info: Any = opened.docinfo
        assert {key: str(value) for key, value in info.items()} == {
            "/Title": "Status for A & B <i>",
            "/Subject": "Notatet handler om 1 initiativ.",
            "/Creator": "statusnote 0.1.0",
            "/Producer": "WeasyPrint 70.0",
            "/CreationDate": "D:20250410",
            "/ModDate": "D:20250410",
        }
    for name, each in (("data", FULL), ("before", PLAN)):
        assert xmp.count(hashed(each)) == 1
        xmp = xmp.replace(hashed(each), f"({name})")
    ours = record_of(note_on(FULL), "pdf", OURS, None).templates
    golden("metadata.xml", f"{xmp.replace(ours, '(templates)')}\n")


def test_a_draft_says_so_in_its_title_and_its_record() -> None:
    with Pdf.open(BytesIO(made(PLAN, draft=True))) as opened:
        assert str(opened.docinfo["/Title"]) == "UDKAST: Status for A & B <i>"
        assert _xmp(opened).count(">UDKAST: Status for A &amp; B &lt;i&gt;<") == 2
        assert "<statusnote:state>draft</statusnote:state>" in _xmp(opened)


def test_a_note_without_an_introduction_is_not_described() -> None:
    plan = PLAN.replace(
        "introduction:\n  - Notatet handler om {antal} initiativ.", "introduction: []"
    )
    assert plan != PLAN
    with Pdf.open(BytesIO(made(plan))) as opened:
        assert "/Subject" not in opened.docinfo
        assert "dc:description" not in _xmp(opened)


def test_a_title_is_without_what_holds_a_line_together() -> None:
    with Pdf.open(BytesIO(made(PLAN.replace("<i>", "2023-2026 nr. 5")))) as opened:
        assert str(opened.docinfo["/Title"]) == "Status for A & B 2023-2026 nr. 5"


@pytest.mark.parametrize("attached", [True, False])
def test_other_data_give_other_bytes(attached: bool) -> None:
    plain = made(PLAN, attached=attached)
    assert plain == made(PLAN, attached=attached)
    others = [made(f"{PLAN}# En bemærkning\n", attached=attached), made(PLAN, PLAN)]
    assert len({plain, *others}) == 3


def test_the_stamp_of_a_draft_is_that_it_is_one() -> None:
    for text in (PLAN, SMALL_PLAN):
        assert note_on(text, draft=True).stamps == ("UDKAST",)


def test_the_record() -> None:
    sources = Sources(b"a", b"b")
    ours = record_of(note_on(PLAN, draft=True), "pdf", OURS, sources)
    assert ours == Record("draft", "0.1.0", ours.templates, hashed("a"), hashed("b"))
    assert record_of(note_on(PLAN), "pdf", OURS, None) == Record("final", "0.1.0", ours.templates)


def test_templates_are_known_by_all_that_they_are_made_of(tmp_path: Path) -> None:
    def record(**texts: str) -> str:
        for name, text in texts.items():
            (tmp_path / name.replace("_", ".")).write_text(text)
        return record_of(note_on(PLAN), "pdf", Templates.found(tmp_path), None).templates

    ours = record_of(note_on(PLAN), "pdf", OURS, None).templates
    page = "{% include 'a.j2' %}{% include 'b.j2' ignore missing %}{% include note.title %}"
    found = [
        ours,
        record(note_css="/* {% {{ */"),
        (tmp_path / "note.html.j2").write_text(page) and record(a_j2="{% include 'a.j2' %}"),
        record(a_j2="{% include 'a.j2' %} "),
        record(b_j2=""),
    ]
    assert len(set(found)) == 5
    assert record(other_j2="") == record(note_md="") == found[-1]
    text = "".join(f"{hashed((tmp_path / n).read_text())}  {n}\n" for n in ("a.j2", "b.j2"))
    text += "".join(
        f"{hashed((tmp_path / n).read_text())}  {n}\n" for n in ("note.css", "note.html.j2")
    )
    assert found[-1] == hashed(text)


def test_the_note_as_data() -> None:
    printed = "print_milestones: true\n"
    found = json.loads(note_json.as_json(note_on(printed + FULL, printed + PLAN)))
    assert found == {
        "title": "Status for A & B <i>",
        "stamp": "Offentligt",
        "draft": False,
        "head": {},
        "as_of": "2025-04-10",
        "introduction": ["Notatet handler om 1 initiativ."],
        "ministries": [{"code": "SBM", "name": "Social- og Boligministeriet"}],
        "changes": [
            {
                "sum": "1 ændret siden sidst.",
                "initiatives": [{"title": "Et initiativ", "changes": CHANGES}],
            }
        ],
        "sections": [
            {
                "title": "Den eneste del",
                "initiatives": [
                    {
                        "number": 1,
                        "title": "Et initiativ",
                        "ministries": ["SBM"],
                        "participants": [],
                        "reserve_financed": False,
                        "marks": [],
                        "status": "gennemført",
                        "means": "done",
                        "account": ["Det er gjort, se siden.", "Det gik godt."],
                        "grants": [
                            {"recipient": "Odense Kommune", "kroner": 3628580, "rounded": False},
                            {"recipient": "Aarhus Kommune", "kroner": 4500000, "rounded": True},
                        ],
                        "parts": [],
                        "budget": [],
                        "indicators": [],
                        "milestones": [
                            {
                                "what": "Rapporten foreligger",
                                "due": "2026-06",
                                "last_day": "2026-06-30",
                                "met": None,
                                "moved_from": ["2025"],
                            },
                            {
                                "what": "Puljen er udmøntet",
                                "due": "2024-05-01",
                                "last_day": "2024-05-01",
                                "met": "2024-04-30",
                                "moved_from": [],
                            },
                        ],
                        "more": {},
                    }
                ],
            }
        ],
        "totals": {
            "initiatives": 1,
            "statuses": [{"status": "gennemført", "means": "done", "count": 1}],
            "kroner": 8128580,
            "rounded": True,
            "budget": {"kroner": 0, "rounded": False},
            "marks": [],
        },
        "more": {},
    }


CHANGES = [
    "Milepæl: »Rapporten foreligger: juni 2026 (flyttet fra 2025)« er kommet til.",
    "Milepæl: »Puljen er udmøntet: 1. maj 2024 (indfriet 30. april 2024)« er kommet til.",
    "Tilskud: »Odense Kommune: 3.628.580 kr.« er kommet til.",
    "Tilskud: »Aarhus Kommune: 4,5 mio. kr.« er kommet til.",
    "Tilskud i alt: fra 0 kr. til ca. 8.128.580 kr.",
    "Redegørelsen er ændret.",
]


def test_ministries_that_no_initiative_has_are_not_told() -> None:
    spare = PLAN.replace("ministries:\n", "ministries:\n  XM: Et andet ministerium\n")
    assert "XM" in note_on(spare).ministries
    assert note_json.as_json(note_on(spare)) == note_json.as_json(note_on(PLAN))


def test_milestones_that_are_not_printed_are_not_told_either() -> None:
    silent = json.loads(note_json.as_json(note_on(FULL)))
    assert silent["sections"][0]["initiatives"][0]["milestones"] == []


def test_the_real_note_as_data() -> None:
    note = note_on(REAL.read_text("utf-8"))
    found = json.loads(note_json.as_json(note))
    assert found["totals"]["initiatives"] == 26
    assert found["changes"] == []
    assert found["sections"][0]["initiatives"][0]["ministries"] == ["SUM", "UIM"]
    assert json.loads(note_json.as_json(note_on(SMALL_PLAN)))["stamp"] is None
