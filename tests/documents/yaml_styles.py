"""YAML as people write it: any data in any mixture of layouts, quotes, comments and line ends."""

import json

from hypothesis import strategies as st

from kieumau.documents.yaml_emit import flow_text, scalar_text

KEYS = st.sampled_from(["id", "to", "title", "vi", "en", "note", "requires", "items", "x-1"])
WORDS = st.sampled_from(
    [
        "đạt",
        "tỷ lệ ≥ 90%",
        "a: b",
        "# không phải chú thích",
        "",
        "null",
        "00042",
        "yes",
        "- gạch",
        "có 'nháy' và \"kép\"",
        "hai\ndòng\n",
        "{ngoặc}",
        "2023-01-01",
        " đầu cuối ",
        "x" * 90,
    ]
)
DATA = st.recursive(
    st.none() | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
DOCUMENTS = st.dictionaries(KEYS, DATA, min_size=1, max_size=5)


@st.composite
def styled(draw, data=None):
    """Draw a document's text and what it says."""
    said = draw(DOCUMENTS) if data is None else data
    step = draw(st.sampled_from([2, 2, 4]))
    lines = list(_block(draw, said, 0, step))
    for at in range(len(lines), -1, -1):
        inside = any(mark in "".join(lines[max(at - 4, 0) : at]) for mark in ("|\n", "|-\n"))
        if not inside and draw(st.integers(0, 7)) == 0:
            wide = len(lines[at]) - len(lines[at].lstrip()) if at < len(lines) else 0
            lines.insert(at, draw(st.sampled_from(["\n", " " * wide + "# chú thích\n"])))
    text = "".join(lines)
    if draw(st.booleans()):
        text = text.removesuffix("\n") if "|" not in text else text
    return (text.replace("\n", "\r\n") if draw(st.booleans()) else text), said


def _block(draw, data, indent, step):
    pad = " " * indent
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _after(draw, f"{pad}{key}:", value, indent, step)
    else:
        for each in data:
            yield from _after(draw, f"{pad}-", each, indent, step)


def _after(draw, start, value, indent, step):
    comment = draw(st.sampled_from(["", "", "", "   # ghi chú"]))
    if isinstance(value, dict | list) and value and draw(st.integers(0, 3)):
        yield f"{start}{comment}\n"
        yield from _block(draw, value, indent + step, step)
    elif isinstance(value, dict | list):
        yield f"{start} {flow_text(value)}{comment}\n"
    elif value is None:
        yield f"{start}{draw(st.sampled_from(['', ' null', ' ~']))}{comment}\n"
    elif value == "hai\ndòng\n" and draw(st.booleans()):
        yield f"{start} |\n"
        yield " " * (indent + step) + "hai\n"
        yield " " * (indent + step) + "dòng\n"
    else:
        style = draw(st.sampled_from(["", "'", '"']))
        said = scalar_text(value, style)
        if style == '"':
            said = json.dumps(value, ensure_ascii=False)
        yield f"{start} {said}{comment}\n"
