"""Whether the bytes of a PDF can be read in one way only.

Where a file is not built as ISO 32000-1 says, each reader mends it after its own fashion, and one
file shows one text here and another there. What is taken here is much less than the standard
allows: what qpdf writes of a note, plainly or with streams of objects, and nothing beside it.
"""

import re
import zlib
from itertools import pairwise
from typing import Any, NamedTuple

HEADER = re.compile(rb"%PDF-1\.7\n(?:%[\x80-\xff]{4}\n)?")
OBJECT = re.compile(rb"([1-9]\d{0,6}) 0 obj[ \n]")
END_OF_OBJECT = re.compile(rb"[ \n]*endobj\n+")
STREAM, END_OF_STREAM = re.compile(rb"[ \n]*\nstream\n"), re.compile(rb"\n?endstream(?=\n)")
TABLE = re.compile(rb"xref\n0 ([1-9]\d{0,6})\n")
TRAILER = re.compile(rb"trailer[ \n]+")
END = re.compile(rb"[ \n]*startxref\n(0|[1-9]\d{0,9})\n%%EOF\n?")
SPACE = re.compile(rb"[ \n]*")
# What a token is; it ends before a space or a mark. In a text, each sign that readers may take for
# another is written out.
TOKEN = re.compile(
    rb"[ \n]*(?:(?P<mark><<|>>|\[|\])"
    rb"|(?P<text>\((?:[^()\\\x00-\x1f\x7f]|\\[nrtbf()\\]|\\[0-3][0-7]{2})*\)|<(?:[0-9A-Fa-f]{2})*>)"
    rb"|(?:(?P<name>/(?:[!\"$&'*+,\-.0-9:;=?@A-Z\\^_`a-z|~]|#[0-9A-Fa-f]{2}){1,127})"
    rb"|(?P<reference>[1-9]\d{0,6}) 0 R"
    rb"|(?P<number>-?(?:0|[1-9]\d{0,9}|\d{0,10}\.\d{1,10}))"
    rb"|(?P<word>true|false|null))(?![^ \n()<>\[\]/]))"
)
CLOSING = {b"[": re.compile(rb"[ \n]*\]"), b"<<": re.compile(rb"[ \n]*>>")}
ESCAPE, WRITTEN_OUT = re.compile(rb"#(..)"), re.compile(rb"[\x01-\x20#%()/<>\[\]{}\x7f-\xff]")
# What a reader looks for that mends a file, and what may therefore stand where it belongs only.
LANDMARK = re.compile(rb"%PDF-|\d[\0\t\n\f\r ]*obj|endobj|endstream|startxref|xref|trailer|%%EOF")
MOST_TOKENS = 2**20
MOST_NESTED = 50
LONGEST_FIELD = 8  # bytes, of a table in a stream
IN_TRAILER = frozenset({b"/Size", b"/Root", b"/Info", b"/ID"})
IN_STREAM = frozenset({b"/Type", b"/Length", b"/Filter"})
IN_TABLE = IN_TRAILER | IN_STREAM | {b"/W", b"/Index", b"/DecodeParms"}
IN_OBJECT_STREAM = IN_STREAM | {b"/N", b"/First"}
FREE, AT_OFFSET, PACKED = range(3)  # of which kind an object is in a table (7.5.8.3)
UP = b"\2"  # how a row of a table is told: by what differs from the one above it (7.4.4.4)


class AmbiguousError(Exception):
    """A file can be read in more ways than one."""


def has_one_reading(content: bytes, most: int) -> bool:
    """Whether all readers must find the same objects in the PDF *content*.

    Each of its bytes belongs to one header, to objects that each have a number of their own, to one
    table of them, or to one end. Its streams may hold *most* bytes together, and it MOST_TOKENS.
    """
    try:
        _File(content, most).read()
    except AmbiguousError:
        return False
    return True


class _Token(NamedTuple):
    kind: str
    written: bytes


class _Stream(NamedTuple):
    entries: dict[bytes, Any]
    unpacked: bytes


class _File:
    """What is read of a file: dictionaries, lists, tokens and streams, by number."""

    def __init__(self, content: bytes, most: int) -> None:
        self.content = content
        self.room = most
        self.tokens = 0
        self.landmarks = 3  # the header, startxref and the end
        self.referenced: set[int] = set()
        self.streams: dict[int, _Stream] = {}
        self.rows: dict[int, tuple[int, int, int]] = {}  # of the table, by the object's number

    def read(self) -> None:
        """Raises AmbiguousError where something can be read in more ways than one."""
        position = _matched(HEADER, self.content, 0).end()
        number = 0
        while head := OBJECT.match(self.content, position):
            number, position = int(head[1]), self._object(head, position)
        packed = [n for n, stream in self.streams.items() if _type(stream) == b"/ObjStm"]
        if table := TABLE.match(self.content, position):
            _demand(not packed)
            start, position = position, self._table(table)
        else:
            self._objects_in(packed)
            start = self._table_in_stream(number)
            packed.append(number)
        end = _matched(END, self.content, position)
        _demand(int(end[1]) == start and end.end() == len(self.content))
        _demand(self.referenced == self.rows.keys() - packed)
        _demand(len(LANDMARK.findall(self.content)) == self.landmarks)

    def _object(self, head: re.Match[bytes], start: int) -> int:
        """Take the object that begins with *head* at *start*, and say where it ends."""
        number = int(head[1])
        value, position = self._value(self.content, head.end())
        if stream := STREAM.match(self.content, position):
            _demand(isinstance(value, dict))
            first, position = stream.end(), stream.end() + _count(value.get(b"/Length"))
            unpacked = self._unpacked(value, self.content[first:position])
            self.streams[number] = _Stream(value, unpacked)
            position = _matched(END_OF_STREAM, self.content, position).end()
            self.landmarks += 1
        self._keep(number, (AT_OFFSET, start, 0))
        self.landmarks += 2
        return _matched(END_OF_OBJECT, self.content, position).end()

    def _keep(self, number: int, row: tuple[int, int, int]) -> None:
        _demand(number not in self.rows)
        self.rows[number] = row

    def _value(self, content: bytes, position: int, depth: int = 0) -> tuple[Any, int]:
        """The value at *position*, and where it ends."""
        self.tokens += 1
        _demand(self.tokens <= MOST_TOKENS and depth < MOST_NESTED)
        match = _matched(TOKEN, content, position)
        kind, written, position = str(match.lastgroup), match[str(match.lastgroup)], match.end()
        if kind == "mark":
            return self._collection(content, position, written, depth)
        if kind == "reference":
            _demand(depth)  # an object is no other object
            self.referenced.add(int(written))
        return _Token(kind, _read_name(written) if kind == "name" else written), position

    def _collection(
        self, content: bytes, position: int, mark: bytes, depth: int
    ) -> tuple[Any, int]:
        """The array or dictionary that *mark* opened before *position*, and where it ends."""
        _demand(mark in CLOSING)
        values = []
        while not (closed := CLOSING[mark].match(content, position)):
            value, position = self._value(content, position, depth + 1)
            values.append(value)
        return (values if mark == b"[" else _dictionary(values)), closed.end()

    def _unpacked(self, entries: dict[bytes, Any], content: bytes) -> bytes:
        """What a stream holds, of which all of *content* is a part."""
        _demand(b"/DecodeParms" not in entries or entries.get(b"/Type") == _Token("name", b"/XRef"))
        if b"/Filter" in entries:
            _demand(entries[b"/Filter"] == _Token("name", b"/FlateDecode"))
            unpacking = zlib.decompressobj()
            try:
                content = unpacking.decompress(content, self.room + 1)
            except zlib.error as error:
                raise AmbiguousError from error
            _demand(unpacking.eof and not unpacking.unused_data)
        self.room -= len(content)
        _demand(self.room >= 0)
        return content

    def _objects_in(self, streams: list[int]) -> None:
        """Take the objects in *streams* of objects, which follow each other without a gap."""
        for number in streams:
            entries, unpacked = self.streams[number]
            _demand(entries.keys() <= IN_OBJECT_STREAM)
            first = _count(entries.get(b"/First"))
            said = [_count(_Token("number", word)) for word in unpacked[:first].split()]
            numbers, starts = said[::2], [first + start for start in said[1::2]]
            _demand(len(said) == 2 * _count(entries.get(b"/N")) and first in starts[:1])
            for index, (start, end) in enumerate(pairwise([*starts, len(unpacked)])):
                _, position = self._value(unpacked, start)
                _demand(_matched(SPACE, unpacked, position).end() == end)
                self._keep(numbers[index], (PACKED, number, index))

    def _table(self, head: re.Match[bytes]) -> int:
        """Take the table that begins with *head*, with its trailer, and say where it ends."""
        size, position = int(head[1]), head.end()
        _demand(self.rows.keys() == {*range(1, size)})
        rows = (b"%010d 00000 n \n" % self.rows[number][1] for number in range(1, size))
        table = b"".join([b"0000000000 65535 f \n", *rows])
        _demand(self.content.startswith(table, position))
        start = _matched(TRAILER, self.content, position + len(table)).end()
        trailer, end = self._value(self.content, start)
        _demand(isinstance(trailer, dict) and trailer.keys() <= IN_TRAILER)
        _demand(_count(trailer.get(b"/Size")) == size and _names_an_object(trailer, b"/Root"))
        self.landmarks += 2
        return end

    def _table_in_stream(self, number: int) -> int:
        """Take the table in the stream of this *number*, the last, and say where it starts."""
        _demand(number in self.streams)
        entries, content = self.streams[number]
        _demand(_type(self.streams[number]) == b"/XRef" and entries.keys() <= IN_TABLE)
        _demand(_names_an_object(entries, b"/Root"))
        size, widths = _count(entries.get(b"/Size")), _counts(entries.get(b"/W"))
        _demand(b"/Index" not in entries or _counts(entries[b"/Index"]) == [0, size])
        _demand(len(widths) == 3 and widths[0] == 1 and max(widths) <= LONGEST_FIELD)
        width = sum(widths)
        if b"/DecodeParms" in entries:
            content = _without_prediction(content, entries[b"/DecodeParms"], width)
        _demand(len(content) == width * size and content[:1] == bytes([FREE]))
        second = 1 + widths[1]
        for start in range(width, len(content), width):
            row = content[start : start + width]
            said = (
                row[0],
                *(int.from_bytes(field, "big") for field in (row[1:second], row[second:])),
            )
            _demand(self.rows.get(start // width) == said)
        _demand(size == len(self.rows) + 1)
        return self.rows[number][1]


def _demand(fulfilled: object) -> None:
    if not fulfilled:
        raise AmbiguousError


def _matched(pattern: re.Pattern[bytes], content: bytes, position: int) -> re.Match[bytes]:
    match = pattern.match(content, position)
    if match is None:
        raise AmbiguousError
    return match


def _read_name(written: bytes) -> bytes:
    """A name, in which nothing is written out that a name can hold as it is, or can't hold."""
    _demand(all(WRITTEN_OUT.match(_sign(escape)) for escape in ESCAPE.finditer(written)))
    return ESCAPE.sub(_sign, written)


def _sign(escape: re.Match[bytes]) -> bytes:
    return bytes([int(escape[1], 16)])


def _dictionary(values: list[Any]) -> dict[bytes, Any]:
    """A dictionary of keys and *values* in turn, in which each key stands once, with a value."""
    keys, entries = values[::2], values[1::2]
    _demand(len(keys) == len(entries) and _Token("word", b"null") not in entries)
    _demand(all(isinstance(key, _Token) and key.kind == "name" for key in keys))
    dictionary = {key.written: value for key, value in zip(keys, entries, strict=True)}
    _demand(len(dictionary) == len(keys))
    return dictionary


def _count(value: Any) -> int:
    """What a whole number says that isn't below zero."""
    _demand(isinstance(value, _Token) and value.kind == "number" and value.written.isdigit())
    return int(value.written)


def _counts(values: Any) -> list[int]:
    _demand(isinstance(values, list))
    return [_count(value) for value in values]


def _names_an_object(entries: dict[bytes, Any], key: bytes) -> bool:
    value = entries.get(key)
    return isinstance(value, _Token) and value.kind == "reference"


def _type(stream: _Stream) -> bytes:
    value = stream.entries.get(b"/Type")
    return value.written if isinstance(value, _Token) else b""


def _without_prediction(content: bytes, parameters: Any, width: int) -> bytes:
    """The rows of a table that are told by what differs from the one above."""
    said = {b"/Columns": _Token("number", b"%d" % width), b"/Predictor": _Token("number", b"12")}
    _demand(parameters == said and len(content) % (width + 1) == 0)
    rows, above = [], bytes(width)
    for start in range(0, len(content), width + 1):
        _demand(content.startswith(UP, start))
        below = content[start + 1 : start + 1 + width]
        above = bytes((one + other) % 256 for one, other in zip(above, below, strict=True))
        rows.append(above)
    return b"".join(rows)
