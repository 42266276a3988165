"""A PDF has one reading where each of its bytes has, and else it is said that it may have more."""

import zlib

import pytest
from support import containers

from statusnote.verify import container

MOST = 2**16


@pytest.mark.parametrize("name", containers.HONEST)
def test_what_is_built_plainly_has_one_reading(name: str) -> None:
    assert container.has_one_reading(containers.HONEST[name](), MOST)


@pytest.mark.parametrize("name", containers.FORGERIES)
def test_what_can_be_read_otherwise_has_more(name: str) -> None:
    assert not container.has_one_reading(containers.FORGERIES[name](), MOST)


def test_a_row_of_a_table_that_is_told_in_another_way_has_more() -> None:
    honest = containers.in_streams(of_table=containers.PREDICTED)
    start = honest.rindex(b"\nstream\n") + 8
    end = honest.rindex(b"\nendstream")
    rows = zlib.decompress(honest[start:end])
    forged = zlib.compress(b"\1" + rows[1:])
    length = b"/Length %d" % (end - start)
    content = honest[:start] + forged + honest[end:]
    content = content.replace(length, b"/Length %d" % len(forged))
    assert not container.has_one_reading(content, MOST)


def test_what_has_more_tokens_than_a_note_has_more_readings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(container, "MOST_TOKENS", 20)
    assert not container.has_one_reading(containers.plain(), MOST)


def test_no_byte_can_be_changed_in_what_holds_a_file_together() -> None:
    """Each but those of texts and numbers, which are values, is of one reading only."""
    honest = containers.plain()
    start = honest.index(b"xref")
    for position in range(start, len(honest) - 1):
        forged = honest[:position] + b"\t" + honest[position + 1 :]
        assert not container.has_one_reading(forged, MOST), forged[position - 20 : position + 9]
