"""The spreadsheet to fill in, as a download."""

from __future__ import annotations

from generator.registers.registers import Registers
from generator.render.output import OutputFile
from generator.spreadsheet.workbook import write_template

PATH = "invulblad.xlsx"


def render_template(registers: Registers) -> OutputFile:
    """Return the file; it costs a third of a second, whatever the number of practices."""
    return OutputFile(PATH, write_template(registers))
