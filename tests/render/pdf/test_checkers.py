"""Public checkers find nothing wrong with the PDF, neither for archives nor for who listens."""

import re
import zlib
from io import BytesIO
from itertools import count
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import EncodedStreamObject, NameObject
from support import awkward, checkers

pytestmark = pytest.mark.no_cover  # much of everything, which other tests hold


@pytest.mark.parametrize("name", awkward.NOTES)
def test_a_note(tmp_path: Path, name: str) -> None:
    (file := tmp_path / "note.pdf").write_bytes(awkward.pdf(name))
    assert checkers.faults(awkward.pdf(name)) == []
    assert checkers.violations(awkward.pdf(name)) == []
    assert checkers.barriers(file) == []


def test_what_is_excepted_is_still_a_false_alarm(tmp_path: Path) -> None:
    (file := tmp_path / "note.pdf").write_bytes(awkward.pdf("one initiative"))
    alarms = checkers.all_faults(_with_a_stream_that_ends_in_cr()) + checkers.all_barriers(file)
    assert {alarm.split(":")[0] for alarm in alarms} == {*checkers.FALSE_ALARMS}


def test_what_is_out_of_scope_still_is() -> None:
    found = "\n".join(checkers.all_violations(awkward.pdf("news")))
    out_of_scope = [pattern for pattern in checkers.OUT_OF_SCOPE if re.search(pattern, found)]
    assert out_of_scope == [*checkers.OUT_OF_SCOPE]


def _with_a_stream_that_ends_in_cr() -> bytes:
    packed = (zlib.compress(b"%d" % number) for number in count())
    stream, pdf = EncodedStreamObject(), PdfWriter(clone_from=BytesIO(awkward.pdf("news")))
    stream._data = next(data for data in packed if data.endswith(b"\r"))
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    pdf.root_object[NameObject("/Test")] = pdf._add_object(stream)
    pdf.write(file := BytesIO())
    return file.getvalue()


def test_a_note_without_a_language_is_found(tmp_path: Path) -> None:
    pdf = PdfWriter(clone_from=BytesIO(awkward.pdf("news")))
    del pdf.root_object["/Lang"]
    pdf.write(file := tmp_path / "note.pdf")
    rules = {fault.split(":")[0] for fault in checkers.faults(file.read_bytes())}
    assert "PDFUA1-ANNOTATION-CONTENTS-LANGUAGE-001" in rules
    assert checkers.barriers(file) == ["DOC-013: the catalog has no /Lang"]


def test_a_note_without_a_colour_profile_is_found() -> None:
    pdf = PdfWriter(clone_from=BytesIO(awkward.pdf("news")))
    del pdf.root_object["/OutputIntents"]
    pdf.write(file := BytesIO())
    rules = {violation.split(":")[1] for violation in checkers.violations(file.getvalue())}
    assert rules == {"output-intent", "6.2.4.3-2"}


def test_what_is_no_pdf_is_found(tmp_path: Path) -> None:
    (file := tmp_path / "note.pdf").write_bytes(b"%PDF-1.7")
    assert len(checkers.barriers(file)) == 1
