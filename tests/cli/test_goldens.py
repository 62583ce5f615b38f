"""What list, show, check, template and the help pages print, word for word in both languages.

``KIEUMAU_RECORD=1 pytest tests/cli`` writes them again; read the diff.
"""

import pytest

from kieumau.cli.commands import COMMANDS
from kieumau.plugins.discovery import plugins
from kieumau.wording import LANGUAGES
from tests.cli.conftest import golden

NAMES = [
    each
    for command in COMMANDS
    for each in (command.name, *(f"{command.name} {inner.name}" for inner in command.commands))
]
both = pytest.mark.parametrize("lang", LANGUAGES)


@both
def test_help_shows_every_command(run, lang):
    """The first page names the commands, in the reader's language."""
    done = run("--lang", lang, "--help")

    assert done.exit_code == 0
    golden(f"help.{lang}.txt", done.stdout)


@both
@pytest.mark.parametrize("command", NAMES)
def test_each_command_has_its_help(run, command, lang):
    """Every command explains its arguments and options."""
    done = run(*command.split(), "--help", "--lang", lang)

    assert done.exit_code == 0
    golden(f"help-{command.replace(' ', '-')}.{lang}.txt", done.stdout)


@both
def test_list_shows_what_is_installed(run, lang, monkeypatch):
    """The list shows each plugin with its kind, scope, dates and nature, and the engine."""
    ours = [each for each in plugins() if each.id in ("bo-goc", "tinh-thu")]
    monkeypatch.setattr("kieumau.cli.listing.plugins", lambda: ours)

    done = run("list", "--lang", lang)

    assert (done.exit_code, done.stderr) == (0, "")
    golden(f"list.{lang}.txt", done.stdout)


@both
@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("markdown", "md")])
def test_show_says_everything_of_a_standard(run, lang, form, ending):
    """A standard is shown with every layer's part, its measures and its gaps."""
    options = ("--measures", "--coverage", "--format", form, "--lang", lang)

    done = run("show", "tinh-thu", "--on", "2023-12-31", *options)

    assert (done.exit_code, done.stderr) == (0, "")
    golden(f"show.{lang}.{ending}", done.stdout)


@both
def test_template_is_a_form_to_fill_in(run, lang):
    """A template holds every measure with its explanation, and no value."""
    done = run("template", "tinh-thu", "--on", "2023-12-31", "--lang", lang)

    assert done.exit_code == 0
    golden(f"template.{lang}.yaml", done.stdout)


@both
def test_check_points_at_the_line(run, lang):
    """A mistake is shown with its place, its line, a caret and what to do."""
    done = run("check", "./plugins/tinh_sai", "--lang", lang)

    assert done.exit_code == 1
    golden(f"check.{lang}.txt", done.stdout)
