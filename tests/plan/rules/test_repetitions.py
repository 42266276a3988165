"""Titles and recipients that stand twice."""

from support.plan_fields import account, found, found_in, plan, section


def test_titles_that_differ_by_case_and_spaces_only_are_found_in_all_sections() -> None:
    first = section("title: En guide")
    second = section("number: 2, title: ' en  GUIDE '", "number: 3, title: En guide")
    assert found_in(plan(first, second)) == [
        ("W403", "2: ' en  GUIDE '", {}, "1: En guide"),
        ("W403", "3: En guide", {}, "1: En guide"),
    ]


def test_other_titles_are_left_alone() -> None:
    assert found("title: En guide", "title: En-guide", "title: Guide", "title: ''") == []
    assert found("title: Status for en lille plan", "title: En del") == []


def test_a_recipient_that_an_initiative_names_twice_is_found_in_all_its_lists() -> None:
    first = "{grants: [{Odense Kommune: 1}, {LEV: 2}, {odense  kommune: 1}]}"
    assert found(account(first, "Et afsnit", "{grants: [{' LEV ': 3}]}")) == [
        ("W404", "1: odense  kommune", {"recipient": "odense  kommune"}, "1: Odense Kommune"),
        ("W404", "1: ' LEV '", {"recipient": "LEV"}, "1: LEV"),
    ]


def test_a_recipient_may_have_grants_of_several_initiatives() -> None:
    grants = account("{grants: [{LEV: 1}, {Lev Vel: 1}]}", "LEV", "LEV")
    assert found(grants, grants) == []
