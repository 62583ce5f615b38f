"""``kieumau table``: a plugin as an Excel workbook to read and edit."""

from pathlib import Path

from kieumau.authoring.workbook.below import layer_below
from kieumau.authoring.workbook.files import documents_of, folder_files
from kieumau.authoring.workbook.making import most_citations, rules_workbook
from kieumau.cli.outputs import deliver_bytes, refuse_output
from kieumau.cli.terminal import Terminal
from kieumau.documents.rule_sheets.layout import Origin
from kieumau.documents.workbooks.writing import needs_excel, workbook_bytes
from kieumau.errors import Diagnostic, DocumentError, Problems, UsageError
from kieumau.places import Place
from kieumau.plugins.discovery import find
from kieumau.plugins.folder import read_plugin_manifest

__all__ = ["run"]


def run(terminal: Terminal, *, standard: str, output: str | None, force: bool) -> int:
    """Write the workbook of a plugin; 0, or 2 where it cannot be."""
    needs_excel()
    refuse_output(output)
    if output is None:
        raise UsageError(Diagnostic("KM-769"))
    if Path(output).suffix.lower() != ".xlsx":
        raise UsageError(Diagnostic("KM-765", Place(output)))
    if Path(output).exists() and not force:
        raise UsageError(Diagnostic("KM-766", Place(output)))
    found = find(standard)
    manifest = read_plugin_manifest(found.path, found.shown)
    problems = Problems()
    files = folder_files(found.path)
    documents = documents_of(files, found.shown, problems)
    problems.raise_if_any(DocumentError)
    origin = Origin(manifest.id, terminal.lang, most_citations(documents), files)
    below = layer_below(found.path, terminal.lang)
    sheets = rules_workbook(origin, documents, manifest.title, below)
    deliver_bytes(terminal, workbook_bytes(sheets, manifest.title.say(terminal.lang)), output)
    return 0
