"""From what pydantic refuses to Findings: diagnostic code, place, and what fills the message."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.messages import WORDINGS, visible
from generator.parse.answers import reconsider
from generator.parse.fields import ID_PATTERN, Terms
from generator.parse.guide import advice, dotted, example_block, example_line, example_value, fields_at, indented
from generator.parse.proposals import propose, says_more_than_amount
from generator.read.finding import Finding, Loc, Value, finding
from generator.read.syntax import bullet
from generator.registers.registers import suggest

_CODES: Mapping[str, str] = {
    "string_type": "geen-tekst",
    "int_type": "geen-tekst",
    "float_type": "geen-tekst",
    "date_type": "geen-tekst",
    "literal_error": "keuze",
    "tuple_type": "geen-lijst",
    "model_type": "geen-blok",
    "model_attributes_type": "geen-blok",
    "dict_type": "geen-blok",
    "string_too_short": "te-kort",
    "string_too_long": "te-lang",
    "too_short": "te-weinig",
    "too_long": "te-veel",
    "greater_than_equal": "te-klein",
    "string_pattern_mismatch": "verkeerde-vorm",
}
_YES_NO = {"no": "nee", "false": "nee", "onbekend": "nee", "geen": "nee", "yes": "ja", "true": "ja"}
_LIMITS = {"min_length": "min", "ge": "min", "max_length": "max"}
_SIMPLE_LIST = re.compile(r"[\w .'’()/-]+(?:, *[\w .'’()/-]+)*")
_SHORT = 80
_BETWEEN = re.compile(r"\s*[,;/]\s*|\s+en\s+")
_CLOSED: Mapping[str | int, Callable[[Terms, str], tuple[str, dict[str, Any]] | None]] = {
    "gemeenten": lambda terms, item: terms.municipality_problem(item),
    "themas": lambda terms, item: terms.term_problem("themas", item),
    "doelgroepen": lambda terms, item: terms.term_problem("doelgroepen", item),
    "wettelijk_kader": lambda terms, item: terms.term_problem("wetten", item),
}
"""Lists of which every item is known: what is wrong with one."""
_BULLETS = re.compile(r"\s[•●○▪■◦‣·∙–—*\uf0a7\uf0b7]\s")
_NUMBERED = re.compile(r"(o|\d{1,2}[.)]|[a-z]\)) +(\S.*)", re.DOTALL)
_LOOK_ALIKES = str.maketrans("аеорсухіѕ", "aeopcyxis")
"""Letters of other alphabets that look like ours, and come along when a text is copied."""
_NUMBERED_NEXT = re.compile(r"\s(?:o|\d{1,2}[.)]|[a-z]\))\s")
OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "naam": ("titel", "organisatie"),
    "name": ("titel", "naam"),
    "summary": ("samenvatting",),
    "omschrijving": ("samenvatting", "aanpak"),
    "beschrijving": ("samenvatting", "aanpak"),
    "description": ("samenvatting", "aanpak"),
    "intro": ("samenvatting",),
    "organisatie": ("eigenaar",),
    "gemeente": ("gemeenten",),
    "tags": ("trefwoorden",),
    "kernwoorden": ("trefwoorden",),
    "werkwijze": ("aanpak",),
    "budget": ("kosten",),
    "bewijsniveau": ("bewijs", "niveau"),
    "les": ("lessen",),
    "bron": ("bronnen",),
    "wetten": ("wettelijk_kader",),
    "date": ("datum",),
    "mail": ("email",),
    "e-mail": ("email",),
    "mailadres": ("email",),
    "tel": ("telefoon",),
    "telefoonnummer": ("telefoon",),
    "link": ("url", "website"),
    "url": ("website",),
    "site": ("website",),
    "website": ("url",),
    "auteur": ("uitgever",),
}
"""What people call a field that is named otherwise here, and is not like it in letters."""


def explain_refusals(error: ValidationError, model: Any, root: Value, most: int, terms: Terms | None) -> list[Finding]:
    """Return a Finding for each of the first `most` refusals, without those that follow from another."""
    details = error.errors(include_url=False)[:most]
    found = (_explain(detail, model, root, terms) for detail in details if not _is_consequence(detail))
    return _without_renamed(list({(f.code, f.loc): f for f in found}.values()))


def _is_consequence(details: ErrorDetails) -> bool:
    """Tell whether a list is only too short because its items have problems of their own."""
    return details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]


def _without_renamed(found: list[Finding]) -> list[Finding]:
    """Drop the missing fields that stand there under a mistyped name: one mistake is one problem."""
    unknown = (f for f in found if f.code == "onbekend-veld")
    meant = {(*f.loc[:-1], dict(f.context)["bedoeld"]) for f in unknown}
    return [f for f in found if f.code != "ontbrekend-veld" or f.loc not in meant]


def _explain(details: ErrorDetails, model: Any, root: Value, terms: Terms | None) -> Finding:
    kind, value, context = details["type"], details["input"], details.get("ctx", {})
    loc = _path(root, details["loc"], absent=kind == "missing")
    if kind == "missing":
        return _missing(loc, model)
    if kind == "extra_forbidden":
        return _unknown(loc, model, value, root)
    if kind == "dubbele-waarde":
        loc = (*loc, [i for i, item in enumerate(value) if item == context["waarde"]][1])
    code = kind if kind in WORDINGS else _code(kind, value, fields_at(model, loc))
    known = _limits(context, value)
    if answer := reconsider(code, value, loc, known):
        code, known = answer[0], {**known, **answer[1]}
    if code == "niet-ingevuld":
        known |= advice(model, loc)
    proposed = _proposed(code, value, known)
    if code == "geen-bedrag" and isinstance(value, str) and says_more_than_amount(value):
        code = "bedrag-met-woorden"
    return finding(code, loc, **{**_words(code, value, loc, model, terms), **proposed, **known})


def _path(root: Value, steps: Iterable[str | int], absent: bool) -> Loc:
    """Leave out of a pydantic path what is not in the file: the names of the members of a union."""
    loc: list[str | int] = []
    value, steps = root, tuple(steps)
    for number, step in enumerate(steps, 1):
        if isinstance(value, dict) and step in value:
            value = value[str(step)]
        elif isinstance(value, tuple) and isinstance(step, int):
            value = value[step]
        elif not (absent and number == len(steps)):
            continue
        loc.append(step)
    return tuple(loc)


def _code(kind: str, value: object, fields: Container[str]) -> str:
    """Return the diagnostic code for a complaint of pydantic's own about a value that should have `fields`."""
    code = _CODES.get(kind, "verkeerde-vorm")
    if code == "keuze" and not isinstance(value, str):
        return "geen-tekst"
    if code == "geen-tekst" and isinstance(value, dict) and len(value) == 1 and " " in next(iter(value)):
        return "dubbele-punt"
    if code == "geen-lijst" and _bulleted(value):
        return "opsommingsteken"
    if code == "geen-lijst" and isinstance(value, str) and value.startswith("-"):
        return "streepje"
    if code == "geen-lijst" and isinstance(value, dict) and next(iter(value), "") in fields:
        return "streepje-ontbreekt"
    return code


def _missing(loc: Loc, model: Any) -> Finding:
    parent = dotted(loc[:-1])
    return finding("ontbrekend-veld", loc, "key", veld=loc[-1], ouder=parent, voorbeeld=example_line(model, loc))


def _unknown(loc: Loc, model: Any, value: object, root: Value) -> Finding:
    """Explain a field that the model does not have. Fields that stand there already were not meant."""
    name, beside = str(loc[-1]), value_at(root, loc[:-1])
    known = fields_at(model, loc[:-1])
    outer, _, inner = name.partition(".")
    if outer in known and inner in fields_at(model, (*loc[:-1], outer)):
        line = f"{inner}: {visible(value)}" if isinstance(value, str) and len(value) <= _SHORT else f"{inner}: ..."
        return finding("veld-met-punt", loc, "key", veld=name, voorbeeld=f"{outer}:\n  {line}")
    if " " in name and not suggest(name, known):
        return finding("tekst-als-veld", loc, "key", veld=name)
    if len(loc) > 1 and isinstance(root, dict) and name in fields_at(model, ()) and name not in root:
        return finding("hoort-erbuiten", loc, "key", naam_van_veld=name, ouder=loc[0])
    free = tuple(field for field in known if not isinstance(beside, dict) or field not in beside)
    other = next((field for field in OTHER_NAMES.get(name.lower(), ()) if field in free), "")
    meant = other or suggest(name.translate(_LOOK_ALIKES), known)
    return finding("onbekend-veld", loc, "key", veld=name, bedoeld=meant, keuzes=free)


def value_at(root: Value, loc: Loc) -> object:
    """Return the value at a path that is in the file."""
    value: Any = root
    for step in loc:
        value = value[step]
    return value


def _bulleted(value: object) -> dict[str, str]:
    """Return the sign, and the first item, of a text that a word processor made a list of."""
    text = next(iter(value), "") if isinstance(value, dict) else value
    if not isinstance(text, str):
        return {}
    if isinstance(value, dict) and isinstance(inner := value[text], str):
        text = f"{text}: {inner}"
    if found := bullet(text):
        return {**found, "deel": _BULLETS.split(found["deel"])[0].strip()}
    if numbered := _NUMBERED.match(text):
        return {"teken": f"'{numbered[1]}'", "deel": _NUMBERED_NEXT.split(numbered[2])[0].strip()}
    return {}


def _limits(context: Mapping[str, Any], value: object) -> dict[str, Any]:
    """Give pydantic's own context the names of the messages; that of a refusal of ours has them already."""
    limits = dict(context)
    if "expected" in limits:
        choices = re.findall(r"'([^']*)'", str(limits["expected"]))
        meant = _YES_NO.get(str(value).lower(), "") if choices == ["ja", "nee"] else ""
        without_remark = re.sub(r"\s*\(.*\)$", "", str(value))
        limits |= {"keuzes": choices, "bedoeld": meant or suggest(without_remark, choices)}
    return limits | {_LIMITS[name]: limits[name] for name in _LIMITS if name in limits}


def _words(code: str, value: Any, loc: Loc, model: Any, terms: Terms | None) -> dict[str, Any]:
    """Collect what the message of a code may need, besides the context that the refusal brings."""
    words: dict[str, Any] = {"soort": _kind(value), "voorstel": _reshaped(code, value, loc, model, terms)}
    if isinstance(value, str | int | float):
        words |= {"waarde": value, "regel": value, "lengte": len(str(value))}
    elif isinstance(value, tuple):
        words["aantal"] = len(value)
    elif code == "streepje-ontbreekt":
        words["veld"] = next(iter(value))
    if code == "dubbele-punt":
        words["regel"] = next(f"{key}: {inner}" if isinstance(inner, str) else key for key, inner in value.items())
    elif code == "opsommingsteken":
        words |= _bulleted(value)
    elif code == "geen-blok":
        block = example_block(model, loc, _given(value, loc, model))
        words["voorbeeld"] = block if isinstance(loc[-1], int) else f"{loc[-1]}:\n{indented(block)}"
    elif code in ("te-weinig", "geen-lijst"):
        words["voorbeeld"] = example_line(model, loc)
    elif code == "verkeerde-vorm":
        words["voorbeeld"] = example_value(model, loc)
    return words


def _kind(value: object) -> str:
    if isinstance(value, tuple):
        return "lijst"
    return "blok met velden" if isinstance(value, dict) else "tekst"


def _given(value: object, loc: Loc, model: Any) -> dict[str, str]:
    """Return the field in which a text belongs that stands where a record does, when that is certain."""
    if not isinstance(value, str) or not 1 < len(value) <= _SHORT:
        return {}
    fields, text = fields_at(model, loc), visible(value)
    if "id" in fields:
        return {"id": text} if re.fullmatch(ID_PATTERN, text) else {}
    kinds = {"email": propose("geen-email", f"<{text}>"), "telefoon": propose("geen-telefoon", f"({text})")}
    address = "website" if "email" in fields else "url"
    if address in fields and "://" in text:
        return {address: text}
    if "email" in fields:
        return next(({name: meant} for name, meant in kinds.items() if meant), {})
    first = next(iter(fields), "")
    return {first: text} if first in ("naam", "titel") else {}


def _proposed(code: str, value: Any, known: Mapping[str, Any]) -> dict[str, str]:
    """Return the value as it was probably meant, for the codes where that can be told from the value."""
    proposal = propose(code, value, whole_day=not known.get("deel"))
    return {"voorstel": proposal} if proposal else {}


def _reshaped(code: str, value: Any, loc: Loc, model: Any, terms: Terms | None) -> str:
    """Write a value of the wrong shape in the right one; empty when that is unclear."""
    if code == "streepje":
        proposal = "- " + re.split(r"\s-", value.lstrip("- "))[0]
    elif code == "geen-lijst":
        proposal = _as_list(value, loc, model, terms)
    elif code == "lijst-voor-tekst":
        proposal = value[0] if len(value) == 1 and isinstance(value[0], str) else ""
    elif code in ("geen-tekst", "dubbele-punt"):
        proposal = _as_text(value)
    else:
        return ""
    return proposal if len(proposal) <= _SHORT else ""


def _as_list(value: object, loc: Loc, model: Any, terms: Terms | None) -> str:
    """Write texts as the list that they were meant to be; of a closed list only with terms that are certain."""
    if fields_at(model, loc):
        return ""
    if isinstance(value, dict):
        value = ", ".join(value) if not any(value.values()) else ""
    bare = str(value).strip("[]()")
    problem_of = _CLOSED.get(loc[-1]) if loc and terms else None
    if problem_of and terms:
        items = [_meant_term(item, problem_of(terms, item)) for item in _BETWEEN.split(bare) if item]
        return f"{loc[-1]}: [{', '.join(items)}]" if items and all(items) else ""
    return f"{loc[-1]}: [{bare}]" if loc and _SIMPLE_LIST.fullmatch(bare) else ""


def _meant_term(item: str, problem: tuple[str, dict[str, Any]] | None) -> str:
    return str(problem[1].get("bedoeld", "")) if problem else item


def _as_text(value: object) -> str:
    """Write the field that a colon made of a text as text."""
    if isinstance(value, dict) and len(value) == 1:
        text = ": ".join(str(part) for part in next(iter(value.items())) if isinstance(part, str))
        return f'"{text}"' if ": " in text and '"' not in text and "\\" not in text else ""
    return ""
