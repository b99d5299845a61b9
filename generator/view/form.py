"""The form of the page /insturen/: the nodes of the model with what a person reads at each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.parse.form import Node, form_model
from generator.registers.registers import Registers
from generator.view.form_texts import CHOICES, HELP, ITEMS, STEPS, Help
from generator.view.labels import EVIDENCE_MEANINGS

NUMBER = "NR"
"""Stands in the paths of a list's item for its number, until the browser knows it."""

TELLING = ("regel", "tekst", "email", "telefoon", "lijst")
"""The kinds of value of which an example tells more than the explanation."""

FEW = 8
"""Up to so many choices are shown all at once; of more, one is picked from a folded list."""


@dataclass(frozen=True, slots=True)
class OptionView:
    """One choice."""

    value: str
    label: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field. `control` names the macro that draws it; `fields` are those of a block, or of a list's item."""

    path: str
    id: str
    control: str
    kind: str
    label: str
    hint: str
    good: str
    bad: str
    why: str
    required: bool
    unknown: bool
    longest: int
    item: str
    options: tuple[OptionView, ...]
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """One step: a topic with its fields."""

    id: str
    number: int
    heading: str
    introduction: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class FormView:
    """The whole form, with the names that its lists of suggestions hold."""

    steps: tuple[StepView, ...]
    municipalities: tuple[str, ...]


def view_form(registers: Registers) -> FormView:
    """Lay the fields of the model out over the steps. Raises KeyError for a step's field that the model lacks."""
    nodes = {node["naam"]: node for node in form_model(registers)}
    steps = tuple(
        StepView(
            step.id,
            number,
            step.heading,
            step.introduction,
            tuple(_view(nodes[name], "", registers) for name in step.fields),
        )
        for number, step in enumerate(STEPS, 1)
    )
    return FormView(steps, tuple(sorted(town.naam for town in registers.municipalities.present.values())))


def _view(node: Node, parent: str, registers: Registers) -> FieldView:
    path = f"{parent}.{node['naam']}" if parent else node["naam"]
    return _draw(node, path, node["titel"], registers)


def _draw(node: Node, path: str, title: str, registers: Registers) -> FieldView:
    bare = path.replace(f".{NUMBER}", "")
    help, control = HELP.get(bare, Help()), _control(node)
    example = node.get("voorbeelden", [])
    return FieldView(
        path=path,
        id=f"veld-{path.replace('.', '-')}",
        control=control,
        kind=node["vorm"],
        label=help.label or title,
        hint=help.hint or node.get("uitleg", ""),
        good=_example(example[0]) if example and node["vorm"] in TELLING else "",
        bad=help.bad,
        why=help.why,
        # Whoever is shown all choices is expected to make one.
        required=bool(node.get("verplicht")) or control == "rondjes",
        unknown=bool(node.get("mag_onbekend")),
        longest=node.get("max", 0) if control == "tekst" else 0,
        item=ITEMS.get(bare, ""),
        options=tuple(_options(node, bare, registers)),
        fields=tuple(_below(node, path, registers)),
    )


def _control(node: Node) -> str:
    """Name what the field looks like: by its kind, and for lists and choices by what they hold."""
    kind = node["vorm"]
    if kind == "lijst":
        held = node["item"]["vorm"]
        return {"keuze": "vinkjes", "blok": "herhaal", "gemeente": "herhaal"}.get(held, "regels")
    if kind == "keuze":
        return "rondjes" if _all_at_once(node) else "keuzelijst"
    if kind == "regel" and node["naam"] == "bron":
        return "bron"
    return kind if kind in ("blok", "bedrag", "tekst") else "regel"


def _all_at_once(node: Node) -> bool:
    """Tell whether all choices are in sight, where none can be taken back: only for a field that is needed."""
    return len(node["keuzes"]) <= FEW and (node["verplicht"] or node["naam"] == "bekend")


def _below(node: Node, path: str, registers: Registers) -> Iterator[FieldView]:
    if node["vorm"] == "lijst" and node["item"]["vorm"] == "blok":
        yield from (_view(field, f"{path}.{NUMBER}", registers) for field in node["item"]["velden"])
    elif node["vorm"] == "lijst" and node["item"]["vorm"] == "gemeente":
        yield _draw({**node["item"], "naam": "gemeente", "verplicht": True}, f"{path}.{NUMBER}", "Gemeente", registers)
    else:
        yield from (_view(field, path, registers) for field in node.get("velden", ()))


def _options(node: Node, path: str, registers: Registers) -> Iterator[OptionView]:
    choice = node["item"] if node["vorm"] == "lijst" else node
    if vocabulary := choice.get("woordenlijst"):
        yield from (OptionView(term.id, term.naam, term.omschrijving) for term in registers.terms(vocabulary))
        return
    labels: Mapping[str, str] = CHOICES.get(path, {})
    meanings = EVIDENCE_MEANINGS if path == "bewijs.niveau" else {}
    for value in choice.get("keuzes", ()):
        label = labels.get(value, value)
        yield OptionView(value, label[:1].upper() + label[1:], meanings.get(value, ""))


def _example(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
