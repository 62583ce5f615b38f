"""``kieumau batch``: every ward of a large file, part by part."""

from pathlib import Path
from typing import TYPE_CHECKING

from kieumau.cli.inputs import read_date
from kieumau.cli.outputs import refuse_output
from kieumau.cli.pages import deliver_page
from kieumau.cli.progress import progress_bar
from kieumau.cli.terminal import Terminal
from kieumau.documents.files import real_path
from kieumau.documents.frames import load_polars
from kieumau.documents.workbooks.writing import needs_excel
from kieumau.errors import Diagnostic, UsageError
from kieumau.places import Place
from kieumau.render.batch_data import BatchSummary
from kieumau.render.batch_json import batch_json
from kieumau.render.batch_report import batch_page
from kieumau.render.rendering import Format
from kieumau.standard import Assumed, load
from kieumau.wording import Text, say_date

if TYPE_CHECKING:
    from kieumau.batch.chunks import Source
    from kieumau.batch.running import Detail, Run

__all__ = ["run"]

_ON = Text(
    "Theo quy định có hiệu lực ngày {day} (ngày cuối kỳ số liệu của dòng đầu); đổi bằng --on.",
    "As in force on {day} (the last day of the first row's period); choose another with --on.",
)
_WROTE = Text("Đã ghi {output}.", "Wrote {output}.")
_ASIDE = Text(
    "Để riêng {n} dòng, kèm lý do, ở {path}.", "Set {n} rows aside, with reasons, in {path}."
)
_STOPPED = Text(
    "Đã dừng; phần đã làm còn ở {folder}. Làm tiếp bằng --resume.",
    "Stopped; what is done is kept in {folder}. Go on with --resume.",
)


def run(
    terminal: Terminal,
    *,
    facts: str | None,
    criteria: tuple[str, ...],
    output: str | None,
    on: str | None,
    as_if: bool,
    assumed: Assumed,
    detail: "Detail",
    keep: bool,
    ignore: bool,
    resume: bool,
    engine: str,
    table: str | None,
    query: str | None,
    form: Format,
    html: str | None,
) -> int:
    """Judge every row of a source and say what they come to."""
    facts, target = _asked(facts, criteria, output, html)
    day = read_date(on) if on else None
    load_polars(Text("Đánh giá hàng loạt", "Judging many wards at once"))
    from kieumau.batch.databases import source_of  # noqa: PLC0415 (an extra)
    from kieumau.batch.parts import rejects_path  # noqa: PLC0415
    from kieumau.batch.running import Job, Run, first_day  # noqa: PLC0415
    from kieumau.batch.summary import summary_of  # noqa: PLC0415

    source = source_of(facts, engine, table, query)
    _refuse_outputs(source, criteria, target, rejects_path(target), html)
    if day is None:
        day = first_day(source)
        terminal.note(_ON.filled(day=say_date(day)))
    standard = load(criteria, on=day, assumed=assumed)
    job = Job(source, standard, target, terminal.lang, detail, keep, as_if, ignore)
    begun = Run.begin(job)
    terminal.problems(begun.warnings)
    staged = _judged(terminal, begun, resume=resume)
    summary = summary_of(begun)
    if html:
        staged = {**staged, **_page(terminal, begun, summary, Path(html))}
    begun.parts.close(staged)
    _tell(terminal, summary, form)
    terminal.note(_WROTE.filled(output=str(target)))
    if summary.set_aside:
        terminal.note(_ASIDE.filled(n=summary.set_aside, path=summary.set_aside_in))
    if html:
        terminal.note(_WROTE.filled(output=html))
    return 0


def _asked(
    facts: str | None, criteria: tuple[str, ...], output: str | None, html: str | None
) -> tuple[str, Path]:
    """Return what is to be judged and where to; refuse what is not said, or cannot be written."""
    named = ((Text("SỐ_LIỆU", "FACTS"), facts), ("--criteria", criteria), ("--output", output))
    for name, given in named:
        if not given:
            arguments: dict[str, str | int | Text] = {"name": name, "command": "kieumau batch"}
            raise UsageError(Diagnostic("KM-713", arguments=arguments))
    assert facts is not None  # noqa: S101 (just seen)
    assert output is not None  # noqa: S101
    target = Path(output)
    ending, allowed = target.suffix.lower(), (".csv", ".parquet", ".xlsx", ".jsonl")
    if ending not in allowed:
        said: dict[str, str | int | Text] = {"ending": ending or "-", "allowed": ", ".join(allowed)}
        raise UsageError(Diagnostic("KM-648", Place(output), said))
    if ending == ".xlsx":
        needs_excel()
    if html and real_path(html) == real_path(output):
        raise UsageError(Diagnostic("KM-719", arguments={"one": "--html", "other": "--output"}))
    return facts, target


def _refuse_outputs(
    source: "Source", criteria: tuple[str, ...], target: Path, aside: Path, html: str | None
) -> None:
    for each in (str(target), str(aside), html):
        refuse_output(each, [*source.paths, *map(Path, criteria)])
        if each and Path(each).is_dir():
            raise UsageError(Diagnostic("KM-103", Place(each)))


def _judged(terminal: Terminal, begun: "Run", *, resume: bool) -> dict[Path, Path]:
    """Return the finished files; when stopped, say how to go on."""
    source = begun.job.source
    try:
        with progress_bar(source.size, terminal.lang) as tell:
            return begun.all(tell, resume=resume)
    except KeyboardInterrupt:
        if begun.parts.saved() is not None:
            terminal.note(_STOPPED.filled(folder=str(begun.parts.folder)))
        raise


def _page(terminal: Terminal, begun: "Run", summary: BatchSummary, html: Path) -> dict[Path, Path]:
    """Return the page, written beside the finished files, and where it is to go."""
    from kieumau.render.html.batch import batch_html  # noqa: PLC0415 (an extra)

    page = begun.parts.folder / "page.html"
    page.write_text(batch_html(summary, terminal.lang), encoding="utf-8")
    return {page: real_path(html)}


def _tell(terminal: Terminal, summary: BatchSummary, form: Format) -> None:
    if form == "json":
        terminal.out(batch_json(summary))
        return
    deliver_page(terminal, batch_page(summary, terminal.lang), markdown=form == "markdown")
