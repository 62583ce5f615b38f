"""The generated tables of the pages: made from the plugins and from the messages."""

from functools import cache

from kieumau.messages import MESSAGES
from kieumau.plugins.chain import read_chain
from kieumau.rules.refinements import AddCriterion, AddIndicator, Clarify, Tighten, Waive

MARKS = ("<!-- table: {} -->\n", "<!-- end -->")


def cell(text):
    """Return text that keeps a Markdown table whole."""
    return str(text).replace("|", "\\|").replace("\n", " ")


def table(head, rows):
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n" + "".join(f"| {' | '.join(map(cell, row))} |\n" for row in lines) + "\n"


@cache
def plugin(id_):
    """Return a bundled plugin as written."""
    (found,) = (each for each in read_chain([id_]).plugins if each.id == id_)
    return found


def in_force(valid):
    """Return when something is in force, in words."""
    start = f"from {valid.start}" if valid.start else ""
    until = f"before {valid.until}" if valid.until else ""
    return f"{start} {until}".strip() or "always"


def issued(found):
    """Yield each indicator of a plugin with the criterion it stands in."""
    for set_ in found.sets:
        for criterion in set_.criteria:
            yield from ((criterion.id, each) for each in criterion.indicators)
    for each in found.refinements:
        if isinstance(each, AddIndicator):
            yield each.to, each.indicator
        elif isinstance(each, AddCriterion):
            yield from ((each.criterion.id, inner) for inner in each.criterion.indicators)


def indicators(id_):
    """Return the table of a plugin's indicators."""
    rows = [
        (
            criterion,
            f"`{each.id}`",
            each.title.en,
            f"`{each.fidelity}`" + (", transferred" if each.scope else ""),
            each.seen or "",
            in_force(each.valid),
        )
        for criterion, each in issued(plugin(id_))
    ]
    return table(("criterion", "indicator", "title", "fidelity", "seen", "in force"), rows)


def coverage(id_):
    """Return the table of what a plugin leaves out."""
    rows = [
        (f"`{each.item}`", each.title.en, each.reason.en) for each in plugin(id_).manifest.coverage
    ]
    return table(("item", "what", "why it is no rule here"), rows)


def refinements(id_):
    """Return the table of what a plugin does to indicators of the layers below."""
    names = {Tighten: "tighten", Clarify: "clarify", Waive: "waive"}
    rows = [
        (names[type(each)], f"`{each.target}`", in_force(each.valid))
        for each in plugin(id_).refinements
        if type(each) in names
    ]
    return table(("does", "to", "in force"), rows)


def diagnostics(_):
    """Return the table of every diagnostic."""
    rows = [
        (
            f'<a id="{code.lower()}"></a>[{code}](diagnostics/{code}.md)',
            each.message.vi,
            each.message.en,
        )
        for code, each in MESSAGES.items()
    ]
    return table(("code", "thông báo", "message"), rows)


MAKERS = {
    "indicators": indicators,
    "coverage": coverage,
    "refinements": refinements,
    "diagnostics": diagnostics,
}


def filled(page):
    """Return a page's text with its tables as they should be."""
    parts = page.split("<!-- table: ")
    done = [parts[0]]
    for part in parts[1:]:
        name, _, rest = part.partition(" -->\n")
        kind, _, argument = name.partition(" ")
        _, end, tail = rest.partition(MARKS[1])
        assert end, f"the table «{name}» has no end"
        done.append(f"{name} -->\n{MAKERS[kind](argument)}{end}{tail}")
    return "<!-- table: ".join(done)
