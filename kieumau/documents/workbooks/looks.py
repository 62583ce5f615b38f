"""What each look is: font, fill, alignment and frame."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

from kieumau.documents.workbooks.plan import Look

__all__ = ["STYLES", "Style"]


@frozen
class Style:
    """How a cell looks; colours as spreadsheet programs write them, empty for none."""

    size: int = 10
    bold: bool = False
    italic: bool = False
    color: str = "FF000000"
    fill: str = ""
    align: str | None = "left"
    framed: bool = True
    wrapped: bool = True


_NAVY, _GREY = "FF1F3864", "FF595959"

STYLES: Mapping[Look, Style] = MappingProxyType(
    {
        Look.PLAIN: Style(11, align=None, framed=False),
        Look.TITLE: Style(15, bold=True, color=_NAVY, align=None, framed=False, wrapped=False),
        Look.NOTE: Style(italic=True, color=_GREY, align=None, framed=False, wrapped=False),
        Look.HEADING: Style(bold=True, color="FFFFFFFF", fill=_NAVY, align="center"),
        Look.GROUP: Style(
            11, bold=True, color=_NAVY, fill="FFDCE6F1", align=None, framed=False, wrapped=False
        ),
        Look.FIXED: Style(color="FF262626", fill="FFF7F7F7"),
        Look.NUMBER: Style(color="FF262626", fill="FFF7F7F7", align="center"),
        Look.CODE: Style(8, color="FF7F7F7F", fill="FFF7F7F7", align=None),
        Look.INPUT: Style(11, bold=True, fill="FFFFFBE6", align="center"),
        Look.INPUT_TEXT: Style(fill="FFFFFDF3"),
        Look.COMPUTED: Style(11, fill="FFEDEDED", align="center"),
    }
)
