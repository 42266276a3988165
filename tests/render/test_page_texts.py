"""Texts in the elements of the page: years that stay together, and whom to write to."""

import pytest

from statusnote.render.page_texts import whole, with_mail


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Planen 2023-2026.", 'Planen <span class="whole">2023-2026</span>.'),
        ("2023–2026 <b>", '<span class="whole">2023–2026</span> &lt;b&gt;'),
        ("Sag 12023-2026, 2023-20261", "Sag 12023-2026, 2023-20261"),
        ("ca. 5 kr.", "ca.\u00a05\u00a0kr."),
    ],
)
def test_no_line_ends_in_a_range_of_years(text: str, shown: str) -> None:
    assert whole(text) == shown


IDA = '<a href="mailto:ida.holm@x-y.dk">ida.holm@x-y.dk</a>'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ida Holm, ida.holm@x-y.dk.", f"Ida Holm, {IDA}."),
        ("ida.holm@x-y.dk, tlf. 12 <34>", f"{IDA}, tlf. 12 &lt;34&gt;"),
        ("Ida Holm (2023-2026)", 'Ida Holm (<span class="whole">2023-2026</span>)'),
        ('"@x.dk, a@b, ida@', "&#34;@x.dk, a@b, ida@"),
        ("a" * 100_000, "a" * 100_000),
    ],
)
def test_a_mail_address_is_a_link(text: str, shown: str) -> None:
    assert with_mail(text) == shown
