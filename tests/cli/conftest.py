"""What the tests of the command line share: plans in the present folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from support.project import SMALL_PLAN
from support.wrong_plans import ODD, WRONG


@pytest.fixture
def plans(write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """The current folder, with a plan that is right, one that is wrong, and one that is odd."""
    for name, text in (("right", SMALL_PLAN), ("wrong", WRONG), ("odd", ODD)):
        monkeypatch.chdir(write(text, f"{name}.yaml").parent)
