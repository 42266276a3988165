"""What a plan means, and what it means once the changes that JSON reports are applied to it."""

from collections import Counter
from typing import Any

from statusnote import note
from statusnote.plan.model import Grant, Indicator, Initiative, Milestone, Part, Plan
from statusnote.plan.scalars import Amount, Figure
from statusnote.plan.statuses import StatusKind

Plain = dict[str, Any]


def meaning(plan: Plan) -> Plain:
    """*plan* without what is no change: orders, the writing of amounts, the places of grants."""
    titles: dict[str, str] = {}
    for section in plan.all_sections:
        titles.setdefault(section.title.casefold(), section.title)
    return {
        "title": plan.title,
        "stamp": plan.stamp,
        "as_of": plan.as_of.isoformat(),
        "period": f"{plan.period.first}-{plan.period.last}",
        "print_numbers": plan.print_numbers,
        "print_milestones": plan.print_milestones,
        "print_overview": plan.print_overview,
        "print_legend": plan.print_legend,
        "publish_source": plan.publish_source,
        "approvals": plan.approvals,
        "introduction": list(plan.introduction),
        "terms": dict(plan.terms),
        "head": {line.key: line.text for line in note.head_lines(plan)},
        "ministries": plan.ministries,
        "marks": plan.marks,
        "statuses": {kind.phrase: _status(kind) for kind in plan.known_statuses.kinds},
        "sections": {*titles.values()},
        "initiatives": {
            initiative.number: _initiative(initiative, titles[section.title.casefold()])
            for section in plan.all_sections
            for initiative in section.initiatives
        },
        "more": plan.more,
        "budget": _budget_total(
            *(each for section in plan.all_sections for each in section.initiatives)
        ),
        "total": _total(
            [grant for each in plan.all_sections for grant in _grants(*each.initiatives)]
        ),
    }


def _status(kind: StatusKind) -> Plain:
    figures = ("phrase", "meaning", "takes", "sentence", "sign")
    return {name: getattr(kind, name) for name in figures}


def _initiative(initiative: Initiative, section: str) -> Plain:
    return {
        "title": initiative.title,
        "section": section,
        "ministries": {*initiative.ministries},
        "participants": {*initiative.participants},
        "marks": {*initiative.marks},
        "reserve_financed": initiative.reserve_financed,
        "status": initiative.status.phrase,
        "account": [text for each in initiative.account for text in each.texts],
        "grants": Counter(map(_grant, _grants(initiative))),
        "parts": Counter(map(_part, initiative.parts)),
        "budget": {year: _kroner(amount) for year, amount in initiative.budget.items()},
        "indicators": Counter(map(_indicator, initiative.indicators)),
        "more": initiative.more,
        "milestones": Counter(map(_milestone, initiative.milestones)),
        "total": _total(_grants(initiative)),
    }


def _grants(*initiatives: Initiative) -> list[Grant]:
    return [grant for each in initiatives for block in each.account for grant in block.grants]


def _grant(grant: Grant) -> tuple[str, int, bool]:
    return grant.recipient, grant.amount.kroner, grant.amount.rounded


def _kroner(amount: Amount) -> tuple[int, bool]:
    return amount.kroner, amount.rounded


def _budget_total(*initiatives: Initiative) -> Plain:
    amounts = [amount for each in initiatives for amount in each.budget.values()]
    return {
        "kroner": sum(amount.kroner for amount in amounts),
        "rounded": any(amount.rounded for amount in amounts),
    }


def _part(part: Part) -> tuple[object, ...]:
    return part.number, part.title, part.status.phrase


def _indicator(indicator: Indicator) -> tuple[str | None, ...]:
    values = (getattr(indicator, key) for key in Indicator.model_fields)
    return tuple(value.written if isinstance(value, Figure) else value for value in values)


def _total(grants: list[Grant]) -> Plain:
    return {
        "kroner": sum(each.amount.kroner for each in grants),
        "rounded": any(each.amount.rounded for each in grants),
    }


def _milestone(milestone: Milestone) -> tuple[str, str, str | None, tuple[str, ...]]:
    met = milestone.met.isoformat() if milestone.met else None
    return milestone.what, milestone.due, met, milestone.moved_from


def applied(old: Plain, told: Plain) -> Plain:
    """What a plan means that meant *old*, after the changes *told*."""
    printed = tuple(key for key in old if key.startswith(("print_", "publish_")))
    values = ("title", "stamp", "as_of", "period", *printed, "approvals", "total", "budget")
    return {
        **{key: _now(old[key], told[key]) for key in values},
        "introduction": _paragraphs(old["introduction"], told["introduction"]),
        "terms": _mapping(old["terms"], told["terms"], "key", "word"),
        "head": _mapping(old["head"], told["head"], "key", "text"),
        "statuses": _statuses(old["statuses"], told["statuses"]),
        "more": _mapping(old["more"], told["more"], "key", "text"),
        "marks": _mapping(old["marks"], told["marks"], "sign", "meaning"),
        "ministries": _mapping(old["ministries"], told["ministries"], "code", "name"),
        "sections": _sections(old["sections"], told["sections"]),
        "initiatives": _initiatives(old["initiatives"], told),
    }


def _now(old: Any, change: Plain | None) -> Any:
    if change is None:
        return old
    assert change["old"] == old
    return change["new"]


def _paragraphs(old: list[str], told: list[Plain]) -> list[str]:
    """What stays fills, in its order, the places that nothing else is told of."""
    for each in told:
        if each["old"]:
            assert _text(each, "removed") == old[each["old"] - 1]
    placed = {each["new"]: _text(each, "added") for each in told if each["new"]}
    gone = {each["old"] for each in told}
    staying = iter([text for place, text in enumerate(old, start=1) if place not in gone])
    count = len(old) - sum(each["old"] is not None for each in told) + len(placed)
    return [placed[n] if n in placed else next(staying) for n in range(1, count + 1)]


def _text(change: Plain, side: str) -> str:
    return " ".join(each["text"] for each in change["words"] if each["fate"] in ("kept", side))


def _mapping(old: Plain, told: Plain, key: str, value: str) -> Plain:
    removed = {each[key]: each[value] for each in told["removed"]}
    assert removed.items() <= old.items()
    added = [*told["added"], *(each["new"] for each in told["changed"])]
    kept = {name: held for name, held in old.items() if name not in removed}
    return kept | {each[key]: each[value] for each in added}


def _statuses(old: Plain, told: Plain) -> Plain:
    gone = [*told["removed"], *(each["old"] for each in told["changed"])]
    assert [old[each["phrase"]] for each in gone] == gone
    left = {phrase: kind for phrase, kind in old.items() if kind not in gone}
    fresh = [*told["added"], *(each["new"] for each in told["changed"])]
    return left | {each["phrase"]: each for each in fresh}


def _sections(old: set[str], told: Plain) -> set[str]:
    gone = {*told["removed"], *(each["old"] for each in told["changed"])}
    assert gone <= old
    return (old - gone) | {*told["added"], *(each["new"] for each in told["changed"])}


def _initiatives(old: Plain, told: Plain) -> Plain:
    titles = {each["old"]: each["new"] for each in told["sections"]["changed"]}
    left = {
        number: each | {"section": titles.get(each["section"], each["section"])}
        for number, each in old.items()
    }
    edits = told["initiatives"]
    for each in edits["removed"]:
        assert _added(each) == old[each["initiative"]["number"]]
        del left[each["initiative"]["number"]]
    before = [
        (each, left.pop((each["renumbered"] or {"old": each["number"]})["old"]))
        for each in edits["changed"]
    ]
    fresh = {each["initiative"]["number"]: _added(each) for each in edits["added"]}
    return left | fresh | {each["number"]: _changed(was, each) for each, was in before}


CODES = ("ministries", "participants", "marks")


def _texts(block: str | Plain) -> list[str]:
    if isinstance(block, str):
        return [block]
    signs = {"list": "•", "numbered_list": "#"}
    return [f"{signs[key]} {text}" for key in signs for text in block.get(key, ())]


def _added(told: Plain) -> Plain:
    each = told["initiative"]
    account = each["account"]
    lists = [block for block in account if isinstance(block, dict)]
    grants = [grant for block in lists for grant in block.get("grants", ())]
    return {
        **{key: each[key] for key in ("title", "reserve_financed", "status")},
        "section": told["section"],
        **{key: {*each[key]} for key in CODES},
        "account": [text for block in account for text in _texts(block)],
        "grants": Counter(map(_told_grant, grants)),
        "parts": Counter(map(_told_part, each["parts"])),
        "budget": {int(year): _told_kroner(told) for year, told in each["budget"].items()},
        "indicators": Counter(map(_told_indicator, each["indicators"])),
        "more": each["more"],
        "milestones": Counter(map(_told_milestone, each["milestones"])),
        "total": {
            "kroner": sum(grant["kroner"] for grant in grants),
            "rounded": any(grant["rounded"] for grant in grants),
        },
    }


def _changed(was: Plain, told: Plain) -> Plain:
    retitled = _now(was["title"], told["retitled"])
    assert retitled == told["title"]
    return {
        "title": retitled,
        "section": told["section"]["new"] if told["section"] else was["section"],
        **{key: {*told[key]["new"]} if told[key] else was[key] for key in CODES},
        **{key: _now(was[key], told[key]) for key in ("reserve_financed", "status", "total")},
        "account": _paragraphs(was["account"], told["account"]),
        "grants": _edited(was["grants"], told["grants"], _told_grant),
        "parts": _edited(was["parts"], told["parts"], _told_part),
        "budget": _rebudgeted(was["budget"], told["budget"]),
        "indicators": _edited(was["indicators"], told["indicators"], _told_indicator),
        "more": _mapping(was["more"], told["more"], "key", "text"),
        "milestones": _edited(was["milestones"], told["milestones"], _told_milestone),
    }


def _edited(old: Counter[Any], told: Plain, read: Any) -> Counter[Any]:
    gone = Counter(map(read, [*told["removed"], *(each["old"] for each in told["changed"])]))
    assert gone <= old
    return (
        old
        - gone
        + Counter(map(read, [*told["added"], *(each["new"] for each in told["changed"])]))
    )


def _told_grant(told: Plain) -> tuple[str, int, bool]:
    return told["recipient"], told["kroner"], told["rounded"]


def _rebudgeted(old: Plain, told: Plain) -> Plain:
    gone = [*told["removed"], *(each["old"] for each in told["changed"])]
    assert all(old[each["year"]] == _told_kroner(each["amount"]) for each in gone)
    fresh = [*told["added"], *(each["new"] for each in told["changed"])]
    left = {year: held for year, held in old.items() if year not in [e["year"] for e in gone]}
    return left | {each["year"]: _told_kroner(each["amount"]) for each in fresh}


def _told_kroner(told: Plain) -> tuple[int, bool]:
    return told["kroner"], told["rounded"]


def _told_part(told: Plain) -> tuple[object, ...]:
    return told["number"], told["title"], told["status"]


def _told_indicator(told: Plain) -> tuple[str | None, ...]:
    return tuple(told[key] for key in Indicator.model_fields)


def _told_milestone(told: Plain) -> tuple[str, str, str | None, tuple[str, ...]]:
    return told["what"], told["due"], told["met"], tuple(told["moved_from"])
