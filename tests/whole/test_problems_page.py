"""docs/problems.md is as its examples and the catalogue make it."""

from collections.abc import Callable

import pytest
from problems_page import page
from support.project import ROOT

pytestmark = pytest.mark.no_cover  # much of everything, which other tests hold


def test_the_page_of_problems_is_up_to_date(golden: Callable[[str, str], None]) -> None:
    golden(str(ROOT / "docs" / "problems.md"), page())
