"""Rules on what a plan says. Each yields what breaks it.

They look at the values as they were read, so that they find what breaks them in a file of which
another part has the wrong shape, too. What has the wrong shape itself, they pass over.
"""

import unicodedata
from collections.abc import Callable, Iterator

from statusnote.plan.rules import (
    abbreviations,
    counts,
    facts,
    figures,
    leftovers,
    marks,
    milestones,
    ministries,
    numbering,
    pasted,
    punctuation,
    repetitions,
    sections,
    statuses,
    years,
)
from statusnote.plan.rules.finding import Finding
from statusnote.plan.rules.raw_plan import RawPlan
from statusnote.reading.nodes import MappingNode, composed


def check(plan: MappingNode, written: str = "") -> Iterator[Finding]:
    """All that is wrong with what *plan* says, rule by rule; *written* is the text of its file."""
    if not unicodedata.is_normalized("NFC", written):
        plan = composed(plan)
    raw_plan = RawPlan(plan, written)
    for rule in dict.fromkeys(RULES.values()):
        yield from rule(raw_plan)


Rule = Callable[[RawPlan], Iterator[Finding]]
# The rule behind each code, in the order in which they run: it decides which problems are reported
# of a file that has more than are.
RULES: dict[str, Rule] = {
    "E401": numbering.numbers_are_unique,
    "W401": numbering.numbers_have_no_gaps,
    "E402": ministries.ministries_are_declared,
    "W402": ministries.ministries_are_used,
    "E405": ministries.ministries_are_named_once,
    "E410": sections.initiatives_stand_in_sections_or_without,
    "E409": marks.marks_are_declared,
    "W414": marks.marks_are_used,
    "E408": statuses.statuses_are_declared_once,
    "W403": repetitions.titles_are_unique,
    "W404": repetitions.recipients_are_named_once,
    "W405": milestones.promises_are_kept_or_moved,
    "W408": milestones.promises_are_kept_or_moved,
    "W409": milestones.past_promises_have_a_milestone,
    "W406": years.years_lie_in_the_period,
    "W410": years.the_note_speaks_for_a_day_of_the_plan,
    "W415": years.the_note_speaks_for_no_day_to_come,
    "W411": years.what_ends_has_not_ended,
    "W413": years.what_ends_has_not_ended,
    "W416": facts.what_has_happened_is_not_to_come,
    "W407": milestones.milestones_have_one_date,
    "E403": counts.braces_hold_the_count,
    "W412": counts.nobody_counts_by_hand,
    "E406": counts.only_the_introduction_counts,
    "E407": pasted.paragraphs_hold_no_list,
    "W701": figures.thousands_have_points,
    "W702": figures.kroner_have_a_point,
    "W711": figures.millions_have_a_point,
    "W715": figures.decimals_have_a_comma,
    "W703": figures.amounts_are_no_ordinals,
    "W704": punctuation.stops_stand_once_and_close,
    "W705": punctuation.paragraphs_end,
    "W706": punctuation.spaces_are_single,
    "W707": punctuation.quotes_are_of_one_kind,
    "W713": punctuation.emphasis_is_closed,
    "W708": abbreviations.abbreviations_have_one_form,
    "W709": leftovers.nothing_is_left_to_fill_in,
    "W710": leftovers.text_holds_no_html,
    "W712": leftovers.characters_are_whole,
    "W714": pasted.words_are_whole,
}
