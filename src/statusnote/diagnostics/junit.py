"""What is wrong → JUnit's XML, which nearly every service shows as the results of tests."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from statusnote.diagnostics.messages import reports
from statusnote.diagnostics.problem import Problem
from statusnote.diagnostics.reporters import Display, in_lines, visible
from statusnote.diagnostics.severity import Severity


def as_junit(problems: Sequence[Problem], display: Display) -> str:
    """*problems* as a suite for each file, in which each is a test; and one that passes for none.

    An error fails. A warning passes and says what it is in its output: »skipped« would say that
    nobody looked. Source: junit-10.xsd of Jenkins' plugin xUnit, since JUnit itself has no schema.
    """
    found: dict[str, list[Problem]] = {file: [] for file in display.files}
    for problem in problems:
        found.setdefault(problem.place.file, []).append(problem)
    suites = [_suite(file, its, display) for file, its in found.items()]
    tests = sum(len(suite) for suite in suites)
    root = ET.Element("testsuites", _counts("statusnote", tests, problems))
    root.extend(suites)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, "unicode")}\n'


def _suite(file: str, problems: Sequence[Problem], display: Display) -> ET.Element:
    name = visible(file)
    suite = ET.Element("testsuite", _counts(name, max(len(problems), 1), problems))
    if not problems:
        ET.SubElement(suite, "testcase", name=name, classname=name)
    for problem in problems:
        test = f"{visible(str(problem.place))} {problem.code}"
        case = ET.SubElement(suite, "testcase", name=test, classname=name)
        _tell(case, problem, display)
    return suite


def _tell(case: ET.Element, problem: Problem, display: Display) -> None:
    """Say in *case* what is wrong, in which what XML can't hold is written out."""
    lines = [visible(line) for line in in_lines(problem, display.language).split("\n")]
    label = f"{reports.LABELS[problem.severity].said_in(display.language)} {problem.code}"
    if problem.severity == Severity.ERROR:
        failure = ET.SubElement(case, "failure", type=problem.code, message=lines[0])
        failure.text = "\n".join((f"{label}: {lines[0]}", *lines[1:]))
    else:
        ET.SubElement(case, "system-out").text = "\n".join((f"{label}: {lines[0]}", *lines[1:]))


def _counts(name: str, tests: int, problems: Sequence[Problem]) -> dict[str, str]:
    failures = [problem for problem in problems if problem.severity == Severity.ERROR]
    counts = {"tests": str(tests), "failures": str(len(failures)), "errors": "0"}
    return {"name": name, **counts}
