"""Modules that wait until something is asked of them."""

import sys
from pathlib import Path

import pytest

from statusnote.later import waiting


@pytest.fixture(autouse=True)
def _one_that_says_when_it_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    (tmp_path / "loaded_later.py").write_text("def twice(text, *, end): return text * 2 + end\n")
    monkeypatch.syspath_prepend(tmp_path)
    request.addfinalizer(lambda: sys.modules.pop("loaded_later", None))  # noqa: PT021 - in one place


def test_a_function_that_is_imported_loads_its_module_when_it_is_called() -> None:
    with waiting("loaded_later"):
        from loaded_later import twice  # type: ignore[import-not-found]
    assert "loaded_later" not in sys.modules
    assert twice("ab", end=".") == "abab."
    assert "loaded_later" in sys.modules


def test_a_module_that_is_loaded_already_is_left_alone() -> None:
    import loaded_later

    with waiting("loaded_later"):
        assert sys.modules["loaded_later"] is loaded_later
    assert sys.modules["loaded_later"] is loaded_later


def test_it_has_nothing_that_the_import_system_asks_for() -> None:
    with waiting("loaded_later"):
        assert not hasattr(sys.modules["loaded_later"], "__path__")


def test_it_is_loaded_when_it_is_called_at_once() -> None:
    with waiting("loaded_later"):
        from loaded_later import twice

        assert twice("ab", end=".") == "abab."
        real = sys.modules["loaded_later"]
    assert sys.modules["loaded_later"] is real
