"""The report that GitLab shows at a merge request."""

import json

from statusnote.diagnostics.fingerprints import fingerprints
from statusnote.diagnostics.gitlab import as_gitlab
from statusnote.diagnostics.language import Language
from statusnote.diagnostics.problem import Place, Problem, problem
from statusnote.diagnostics.reporters import Display

IN_ENGLISH = Display(Language.ENGLISH, 80)


def test_it_has_an_object_for_each_problem() -> None:
    place, other = (Place("./data/plan.yaml", line, 1, 2, "æ: 1") for line in (12, 9))
    found = [Problem("E202", place, {"key": "æ"}, other), problem("W802", "tom.yaml")]
    report = as_gitlab(found, IN_ENGLISH)
    first, second = fingerprints(found)
    assert json.loads(report) == [
        {
            "description": "The key “æ” appears twice.\nDelete one, or join the two.\n"
            "(see also ./data/plan.yaml:9:1)",
            "check_name": "E202",
            "fingerprint": first,
            "severity": "major",
            "location": {"path": "data/plan.yaml", "lines": {"begin": 12}},
        },
        {
            "description": "\n".join(found[1].worded(Language.ENGLISH)),
            "check_name": "W802",
            "fingerprint": second,
            "severity": "minor",
            "location": {"path": "tom.yaml", "lines": {"begin": 1}},
        },
    ]
    assert "“æ”" in report


def test_it_is_an_empty_list_where_nothing_is_wrong() -> None:
    assert as_gitlab([], IN_ENGLISH) == "[]\n"
