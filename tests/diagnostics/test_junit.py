"""JUnit's XML, which nearly every service shows as the results of tests."""

from support.report_schemas import broken_in_junit

from statusnote.diagnostics.junit import as_junit
from statusnote.diagnostics.language import Language
from statusnote.diagnostics.problem import Place, Problem, problem
from statusnote.diagnostics.reporters import Display

FILES = ("right.yaml", "plan.yaml")
ENGLISH = Display(Language.ENGLISH, 80, files=FILES)


def test_a_file_is_a_suite_in_which_an_error_fails_and_a_warning_passes() -> None:
    first, second = (Place("plan.yaml", line, 1, 2, "a: 1") for line in (9, 12))
    found = [
        Problem("E202", second, {"key": "a"}, first),
        Problem("W801", Place("plan.yaml", 3, 3, 7, "# W405"), {"code": "W405"}),
        problem("E105", "other.yaml"),
    ]
    assert as_junit(found, ENGLISH) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="statusnote" tests="4" failures="2" errors="0">\n'
        '  <testsuite name="right.yaml" tests="1" failures="0" errors="0">\n'
        '    <testcase name="right.yaml" classname="right.yaml" />\n'
        "  </testsuite>\n"
        '  <testsuite name="plan.yaml" tests="2" failures="1" errors="0">\n'
        '    <testcase name="plan.yaml:12:1 E202" classname="plan.yaml">\n'
        '      <failure type="E202" message="The key “a” appears twice.">error E202: The key “a” '
        "appears twice.\nDelete one, or join the two.\n(see also plan.yaml:9:1)</failure>\n"
        "    </testcase>\n"
        '    <testcase name="plan.yaml:3:3 W801" classname="plan.yaml">\n'
        "      <system-out>warning W801: This remark silences no warning: there is no W405 with "
        "what follows.\nDelete it, or move it to just above what it is about.</system-out>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        '  <testsuite name="other.yaml" tests="1" failures="1" errors="0">\n'
        '    <testcase name="other.yaml E105" classname="other.yaml">\n'
        '      <failure type="E105" message="The file is empty or has only remarks.">error E105: '
        "The file is empty or has only remarks.\nGet its latest version back. A new plan is begun "
        "with “statusnote init”.</failure>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_what_xml_cannot_hold_is_written_out() -> None:
    """Source: XML 1.0, production 2 (Char)."""
    bad = "\0\x1b\ufffe\ud800 <&\">'"
    report = as_junit([problem("E301", f"{bad}.yaml", 1, 1, key=bad, known=bad)], ENGLISH)
    assert broken_in_junit(report) == []
    assert "“\\x00\\x1b\\ufffe\\ud800 &lt;&amp;\"&gt;'”" in report
    assert 'name="\\x00\\x1b\\ufffe\\ud800 &lt;&amp;&quot;&gt;\'.yaml"' in report
