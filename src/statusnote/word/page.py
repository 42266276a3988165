"""What stands around the text on each page: its number, and of a draft that it is one."""

from typing import Any

from docx.oxml import parse_xml

from statusnote.note import DRAFT
from statusnote.word.elements import found, remove, text, w

HEADERS = ("w:headerReference", "w:footerReference")


def dress(document: Any, style: str, width: int, *, draft: bool) -> None:
    """Number the pages where the *document* has nothing around them, and mark those of a *draft*.

    *style* is the id of that of a header, and *width* that of the text, in twips.
    """
    section = document.sections[0]
    if not list(found(section._sectPr, *HEADERS)):  # noqa: SLF001 - it has no other name
        _number(section, style, width, draft=draft)
    if draft:
        for number, header in enumerate(_headers(document, section), start=1):
            _mark(header, number)


def _number(section: Any, style: str, width: int, *, draft: bool) -> None:
    """`Side 2/8` at the top of each page but the first; before it, of a draft, that it is one."""
    header = section.header
    header.is_linked_to_previous = False
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    said = [w("r", w("rPr", w("b")), text(DRAFT))] if draft else []
    paragraph = next(found(header._element, "w:p"))  # noqa: SLF001 - it has no other name
    remove(list(paragraph))
    paragraph.extend(
        [
            w("pPr", w("pStyle", val=style), w("tabs", w("tab", val="right", pos=width))),
            *said,
            w("r", w("tab"), text("Side ")),
            w("fldSimple", w("r", text("2")), instr="PAGE"),
            w("r", text("/")),
            w("fldSimple", w("r", text("2")), instr="NUMPAGES"),
        ]
    )


def _headers(document: Any, section: Any) -> list[Any]:
    """The headers of all pages, each of which the document has from now on."""
    headers = [section.header]
    headers += [section.first_page_header] if section.different_first_page_header_footer else []
    even = document.settings.odd_and_even_pages_header_footer
    headers += [section.even_page_header] if even else []
    for header in headers:
        if header.is_linked_to_previous:
            header.is_linked_to_previous = False
    return headers


def _mark(header: Any, number: int) -> None:
    """Write across the page that it is a draft, as Word writes a watermark of that *number*."""
    root = header._element  # noqa: SLF001 - it has no other name
    paragraph = next(found(root, "w:p"), None)
    if paragraph is None:
        paragraph = w("p")
        root.append(paragraph)
    paragraph.append(parse_xml(WATERMARK.replace("{number}", f"{number}").encode()))


# The shape is that of text along a straight path (ECMA-376-4, 19.1.2.23 and 20.1), and grey enough
# to read what is printed on it.
WATERMARK = f"""\
<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
     xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
  <w:rPr><w:noProof/></w:rPr>
  <w:pict>
    <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
        path="m@7,l@8,m@5,21600l@6,21600e">
      <v:formulas>
        <v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>
        <v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>
        <v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>
        <v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/>
        <v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/>
      </v:formulas>
      <v:path textpathok="t" o:connecttype="custom"
          o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>
      <v:textpath on="t" fitshape="t"/>
      <v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>
      <o:lock v:ext="edit" text="t" shapetype="t"/>
    </v:shapetype>
    <v:shape id="PowerPlusWaterMarkObject{{number}}" o:spid="_x0000_s205{{number}}"
        type="#_x0000_t136" alt="Vandmærke: {DRAFT}" o:allowincell="f"
        fillcolor="#d9d9d9" stroked="f"
        style="position:absolute;margin-left:0;margin-top:0;width:440pt;height:147pt;rotation:305;\
z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;\
mso-position-vertical:center;mso-position-vertical-relative:margin">
      <v:textpath style="font-family:&quot;Cambria&quot;;font-size:1pt;font-weight:bold"
          string="{DRAFT}"/>
    </v:shape>
  </w:pict>
</w:r>"""
