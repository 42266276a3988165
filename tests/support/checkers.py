"""What public checkers find in a PDF, without the alarms that are known to be false."""

from pathlib import Path

import outloud
import page

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
