"""PDFs that are built plainly, in the two ways that there are, and what is forged at them.

Each forgery is read by some reader otherwise than by another, or leaves room for it.
"""

import re
import zlib
from collections.abc import Callable

CATALOG = b"<< /Type /Catalog /Pages 2 0 R /Lang (da) >>"
PAGES = b"<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 9 9 ] /Contents 4 0 R >>"
INFO = b"<< /Title (a \\(b\\) \\303) /Subject <feff> /a#2fb [ .5 -1 1.25 true null ] >>"
FORGED = b"<< /Type /Pages /Kids [ ] /Count 0 >>"


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s>>\nstream\n%s\nendstream" % (len(content), entries, content)


def packed(content: bytes, entries: bytes = b"") -> bytes:
    return stream(zlib.compress(content), entries + b"/Filter /FlateDecode ")


OBJECTS = [CATALOG, PAGES, PAGE, packed(b"q Q"), INFO]
TRAILER = b"<< /Size %d /Root 1 0 R /Info 5 0 R >>"
ROW = b"%010d 00000 n \n"


def plain(
    objects: list[bytes] = OBJECTS,
    *,
    head: bytes = b"%PDF-1.7\n%\xbf\xf7\xa2\xfe\n",
    row: bytes = ROW,
    rows: Callable[[list[int]], list[int]] = lambda places: places,
    table: bytes = b"xref\n0 %d\n0000000000 65535 f \n",
    trailer: bytes = TRAILER,
    end: bytes = b"\nstartxref\n%d\n%%%%EOF\n",
) -> bytes:
    """A PDF of *objects*, numbered from 1, with a table of where they are."""
    body, places = head, []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    said = table % (len(objects) + 1) if b"%d" in table else table
    listed = b"".join(row % place for place in rows(places))
    said += listed + b"trailer "
    said += trailer % (len(objects) + 1) if b"%d" in trailer else trailer
    return body + said + (end % len(body) if b"%d" in end else end)


def _row(kind: int, place: int, index: int) -> bytes:
    return bytes([kind]) + place.to_bytes(2, "big") + bytes([index])


def in_streams(
    objects: list[bytes] = [CATALOG, PAGES, PAGE, INFO],  # noqa: B006 - never changed
    *,
    numbers: tuple[int, ...] = (1, 2, 3, 5),
    gap: bytes = b"",
    entries: bytes = b"",
    of_table: bytes = b"/W [ 1 2 1 ] /Root 1 0 R /Info 5 0 R /Size 8 ",
    first_row: bytes = _row(0, 0, 0),
    more: bytes = b"",
    index: int = 0,
) -> bytes:
    """A PDF whose *objects* are in the stream 6, with a table in the stream 7."""
    head, inner = b"", b""
    for number, content in zip(numbers, objects, strict=True):
        head += b"%d %d " % (number, len(inner))
        inner += content + b" " + gap
    held = packed(head + inner, b"/Type /ObjStm /N %d /First %d " % (len(objects), len(head)))
    held = held.replace(b"/Type", entries + b"/Type", 1)
    body, places = b"%PDF-1.7\n", {}
    for number, content in ((4, packed(b"q Q")), (6, held)):
        places[number] = len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    rows = [_row(2, 6, at + index) for at in range(3)]
    rows += [_row(1, places[4], 0), _row(2, 6, 3 + index), _row(1, places[6], 0)]
    listed = b"".join([first_row, *rows, _row(1, len(body), 0), more])
    if b"/Predictor" in of_table:
        listed = _predicted(listed, 4)
    table = packed(listed, b"/Type /XRef " + of_table)
    return body + b"7 0 obj\n%s\nendobj\n\nstartxref\n%d\n%%%%EOF\n" % (table, len(body))


def _predicted(content: bytes, width: int) -> bytes:
    above, rows = bytes(width), b""
    for start in range(0, len(content), width):
        row = content[start : start + width]
        rows += b"\2" + bytes((one - other) % 256 for one, other in zip(row, above, strict=True))
        above = row
    return rows


def _updated() -> bytes:
    """With another text of object 2 behind the end, as an update adds it."""
    before = plain()
    start = int(before.split()[-2])
    body = before + b"2 0 obj\n%s\nendobj\n" % FORGED
    row = ROW % len(before)
    trailer = b"trailer << /Size 6 /Root 1 0 R /Prev %d >>\n" % start
    return body + b"xref\n2 1\n%s%sstartxref\n%d\n%%%%EOF\n" % (row, trailer, len(body))


def _with(number: int, content: bytes) -> list[bytes]:
    return [*OBJECTS[: number - 1], content, *OBJECTS[number:]]


def _second(content: bytes) -> list[bytes]:
    """The objects, with *content* between the first two of them."""
    return [CATALOG + b"\nendobj\n" + content, *OBJECTS[1:]]


HIDDEN = b"2 0 obj\n%s\nendobj" % FORGED
PREDICTED = (
    b"/W [ 1 2 1 ] /Root 1 0 R /Info 5 0 R /Size 8 /DecodeParms << /Columns 4 /Predictor 12 >> "
)

HONEST: dict[str, Callable[[], bytes]] = {
    "plain": plain,
    "without a second line": lambda: plain(head=b"%PDF-1.7\n"),
    "in streams": in_streams,
    "in streams, with a part of the table named": lambda: in_streams(
        of_table=b"/W [ 1 2 1 ] /Root 1 0 R /Info 5 0 R /Size 8 /Index [ 0 8 ] "
    ),
    "in streams, with a table of differences": lambda: in_streams(of_table=PREDICTED),
}

FORGERIES: dict[str, Callable[[], bytes]] = {
    "something before the header": lambda: b"\n" + plain(),
    "another version": lambda: plain(head=b"%PDF-1.4\n"),
    "a remark in the header": lambda: plain(head=b"%PDF-1.7\n%abcd\n"),
    "a remark between objects": lambda: plain(_second(b"% a")),
    "a remark in an object": lambda: plain(_with(2, PAGES.replace(b"/Count", b"% a\n/Count"))),
    "an object twice": lambda: plain(_second(HIDDEN[: -len(b"\nendobj")])),
    "an object twice, and the first in the table": lambda: plain([*OBJECTS[:4], INFO]).replace(
        b"xref", HIDDEN + b"\nxref", 1
    ),
    "an object of another generation": lambda: plain().replace(b"2 0 obj", b"2 1 obj", 1),
    "an object that nothing names": lambda: plain([*OBJECTS, FORGED]),
    "an object that isn't there": lambda: plain(_with(2, PAGES.replace(b"[ 3", b"[ 9 0 R 3"))),
    "an object that is another": lambda: plain([*OBJECTS[:4], b"4 0 R"]),
    "an object that doesn't end": lambda: plain().replace(b"endstream\nendobj\n", b"endstream\n"),
    "a key twice": lambda: plain(_with(1, CATALOG.replace(b"/Lang", b"/Pages 2 0 R /Lang"))),
    "a key twice, once written out": lambda: plain(
        _with(1, CATALOG.replace(b"/La", b"/L#61ng 1/La"))
    ),
    "a key without a value": lambda: plain(_with(1, CATALOG.replace(b"(da)", b""))),
    "a key that is none": lambda: plain(_with(1, CATALOG.replace(b"/Lang", b"(Lang)"))),
    "a key for nothing": lambda: plain(_with(1, CATALOG.replace(b"(da)", b"null"))),
    "a name with nothing in it": lambda: plain(_with(1, CATALOG.replace(b"(da)", b"/#00"))),
    "a long name": lambda: plain(_with(1, CATALOG.replace(b"(da)", b"/" + b"a" * 128))),
    "a text on two lines": lambda: plain(_with(1, CATALOG.replace(b"(da)", b"(d\ra)"))),
    "half a byte": lambda: plain(_with(1, CATALOG.replace(b"(da)", b"<646>"))),
    "a number that isn't one": lambda: plain(_with(1, CATALOG.replace(b"(da)", b"1-2"))),
    "a space that isn't one for all": lambda: plain(_with(1, CATALOG.replace(b" (da)", b"\0(da)"))),
    "a bracket that closes nothing": lambda: plain(_with(1, b">>")),
    "what is nested too deep": lambda: plain(
        _with(1, CATALOG.replace(b"(da)", b"[" * 60 + b"]" * 60))
    ),
    "a stream without a dictionary": lambda: plain(_with(4, b"[ ]\nstream\nq Q\nendstream")),
    "a stream without a length": lambda: plain(_with(4, b"<< >>\nstream\nq Q\nendstream")),
    "a length that is elsewhere": lambda: plain(
        _with(4, stream(b"q Q").replace(b"3", b"5 0 R", 1))
    ),
    "a wrong length": lambda: plain(_with(4, stream(b"q Q").replace(b"3", b"2", 1))),
    "a length below zero": lambda: plain(_with(4, stream(b"q Q").replace(b"3", b"-3", 1))),
    "an object in a stream": lambda: plain(_with(4, stream(b"q\nendstream\nendobj\n" + HIDDEN))),
    "an end in a stream": lambda: plain(_with(4, stream(b"q\nstartxref\n9\n%%EOF\n"))),
    "something behind what is packed": lambda: plain(
        _with(4, stream(zlib.compress(b"q Q") + b"q", b"/Filter /FlateDecode "))
    ),
    "something packed without an end": lambda: plain(
        _with(4, stream(zlib.compress(b"q Q")[:-4], b"/Filter /FlateDecode "))
    ),
    "nothing that is packed": lambda: plain(_with(4, stream(b"q Q", b"/Filter /FlateDecode "))),
    "another packing": lambda: plain(_with(4, stream(b"7120>", b"/Filter /ASCIIHexDecode "))),
    "a packing with parameters": lambda: plain(
        _with(4, packed(b"q Q", b"/DecodeParms << /Predictor 1 >> "))
    ),
    "a bomb": lambda: plain(_with(4, packed(bytes(2**20)))),
    "an update": _updated,
    "rows of 19 bytes": lambda: plain(row=b"%010d 00000 n\n"),
    "rows of 21 bytes": lambda: plain(row=b"%010d 00000 n  \n"),
    "a row with another generation": lambda: plain(row=b"%010d 00001 n \n"),
    "a row that says the object is gone": lambda: plain(row=b"%010d 00000 f \n"),
    "two rows exchanged": lambda: plain(rows=lambda places: [*places[1::-1], *places[2:]]),
    "a row too few": lambda: plain(rows=lambda places: places[:-1]),
    "a row too many": lambda: plain(rows=lambda places: [*places, places[-1]]),
    "a table of two parts": lambda: plain(table=b"xref\n0 1\n0000000000 65535 f \n1 5\n"),
    "a table from 1": lambda: plain(table=b"xref\n1 %d\n0000000000 65535 f \n"),
    "a space behind the table's word": lambda: plain(table=b"xref \n0 %d\n0000000000 65535 f \n"),
    "a number that is left out": lambda: re.sub(rb"\b5 0", b"6 0", plain()),
    "no trailer": lambda: plain(trailer=b"1"),
    "a trailer with a key twice": lambda: plain(
        trailer=TRAILER.replace(b"/Info", b"/Root 1 0 R /Info")
    ),
    "a trailer with a table before": lambda: plain(
        trailer=TRAILER.replace(b"/Info", b"/Prev 9 /Info")
    ),
    "a trailer with a second table": lambda: plain(
        trailer=TRAILER.replace(b"/Info", b"/XRefStm 9 /Info")
    ),
    "a trailer with another size": lambda: plain(trailer=TRAILER.replace(b"%d", b"5")),
    "a catalog in the trailer": lambda: plain(trailer=TRAILER.replace(b"1 0 R", CATALOG)),
    "a remark before the end": lambda: plain(end=b"\nstartxref\n%% a\n%d\n%%%%EOF\n"),
    "an end that says elsewhere": lambda: plain(end=b"\nstartxref\n9\n%%EOF\n"),
    "two ends": lambda: plain(end=b"\nstartxref\n9\n%%%%EOF\nstartxref\n%d\n%%%%EOF\n"),
    "no end": lambda: plain(end=b"\nstartxref\n%d\n"),
    "something behind the end": lambda: plain() + b"\n\n",
    "an end that is misspelt": lambda: plain(end=b"\nstartxrefX\n%d\n%%%%EOF\n"),
    "nothing": lambda: b"",
    "no table": lambda: plain(table=b""),
    "a table that is no stream": lambda: plain().partition(b"xref")[0] + b"startxref\n9\n%%EOF\n",
    "an object stream beside a plain table": lambda: plain(
        _with(4, packed(b"2 0 " + FORGED, b"/Type /ObjStm /N 1 /First 4 "))
    ),
    "an object twice in a stream": lambda: in_streams(
        [CATALOG, FORGED, PAGES, PAGE, INFO], numbers=(1, 2, 2, 3, 5)
    ),
    "an object in a stream and beside it": lambda: in_streams(numbers=(1, 2, 4, 5)),
    "a key twice in a stream": lambda: in_streams([CATALOG, PAGES, PAGE, b"<< /a 1 /a 2 >>"]),
    "something between objects in a stream": lambda: in_streams(gap=b"(a) "),
    "objects in a stream that go on in another": lambda: in_streams(entries=b"/Extends 4 0 R "),
    "objects of which the number is wrong": lambda: in_streams().replace(b"/N 4", b"/N 3"),
    "objects that begin elsewhere": lambda: in_streams().replace(b"/First ", b"/First 1"),
    "objects that nothing holds": lambda: in_streams([], numbers=()),
    "a table with another place in a stream": lambda: in_streams(index=1),
    "a table of which the first is in use": lambda: in_streams(first_row=_row(1, 9, 0)),
    "a table with a row too many": lambda: in_streams(more=_row(1, 9, 0)),
    "a table without a kind": lambda: in_streams(of_table=b"/W [ 0 3 1 ] /Root 1 0 R /Size 8 "),
    "a table without widths": lambda: in_streams(of_table=b"/W 4 /Root 1 0 R /Size 8 "),
    "a table of a part": lambda: in_streams(
        of_table=b"/W [ 1 2 1 ] /Root 1 0 R /Info 5 0 R /Size 8 /Index [ 0 4 4 4 ] "
    ),
    "a table with a table before": lambda: in_streams(
        of_table=b"/W [ 1 2 1 ] /Root 1 0 R /Info 5 0 R /Size 8 /Prev 9 "
    ),
    "a table of another size": lambda: in_streams(
        of_table=b"/W [ 1 2 1 ] /Root 1 0 R /Info 5 0 R /Size 7 "
    ),
    "a table without a catalog": lambda: in_streams(of_table=b"/W [ 1 2 1 ] /Info 5 0 R /Size 8 "),
    "a table of other differences": lambda: in_streams(of_table=PREDICTED.replace(b"12", b"15")),
    "a table of no differences": lambda: in_streams(of_table=PREDICTED, more=b"").replace(
        b"/Columns 4", b"/Columns 3"
    ),
}


def put_right(content: bytes, old: bytes, new: bytes) -> bytes:
    """*content* with *new* for *old*, where it stands first, and its table of places put right."""
    at, grown = content.index(old), len(new) - len(old)

    def moved(place: re.Match[bytes]) -> bytes:
        number = int(place[0])
        return b"%0*d" % (len(place[0]), number + grown * (number > at))

    places = re.compile(rb"\d{10}(?= 00000 n)|(?<=startxref\n)\d+")
    return places.sub(moved, content).replace(old, new, 1)
