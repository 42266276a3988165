"""What public checkers find in a PDF, without the alarms that are known to be false."""

import re
from io import BytesIO
from pathlib import Path

import outloud
import page
from pikepdf import Pdf, pdfa

# Each has a check of our own in its place, in structure_checks.py.
FALSE_ALARMS = {
    "PDFA3A-STREAM-LENGTH-001": "a compressed stream that ends in CR is taken for one "
    "without its end; see check_the_lengths",
    "TBL-010": "headers look shredded where a table has one row, and so more of them than cells; "
    "see check_the_rows",
}
PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)


def faults(data: bytes) -> list[str]:
    """What page-validation finds against PDF/UA-1 and PDF/A-3a."""
    return _but_false_alarms(all_faults(data))


def all_faults(data: bytes) -> list[str]:
    """The same, with false alarms."""
    limits = page.SafetyLimits(max_reference_depth=100_000)  # an outline is a chain of references
    return [
        f"{failure.rule_id}: {failure.message} ({profile.name})"
        for profile in PROFILES
        for failure in page.validate_pdf_bytes(data, profile=profile, limits=limits).failures
    ]


# What pikepdf's validator takes exception to for want of knowing it, with the reason. It is to pass
# nothing that is not PDF/A, and knows PDF/A-3b at most; page-validation knows the rest.
OUT_OF_SCOPE = {
    r"(patterns|shadings) are not supported": "an empty dictionary of them is enough for it",
    r"XMP (namespace|property) (pdfa(Extension|Schema|Property)|pdfuaid|statusnote)[:=]\S+ is not "
    r"permitted": "it knows no extension schemas (ISO 19005-3, 6.6.2.3.2)",
    r"pdfaid:conformance is 'A', expected 'B'": "PDF/A-3a asks for all that 3b does, and for more",
}


def violations(data: bytes) -> list[str]:
    """What pikepdf finds against PDF/A-3b."""
    scope = [re.compile(pattern) for pattern in OUT_OF_SCOPE]
    return [
        violation
        for violation in all_violations(data)
        if not any(pattern.fullmatch(violation.split(": ", 1)[1]) for pattern in scope)
    ]


def all_violations(data: bytes) -> list[str]:
    """The same, with what is out of its scope."""
    with Pdf.open(BytesIO(data)) as pdf:
        return [f"{finding.rule}: {finding.message}" for finding in pdfa.check(pdf, "3b").findings]


def barriers(file: Path) -> list[str]:
    """What outloud finds to be wrong for who listens, or could not look for."""
    return _but_false_alarms(all_barriers(file))


def all_barriers(file: Path) -> list[str]:
    """The same, with false alarms."""
    result = outloud.check(str(file))
    crashed = [f"{run.rule}: {run.reason}" for run in result.runs if run.status == "crashed"]
    errors = [each for each in result.findings if each.severity == "error"]
    found = [f"{each.rule}: {each.message}" for each in errors]
    return [*filter(None, [result.error]), *crashed, *found]


def _but_false_alarms(found: list[str]) -> list[str]:
    return [each for each in found if each.split(":")[0] not in FALSE_ALARMS]
