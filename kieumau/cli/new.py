"""``kieumau new``: a plugin's folder to begin with."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from attrs import frozen

from kieumau.authoring.scaffold.build import Built, build, refuse_folder
from kieumau.authoring.scaffold.names import slug
from kieumau.authoring.scaffold.request import (
    DEFAULT_BASE,
    Request,
    base_chain,
    default_day,
    default_province,
    read_id,
    read_name,
    read_province,
    span_on,
)
from kieumau.cli.asking import ask, may_ask
from kieumau.cli.inputs import read_date
from kieumau.cli.terminal import Terminal
from kieumau.documents.fields import RULE_ID
from kieumau.errors import Diagnostic, KieumauError, UsageError
from kieumau.plugins.chain import Chain
from kieumau.wording import Text, say_date

__all__ = ["run"]

_T = TypeVar("_T")
_PROVINCE = Text("TÊN_TỈNH", "PROVINCE")

_NAME = Text("Tên tỉnh, thành phố", "The province's name")
_BASE = Text("Cụ thể hóa bộ nào (mã)", "Which plugin to refine (id)")
_ID = Text("Mã của bộ mới", "Id of the new plugin")
_CODE = Text("Mã tỉnh (hai chữ số, 00 khi chưa biết)", "Province code (two digits, 00 if unknown)")
_DAY = Text("Có hiệu lực từ ngày", "In force from")
_FOLDER = Text("Thư mục sẽ tạo", "Folder to make")

_MADE = Text("Đã tạo {folder}:", "Made {folder}:")
_WHAT = {
    "README.md": Text("các bước tiếp theo", "what to do next"),
    "plugin.yaml": Text("bộ này của ai, dựa trên văn bản nào", "whose it is, on which documents"),
    "measures.yaml": Text("số liệu thêm vào", "the measures it adds"),
    "targets.yaml": Text("mục tiêu của cả tỉnh", "the province's targets"),
    "pyproject.toml": Text("để cài như một gói", "for installing it"),
    "__init__.py": Text("để cài như một gói", "for installing it"),
    "rules": Text("quy tắc: bổ sung, thắt chặt, làm rõ, miễn", "add, tighten, clarify, waive"),
    "cases": Text("các trường hợp mẫu", "the cases"),
    "tests": Text("kiểm thử của gói", "the package's test"),
}
_LACKING = Text(
    "Bộ nền không có chỗ cho: {kinds}. Các mục đó để dạng chú thích.",
    "The base has no place for: {kinds}. Those entries are commented out.",
)
_DRAFT = Text(
    "Mọi căn cứ và con số trong đó là giả định, cho đến khi thay bằng nội dung văn bản thật.",
    "Every document and figure in it is invented until you replace it.",
)
_NEXT = Text("Tiếp theo:", "Next:")


def run(
    terminal: Terminal,
    *,
    province_name: str | None,
    path: str | None,
    refines: str | None,
    id_: str | None,
    name: str | None,
    province: str | None,
    day: str | None,
    package: bool,
    yes: bool,
) -> int:
    """Make the folder of a new plugin and say what is in it."""
    answers = _Answers(terminal, asking=not yes and may_ask())
    if not province_name and not name and not answers.asking:
        arguments: dict[str, str | int | Text] = {"name": _PROVINCE, "command": "kieumau new"}
        raise UsageError(Diagnostic("KM-713", arguments=arguments))
    said = answers.take(_NAME, name or province_name, "", read_name)
    as_id = province_name if province_name and RULE_ID.fullmatch(province_name) else slug(said)
    chosen = answers.take(_ID, id_, as_id, read_id)
    chain = answers.take(_BASE, refines, DEFAULT_BASE, lambda text: _read_base(text, chosen))
    start = answers.take(_DAY, day, say_date(default_day(chain)), lambda text: _day(text, chain))
    code = answers.take(
        _CODE,
        province,
        default_province(chain, start),
        lambda text: read_province(text, chain, start),
    )
    folder = answers.take(_FOLDER, path, f"./{chosen}", _read_folder)
    built = build(Request(said, chosen, chain.asked[0], code, start, package), folder)
    _report(terminal, built, path or f"./{chosen}", package=package)
    return 0


@frozen
class _Answers:
    """Where answers come from: options, else a person, else the defaults."""

    terminal: Terminal
    asking: bool

    def take(
        self, question: Text, given: str | None, default: str, read: Callable[[str], _T]
    ) -> _T:
        if given is None and self.asking:
            return ask(self.terminal, question, default, read)
        return read(default if given is None else given)


def _read_base(text: str, id_: str) -> Chain:
    try:
        return base_chain(text, id_)
    except KieumauError as error:
        raise UsageError(*error.diagnostics) from None


def _day(text: str, chain: Chain) -> date:
    day = read_date(text)
    span_on(chain, day)
    return day


def _read_folder(text: str) -> Path:
    folder = Path(text)
    refuse_folder(folder)
    return folder


def _report(terminal: Terminal, built: Built, shown: str, *, package: bool) -> None:
    lang = terminal.lang
    lines = [_MADE.say(lang).format(folder=shown)]
    width = max(map(len, built.files))
    for file in built.files:
        parts = Path(file).parts
        what = next(_WHAT[part] for part in (*reversed(parts),) if part in _WHAT)
        lines.append(f"  {file:{width}}  {what.say(lang)}")
    terminal.out("\n".join(lines) + "\n")
    chosen = built.chosen
    kinds = {
        "add": chosen.criterion,
        "tighten": chosen.tighten,
        "clarify": chosen.clarify,
        "waive": chosen.waive,
    }
    if lacking := [kind for kind, found in kinds.items() if found is None]:
        terminal.out(_LACKING.say(lang).format(kinds=", ".join(lacking)) + "\n")
    data = f"{shown.rstrip('/')}/{built.data.name}" if package else shown
    quoted = f'"{data}"' if " " in data else data
    terminal.out(f"{_DRAFT.say(lang)}\n\n{_NEXT.say(lang)}\n")
    for command in ("check", "test", "show"):
        terminal.out(f"  kieumau {command} {quoted}\n")
