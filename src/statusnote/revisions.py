"""Where what is compared comes from: a file, standard input, or git."""

import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from shutil import which

from statusnote import files
from statusnote.diagnostics.problem import ProblemsFound, problem

DAY = re.compile(r"@(?![~^{:])(?P<day>.+)", re.DOTALL)  # `@` and `@~3` are git's words for HEAD
REMEMBERED_DAY = re.compile(r"@\{(?!-?\d+\}|u(pstream)?\}|push\})", re.IGNORECASE)


def content_of(version: str, data: str) -> tuple[bytes, str]:
    """What a *version* of the data file *data* holds, and the name problems in it go under.

    A version is a file, `-` for standard input, `@` and a day (`@2025-05-01`), or whatever git
    knows a commit by (`HEAD~3`, a tag, a branch, a number); a file wins, and then a day. Of a tag
    and a branch of one name, git takes the tag.

    A day means what the present branch held at its end, in Denmark's time, by the dates of its
    commits: a branch merged later counts from its merge. The time zone and the reflog of this
    computer have no say.

    A data file that had another name, in that version, is found under it; in git, *data* need not
    be a file any more. Raises ProblemsFound.
    """
    if version == files.STANDARD_INPUT or _is_file(version):
        return files.read_bytes(version), files.display_name(version)
    return _recorded(version, data)


def name_in_git(version: str, data: str) -> str:
    """What git calls the file *data* in a *version*: `HEAD~1:data/plan.yaml`; or nothing.

    It isn't asked about what looks more like the name of a file, or is a day.
    """
    if re.fullmatch(LIKE_A_VERSION, version):
        with suppress(ProblemsFound):
            return _recorded(version, data)[1]
    return ""


# No option, no day, and nothing that ends as files do.
LIKE_A_VERSION = r"(?!@\d)[\w@][\w@/.^~{}+-]{0,99}(?<!\.yaml)(?<!\.yml)(?<!\.json)(?<!\.pdf)"


# Path.exists and Path.is_dir raise an error below a folder that one has no access to.


def _is_file(name: str) -> bool:
    return os.path.exists(name) and not _is_folder(name)  # noqa: PTH110


def _is_folder(name: str | Path) -> bool:
    return os.path.isdir(name)  # noqa: PTH112


def _recorded(version: str, data: str) -> tuple[bytes, str]:
    """What git holds as that *version* of *data*, and its name there: `version:path`."""
    day = _day(version)
    file = os.path.realpath(data)
    repository = _repository(version, data, file)
    commit = repository.newest_of(day) if day else repository.commit()
    return repository.content(commit, os.path.relpath(file, repository.top))


def _day(version: str) -> date | None:
    """The day that *version* is, if it is one. Raises ProblemsFound where there is no such day."""
    if not (asked := DAY.fullmatch(version)) and not REMEMBERED_DAY.search(version):
        return None
    written = asked["day"] if asked else ""
    with suppress(ValueError):
        day = date.fromisoformat(written)
        if day.isoformat() == written:  # unlike 20250501, or 2025-W18-4
            return day
    raise ProblemsFound([problem("E707", version)])


def _repository(version: str, data: str, file: str) -> "_Repository":
    """The repository of *file*, to be asked for *version*. *data* is what the user calls the file.

    Raises ProblemsFound where there is none, or git may not or cannot read it.
    """
    if not which("git"):
        raise ProblemsFound([problem("E704", version)])
    folder = next(filter(_is_folder, Path(file).parents))
    done = _git(str(folder), "rev-parse", "--is-shallow-repository", "--show-toplevel")
    if b"not a git repository" in done.stderr or b"must be run in a work tree" in done.stderr:
        raise ProblemsFound([problem("E703", version, input=data)])
    if done.returncode:
        raise ProblemsFound([problem("E709", version, detail="git status")])
    shallow, top = os.fsdecode(done.stdout).removesuffix("\n").split("\n", 1)
    return _Repository(version, top, shallow == "true")


@dataclass(frozen=True)
class _Repository:
    """A git repository that is asked for a *version*; if *shallow*, its history is not complete."""

    version: str
    top: str
    shallow: bool

    def commit(self) -> str:
        """The commit that git knows by the name of the version."""
        verify = ("rev-parse", "--verify", "--quiet", "--end-of-options")
        named = self._line(*verify, self.version)
        # Only now: git believes in any full number, and a search (`:/word`) takes what follows it.
        commit = self._line(*verify, f"{named}^{{commit}}")
        if not commit.isalnum():  # as with HEAD^!, which means more than one, or all but one
            raise self._problem("E705" if self.shallow else "E701")
        return commit

    def newest_of(self, day: date) -> str:
        """The newest commit at the end of *day*, on the line of the present branch."""
        before = f"--before=@{_end(day)} +0000"
        commit = self._line("rev-list", "-1", "--first-parent", before, "HEAD", "--")
        if not commit:
            raise self._problem("E705" if self.shallow else "E706")
        return commit

    def content(self, commit: str, path: str) -> tuple[bytes, str]:
        """What the file that is now at *path* held in *commit*, and its name there."""
        for former in self._names(commit, path):
            listed = self._certain(commit, former, "ls-tree", "-z", commit, "--", former)
            if listed.startswith(b"100"):  # else it is a folder, a link, or missing
                name = f"{self.version}:{former}"
                _mode, _kind, number = listed.partition(b"\t")[0].decode().split()
                size = self._certain(commit, former, "cat-file", "-s", number)
                files.refuse_large(int(size), name)
                return self._certain(commit, former, "cat-file", "blob", number), name
        raise ProblemsFound([problem("E702", f"{self.version}:{path}")])

    def _names(self, commit: str, path: str) -> Iterator[str]:
        """*path*; and, where it was renamed since *commit*, or before it, what it is called there.

        That is found step by step, and, where no steps lead there, by how alike the files are.
        """
        form = (
            *("-z", "--name-status", "--diff-filter=R", "--no-color", "--no-relative"),
            *("--no-ext-diff", "--no-textconv"),
        )
        steps = ("log", "--first-parent", "--diff-merges=first-parent", "--no-show-signature")
        yield path
        yield self._renamed(
            path, *steps, "--format=", *form, "--follow", f"{commit}..HEAD", "--", path
        )
        yield self._renamed(path, "diff-index", "--cached", "-M", *form, commit, "--")

    def _renamed(self, path: str, *listing: str) -> str:
        """What *path* was called before all the renames in a *listing*, the newest first."""
        words = iter(self._output(*listing).split("\0")[:-1])
        for _score, old, new in zip(words, words, words, strict=True):
            path = old if new == path else path
        return path

    def _line(self, *arguments: str) -> str:
        return self._output(*arguments).removesuffix("\n")

    def _output(self, *arguments: str) -> str:
        """What git answers, which is nothing where it fails."""
        done = _git(self.top, *arguments)
        return "" if done.returncode else os.fsdecode(done.stdout)

    def _certain(self, commit: str, path: str, *arguments: str) -> bytes:
        """What git answers. Raises ProblemsFound where it fails, as it does in a partial clone."""
        done = _git(self.top, *arguments)
        if done.returncode:
            command = shlex.join(("git", "show", f"{commit[:12]}:{path}"))
            raise self._problem("E709", detail=command)
        return done.stdout

    def _problem(self, code: str, **details: object) -> ProblemsFound:
        return ProblemsFound([problem(code, self.version, **details)])


def _end(day: date) -> int:
    """The last second of *day* in Denmark, counted as git does, from 1970.

    Summer time is from the last Sunday of March to that of October. Source: directive 2000/84/EC.
    It is counted here since not every computer has the table of time zones.
    """
    summer = _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)
    zone = timezone(timedelta(hours=2 if summer else 1))
    return max(int(datetime.combine(day, time(23, 59, 59), zone).timestamp()), 0)


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=last.isoweekday() % 7)


def version_of_git() -> str:
    """`git version 2.39.5`, or nothing where there is no git."""
    return _git(".", "--version").stdout.decode().strip()


def _git(folder: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """What git does and says in *folder*.

    Nothing is fetched, nobody is asked for a password, and no program is started that the settings
    of the repository, which may be anybody's, name.
    """
    harmless = (word for setting in HARMLESS for word in ("-c", setting))
    command = ("git", "--no-pager", *harmless, "-C", folder, *arguments)
    try:
        return subprocess.run(  # noqa: S603 - no shell reads it
            command, check=False, capture_output=True, stdin=subprocess.DEVNULL, env=_environment()
        )
    except (OSError, ValueError):  # what no command can be given: a NUL, or far too much
        return subprocess.CompletedProcess(command, returncode=1, stdout=b"", stderr=b"")


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in OF_ONE_REPOSITORY}
    return kept | GIT_ENVIRONMENT


HARMLESS = (
    "core.fsmonitor=",  # nothing, which to git before 2.36 is no program called `false`
    "core.hooksPath=/dev/null",
    "core.sshCommand=false",
    "core.askPass=false",
    "credential.helper=",
    "gpg.program=false",
    "protocol.allow=never",
)

# What a git hook sets for the repository that it runs in, which need not be that of the data.
OF_ONE_REPOSITORY = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX"),
    *("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE"),
)
GIT_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",  # git before 2.45 does not know the one above
    "GIT_LITERAL_PATHSPECS": "1",  # a name may begin with a colon
}
