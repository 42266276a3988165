"""Where what is compared comes from: a file, standard input, or git."""

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from shutil import which
from typing import NamedTuple

from statusnote import files
from statusnote.diagnostics.messages.reasons import Reason
from statusnote.diagnostics.problem import ProblemsFound, problem
from statusnote.systems import typed

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


@dataclass(frozen=True)
class Revision:
    """A version of a file that git holds. *day* is that of its commit, in Denmark's time.

    Its *name* is what git knows it by: the tags that point to it, or the short number of its
    commit.
    """

    name: str
    day: date
    commit: str
    path: str
    repository: "_Repository"

    def content(self) -> tuple[bytes, str]:
        """What the file held, and the name problems in it go under. Raises ProblemsFound.

        That is E702 where it wasn't there yet, as it may be where only a tag points.
        """
        return self.repository.content(self.commit, self.path)


class Recorded(NamedTuple):
    """The versions of a file in git, the oldest first; if *shallow*, there may be older ones."""

    revisions: tuple[Revision, ...]
    shallow: bool


MONTHLY = "month"


def recorded(data: str, since: date | None = None, every: str | None = None) -> Recorded:
    """The versions of the file *data* that the present branch holds, each where it was changed.

    A branch that was merged counts once, by its merge, and a name that the file had before is
    followed. *since* leaves out what was recorded before that day, and *every* keeps the last one
    in each `month`, or else those that tags of this pattern point to (`v*`). Raises ProblemsFound
    where that is none.
    """
    file = os.path.realpath(data)
    try:
        repository = _repository(data, data, file)
    except ProblemsFound as found:
        if reason := NO_HISTORY.get(found.problems[0].code):
            raise ProblemsFound([problem("E711", data, reason=reason)]) from found
        raise
    path = repository.path
    by_tag = every not in (None, MONTHLY)
    there = [*(repository.tagged(str(every), path) if by_tag else repository.changes(path))]
    chosen = [revision for revision in there if since is None or revision.day >= since]
    if every == MONTHLY:
        chosen = [*{(each.day.year, each.day.month): each for each in chosen}.values()]
    if not chosen:
        reason = Reason.NONE_SO_NEW if there else Reason.NO_TAG if by_tag else Reason.NOT_IN_GIT
        raise ProblemsFound([problem("E711", data, reason=reason)])
    return Recorded(tuple(chosen), repository.shallow)


# Why git has no versions of a file, by the problem with its repository.
NO_HISTORY = {"E703": Reason.NO_REPOSITORY, "E704": Reason.NO_GIT}


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
    return repository.content(commit, repository.path)


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
    # git says where the folder is in the repository: Windows has several paths to one place, as to
    # a drive that stands for a folder on a server, so that none can be told from another.
    prefix = os.fsdecode(_git(str(folder), "rev-parse", "--show-prefix").stdout).removesuffix("\n")
    path = prefix + Path(file).relative_to(folder).as_posix()
    return _Repository(version, top, path, shallow == "true")


@dataclass(frozen=True)
class _Repository:
    """A git repository that is asked for a *version* of what is now at *path* in it.

    If *shallow*, its history is not complete.
    """

    version: str
    top: str
    path: str
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

    def changes(self, path: str) -> list[Revision]:
        """The commits on the line of the present branch that changed the file, the oldest first.

        It is the file that is now at *path*, if it is still there. Raises ProblemsFound where git
        can't tell, as in a partial clone.
        """
        if not self._line("rev-parse", "--verify", "--quiet", "HEAD"):
            return []  # nothing was recorded yet
        path = next(filter(self._is_in_head, self._names("HEAD", path)), path)
        listing = ("log", "--format=%H %h %ct", "--follow", "-z", "--raw", *FIRST_PARENT, *PLAIN)
        done = _git(self.top, *listing, "HEAD", "--", path)
        if done.returncode:
            detail = typed("git", "log", "--follow", "--", path)
            raise self._problem("E709", detail=detail)
        found: list[Revision] = []
        number = name = moment = ""
        words = iter(os.fsdecode(done.stdout).split("\0")[:-1])
        for word in words:
            if not word.lstrip("\n").startswith(":"):
                number, name, moment = word.split(" ")
                continue
            _, mode, _, _, fate = word.split(" ")
            before = next(words)
            name_there = next(words) if fate[0] in "RC" else before  # renamed or copied
            if name_there == path:  # and no file below it, or what it was copied from
                if mode.startswith("100"):  # else it is a folder, a link, or gone
                    found.append(self._revision(number, name, moment, path))
                path = before if fate[0] == "R" else path
        return found[::-1]

    def tagged(self, pattern: str, path: str) -> list[Revision]:
        """What tags of a *pattern* point to on the present branch, by the day of its commit.

        The file that is now at *path* needs not be there.
        """
        dates = ("committerdate", "*committerdate", "creatordate")  # of a tag of a tag, only this
        fields = ("objectname", "*objectname", *(f"{each}:unix" for each in dates))
        form = "".join(f"%({field}) " for field in fields) + "%(refname:strip=2)"
        tags = ("tag", "--list", "--merged=HEAD", "--no-column", "--no-color", "--sort=refname")
        tagged = []
        for line in self._output(*tags, f"--format={form}", "--", pattern).split("\n")[:-1]:
            number, commit, *seconds, name = line.split(" ")
            tagged.append((next(filter(None, seconds)), commit or number, name))
        found: dict[str, Revision] = {}
        for moment, commit, name in sorted(tagged, key=lambda tag: int(tag[0])):
            names = f"{found[commit].name}, {name}" if commit in found else name
            found[commit] = self._revision(commit, names, moment, path)
        return [*found.values()]

    def _revision(self, commit: str, name: str, seconds: str, path: str) -> Revision:
        day = _danish_day(int(seconds))
        return Revision(name, day, commit, path, replace(self, version=name))

    def _is_in_head(self, path: str) -> bool:
        return self._output("ls-tree", "-z", "HEAD", "--", path).startswith("100")

    def _names(self, commit: str, path: str) -> Iterator[str]:
        """*path*; and, where it was renamed since *commit*, or before it, what it is called there.

        That is found step by step, and, where no steps lead there, by how alike the files are.
        """
        form = ("-z", "--name-status", "--diff-filter=R", *PLAIN)
        steps = ("log", "--format=", "--follow", *FIRST_PARENT)
        yield path
        yield self._renamed(path, *steps, *form, f"{commit}..HEAD", "--", path)
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
            command = typed("git", "show", f"{commit[:12]}:{path}")
            raise self._problem("E709", detail=command)
        return done.stdout

    def _problem(self, code: str, **details: object) -> ProblemsFound:
        return ProblemsFound([problem(code, self.version, **details)])


# As git lists changes: along the line of the branch, and whatever the user's settings say.
FIRST_PARENT = ("--first-parent", "--diff-merges=first-parent", "--no-show-signature")
PLAIN = ("--no-color", "--no-relative", "--no-ext-diff", "--no-textconv")


def _end(day: date) -> int:
    """The last second of *day* in Denmark, counted as git does, from 1970.

    Summer time is from the last Sunday of March to that of October. Source: directive 2000/84/EC.
    It is counted here since not every computer has the table of time zones.
    """
    summer = _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)
    zone = timezone(timedelta(hours=2 if summer else 1))
    return max(int(datetime.combine(day, time(23, 59, 59), zone).timestamp()), 0)


def _danish_day(seconds: int) -> date:
    """The day in Denmark, as _end has it, in which a commit was made *seconds* after 1970 began.

    What lies beyond the calendar is taken for its last day.
    """
    moment = datetime.fromtimestamp(min(seconds, LATEST), UTC)
    begins, ends = (
        datetime.combine(_last_sunday(moment.year, month), time(1), UTC) for month in (3, 10)
    )
    return (moment + timedelta(hours=2 if begins <= moment < ends else 1)).date()


LATEST = 253_402_297_199  # the last second of 9999, in Denmark


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
