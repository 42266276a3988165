"""The document that a note is written into where nobody gives another: the look of the house."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml import parse_xml

FOLDER = Path(__file__).with_name("parts")
MAIN = "document.xml"
TYPES = {
    MAIN: CONTENT_TYPE.WML_DOCUMENT_MAIN,
    "styles.xml": CONTENT_TYPE.WML_STYLES,
    "settings.xml": CONTENT_TYPE.WML_SETTINGS,
    "numbering.xml": CONTENT_TYPE.WML_NUMBERING,
    "fontTable.xml": CONTENT_TYPE.WML_FONT_TABLE,
}
RELATIONSHIPS = {
    "styles.xml": RELATIONSHIP_TYPE.STYLES,
    "settings.xml": RELATIONSHIP_TYPE.SETTINGS,
    "numbering.xml": RELATIONSHIP_TYPE.NUMBERING,
    "fontTable.xml": RELATIONSHIP_TYPE.FONT_TABLE,
}
TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"


def package() -> BytesIO:
    """A document without text, as a package (ECMA-376-2)."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        overrides = "".join(
            f'<Override PartName="/word/{name}" ContentType="{kind}"/>'
            for name, kind in TYPES.items()
        )
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{TYPES_NAMESPACE}"><Default Extension="rels" '
            f'ContentType="{CONTENT_TYPE.OPC_RELATIONSHIPS}"/>{overrides}</Types>',
        )
        main = {f"word/{MAIN}": RELATIONSHIP_TYPE.OFFICE_DOCUMENT}
        archive.writestr("_rels/.rels", _relationships(main))
        archive.writestr(f"word/_rels/{MAIN}.rels", _relationships(RELATIONSHIPS))
        for name in TYPES:
            archive.writestr(f"word/{name}", (FOLDER / name).read_bytes())
    written.seek(0)
    return written


def _relationships(targets: dict[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{place}" Type="{kind}" Target="{target}"/>'
        for place, (target, kind) in enumerate(targets.items(), start=1)
    )
    return f'<Relationships xmlns="{RELATIONSHIPS_NAMESPACE}">{listed}</Relationships>'


def root(name: str) -> Any:
    """The element that the part of that *name* consists of: `styles.xml`."""
    return parse_xml((FOLDER / name).read_bytes())
