"""``kieumau cases``: the boundary cases a plugin lacks, printed or written beside its others."""

from pathlib import Path

from kieumau.authoring.boundaries.probes import Probe, Side, Why
from kieumau.authoring.boundaries.propose import Proposal, propose
from kieumau.authoring.boundaries.write import case_file
from kieumau.authoring.branches import Item
from kieumau.cli.inputs import read_date
from kieumau.cli.outputs import deliver, refuse_output
from kieumau.cli.terminal import Terminal
from kieumau.cli.test import item_said
from kieumau.errors import Diagnostic, UsageError
from kieumau.places import Place
from kieumau.plugins.chain import Chain, read_chain
from kieumau.wording import LANGUAGES, Count, Lang, Text

__all__ = ["run"]

_NONE = Text("Không thiếu trường hợp ranh giới nào: {id}.", "No boundary case is missing: {id}.")
_WROTE = Text(
    "{n} trường hợp. Đọc lại từng trường hợp rồi chạy: kieumau test {path}",
    "{n:case|cases}. Read each, then run: kieumau test {path}",
)
_MADE = Text(
    "Chưa trường hợp nào đạt mọi chỉ tiêu nên đã lập một phường giả định: {id}.",
    "No case meets every indicator, so an invented ward was made: {id}.",
)
_UNMET = Text(
    "Không tìm được số liệu để phường đó đạt: {titles}.",
    "No figures were found by which it meets: {titles}.",
)
_UNFOUND = Text("Không tìm được phường nào để thử: {what}.", "No ward was found to try: {what}.")
_SIDES = {
    Side.BELOW: Text("dưới ngưỡng", "below the threshold"),
    Side.AT: Text("đúng ngưỡng", "at the threshold"),
    Side.ABOVE: Text("trên ngưỡng", "above the threshold"),
    Side.BEFORE: Text("trước ngày", "before the day"),
    Side.ON: Text("đúng ngày", "on the day"),
    Side.AFTER: Text("sau ngày", "after the day"),
    Side.NEVER: Text("chưa thực hiện", "not done"),
    Side.ONLY: Text("chỉ đạt một điều kiện", "only one condition holds"),
    Side.EXACTLY: Text("đạt đúng số điều kiện", "exactly so many conditions hold"),
    Side.CHOICE: Text("lựa chọn", "choice"),
    Side.MISSING: Text("thiếu số liệu", "without the figure"),
    Side.REFUSED: Text("không được miễn", "not waived"),
    Side.SHORT: Text("điểm ngay dưới mức", "points just short"),
    Side.REACHED: Text("điểm vừa đủ mức", "points just enough"),
    Side.FALLEN: Text("không phát sinh, tính đủ điểm", "not arising, points in full"),
    Side.WAIVED: Text("được miễn, tính đủ điểm", "waived, points in full"),
}


def run(
    terminal: Terminal,
    *,
    standard: str,
    boundary: bool,
    on: str | None,
    all_layers: bool,
    output: str | None,
    force: bool,
) -> int:
    """Write the missing boundary cases of a plugin: 0, whether or not there are any."""
    if not boundary:
        raise UsageError(Diagnostic("KM-746"))
    day = read_date(on) if on else None
    chain = read_chain([standard])
    path = None if output is None else _path(chain, output)
    if path is not None:
        refuse_output(str(path))
        if path.exists() and not force:
            raise UsageError(Diagnostic("KM-747", Place(str(path))))
    proposal = propose(chain, day, all_layers=all_layers, instead_of=str(path or ""))
    text = case_file(proposal, terminal.lang)
    if not text:
        terminal.note(_NONE.filled(id=chain.own.id))
    else:
        if path is not None and path.parent == chain.own.path / "cases":
            path.parent.mkdir(exist_ok=True)
        deliver(terminal, text, None if path is None else str(path))
    _notes(terminal, proposal)
    if text and path is not None:
        n = len(proposal.cases) + proposal.base.new
        terminal.note(_WROTE.filled(n=Count(n), path=standard))
    return 0


def _path(chain: Chain, output: str) -> Path:
    """Return where to write: a bare file name stands for one among the plugin's cases.

    Raises
    ------
    UsageError
        KM-748: it has not the ending of a case file.
    """
    path = Path(output)
    if path.suffix.lower() not in (".yaml", ".yml"):
        raise UsageError(Diagnostic("KM-748", Place(output)))
    if path.name != output:
        return path
    return chain.own.path / "cases" / output


def _notes(terminal: Terminal, proposal: Proposal) -> None:
    base = proposal.base
    if base.new:
        terminal.note(_MADE.filled(id=base.id))
    if base.unmet:
        titles = Text(*("; ".join(each.say(lang) for each in base.unmet) for lang in LANGUAGES))
        terminal.note(_UNMET.filled(titles=titles))
    for why in proposal.unfound:
        terminal.note(_UNFOUND.say(terminal.lang).format(what=_said(why, terminal.lang)))


def _said(why: Why, lang: Lang) -> str:
    if isinstance(why, Item):
        return item_said(why, lang)
    side = _SIDES[why.side].say(lang)
    about = why.indicator if isinstance(why, Probe) else why.rule
    return f"{about.title.say(lang)} ({side}{f': {why.name}' if why.name else ''})"
