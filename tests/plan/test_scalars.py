"""What a value in the file means, what it may not be, and how it is printed."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statusnote import danish
from statusnote.danish import NO_BREAK, number
from statusnote.plan.scalars import (
    Amount,
    NoSuchDay,
    Number,
    Period,
    Total,
    fixed,
    in_order,
    printed_sum,
    read_amount,
    read_day,
    read_due,
    read_number,
    read_period,
)


@pytest.mark.parametrize(
    ("written", "kroner", "rounded"),
    [
        ("1", 1, False),
        ("2830850", 2_830_850, False),
        ("2.830.850", 2_830_850, False),
        ("999.999.999.999.999", 999_999_999_999_999, False),
        ("999999999999999", 999_999_999_999_999, False),
        ("4 mio.", 4_000_000, True),
        ("4,5 mio.", 4_500_000, True),
        ("0,25 mio.", 250_000, True),
        ("1,000001 mio.", 1_000_001, False),
        ("500 t.kr.", 500_000, True),
        ("0,5 t.kr.", 500, True),
        ("1,2 mia.", 1_200_000_000, True),
        ("1,234567891 mia.", 1_234_567_891, False),
    ],
)
def test_an_amount_is_read_in_kroner_and_kept_as_written(
    written: str, kroner: int, rounded: bool
) -> None:
    assert read_amount(written) == Amount(kroner, written, rounded)


KRONER_AS_PEOPLE_WRITE_THEM = (
    *(
        "{} kr",
        "{} kr.",
        "{}kr.",
        "{} kroner",
        "{} DKK",
        "{} dkr.",
        "{},-",
        "{},–",
        "{},- kr.",
        "{},00 kr.",
    ),
    *("kr. {}", "Kr. {}", "kr {}", "kr.{}", "DKK {}", "kr. {},-", "kr. {},00"),
)


@given(st.integers(1, 10**15 - 1), st.sampled_from(KRONER_AS_PEOPLE_WRITE_THEM))
def test_kroner_are_read_as_people_write_them(kroner: int, form: str) -> None:
    for figure in (number(kroner), str(kroner)):
        assert read_amount(form.format(figure)) == Amount(kroner, figure)


@pytest.mark.parametrize(
    ("meant", "written"),
    [
        (
            "4,6 mio.",
            (
                *("4,6 mio", "4,6mio.", "4,6 mio.kr.", "4,6 mio. kr", "4,6 mill."),
                *("4,6 millioner", "4,6 mio kroner", "kr. 4,6 mio.", "DKK 4,6 mio"),
            ),
        ),
        ("1 mio.", ("1 million", "1 million kr.")),
        ("1,2 mia.", ("1,2 mia", "1,2 milliarder kr.", "kr. 1,2 mia.")),
        ("1 mia.", ("1 milliard", "1 Mia. kr.")),
        ("500 t.kr.", ("500 tkr.", "500 tkr", "500 t. kr.", "500 t.kr", "500 tusind kroner")),
    ],
)
def test_units_are_read_as_people_write_them(meant: str, written: tuple[str, ...]) -> None:
    assert {read_amount(each) for each in written} == {read_amount(meant)}
    assert read_amount(meant).written == meant


def test_an_exact_amount_says_what_a_rounded_one_does() -> None:
    exact, rounded = read_amount("1.900.000 kr."), read_amount("1,9 mio.")
    assert exact.says(rounded)
    assert exact.says(read_amount("1900000"))
    assert not rounded.says(exact)
    assert not exact.says(read_amount("1,8 mio."))


@given(st.integers(1, 999_999))
def test_every_number_of_an_initiative_is_read(number: int) -> None:
    assert read_number(str(number)) == number


@given(st.integers(1, 10**15 - 1))
def test_every_amount_that_the_note_prints_is_read_back(kroner: int) -> None:
    assert read_amount(number(kroner)) == Amount(kroner, number(kroner))


@given(st.integers(1, 10**12 - 1))
def test_no_krone_of_a_million_is_lost(kroner: int) -> None:
    whole, part = divmod(kroner, 1_000_000)
    amount = read_amount(f"{whole},{part:06d} mio.")
    assert amount == Amount(kroner, f"{danish.number(whole)},{part:06d} mio.", rounded=False)
    assert read_amount(amount.written) == amount


@pytest.mark.parametrize("written", ["2500,5 mio.", "2.500,5 mio."])
def test_thousands_of_millions_have_a_point(written: str) -> None:
    assert read_amount(written).printed == "2.500,5 mio. kr.".replace(" ", NO_BREAK)


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("2023-2026", Period(2023, 2026)),
        ("2023–2026", Period(2023, 2026)),
        ("2025-2025", Period(2025, 2025)),
    ],
)
def test_a_period_is_two_years_with_a_hyphen_or_a_dash(written: str, period: Period) -> None:
    assert read_period(written) == period


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_and_is_a_due_date_as_precise_as_it_is_written(day: date) -> None:
    assert read_day(day.isoformat()) == day
    for written in (f"{day:%Y-%m-%d}", f"{day:%Y-%m}", f"{day:%Y}", f"ultimo {day:%Y}"):
        assert read_due(written) == written


DAYS_WRITTEN = (
    "{0:%Y-%m-%d}",
    "{0.day}.{1} {0:%Y}",
    "den {0.day}. {1} {0:%Y}",
    "{0:%d}. {1} {0:%Y}",
    "{0.day}/{0.month}-{0:%Y}",
    "{0:%d-%m-%Y}",
    "{0.day}.{0.month}.{0:%Y}",
    "{0:%d/%m/%Y}",
    "{0.day}. {0.month}. {0:%Y}",
    "{0.day}/{0.month} {0:%Y}",
    "den {0.day}/{0.month} {0:%Y}",
    "{0.year}-{0.month}-{0.day}",
    "{0.day} {1} {0:%Y}",
    "D. {0.day}. {1} {0:%Y}",
)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(DAYS_WRITTEN))
def test_a_day_is_read_as_people_write_it(day: date, form: str) -> None:
    month = danish.MONTHS[day.month - 1]
    for name in (month, month.capitalize(), month[:3], f"{month[:3]}."):
        written = form.format(day, name)
        assert (read_day(written), read_due(written)) == (day, day.isoformat())


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from(
        [
            "{0.day}.{0.month}.{0:%y}",
            "{0.day}. {0.month}. {0:%y}",
            "{0.day}/{0.month}-{0:%y}",
            "d. {0.day}/{0.month} {0:%y}",
        ]
    ),
)
def test_a_year_of_two_figures_is_one_of_this_century(day: date, form: str) -> None:
    month = danish.MONTHS[day.month - 1]
    for written in (form.format(day), f"den {day.day}. {month} {day:%y}"):
        assert (read_day(written), read_due(written)) == (day, day.isoformat())


@pytest.mark.parametrize(
    ("written", "last"),
    [
        *(("31/6-2026", "2026-06-30"), ("31. juni 2026", "2026-06-30")),
        *(("2025-2-29", "2025-02-28"), ("30.2.24", "2024-02-29")),
    ],
)
def test_a_day_that_its_month_has_not_got_names_the_last_one(written: str, last: str) -> None:
    for read in (read_day, read_due):
        with pytest.raises(NoSuchDay) as error:
            read(written)
        assert error.value.last == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("written", "due"),
    [
        *(("juli 2026", "2026-07"), ("Maj 2026", "2026-05"), ("sep. 2026", "2026-09")),
        *(("1. sept. 2026", "2026-09-01"), ("sept 2026", "2026-09"), ("Febr. 2026", "2026-02")),
        *(("Q2 2026", "2. kvartal 2026"), ("q4 2026", "4. kvartal 2026")),
        *(("3. kvt. 2026", "3. kvartal 2026"), ("Ultimo 2026", "ultimo 2026")),
        *(("Inden udgangen af 2026", "inden udgangen af 2026"), ("Løbende", "løbende")),
    ],
)
def test_a_due_date_has_one_way_to_be_written(written: str, due: str) -> None:
    assert read_due(written) == due


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_what_is_printed_of_a_date_can_be_read_again(day: date) -> None:
    assert read_day(fixed(danish.day(day))) == day
    for due in (day.isoformat(), f"{day:%Y-%m}", f"{day:%Y}", f"2. halvår {day:%Y}", "løbende"):
        assert read_due(fixed(danish.due(due))) == due


@pytest.mark.parametrize(
    "written",
    [
        *("midten af 2026", "i løbet af 2026", "inden udgangen af 2026", "ved udgangen af 2026"),
        *("1. halvår 2026", "2. halvår 2026", "løbende"),
        *("primo 2026", "medio 2026", "ultimo 2026", "begyndelsen af 2026", "slutningen af 2026"),
        *("forår 2026", "sommer 2026", "efterår 2026", "vinter 2026"),
        *("1. kvartal 2026", "2. kvartal 2026", "3. kvartal 2026", "4. kvartal 2026"),
        *("inden sommerferien 2025", "2025", "2025-07", "2025-07-01", "2028-02-29"),
    ],
)
def test_a_due_date_is_kept_as_it_is_written(written: str) -> None:
    assert read_due(written) == written


REFUSED: dict[Callable[[str], object], list[str]] = {
    read_amount: [
        *("", "0", "010", "-5", "+5", "2,5", "2.83", "2.8300", "1.00.000", "1,000,000", "1 000"),
        *("4,5", "4.5 mio.", "4,5 m", "4,5 mio..", "1.00 mio.", "5,50 kr.", "5,0"),
        *("5 t.kr. kr.", "5 tk.", "5,1234 t.kr.", "5 kr. mio.", "ca. 5 mio.", "5 mio. kr. kr."),
        *("0.500 mio.", "1.000.000 mio.", "1000.000 mio."),
        *("0 mio.", "0,0 mio.", "00,5 mio.", ",5 mio.", "4, mio.", "0,0000001 mio."),
        *("1.000.000.000.000.000", "1000000000000000", "1e6", "1_000", "1٢", "２８３", "4,٥ mio."),
        *("5,—", "5 k.", "kr.", "mio.", "EUR 5", "5 EUR", "5 øre", "ti", "5\n"),
    ],
    read_number: [
        *("", "0", "01", "-1", "+1", "1,0", "1 000", "1e3", "1000000", "et", "A", "1ab", "1A"),
        *("1 ", "1\n", "١", "２", "1..2", "1.", ".1", "A.", "ABCD1", "1.1.1.1.1.1"),
    ],
    read_period: [
        *("", "2023", "2026-2023", "2023 - 2026", "2023-26", "2023/2026", "2023—2026"),
        *(
            "1899-2026",
            "2023-2200",
            "2203-2206",
            "0000-0001",
            "0023-2026",
            "٢٠٢٣-٢٠٢٦",
            "2023-2026\n",
        ),
    ],
    read_day: [
        *("", "2025", "2025-04", "2025/4/10", "2025-04-31", "2025-02-29", "2025-13-01"),
        *(
            "20250410",
            "2025-W15-4",
            "2025-04-10T00:00",
            "10/4",
            "10/4/25",
            "10-04-25",
            "25-04-10",
            "april 25",
            "10. april",
            "4/31-2025",
        ),
        *("31. april 2025", "29/2-2025", "10.. april 2025", "10. aprils 2025", "10april 2025"),
        *("32/1-2025", "10/13-2025", "00-01-2025", "10. April. 2025", "april 2025", "løbende"),
        *("1899-12-31", "2200-01-01", "2025-04-00", "2025-04-32", "2025-00-10"),
        *("0000-01-01", "0999-12-31", "٢٠٢٥-٠٤-١٠", "2025-04-10\n"),
    ],
    read_due: [
        *("", "2025-13", "2025-00", "2025-04-31", "2025-4", "25", "0000", "0999", "0999-01"),
        *("maj 25", "25-5", "ultimo 25", "Q2 25"),
        *("1899", "2200", "1899-12", "2200-01", "ultimo 2200", "2200-01-01", "2202-07", "0225"),
        *("5. kvartal 2026", "0. kvartal 2026", "kvartal 2026", "ultimo", "snart"),
        *(
            "3. kvartal",
            "Q5 2026",
            "Q2",
            "3. halvår 2026",
            "halvår 2026",
            "løbende 2026",
            "LØBENDE",
        ),
        *(
            "ultimo  2026",
            "ultimo 2026 ",
            "medio marts 2025",
            "inden jul 2025",
            "２０２５",
            "2025\n",
        ),
    ],
}


@pytest.mark.parametrize("read", REFUSED, ids=lambda read: read.__name__)
def test_what_is_no_value_is_refused(read: Callable[[str], object]) -> None:
    assert [written for written in REFUSED[read] if reads(read, written)] == []


def reads(read: Callable[[str], object], written: str) -> bool:
    try:
        read(written)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("1", "1~kr."),
        ("999", "999~kr."),
        ("2830850", "2.830.850~kr."),
        ("2.830.850", "2.830.850~kr."),
        ("4,5 mio.", "4,5~mio.~kr."),
        ("4,50 mio.", "4,50~mio.~kr."),
        ("1,2 mia.", "1,2~mia.~kr."),
        ("1500 t.kr.", "1.500~t.kr."),
    ],
)
def test_an_amount_never_breaks_across_lines(written: str, shown: str) -> None:
    assert read_amount(written).printed == shown.replace("~", NO_BREAK)


def test_an_amount_in_kroner_is_shown_alike_however_it_is_written() -> None:
    assert Amount(2_500, "2500").printed == Amount(2_500, "2.500").printed


@pytest.mark.parametrize(
    ("kroner", "rounded", "shown"),
    [
        (13_000_000, False, "13.000.000~kr."),
        (16_000_000, True, "ca.~16.000.000~kr."),
        (0, False, "0~kr."),
    ],
)
def test_a_sum_with_a_rounded_part_is_about(kroner: int, rounded: bool, shown: str) -> None:
    assert Total(kroner, rounded).printed == shown.replace("~", NO_BREAK)


def test_a_sum_is_rounded_where_one_of_its_amounts_is() -> None:
    amounts = [read_amount(written) for written in ("2.500", "4,5 mio.")]
    assert Total.of(amounts) == Total(4_502_500, rounded=True)
    assert Total.of(amounts[:1]) == Total(2_500, rounded=False)
    assert Total.of([]) == Total(0, rounded=False)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("forløber\u00a0planmæssigt", "forløber planmæssigt"),
        ("\u202f4,5\u00a0 mio. ", "4,5 mio."),
        ("eftera\u030aret \t2026", "efteråret 2026"),
    ],
)
def test_a_fixed_value_has_single_spaces_and_composed_letters(written: str, meant: str) -> None:
    assert fixed(written) == meant


def test_numbers_are_sorted_by_their_parts() -> None:
    ordered: list[Number] = ["B1", 10, "1.10", "1b", "A.2", 2, "1a", 1, "1.2", "A.1"]
    found = sorted(ordered, key=in_order)
    assert found == [1, "1.2", "1.10", "1a", "1b", 2, 10, "A.1", "A.2", "B1"]


@pytest.mark.parametrize(
    ("amounts", "printed"),
    [
        (["6,5 mio.", "12 mio.", "800 t.kr."], "19,3 mio. kr."),
        (["4 mio.", "4 mio."], "8 mio. kr."),
        (["300 t.kr.", "500 t.kr."], "800 t.kr."),
        (["1,2 mia.", "300 mio."], "1,5 mia. kr."),
        (["1,2 mia.", "34,5 mio."], "1.234,5 mio. kr."),
        (["600 t.kr.", "450 t.kr."], "1,05 mio. kr."),
        (["0,5 t.kr."], "ca. 500 kr."),
        (["4 mio.", "2.500.000"], "ca. 6.500.000 kr."),
        (["2.500.000", "500.000"], "3.000.000 kr."),
        ([], "0 kr."),
    ],
)
def test_a_sum_is_in_units_where_all_of_its_amounts_are(amounts: list[str], printed: str) -> None:
    found = printed_sum(map(read_amount, amounts))
    assert danish.plain(found) == printed
