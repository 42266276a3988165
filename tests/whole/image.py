"""The image, made by the steps of its Dockerfile in a bare system, and run as its users do.

`make image` runs it: it takes minutes, root and the network, which `make test` does without.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.image import System, built
from support.project import ROOT

USER = 4_321  # the number of whoever runs it, whom the image doesn't know


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> System:
    assert sys.platform == "linux"
    assert os.geteuid() == 0, "run it as root: sudo make image"
    assert shutil.which("debootstrap"), "install it: apt-get install debootstrap"
    return built((ROOT / "Dockerfile").read_text("utf-8"), tmp_path_factory.mktemp("image"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    os.chown(tmp_path, USER, USER)
    return tmp_path


def test_it_runs_as_nobody_special_and_says_what_it_can_do(image: System, folder: Path) -> None:
    assert image.user == "statusnote"
    shown = image.run(folder, user=USER)
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.startswith("Usage: statusnote")


def test_it_begins_a_plan_and_renders_it_without_a_network(image: System, folder: Path) -> None:
    begun = image.run(folder, "init", user=USER)
    assert begun.returncode == 0, begun.stderr
    forms = ("pdf", "md", "html", "csv", "json")
    asked = (each for form in forms for each in ("--format", form))
    rendered = image.run(folder, "render", "--source", *asked, user=USER)
    assert rendered.returncode == 0, rendered.stderr
    paths = [folder / path for path in rendered.stdout.split()]
    assert [path.suffix for path in paths] == [f".{form}" for form in forms]
    assert {path.stat().st_uid for path in paths} == {USER}
    verified = image.run(folder, "verify", "build/statusnote.pdf", user=USER)
    assert verified.returncode == 0, verified.stdout
    examined = image.run(folder, "doctor", user=USER)
    assert examined.returncode == 0, examined.stdout


def test_it_reads_versions_in_git_whoever_the_folder_belongs_to(
    image: System, folder: Path
) -> None:
    assert image.run(folder, "init", user=USER).returncode == 0
    for command in ("init -q", "add .", "-c user.name=A -c user.email=a@b.dk commit -qm A"):
        git = ["git", "-c", "safe.directory=*", *command.split()]
        subprocess.run(git, cwd=folder, check=True)
    data = folder / "data/initiatives.yaml"
    data.write_text(data.read_text("utf-8").replace("Pulje", "Puljen"), "utf-8")
    told = image.run(folder, "diff", "HEAD", user=USER)
    assert told.returncode == 0, told.stderr
    assert "Puljen" in told.stdout
