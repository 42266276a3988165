"""What `make golden` says of the files that it accepts."""

from pathlib import Path

from support.golden import accept, listed
from support.project import EXAMPLES, GOLDEN, ROOT


def test_a_file_is_accepted_and_told_only_where_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "new" / "note.md"
    assert [accept(path, text) for text in ("a", "a", "b")] == [True, False, True]
    assert path.read_text("utf-8") == "b"


def test_the_files_that_changed_are_listed_by_kind() -> None:
    changed = [
        ROOT / "docs" / "problems.md",
        *(EXAMPLES / "invalid" / name for name in ("tab.txt", "crlf.txt")),
        *(GOLDEN / name for name in ("due-80.txt", "due-60.txt", "note.md")),
    ]
    assert list(listed(changed)) == [
        "docs/*.md (1): problems.md",
        "tests/examples/invalid/*.txt (2): crlf.txt tab.txt",
        "tests/golden/due*.txt (2): due-60.txt due-80.txt",
        "tests/golden/note*.md (1): note.md",
    ]
    assert list(listed([])) == ["no golden file changed"]
