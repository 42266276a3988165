"""What Word, Excel and the web bring along, and nobody sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statusnote.answers.cell_texts import normal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  a  b\t c ", "a b c"),
        ("a\xa0b\u2009c\u3000d", "a b c d"),
        ("a\r\nb\rc\vd\fe\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("\n\na\n\nb\n \n", "a\n\nb"),
        ("a\u200b\u2060\ufeff\xad\u202ab", "ab"),
        ("\x00a\x07\ud83d", "a"),
        ("bla\u030abær", "blåbær"),
        ("a\u200b\u030a", "å"),
        ("e\ufb03cient", "efficient"),
        ("»a« “b” ’c’ – d — e", "»a« “b” ’c’ – d — e"),
        ("for\u2011 og efter\x1e", "for- og efter-"),
        ("", ""),
    ],
)
def test_a_text_is_as_it_is_seen(text: str, expected: str) -> None:
    assert normal(text) == expected


@given(st.text())
def test_what_is_normal_stays_so(text: str) -> None:
    assert normal(normal(text)) == normal(text)
