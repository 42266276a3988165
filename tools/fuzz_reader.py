"""Fuzzes the reader, guided by what of it each input reaches.

    python3 -m venv build/fuzz
    build/fuzz/bin/pip install atheris -r requirements.txt
    PYTHONPATH=src:tests build/fuzz/bin/python tools/fuzz_reader.py build/inputs -max_total_time=600

The folder keeps the inputs that reached something new, for the next time. What libFuzzer can be
told besides: https://llvm.org/docs/LibFuzzer.html. An input that fails is written to this folder.
"""

import re
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["statusnote"]):
    from statusnote.diagnostics.problem import ProblemsFound
    from statusnote.plan import loading

from support.soundness import assert_sound

ROOT = Path(__file__).parents[1]
REAL = (ROOT / "data" / "initiatives.yaml").read_bytes()


def main() -> None:
    """Fuzz, from the examples and the initiatives of the real file on."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    examples = [path.read_bytes() for path in ROOT.glob("tests/examples/*/*.yaml")]
    for number, seed in enumerate([*examples, *_pieces()]):
        (folder / f"seed-{number}").write_bytes(seed)
    atheris.Setup(sys.argv, read)
    atheris.Fuzz()


def _pieces() -> list[bytes]:
    """Plans of a single initiative each."""
    head, *initiatives = re.split(rb"(?m)^(?=      - number: )", REAL)
    return [head + re.split(rb"\n\n", each)[0] for each in initiatives]


def read(content: bytes) -> None:
    """Read *content*, and see that what is reported of it is sound."""
    text = content.decode("utf-8-sig", errors="replace")
    try:
        problems = loading.read(text, "plan.yaml").warnings
    except ProblemsFound as found:
        problems = found.problems
    assert_sound(content, problems)


if __name__ == "__main__":
    main()
