"""LibreOffice, which reads documents and writes them anew in whichever format."""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

MISSING = "LibreOffice is missing: apt-get install libreoffice-calc libreoffice-writer"


def converted(documents: Mapping[str, bytes], ending: str) -> dict[str, bytes]:
    """What LibreOffice makes of *documents*, by their names, in the format of that *ending*.

    All of them are converted by one process, which takes some seconds to begin.
    """
    program = which("soffice")
    assert program, MISSING
    with TemporaryDirectory() as folder:
        sources, target = Path(folder, "in"), Path(folder, "out")
        sources.mkdir()
        for name, content in documents.items():
            (sources / name).write_bytes(content)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        options = (profile, "--headless", "--convert-to", ending, "--outdir", str(target))
        names = [str(sources / name) for name in documents]
        subprocess.run([program, *options, *names], check=True, capture_output=True, timeout=300)
        made = {name: target / f"{Path(name).stem}.{ending}" for name in documents}
        return {name: path.read_bytes() for name, path in made.items()}
