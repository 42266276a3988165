"""LibreOffice, a second reader of what is made for Word and Excel."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

LONGEST = 300  # seconds
_CONVERTED: dict[tuple[str, bytes, str], bytes] = {}


def converted(documents: Mapping[str, bytes], ending: str) -> dict[str, bytes]:
    """*documents*, by the names of their files, as LibreOffice saves them with another *ending*.

    They come by the stems of these names: `{"SBM.xlsx": …}` as `pdf` gives `{"SBM": …}`. One run,
    which takes seconds to begin, opens all of them, and what was converted before isn't again; so
    give many at once. Fails where one can't be opened.
    """
    wanted = {name: (name, content, ending) for name, content in documents.items()}
    new = {name: documents[name] for name, key in wanted.items() if key not in _CONVERTED}
    if new:
        _CONVERTED.update({wanted[name]: saved for name, saved in _saved(new, ending).items()})
    return {Path(name).stem: _CONVERTED[key] for name, key in wanted.items()}


def _saved(documents: Mapping[str, bytes], ending: str) -> dict[str, bytes]:
    """What one run saves of *documents*, by the names that these had."""
    with TemporaryDirectory() as folder:
        given, made, home = (Path(folder, name) for name in ("given", "made", "home"))
        for each in (given, made, home):
            each.mkdir()
        for name, content in documents.items():
            (given / name).write_bytes(content)
        profile = f"-env:UserInstallation={home.as_uri()}"  # none of the user's, and none shared
        done = subprocess.run(
            [
                *(_program(), "--headless", profile, "--convert-to", ending, "--outdir", made),
                *(given / name for name in documents),
            ],
            env={**os.environ, "HOME": str(home), "TZ": "UTC"},
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
        )
        paths = {name: (made / name).with_suffix(f".{ending}") for name in documents}
        missing = [name for name, path in paths.items() if not path.is_file()]
        assert not missing, f"LibreOffice saved nothing of {missing}: {done.stdout}{done.stderr}"
        return {name: path.read_bytes() for name, path in paths.items()}


def _program() -> str:
    found = map(shutil.which, ("soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"))
    program = next(filter(None, found), None)
    assert program, "LibreOffice is missing: tools/system-packages office"
    return program
