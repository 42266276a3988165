"""The Danish of the note."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statusnote import danish
from statusnote.plan.scalars import read_due


@pytest.mark.parametrize(
    ("shown", "total", "words"),
    [
        (26, 26, "26 initiativer"),
        (10, 26, "10 af 26 initiativer"),
        (1, 26, "1 af 26 initiativer"),
        (0, 26, "0 af 26 initiativer"),
        (1, 1, "1 initiativ"),
        (0, 1, "0 af 1 initiativ"),
        (0, 0, "0 initiativer"),
        (1_000, 2_500, "1.000 af 2.500 initiativer"),
    ],
)
def test_initiatives_are_counted(shown: int, total: int, words: str) -> None:
    assert danish.counted(shown, total, "initiativ", "initiativer") == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 4, 10), "10.~april 2025"),
        (date(2024, 2, 29), "29.~februar 2024"),
        (date(2026, 12, 1), "1.~december 2026"),
    ],
)
def test_a_day_is_written_out(day: date, words: str) -> None:
    assert danish.day(day) == words.replace("~", danish.NO_BREAK)


@pytest.mark.parametrize(
    ("due", "last"),
    [
        *(("2025-04-10", "2025-04-10"), ("2024-02-29", "2024-02-29"), ("1900-01-01", "1900-01-01")),
        *(("2025-01", "2025-01-31"), ("2025-02", "2025-02-28"), ("2024-02", "2024-02-29")),
        *(("2025-04", "2025-04-30"), ("2025-11", "2025-11-30"), ("2025-12", "2025-12-31")),
        *(("2025", "2025-12-31"), ("2199", "2199-12-31")),
        *(("primo 2025", "2025-04-30"), ("begyndelsen af 2025", "2025-04-30")),
        ("medio 2025", "2025-08-31"),
        *(("ultimo 2025", "2025-12-31"), ("slutningen af 2025", "2025-12-31")),
        *(("1. kvartal 2025", "2025-03-31"), ("2. kvartal 2025", "2025-06-30")),
        *(("3. kvartal 2025", "2025-09-30"), ("4. kvartal 2025", "2025-12-31")),
        *(("forår 2025", "2025-05-31"), ("foråret 2025", "2025-05-31")),
        *(("sommer 2025", "2025-08-31"), ("sommeren 2025", "2025-08-31")),
        *(("efterår 2025", "2025-11-30"), ("efteråret 2025", "2025-11-30")),
        *(("vinter 2025", "2026-02-28"), ("vinteren 2025", "2026-02-28")),
        *(("vinter 2027", "2028-02-29"), ("vinteren 2199", "2200-02-28")),
        *(("1. halvår 2025", "2025-06-30"), ("2. halvår 2025", "2025-12-31")),
        *(("midten af 2025", "2025-08-31"), ("i løbet af 2025", "2025-12-31")),
        *(("inden udgangen af 2025", "2025-12-31"), ("ved udgangen af 2025", "2025-12-31")),
    ],
)
def test_a_vague_date_has_a_last_day(due: str, last: str) -> None:
    assert danish.last_day(read_due(due)) == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("due", "first"),
    [
        *(("2025-04-10", "2025-04-10"), ("2025-02", "2025-02-01"), ("2025", "2025-01-01")),
        *(
            ("primo 2025", "2025-01-01"),
            ("medio 2025", "2025-05-01"),
            ("ultimo 2025", "2025-09-01"),
        ),
        *(("1. kvartal 2025", "2025-01-01"), ("4. kvartal 2025", "2025-10-01")),
        *(("1. halvår 2025", "2025-01-01"), ("2. halvår 2025", "2025-07-01")),
        *(("foråret 2025", "2025-03-01"), ("vinter 2025", "2025-01-01")),
        *(("inden sommerferien 2025", "2025-01-01"), ("i løbet af 2025", "2025-01-01")),
        *(("inden udgangen af 2025", "2025-01-01"), ("ved udgangen af 2025", "2025-12-01")),
    ],
)
def test_a_vague_date_has_a_first_day(due: str, first: str) -> None:
    assert danish.first_day(read_due(due)) == date.fromisoformat(first)


def last_of(due: str) -> date:
    last = danish.last_day(due)
    assert last
    return last


def test_what_has_no_time_of_its_own_has_neither_day() -> None:
    assert (danish.first_day("løbende"), danish.last_day("løbende")) == (None, None)


@pytest.mark.parametrize(
    "last",
    [
        *("2023-06-23", "2024-06-28", "2025-06-27", "2026-06-26", "2027-06-25", "2029-06-29"),
        *("2018-06-29", "2019-06-28", "2020-06-26"),
    ],
)
def test_the_last_day_before_the_summer_holiday_is_a_friday(last: str) -> None:
    day = date.fromisoformat(last)
    assert last_of(f"inden sommerferien {day.year}") == day


@given(st.integers(1900, 2199))
def test_the_summer_holiday_begins_on_the_last_saturday_of_june(year: int) -> None:
    saturday = last_of(f"inden sommerferien {year}") + timedelta(1)
    assert (saturday.isoweekday(), saturday.month) == (6, 6)
    assert (saturday + timedelta(7)).month == 7


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_the_last_day_of_a_month_is_followed_by_another_month(day: date) -> None:
    last = last_of(f"{day:%Y-%m}")
    assert (last.year, last.month) == (day.year, day.month)
    assert (last + timedelta(1)).day == 1


@pytest.mark.parametrize(
    "text",
    [
        *("For 10.600.000~kr. bliver", "afsat 1,9~mio.~kr. til", "2~mia.~kroner", "to mio.~kr."),
        *("op til 6~måneder", "1~måned", "3~år", "5~uger", "1~uge", "10~dage", "1~dag", "40~pct."),
        *("10~%", "10~procent", "5~millioner kroner", "50.000~kroner"),
        *("2~års fængsel", "14~dages frist", "6~ugers kursus", "6~måneders ophold"),
        *("den 2.~april 2025", "1.~juli", "31.~december 2026.", "3.~kvartal i~2026", "2.~halvår"),
        *("d.~2.~april 2025", "D.~1.~maj", "til ultimo~2026", "Primo~2025", "i~2024 blev"),
        *("en strafreform inden~sommerferien~2025.", "Inden~sommerferien"),
        *("på §~11.11.01.40.", "§§~3 og 4", "ca.~400", "nr.~5", "stk.~2", "kap.~3", "s.~12"),
        *("kl.~12", "Ca.~400 eksemplarer", "Nr.~5 og stk.~2", "(ca.~4,5~mio.~kr.)", "Kl.~12.30"),
        *("markeret med~*, er", "en titel~*", "(med~*)", "se~*."),
        *("i Region~H og Region Midt", "§~5~A.", "Professionshøjskole~(KP) og VIA~(VIA)"),
        *("til mænd~m.v.).", "penge~mv.", "kurser~m.m.", "hverdagen~– én til", "Guide~– Den"),
    ],
)
def test_what_belongs_together_stays_on_one_line(text: str) -> None:
    assert danish.keep_together(text.replace("~", " ")) == text.replace("~", danish.NO_BREAK)


@pytest.mark.parametrize(
    "text",
    [
        *("2023-|2026", "RED-|Center", "Q-|Værk og", "it-|løsning", "8.-|klasse", "5-|6~år", "-|5"),
        *("social-, sundheds-~og arbejdsmarkedsområdet", "børne-~eller ungeområdet", "a-|b-~til c"),
        *("Social-~og Boligministeriet", "fonde-~samt puljemidler", "8.-~og 9.-~klasser"),
        *("børneområdet og -|området", "i alt -|og", "tids-~til opgaven", "(over-)belastning"),
        *("social-/sundhedsområdet", "et --|kast"),
    ],
)
def test_a_hyphen_of_the_text_is_never_last_on_a_line(text: str) -> None:
    kept = text.replace("-)", "-|)").replace("-,", "-|,").replace("-/", "-|/").replace("--", "-|-")
    kept = kept.replace("-~", "-|~").replace("|", danish.WORD_JOINER)
    kept = kept.replace("~", danish.NO_BREAK)
    assert danish.keep_together(text.replace("~", " ").replace("|", "")) == kept


@pytest.mark.parametrize(
    "text",
    [
        *("omkring 800 hørt", "12 grundkurser", "i 20 dele", "i 20245"),
        *("1. afsnit", "2. marsvin", "april 2025", "af 2025", "5 håndbøger"),
        *("5 årlige møder", "3 dagligstuer", "4 ugentlige møder", "§ og §", "ca. det samme"),
        *("Isca. 4", "ms. 3", "et *fremhævet* ord", "2023 - 2026", "Vold –og"),
        *("kampagnen. I gruppen", "et (kort) møde", "ca.  4", "PLO –", "– en", "samt", ""),
        *("2023–2026", "SUM/UIM", "Social- "),
    ],
)
def test_other_places_may_end_a_line(text: str) -> None:
    assert danish.keep_together(text) == text


SPACES = "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
NO_BREAK_SPACES = "\u2007\u202f\u00a0"


def test_spaces_of_other_widths_become_the_usual_two() -> None:
    assert danish.keep_together(f"a{'b'.join(SPACES)}c") == f"a{'b'.join(' ' * 12)}c"
    assert danish.keep_together("1".join(NO_BREAK_SPACES)) == "1".join(danish.NO_BREAK * 3)
    assert danish.keep_together("4\u2009kr.") == f"4{danish.NO_BREAK}kr."


def test_a_no_break_hyphen_becomes_one_at_which_no_line_ends() -> None:
    assert danish.keep_together("it\u2011løsning") == f"it-{danish.WORD_JOINER}løsning"


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["4,5", "2.", "ca.", "§", "mio.", "kr.", "april", "-", "og", "*", " ", "år", "nr."]
            ),
            st.text(
                st.characters(exclude_characters=f"{SPACES}{NO_BREAK_SPACES}\u2011"), max_size=3
            ),
        )
    ).map("".join)
)
def test_nothing_of_the_text_changes_but_where_a_line_may_end(text: str) -> None:
    kept = danish.keep_together(text)
    assert danish.plain(kept) == danish.plain(text)
    assert danish.keep_together(kept) == kept


@pytest.mark.parametrize(
    ("written", "said"),
    [
        *(("2026-12-31", "31.\u00a0december 2026"), ("2025-07", "juli 2025"), ("2025", "2025")),
        *(("ultimo 2026", "ultimo 2026"), ("1. kvartal 2026", "1. kvartal 2026")),
    ],
)
def test_a_date_is_said_as_vaguely_as_it_was_written(written: str, said: str) -> None:
    assert danish.due(written) == said


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0\u00a0dage"), (1, "1\u00a0dag"), (1234, "1.234\u00a0dage")]
)
def test_days_are_counted(count: int, said: str) -> None:
    assert danish.days(count) == said


@pytest.mark.parametrize(
    ("written", "composed"),
    [
        ("plain", "plain"),
        ("A\u030arhus, e\u0301n o\u0308l", "Århus, én öl"),
        ("x\u0301 a\u0323\u0302", "x\u0301 ậ"),
        ("ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ", "ff fi fl ffi ffl st st"),
        ("½ ² … № \u00a0 æøå – »«", "½ ² … № \u00a0 æøå – »«"),
    ],
)
def test_letters_are_composed_and_ligatures_are_letters(written: str, composed: str) -> None:
    assert danish.composed(written) == composed
