"""The one door to click: commands built from data, help and errors in the reader's language."""

import os
import sys
import traceback
from collections.abc import Sequence
from difflib import get_close_matches
from functools import partial
from importlib import import_module
from importlib.metadata import version
from typing import Any, NoReturn, TypeAlias

import click

from kieumau.cli.commands import ABOUT, COMMANDS, LANG
from kieumau.cli.grammar import Argument, Command, Option
from kieumau.cli.terminal import Terminal, discard_output, output_error, prepare_streams
from kieumau.errors import Diagnostic, KieumauError, UsageError
from kieumau.places import Place
from kieumau.wording import Lang, Text

__all__ = ["command_line"]

_Value: TypeAlias = str | tuple[str, ...] | None
_BUG, _INTERRUPTED, _PIPE_CLOSED = 70, 130, 141
_USAGE = Text("Cách dùng", "Usage")
_OPTIONS = Text("TÙY_CHỌN", "OPTIONS")
_COMMAND = Text("LỆNH", "COMMAND")
_TITLES = {
    "arguments": Text("Đối số", "Arguments"),
    "options": Text("Tùy chọn", "Options"),
    "commands": Text("Các lệnh", "Commands"),
    "examples": Text("Ví dụ", "Examples"),
}
_MORE = Text("Xem thêm: {path} LỆNH --help", "More: {path} COMMAND --help")
_HELP = Text("Hiện hướng dẫn này.", "Show this help.")
_VERSION = Text("Hiện phiên bản.", "Show the version.")


def command_line(lang: Lang) -> "Root":
    """Return the whole command line in a language."""
    return Root(lang)


def _option(option: Option) -> click.Option:
    if option.value is None:
        return click.Option([option.flag, option.name], is_flag=True, default=False)
    alone: dict[str, Any] = {"is_flag": False, "flag_value": option.bare}
    return click.Option(
        [each for each in (option.flag, option.short, option.name) if each],
        default=option.default,
        multiple=option.many,
        expose_value=bool(option.name),
        callback=partial(_one_of, option),
        **({} if option.bare is None else alone),
    )


def _one_of(option: Option, ctx: click.Context, param: click.Parameter, found: _Value) -> _Value:
    """Refuse no value, and one that is not on the list, in the reader's language."""
    empty = found == "" or (isinstance(found, tuple) and "" in found)
    if empty and option.bare != "":  # as of a variable nobody has set
        _refuse("KM-714", ctx, name=param.opts[0])
    allowed = option.choices
    if allowed and isinstance(found, str) and found not in allowed:
        near = tuple(get_close_matches(found.casefold(), allowed, 1))
        arguments = {"found": found, "option": param.opts[0], "allowed": ", ".join(allowed)}
        raise UsageError(Diagnostic("KM-716", arguments=arguments, suggestions=near))
    return found


def _argument(argument: Argument) -> click.Argument:
    nargs = -1 if argument.many else 1
    return click.Argument([argument.name], required=argument.required, nargs=nargs)


def _switch(flags: Sequence[str], text: str | None) -> click.Option:
    """Return an option that prints something and ends: help, version."""

    def shown(ctx: click.Context, _param: click.Parameter, value: object) -> None:
        if value and not ctx.resilient_parsing:
            sys.stdout.write((text or ctx.get_help()) + "\n")
            ctx.exit()

    return click.Option(
        list(flags), is_flag=True, is_eager=True, expose_value=False, callback=shown
    )


class _Leaf(click.Command):
    """One command; its module is imported when it is run."""

    def __init__(self, said: Command, lang: Lang) -> None:
        def run(**given: Any) -> int:  # noqa: ANN401 (whatever the table declares)
            done: int = import_module(said.module).run(Terminal(lang), **given)
            return done

        super().__init__(
            said.name,
            callback=run,
            params=[
                *(_argument(each) for each in said.arguments),
                *(_option(each) for each in (*said.options, LANG)),
                _switch(("-h", "--help"), None),
            ],
            add_help_option=False,
            context_settings={"allow_extra_args": True, "help_option_names": []},
        )
        self.said, self.lang = said, lang

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise
        if ctx.args:
            found = " ".join(str(each) for each in ctx.args)
            _refuse("KM-715", ctx, found=found)
        return rest

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        said, lang = self.said, self.lang
        places = [_placeholder(each, lang) for each in said.arguments]
        usage = " ".join([*places, f"[{_OPTIONS.say(lang)}]"])
        formatter.write_usage(ctx.command_path, usage, f"{_USAGE.say(lang)}: ")
        formatter.write_paragraph()
        formatter.write_text(said.detail.say(lang))
        if said.arguments:
            with formatter.section(_TITLES["arguments"].say(lang)):
                formatter.write_dl([(e.shown.say(lang), e.help.say(lang)) for e in said.arguments])
        with formatter.section(_TITLES["options"].say(lang)):
            formatter.write_dl(_rows((*said.options, LANG), lang))
        with formatter.section(_TITLES["examples"].say(lang)):
            for example in said.examples:
                formatter.write(f"{'':{formatter.current_indent}}{example}\n")


def _placeholder(argument: Argument, lang: Lang) -> str:
    shown = argument.shown.say(lang) + ("..." if argument.many else "")
    return shown if argument.required else f"[{shown}]"


def _rows(options: Sequence[Option], lang: Lang) -> list[tuple[str, str]]:
    rows = [(_usage(each, lang), each.help.say(lang)) for each in options]
    return [*rows, ("--help", _HELP.say(lang))]


def _usage(option: Option, lang: Lang) -> str:
    if option.value is None:
        return option.flag
    value, flag = option.value.say(lang), ", ".join(filter(None, (option.short, option.flag)))
    return f"{flag} {value}" if option.bare is None else f"{flag} [{value}]"


def _help_alone() -> None:
    """Show what there is when no command is named."""
    ctx = click.get_current_context()
    if ctx.invoked_subcommand is None:
        sys.stdout.write(ctx.get_help() + "\n")


class _Group(click.Group):
    """Commands under one name; alone it shows what there is."""

    def __init__(
        self,
        name: str,
        lang: Lang,
        about: Text,
        commands: Sequence[Command],
        switches: Sequence[tuple[str, str, str]] = (),
    ) -> None:
        super().__init__(
            name,
            params=[
                _option(LANG),
                *(_switch((flag,), shown) for flag, _, shown in switches),
                _switch(("-h", "--help"), None),
            ],
            add_help_option=False,
            no_args_is_help=False,
            invoke_without_command=True,
            callback=_help_alone,
        )
        self.lang, self.about, self.said = lang, about, commands
        self.switches = [(flag, help_) for flag, help_, _ in switches]

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return [command.name for command in self.said]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        found = next((command for command in self.said if command.name == cmd_name), None)
        if found and found.commands:
            return _Group(found.name, self.lang, found.detail, found.commands)
        return _Leaf(found, self.lang) if found else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, known = args[0], self.list_commands(ctx)
        command = self.get_command(ctx, name)
        if command is None:
            near = tuple(get_close_matches(name.casefold(), known, 2, 0.5))
            arguments = {"name": name, "known": ", ".join(known), "command": ctx.command_path}
            raise UsageError(Diagnostic("KM-711", arguments=arguments, suggestions=near))
        return name, command, args[1:]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        lang = self.lang
        usage = f"{_COMMAND.say(lang)} [{_OPTIONS.say(lang)}]"
        formatter.write_usage(ctx.command_path, usage, f"{_USAGE.say(lang)}: ")
        formatter.write_paragraph()
        formatter.write_text(self.about.say(lang))
        with formatter.section(_TITLES["commands"].say(lang)):
            formatter.write_dl([(each.name, each.summary.say(lang)) for each in self.said])
        with formatter.section(_TITLES["options"].say(lang)):
            formatter.write_dl([*_rows((LANG,), lang), *self.switches])
        formatter.write_paragraph()
        formatter.write_text(_MORE.filled(path=ctx.command_path).say(lang))


class Root(_Group):
    """``kieumau`` itself: finds the command, runs it, and turns every end into an exit code."""

    def __init__(self, lang: Lang) -> None:
        said = ("--version", _VERSION.say(lang), f"kieumau {version('kieumau')}")
        super().__init__("kieumau", lang, ABOUT, COMMANDS, [said])

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: object
    ) -> NoReturn:
        """Run a command line and exit; no error but a bug asked to be seen leaves a traceback."""
        del prog_name, extra
        prepare_streams()
        sys.exit(self._ended(list(sys.argv[1:] if args is None else args)))

    def _ended(self, args: list[str]) -> int:
        terminal = Terminal(self.lang)
        try:
            code = self._run(args, terminal)
            sys.stdout.flush()
        except BrokenPipeError:
            discard_output()
            return _PIPE_CLOSED
        except OSError as error:
            terminal.problems(output_error(error).diagnostics)
            return 2
        return code

    def _run(self, args: list[str], terminal: Terminal) -> int:
        try:
            with self.make_context("kieumau", args) as ctx:
                return int(self.invoke(ctx) or 0)
        except click.exceptions.Exit as ended:
            return ended.exit_code
        except click.UsageError as error:
            terminal.problems([_said(error, self.lang)])
        except KieumauError as error:
            terminal.problems(error.diagnostics)
        except (KeyboardInterrupt, click.Abort):
            return _INTERRUPTED
        except BrokenPipeError:
            raise
        except OSError as error:
            place, why = Place(str(error.filename or "")), error.strerror or str(error)
            terminal.problems([Diagnostic("KM-102", place, {"why": why})])
        except Exception as error:  # noqa: BLE001 (a bug must end in words, not in a traceback)
            if os.environ.get("KIEUMAU_DEBUG"):
                traceback.print_exc()
            what = f"{type(error).__name__}: {error}".rstrip(": ")
            terminal.problems([Diagnostic("KM-731", arguments={"what": what})])
            return _BUG
        return 2


def _refuse(code: str, ctx: click.Context, **arguments: str) -> NoReturn:
    raise UsageError(Diagnostic(code, arguments={**arguments, "command": ctx.command_path}))


def _said(error: click.UsageError, lang: Lang) -> Diagnostic:
    """Return click's error as a diagnostic."""
    command = error.ctx.command_path if error.ctx else "kieumau"
    match error:
        case click.NoSuchOption():
            near = tuple(error.possibilities or ())
            arguments = {"name": error.option_name, "command": command}
            return Diagnostic("KM-712", arguments=arguments, suggestions=near)
        case click.MissingParameter():
            name = _shown(error.param, error.ctx, lang)
            return Diagnostic("KM-713", arguments={"name": name, "command": command})
        case click.BadOptionUsage():
            arguments = {"name": error.option_name, "command": command}
            return Diagnostic("KM-714", arguments=arguments)
        case _:
            arguments = {"why": error.format_message(), "command": command}
            return Diagnostic("KM-717", arguments=arguments)


def _shown(param: click.Parameter | None, ctx: click.Context | None, lang: Lang) -> str:
    command = ctx.command if ctx else None
    if param and isinstance(command, _Leaf):
        for argument in command.said.arguments:
            if argument.name == param.name:
                return argument.shown.say(lang)
    return param.opts[0] if param and param.opts else "?"
