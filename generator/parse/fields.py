"""The kinds of value a field can hold: text in, typed value out, or a named problem.

Every scalar arrives as text, exactly as it stands in the file (YAML 1.2: `no` is text, `0344` is text).
Each type below turns that text into its own kind. A refusal is a PydanticCustomError whose type is a
diagnostic code of `generator.messages` and whose context fills that message.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, Protocol, cast
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    GetJsonSchemaHandler,
    Tag,
    ValidationInfo,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

UNKNOWN = "onbekend"
Unknown = Literal["onbekend"]

ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
ID_MAX = 60
_ID = re.compile(ID_PATTERN)
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})", re.ASCII)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?", re.ASCII)
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}", re.ASCII)
"""`1.250` is a thousand to a Dutch reader and one and a quarter to a parser, so it is neither here."""
_YEAR = re.compile(r"[0-9]{4}", re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_PARTIAL_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2})?", re.ASCII)
_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]"
TIMES_PATTERN = rf"^{_CLOCK}(?:-{_CLOCK})?$"
_TIMES = re.compile(TIMES_PATTERN, re.ASCII)
EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}")
_PHONE = re.compile(r"\+?[0-9][0-9 ()-]{3,18}[0-9]", re.ASCII)
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}", re.ASCII)
_ORDINARY_URL = re.compile(r"https?://" + _HOST.pattern + r"(?:/[\w/.,;:=?&%#~+()-]*)?", re.ASCII)
"""What nearly all addresses look like, so that the rest of the rule is rarely asked."""
NO_TEXT = frozenset(
    "n.v.t;nvt;niet van toepassing;?;??;???;-;--;–;…;x;xx;xxx;pm;p.m;todo;tbd;ntb;n.t.b;nnb;n.n.b;n.b;"
    "nog invullen;hier invullen;in te vullen".split(";")
)
"""What people type where they have nothing to say, in lower case and without a full stop at the end."""
_LONGEST_NO_TEXT, _LONGEST_TO_FILL_IN = 24, 80
_TO_FILL_IN = re.compile(r"<[^<>]{1,40}>|\[[^]]{1,60}\]|(?:vul|schrijf|typ) hier .{1,60}|lorem ipsum.*", re.IGNORECASE)
FIRST_YEAR, LAST_YEAR = 1900, 2100


class Terms(Protocol):
    """What the fields need to know of the registers; given as pydantic validation context."""

    def term_problem(self, vocabulary: str, value: str) -> tuple[str, dict[str, Any]] | None:
        """Return (diagnostic code, context) when the value is no term of the vocabulary."""

    def municipality_problem(self, code: str) -> tuple[str, dict[str, Any]] | None:
        """Return (diagnostic code, context) when the code names no usable municipality."""


def refuse(code: str, **context: Any) -> PydanticCustomError:
    """Make the error that carries a diagnostic code and the words for its message."""
    return PydanticCustomError(cast(Any, code), cast(Any, code), context)


def _parse_integer(value: object) -> object:
    if isinstance(value, str):
        if not _INTEGER.fullmatch(value):
            raise refuse("geen-getal", waarde=value)
        return int(value)
    return value


def _parse_number(value: object) -> object:
    if isinstance(value, str):
        if not _NUMBER.fullmatch(value) or _THOUSANDS.fullmatch(value):
            raise refuse("geen-getal", waarde=value)
        return int(value) if _INTEGER.fullmatch(value) else float(value)
    return value


def _parse_amount(value: object) -> object:
    if isinstance(value, str):
        if not _INTEGER.fullmatch(value) or value.startswith("-"):
            raise refuse("geen-bedrag", waarde=value)
        return int(value)
    return value


def _parse_year(value: object) -> object:
    if isinstance(value, str) and value != UNKNOWN:
        if not (_YEAR.fullmatch(value) and FIRST_YEAR <= int(value) <= LAST_YEAR):
            raise refuse("geen-jaar", waarde=value, van=FIRST_YEAR, tot=LAST_YEAR)
        return int(value)
    return value


def _parse_date(value: object) -> object:
    if isinstance(value, str):
        if not _DATE.fullmatch(value) or not FIRST_YEAR <= int(value[:4]) <= LAST_YEAR:
            raise refuse("geen-datum", waarde=value)
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise refuse("dag-bestaat-niet", waarde=value) from None
    return value


def _check_partial_date(value: str) -> str:
    if value == UNKNOWN:
        return value
    if _DATE.fullmatch(value):
        _parse_date(value)
        return value
    if not _PARTIAL_DATE.fullmatch(value) or not FIRST_YEAR <= int(value[:4]) <= LAST_YEAR:
        raise refuse("geen-datum", waarde=value, deel=True)
    if value[5:] and not "01" <= value[5:] <= "12":
        raise refuse("geen-datum", waarde=value, deel=True)
    return value


def _check_times(value: str) -> str:
    """Accept a time, or a beginning and an end in that order; as text, so that it is shown as it was written."""
    if not _TIMES.fullmatch(value):
        raise refuse("geen-tijd", waarde=value)
    begin, _, end = value.partition("-")
    if end and end <= begin:
        raise refuse("tijd-omgekeerd", van=begin, tot=end)
    return value


def _check_one_line(value: str) -> str:
    """Refuse a line break: names and titles also go where only one line fits."""
    if "\n" in value:
        raise refuse("meer-regels", waarde=value)
    return _check_told(value)


def _check_told(value: str) -> str:
    """Refuse what stands for a text that is still to be written."""
    if len(value) > _LONGEST_TO_FILL_IN:
        return value
    if (len(value) <= _LONGEST_NO_TEXT and value.rstrip(".").lower() in NO_TEXT) or value == "...":
        raise refuse("niet-ingevuld", waarde=value)
    if value[:1] in "<[vVsStTlL" and _TO_FILL_IN.fullmatch(value):
        raise refuse("niet-ingevuld", waarde=value)
    return value


def _check_url(value: str) -> str:
    """Accept http(s) addresses of a named host, without user, port or odd characters."""
    if _ORDINARY_URL.fullmatch(value):
        return value
    try:
        parts = urlsplit(value)
        has_port = parts.port is not None
    except ValueError:
        raise refuse("geen-url", waarde=value) from None
    host = (parts.hostname or "").rstrip(".")
    clean = value.isascii() and value.isprintable() and not set(value) & set(" <>\"'\\`{}|^")
    if parts.scheme not in ("https", "http") or not clean or has_port or "@" in parts.netloc:
        raise refuse("geen-url", waarde=value)
    if not _HOST.fullmatch(host):
        raise refuse("geen-url", waarde=value)
    return value


def _matcher(pattern: re.Pattern[str], code: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        if not pattern.fullmatch(value):
            raise refuse(code, waarde=value)
        return value

    return check


def _check_id(value: str) -> str:
    if len(value) > ID_MAX or not _ID.fullmatch(value):
        raise refuse("geen-id", waarde=value)
    return value


def _check_municipality(value: str, info: ValidationInfo) -> str:
    terms = cast("Terms | None", info.context)
    problem = terms.municipality_problem(value) if terms else None
    if problem:
        raise refuse(problem[0], **problem[1])
    return value


def _term_of(vocabulary: str) -> Any:
    """Type of a field that takes one id of a closed vocabulary."""

    def check(value: str, info: ValidationInfo) -> str:
        terms = cast("Terms | None", info.context)
        problem = terms.term_problem(vocabulary, value) if terms else None
        if problem:
            raise refuse(problem[0], **problem[1])
        return value

    return Annotated[str, AfterValidator(check), Field(json_schema_extra={"x-woordenlijst": vocabulary})]


def _distinct(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Refuse a list that names the same thing twice."""
    seen: set[Any] = set()
    for value in values:
        if value in seen:
            raise refuse("dubbele-waarde", waarde=str(value))
        seen.add(value)
    return values


def _amount_kind(value: object) -> str:
    return "bereik" if isinstance(value, Mapping | BaseModel) else "bedrag"


def _noted(**notes: Any) -> Any:
    """Put into the JSON Schema what the type says to no schema: `x-vorm` is the kind of value, by name."""
    return Field(json_schema_extra=notes)


@dataclass(frozen=True, slots=True)
class _NotedCheck(AfterValidator):
    """A check that the JSON Schema tells of, under `key`."""

    key: str
    note: Any

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Add the note to the schema of the checked value."""
        return {**handler(schema), self.key: self.note}


def _anchored(pattern: re.Pattern[str]) -> str:
    return f"^(?:{pattern.pattern})$"


Euro = Annotated[int, BeforeValidator(_parse_amount), Field(ge=0), _noted(**{"x-vorm": "euro"})]


class Range(BaseModel):
    """An amount known only to lie between two bounds, in whole euros."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", title="Bereik")

    van: Euro = Field(title="Vanaf", examples=[10000])
    tot: Euro = Field(title="Tot en met", examples=[20000])


Id = Annotated[str, AfterValidator(_check_id), _noted(pattern=ID_PATTERN, maxLength=ID_MAX, **{"x-vorm": "id"})]
OneLine = _NotedCheck(_check_one_line, "x-vorm", "regel")
Term = Annotated[str, Field(min_length=1, max_length=120), OneLine]
Line = Annotated[str, Field(min_length=2, max_length=300), OneLine]
Prose = Annotated[str, Field(min_length=8, max_length=6000), AfterValidator(_check_told)]
Whole = Annotated[int, BeforeValidator(_parse_integer), Field(ge=0), _noted(**{"x-vorm": "geheel"})]
Number = Annotated[int | float, BeforeValidator(_parse_number), _noted(**{"x-vorm": "getal"})]
Quantity = Annotated[Number, Field(ge=0)]
Year = Annotated[
    int | Unknown, BeforeValidator(_parse_year), _noted(**{"x-vorm": "jaar", "x-van": FIRST_YEAR, "x-tot": LAST_YEAR})
]
Day = Annotated[date, BeforeValidator(_parse_date), _noted(**{"x-vorm": "dag"})]
PartialDate = Annotated[str, AfterValidator(_check_partial_date), _noted(**{"x-vorm": "datum"})]
Url = Annotated[str, Field(max_length=500), AfterValidator(_check_url), _noted(format="uri", **{"x-vorm": "url"})]
Email = Annotated[
    str,
    AfterValidator(_matcher(EMAIL, "geen-email")),
    _noted(format="email", pattern=_anchored(EMAIL), **{"x-vorm": "email"}),
]
Phone = Annotated[
    str,
    AfterValidator(_matcher(_PHONE, "geen-telefoon")),
    _noted(pattern=_anchored(_PHONE), **{"x-vorm": "telefoon"}),
]
Amount = Annotated[
    Annotated[Euro, Tag("bedrag")] | Annotated[Range, Tag("bereik")],
    Discriminator(_amount_kind),
    _noted(**{"x-vorm": "bedrag"}),
]
Municipality = Annotated[
    str, AfterValidator(_check_municipality), _noted(pattern="^GM[0-9]{4}$", **{"x-vorm": "gemeente"})
]
Times = Annotated[str, AfterValidator(_check_times), Field(json_schema_extra={"pattern": TIMES_PATTERN})]
Theme = _term_of("themas")
TargetGroup = _term_of("doelgroepen")
Law = _term_of("wetten")
Databank = _term_of("databanken")
Distinct = _NotedCheck(_distinct, "uniqueItems", True)
