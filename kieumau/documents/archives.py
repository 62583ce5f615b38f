"""Archives without the time at which they were made: the same parts give the same bytes."""

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from types import MappingProxyType

__all__ = ["undated"]


def undated(
    data: bytes, edits: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType({})
) -> bytes:
    """Return an archive with its parts in the order of their names, none of them dated.

    Parameters
    ----------
    edits
        What to do to parts, by name.
    """
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as made,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        for entry in sorted(made.infolist(), key=lambda each: each.filename):
            part = made.read(entry)
            if edit := edits.get(entry.filename):
                part = edit(part)
            info = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            kept.writestr(info, part)
    return out.getvalue()
