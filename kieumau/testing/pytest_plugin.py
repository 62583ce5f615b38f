"""The pytest collector: every case in ``cases/`` beside a ``plugin.yaml`` is a test.

It is not registered by itself. Turn it on with ``-p kieumau.testing.pytest_plugin``, or in the
``conftest.py`` at the root of the tests::

    pytest_plugins = ["kieumau.testing.pytest_plugin"]

``--kieumau-plugin ID`` adds the cases of an installed plugin, found through its entry point. A case
fails with the explanation `kieumau test` gives; ``--kieumau-lang`` chooses its language.

There is no ``pytest11`` entry point: every run of pytest beside kieumau would have to import it.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kieumau.errors import MissingExtraError
from kieumau.wording import LANGUAGES, Text

try:
    import pytest
except ModuleNotFoundError as error:
    raise MissingExtraError(
        "testing", Text("bộ thu trường hợp cho pytest", "the pytest collector of cases")
    ) from error

if TYPE_CHECKING:
    from kieumau.authoring.cases import CaseResult
    from kieumau.documents.cases import Case

__all__ = [
    "CaseFile",
    "CaseItem",
    "pytest_addoption",
    "pytest_collect_file",
    "pytest_configure",
]

_READ = pytest.StashKey[dict[Path, "_Plugin"]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the language of explanations, and installed plugins whose cases to run."""
    group = parser.getgroup("kieumau")
    group.addoption(
        "--kieumau-lang",
        choices=LANGUAGES,
        default="vi",
        help="language in which a failing case is explained (default: vi)",
    )
    group.addoption(
        "--kieumau-plugin",
        action="append",
        default=[],
        metavar="ID",
        help="an installed plugin whose cases are run too; may be repeated",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Add the case files of the installed plugins asked for to what is collected.

    Raises
    ------
    pytest.UsageError
        One of them is not installed.
    """
    from kieumau.errors import KieumauError  # noqa: PLC0415 (most runs name none)
    from kieumau.plugins.discovery import find  # noqa: PLC0415
    from kieumau.plugins.folder import ENDINGS, document_files  # noqa: PLC0415

    for id_ in config.getoption("--kieumau-plugin"):
        try:
            cases = document_files(find(id_).path / "cases", (*ENDINGS, ".xlsx"))
        except KieumauError as error:
            raise pytest.UsageError(error.say(config.getoption("--kieumau-lang"))) from None
        config.args += [str(file) for file in cases]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "CaseFile | None":
    """Collect a case file of a plugin's folder."""
    folder = file_path.parent
    if folder.name != "cases":
        return None
    from kieumau.plugins.folder import ENDINGS  # noqa: PLC0415 (most files are no cases)

    if file_path.suffix.lower() not in (*ENDINGS, ".xlsx"):
        return None
    if not any((folder.parent / f"plugin{ending}").is_file() for ending in ENDINGS):
        return None
    found: CaseFile = CaseFile.from_parent(parent, path=file_path)
    return found


class _Plugin:
    """One plugin read once for all its case files."""

    def __init__(self, folder: Path) -> None:
        from kieumau.authoring.cases import Standards  # noqa: PLC0415
        from kieumau.errors import Problems  # noqa: PLC0415
        from kieumau.plugins.chain import read_chain  # noqa: PLC0415
        from kieumau.plugins.folder import read_plugin_cases  # noqa: PLC0415

        self.folder = folder
        chain = read_chain([folder])
        self.problems = Problems()
        self.cases = read_plugin_cases(chain.own, self.problems)
        self.standards: Standards = Standards(chain)

    def raise_for(self, file: Path) -> None:
        """Raise what is wrong with a case file as a whole."""
        from kieumau.errors import DocumentError  # noqa: PLC0415

        own = {problem for case in self.cases for problem in case.problems}
        wrong = [
            each
            for each in self.problems.errors
            if each not in own and Path(each.place.file) == file
        ]
        if wrong:
            raise DocumentError(*wrong)


class CaseFile(pytest.File):
    """A case file: its cases are tests named after their ids."""

    def collect(self) -> Iterable["CaseItem"]:
        """Yield the cases of the file.

        Raises
        ------
        KieumauError
            The plugin or the file cannot be read.
        """
        known = self.config.stash.setdefault(_READ, {})
        folder = self.path.parent.parent
        if folder not in known:
            known[folder] = _Plugin(folder)
        plugin = known[folder]
        plugin.raise_for(self.path)
        return list(self._items(plugin))

    def _items(self, plugin: _Plugin) -> Iterator["CaseItem"]:
        for case in plugin.cases:
            if Path(case.place.file) == self.path:
                yield CaseItem.from_parent(self, name=case.id, case=case, plugin=plugin)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *_: Any) -> Any:  # noqa: ANN401 (as pytest says)
        """Return what to say when the file cannot be read."""
        return _said(excinfo, self.config) or super().repr_failure(excinfo)


class _CaseError(AssertionError):
    """A case came to something else than it expects."""


class CaseItem(pytest.Item):
    """One case."""

    def __init__(self, *, case: "Case", plugin: _Plugin, **more: Any) -> None:  # noqa: ANN401 (pytest's own)
        super().__init__(**more)
        self.case, self.plugin = case, plugin

    def runtest(self) -> None:
        """Evaluate the case and compare."""
        from kieumau.authoring.cases import run_case  # noqa: PLC0415
        from kieumau.render.case_report import failure_lines  # noqa: PLC0415

        result: CaseResult = run_case(self.case, self.plugin.folder, self.plugin.standards)
        if not result.passed:
            lang = self.config.getoption("--kieumau-lang")
            lines = failure_lines(self.case, result.verdict, result.differences, lang)
            raise _CaseError("\n".join((self.case.sentence.say(lang), *lines)))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *_: Any) -> Any:  # noqa: ANN401 (as pytest says)
        """Return the explanation, without a traceback."""
        return _said(excinfo, self.config) or super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the case stands."""
        return self.path, max(self.case.place.line - 1, 0), self.case.id


def _said(excinfo: pytest.ExceptionInfo[BaseException], config: pytest.Config) -> str:
    from kieumau.errors import KieumauError  # noqa: PLC0415

    error = excinfo.value
    if isinstance(error, KieumauError):
        return error.say(config.getoption("--kieumau-lang"))
    return str(error) if isinstance(error, _CaseError) else ""
