"""What is published beside the code: metadata, pages, the image, and what they must agree on."""

import json
import re
import tomllib
from typing import Any

import pytest
import yaml
from packaging.metadata import Metadata
from support.project import ROOT
from trove_classifiers import classifiers

from statusnote.version import VERSION

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
PUBLIC_CODE: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))


def test_the_metadata_are_whole_and_known_to_the_index() -> None:
    assert {*PROJECT["classifiers"]} <= classifiers
    assert PROJECT["classifiers"] == sorted({*PROJECT["classifiers"]})
    assert len(PROJECT["description"]) <= 512  # which is the index's limit
    as_core = {
        "metadata_version": "2.4",
        "version": VERSION,
        **{key: PROJECT[key] for key in ("name", "keywords", "classifiers")},
        "requires_python": PROJECT["requires-python"],
        "requires_dist": PROJECT["dependencies"],
    }
    assert Metadata.from_raw(as_core, validate=True).name == "statusnote"  # type: ignore[arg-type] # whose type names no key


def test_no_licence_is_claimed_before_the_owner_has_chosen_one() -> None:
    assert not {"license", "license-files"} & PROJECT.keys()
    assert [each for each in PROJECT["classifiers"] if each.startswith("License")] == []
    assert "no licence has been chosen" in " ".join((ROOT / "README.md").read_text("utf-8").split())
    assert PUBLIC_CODE["legal"]["license"] == "LicenseRef-none-chosen-yet"
    assert [*ROOT.glob("LICEN[CS]E*")] == []


def test_no_address_is_made_up() -> None:
    assert "urls" not in PROJECT
    assert re.fullmatch(r"https://[\w.]+\.invalid/\S+", PUBLIC_CODE["url"])  # RFC 2606, section 2


def test_the_version_is_that_of_the_project_wherever_it_stands() -> None:
    assert str(PUBLIC_CODE["softwareVersion"]) == VERSION
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    headings = re.findall(r"^## \[(.*?)\](.*)$", changes, re.MULTILINE)
    assert headings[0] == ("Unreleased", "")
    assert [date for _, date in headings[1:] if not re.fullmatch(r" - \d{4}-\d\d-\d\d", date)] == []
    newest = headings[1][0] if len(headings) > 1 else VERSION
    assert newest == VERSION
    topics = re.findall(r"^### (.*)$", changes, re.MULTILINE)
    assert {*topics} <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


# Source: the standard publiccode.yml 0.4, »The Standard (core)«, of the keys that are mandatory.
MANDATORY = (
    *("publiccodeYmlVersion", "name", "url", "softwareType", "platforms", "developmentStatus"),
    *("description", "legal.license", "maintenance.type"),
    *("localisation.localisationReady", "localisation.availableLanguages"),
)
OF_A_LANGUAGE = {"shortDescription": (1, 150), "longDescription": (150, 10_000)}


@pytest.mark.parametrize("path", MANDATORY)
def test_publiccode_has_each_key_that_the_standard_asks_for(path: str) -> None:
    value: Any = PUBLIC_CODE
    for key in path.split("."):
        value = value[key]
    assert value is not None


def test_publiccode_says_what_it_says_within_the_standard_s_bounds() -> None:
    assert PUBLIC_CODE["publiccodeYmlVersion"] == "0.4"
    statuses = ("concept", "development", "beta", "stable", "obsolete")
    assert PUBLIC_CODE["developmentStatus"] in statuses
    assert PUBLIC_CODE["maintenance"]["type"] in ("internal", "contract", "community", "none")
    for language in PUBLIC_CODE["localisation"]["availableLanguages"]:
        told = PUBLIC_CODE["description"][language]
        assert told["features"]
        for key, (least, most) in OF_A_LANGUAGE.items():
            assert least <= len(told[key]) <= most, (language, key)


def test_the_image_has_what_a_note_needs_and_runs_as_nobody_special() -> None:
    needed = re.search(
        r'^note\) apt="(.*?)"', (ROOT / "tools/system-packages").read_text(), re.MULTILINE
    )
    assert needed
    assert f"--no-install-recommends {needed[1]} git " in DOCKERFILE
    assert "--no-deps --require-hashes --requirement requirements.txt" in DOCKERFILE
    words = [line.split(maxsplit=1) for line in DOCKERFILE.splitlines() if re.match("[A-Z]", line)]
    assert words[-4:] == [
        ["USER", "statusnote"],
        ["WORKDIR", "/w"],
        ["ENTRYPOINT", '["statusnote"]'],
        ["CMD", '["--help"]'],
    ]


def test_the_image_is_made_of_what_is_sent_to_who_builds_it() -> None:
    copied = re.findall(r"^COPY (?!--from)(.*) \S+$", DOCKERFILE, re.MULTILINE)
    files = {name for line in copied for name in line.split()}
    sent = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert sent[0] == "*"
    assert {line[1:] for line in sent if line.startswith("!")} == files
    assert [name for name in files if not (ROOT / name).exists()] == []
    built = {name.removeprefix("/") for name in _sdist() if name != "/src"}
    assert built | {"src", "pyproject.toml", "requirements.txt"} == files


def _sdist() -> list[str]:
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
    included: list[str] = tool["hatch"]["build"]["targets"]["sdist"]["include"]
    return included


def test_the_image_is_tried_in_a_bare_system_and_by_docker() -> None:
    text = (ROOT / ".github/workflows/systems.yml").read_text("utf-8")
    steps = yaml.safe_load(text)["jobs"]["image"]["steps"]
    run = "\n".join(step["run"] for step in steps if "run" in step)
    assert "make image" in run
    for line in re.findall(r"^#     (docker .*)$", DOCKERFILE, re.MULTILINE):
        assert line in run


def test_the_development_container_is_that_image() -> None:
    folder = ROOT / ".devcontainer"
    container = json.loads((folder / "devcontainer.json").read_text("utf-8"))
    assert (folder / container["build"]["dockerfile"]).resolve() == ROOT / "Dockerfile"
    assert (folder / container["build"]["context"]).resolve() == ROOT
    assert container["workspaceMount"].split(",")[1] == f"target={container['workspaceFolder']}"
    assert f"WORKDIR {container['workspaceFolder']}\n" in DOCKERFILE
    assert f"USER {container['remoteUser']}\n" in DOCKERFILE


def test_the_package_says_that_it_has_types() -> None:
    assert (ROOT / "src" / "statusnote" / "py.typed").read_bytes() == b""


def test_a_release_is_built_once_and_published_without_a_password() -> None:
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8")
    jobs = yaml.safe_load(text)["jobs"]
    assert [step["run"] for step in jobs["build"]["steps"] if "run" in step] == ["make dist"]
    assert jobs["publish"]["permissions"] == {"id-token": "write"}
    assert "secrets." not in text
    assert jobs["publish"]["steps"][-1]["with"] == {"attestations": True}


def test_windows_and_macos_are_given_what_statusnote_says_there() -> None:
    text = (ROOT / ".github" / "workflows" / "systems.yml").read_text("utf-8")
    job = yaml.safe_load(text)["jobs"]["systems"]
    assert job["strategy"]["matrix"]["system"] == ["windows-latest", "macos-latest"]
    said = (ROOT / "src/statusnote/diagnostics/messages/reasons.py").read_text("utf-8")
    pages = [(ROOT / name).read_text("utf-8") for name in ("README.md", "docs/installation.md")]
    for package in ("mingw-w64-ucrt-x86_64-pango", "brew install pango"):
        assert package in text
        assert package in said
        assert all(package.split()[-1] in page for page in pages)
    assert all("libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in page for page in pages)
