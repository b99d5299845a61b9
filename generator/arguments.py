"""The reader of command lines, in Dutch: argparse explains wrong use in English."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any, NoReturn

from generator.messages import visible
from generator.registers.registers import suggest

Make = Callable[[re.Match[str]], str]


class DutchParser(argparse.ArgumentParser):
    """An ArgumentParser, for subcommands too, whose help and errors are Dutch; wrong use exits with 2.

    `source` (`module:function`) names what adds its arguments, which is imported when there is something to parse.
    """

    def __init__(self, *arguments: Any, source: str = "", **options: Any) -> None:
        self._source = source
        options.setdefault("formatter_class", _DutchFormatter)
        # A shortened option would mean another thing as soon as an option is added.
        super().__init__(*arguments, **{"allow_abbrev": False, **options, "add_help": False})
        self._positionals.title = "argumenten"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse like ArgumentParser, but let the subcommand itself refuse what it does not know."""
        if self._source:
            module, _, name = self._source.partition(":")
            self._source = ""
            getattr(import_module(module), name)(self)
        known, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return known, unknown

    def error(self, message: str) -> NoReturn:
        """Say in Dutch what is wrong with the command line, and how it is used; ends with exit code 2."""
        reason = _in_dutch(message, self._option_names())
        self.exit(2, f"{self.format_usage()}{self.prog}: fout: {reason}\n  tip: meer uitleg: {self.prog} --help\n")

    def _option_names(self) -> list[str]:
        return [name for action in self._actions for name in action.option_strings]


class _DutchFormatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


def _in_dutch(message: str, options: Iterable[str]) -> str:
    """Put an error of argparse into Dutch; one that is not known yet is quoted."""
    argument = re.match(r"argument (\S+): ", message)
    named, rest = (f"{argument[1]}: ", message[argument.end() :]) if argument else ("", message)
    for pattern, make in _ERRORS.items():
        if found := re.fullmatch(pattern, rest, re.DOTALL):
            return visible(_meant(found, options) if make is _meant else named.removeprefix("opdracht: ") + make(found))
    return visible(f"dit kan zo niet ({message})")


def _not_a_choice(found: re.Match[str]) -> str:
    value, choices = _bare(found[1]), [_bare(choice) for choice in found[2].split(", ")]
    meant = _bedoelde_u(value, choices)
    return f"'{value}' kan hier niet{meant}{' Kies' if meant else '; kies'} uit: {', '.join(choices)}"


def _meant(found: re.Match[str], options: Iterable[str]) -> str:
    """Name the arguments that nobody knows, and the option that the first of them may have been."""
    unknown = found[1]
    return f"dit hoort hier niet: {unknown}{_bedoelde_u(unknown.split()[0].split('=')[0], options)}"


def _bedoelde_u(value: str, candidates: Iterable[str]) -> str:
    meant = suggest(value, candidates)
    return f"; bedoelde u {meant}?" if meant else ""


def _bare(text: str) -> str:
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"" else text


_ERRORS: Mapping[str, Any] = {
    r"invalid choice: (.+) \(choose from (.+)\)": _not_a_choice,
    r"the following arguments are required: (.+)": lambda found: f"hier ontbreekt: {found[1]}",
    r"unrecognized arguments: (.+)": _meant,
    r"expected one argument": lambda found: "hier hoort een waarde achter",
    r"expected at least one argument": lambda found: "hier hoort minstens één waarde achter",
    r"expected (\d+) arguments?": lambda found: f"hier horen {found[1]} waarden achter",
    r"ignored explicit argument (.+)": lambda found: f"hier kan geen waarde achter: {_bare(found[1])}",
    r"invalid \S+ value: (.+)": lambda found: f"'{_bare(found[1])}' kan hier niet",
    r"not allowed with argument (\S+)": lambda found: f"dit kan niet samen met {found[1]}",
    r"one of the arguments (.+) is required": lambda found: f"geef een van deze op: {found[1]}",
}
"""What argparse says (after the name of the argument), and the Dutch for it."""
