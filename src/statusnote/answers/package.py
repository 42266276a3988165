"""The package that a workbook is: what is refused before any of it is read, and its parts."""

import io
import zipfile
from zipfile import ZipFile, ZipInfo

from statusnote import files
from statusnote.diagnostics.problem import ProblemsFound, problem

MOST_MEMBERS = 2_000
LARGEST = 64 * 2**20  # bytes, unpacked, of all that is read
WORKBOOK = "xl/workbook.xml"
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # ECMA-376-2, annex B: no other way of packing
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream of a workbook with a password
DIRECTORY_ENTRY = b"PK\x01\x02"  # what each member has one of (APPNOTE.TXT, 4.3.12)
# What does something by itself, and what leads to other files, by where it lies in the package.
ACTIVE = ("xl/vbaproject", "xl/macrosheets/", "xl/activex/", "xl/embeddings/")
LINKED = ("xl/externallinks/", "xl/connections.xml", "xl/querytables/")


class Package:
    """The parts of the workbook that *content* is; *file* is what problems go under.

    Raises ProblemsFound where it is none, or holds what an answer has no use for. Whatever zipfile
    raises is left to who reads it.
    """

    def __init__(self, content: bytes, file: str) -> None:
        self.file = file
        _refuse_others(content, file)
        if content.count(DIRECTORY_ENTRY) > MOST_MEMBERS:  # before a list of them is made
            raise too_much(file)
        self._archive = ZipFile(io.BytesIO(content))
        # The names of parts are the same in capitals and in small letters (ECMA-376-2, 6.2.2.3).
        self._members = {info.filename.lower(): info for info in self._archive.infolist()}
        self._left = LARGEST
        self._refuse_members()

    def __contains__(self, name: str) -> bool:
        """Whether there is a part of this *name*."""
        return name.lower() in self._members

    def part(self, name: str) -> str:
        """The text of the part of this *name*, which is XML.

        ECMA-376-2, 6.2.5: it is UTF-8 or UTF-16, and has no declaration of a document type, by
        which one entity can become very many, or another file. Raises ProblemsFound where there is
        too much of it, KeyError and ValueError.
        """
        with self._archive.open(self._members[name.lower()]) as member:
            content = member.read(self._left + 1)
        self._left -= len(content)
        if self._left < 0:
            raise too_much(self.file)
        text = content.decode("utf-16" if content[:2] in UTF_16 else "utf-8-sig")
        if "<!DOCTYPE" in text:
            raise ValueError(name)
        return text

    def _refuse_members(self) -> None:
        infos = self._archive.infolist()
        if any(info.flag_bits & 1 for info in infos):
            raise ProblemsFound([problem("E911", self.file)])
        if len(self._members) < len(infos) or not all(map(_is_as_packages_are, infos)):
            raise ValueError(self.file)
        for code, places in {"E914": ACTIVE, "E915": LINKED}.items():
            if any(name.startswith(places) for name in self._members):
                raise ProblemsFound([problem(code, self.file)])


UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def _is_as_packages_are(info: ZipInfo) -> bool:
    return info.compress_type in PACKED


def too_much(file: str) -> ProblemsFound:
    """The problem with a workbook that takes more than an answer can."""
    return ProblemsFound([problem("E913", file)])


def _refuse_others(content: bytes, file: str) -> None:
    """Raise ProblemsFound where *content* is another document."""
    if not content.strip(b"\0 \r\n"):
        raise zipfile.BadZipFile(file)
    if content.startswith(files.COMPOUND) and ENCRYPTED in content:
        raise ProblemsFound([problem("E911", file)])
    if (named := _format(content, file)) != files.EXCEL:
        raise ProblemsFound([problem("E910", file, format=named)])


def _format(content: bytes, file: str) -> str:
    if files.is_note(content):
        return "PDF" if content.startswith(files.PDF) else "HTML"
    return files.document(content, file) or "txt / csv / XML"
