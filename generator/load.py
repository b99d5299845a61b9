"""From a folder on disk to a catalogue: the only module that reads records and registers from files."""

from __future__ import annotations

import csv
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator.catalogue import RESERVED_IDS, Catalogue
from generator.check.checks import check_catalogue
from generator.check.duplicates import find_duplicates
from generator.check.texts import find_in_refused
from generator.diagnostics import Diagnostic, Place, sort_diagnostics
from generator.messages import describe
from generator.parse.congress import Congress
from generator.parse.congress_rules import CONGRESS_RULES
from generator.parse.fields import ID_MAX, ID_PATTERN
from generator.parse.history import PATH as CHANGES
from generator.parse.history import Change, read_changes
from generator.parse.model import Practice
from generator.parse.parser import parse, to_diagnostic
from generator.parse.reviewers import Reviewer
from generator.parse.rules import PRACTICE_RULES
from generator.parse.vocabulary import ENTRIES, WITHDRAWN_PATH, Concept, Entry, Mention, Withdrawn
from generator.permalinks.listing import PATH, read_permalinks
from generator.read.guard import MAX_LIST_BYTES
from generator.read.source import SourceDocument, read_document
from generator.registers.municipalities import Municipalities, read_municipalities, slugify
from generator.registers.registers import Registers
from generator.registers.vocabularies import Term, Vocabulary

_PROJECT = Path(__file__).resolve().parents[1]
_ID = re.compile(ID_PATTERN)
_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Opening a pipe would wait for ever without the second; Windows has only the third."""
_RECORD_ENDINGS = (".yml", ".yaml")
_LITTER = frozenset(("thumbs.db", "desktop.ini", "ehthumbs.db"))
_OTHER_FILES = {
    **dict.fromkeys(("doc", "docx", "odt", "rtf"), "een Word-bestand"),
    **dict.fromkeys(("xls", "xlsx", "ods", "csv"), "een rekenblad"),
    **dict.fromkeys(("ppt", "pptx", "odp"), "een presentatie"),
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "webp", "heic"), "een foto of plaatje"),
    **dict.fromkeys(("zip", "7z", "rar"), "een pakket met bestanden"),
    **dict.fromkeys(("htm", "html"), "een webpagina"),
    **dict.fromkeys(("eml", "msg"), "een e-mail"),
    "pdf": "een pdf",
}
_MAX_PERMALINKS = 8_000_000
"""A hundred thousand addresses; the list only grows, so it may be larger than what people write."""
_FORMER = re.compile(rb"[a-z0-9]+(?:-[a-z0-9]+)*")
_MENTIONS = "schema/vermeldingen.yml"
_OWN_LISTS = frozenset((PATH, WITHDRAWN_PATH, _MENTIONS))
"""What stands in schema/ but is about this catalogue only: the project's own never stands in for it."""
_BESIDE_RECORDS = frozenset(("README.md", "CODEOWNERS"))


@dataclass
class _Intake:
    """What has been read so far, and every problem on the way."""

    root: Path
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def schema(self) -> Path:
        own = self.root / "schema"
        holds_registers = any((own / name).exists() for name in ("gemeenten.csv", "vocabularies"))
        return own if holds_registers or not (_PROJECT / "schema").exists() else _PROJECT / "schema"

    def refuse(self, path: str, code: str, **context: Any) -> None:
        self.diagnostics.append(describe(code, Place(path), "", context))

    def refuse_folder(self, error: OSError) -> None:
        path = Path(error.filename).relative_to(self.root).as_posix()
        if not isinstance(error, FileNotFoundError):
            self.refuse(path, "onleesbaar", reden=_reason(error))

    def read(self, path: str, most: int = MAX_LIST_BYTES) -> bytes | None:
        """Read a file whole, but never more than just over what it may be, and nothing that can block."""
        shared = path.startswith("schema/") and path not in _OWN_LISTS
        base = self.schema.parent if shared else self.root
        try:
            data = _read_regular(f"{base}{os.sep}{path}", most)
        except OSError as error:
            self.refuse(path, "onleesbaar", reden=_reason(error))
            return None
        if data is None:
            self.refuse(path, "onleesbaar", reden="geen gewoon bestand")
        return data

    def parse(self, document: SourceDocument, model: Any, registers: Registers | None, rules: Any = ()) -> Any | None:
        value, diagnostics = parse(document, model, registers, rules)
        self.diagnostics.extend(diagnostics)
        return value


def _read_regular(path: str, most: int) -> bytes | None:
    """Return at most just over `most` bytes of a regular file, or None when it is a pipe, folder or device.

    Raises OSError. Asking the open file what it is, and for its size, reads three times as quickly as `open`.
    """
    file = os.open(path, _READING)
    try:
        found = os.fstat(file)
        return os.read(file, min(found.st_size, most) + 1) if stat.S_ISREG(found.st_mode) else None
    finally:
        os.close(file)


def _reason(error: Exception) -> str:
    """Say in Dutch why a file could not be read."""
    if isinstance(error, KeyError):
        return f"de kolom {error.args[0]} ontbreekt"
    kinds: Mapping[type[Exception], str] = {
        FileNotFoundError: "het bestand is er niet",
        PermissionError: "u mag het niet openen",
        OSError: "het systeem geeft het niet vrij",
        UnicodeDecodeError: "de tekst is geen UTF-8",
        ValueError: "een waarde heeft niet de goede vorm",
    }
    fallback = "een regel heeft te weinig kolommen"
    return next((words for kind, words in kinds.items() if isinstance(error, kind)), fallback)


def project_file(root: Path, name: str) -> Path:
    """Return a file or folder of the catalogue, or the project's own where that catalogue has none."""
    own = _PROJECT / name
    return root / name if (root / name).exists() or not own.exists() else own


def load(
    root: Path, only: Sequence[Path] = (), compare: Sequence[Path] | None = None, day: date | None = None
) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Read the catalogue under `root`; returns what was read without error, and all problems in order of file and line.

    With `only` (files or folders), just those records are parsed and checked. Those of `compare` (by default those of
    `only`) are also compared with all other practices. No practice can be of after `day`, when one is given.
    """
    intake = _Intake(root)
    if not (root / "practices").is_dir() or not intake.schema.is_dir():
        intake.refuse(str(root), "geen-catalogus")
        return Catalogue(), tuple(intake.diagnostics)
    registers = load_registers(intake)
    paths = _named(intake, list(_record_paths(intake, "practices", depth=2)))
    if not only:
        _misplaced(intake, (town.slug for town in registers.municipalities.present.values()))
    congress_paths = _named(intake, list(_record_paths(intake, "congresses", depth=1)))
    wanted = _selection(root, only)
    texts = _read_texts(intake, paths)
    # Another practice is parsed only when it can clash: it may have claimed the same former id.
    needed = {id: data for id, data in texts.items() if wanted(paths[id]) or b"oude_ids" in data}
    practices, documents = _parse_records(intake, registers, paths, needed, Practice, PRACTICE_RULES)
    congress_texts = _read_texts(intake, congress_paths)
    congress_texts = {
        id: data for id, data in congress_texts.items() if wanted(congress_paths[id]) or b"oude_ids" in data
    }
    congresses, congress_documents = _parse_records(
        intake, registers, congress_paths, congress_texts, Congress, CONGRESS_RULES
    )
    mentions, mentions_document = _read_mentions(intake, registers) if not only else ((), None)
    withdrawn, withdrawn_document = _read_own_list(intake, WITHDRAWN_PATH, Withdrawn, None)
    concepts, glossary_document = _read_glossary(intake) if not only else ((), None)
    reviewers = _read_reviewers(intake) if not only else ()
    catalogue = Catalogue(
        registers=registers,
        practices=practices,
        congresses=congresses,
        mentions=mentions,
        concepts=concepts,
        reviewers=reviewers,
        withdrawn=withdrawn,
        published=_read_permalinks(intake),
        claimed=_claimed_in_vain("praktijken", needed, practices)
        | _claimed_in_vain("congressen", congress_texts, congresses),
        changes=_read_changes(intake),
        known_ids=frozenset(paths),
        known_congresses=frozenset(congress_paths),
        documents=documents,
        congress_documents=congress_documents,
        mentions_document=mentions_document,
        glossary_document=glossary_document,
        withdrawn_document=withdrawn_document,
    )
    found = check_catalogue(catalogue, day)
    if new := only if compare is None else compare:
        compared = _selection(root, new)
        found += find_duplicates(catalogue, [id for id in practices if compared(paths[id])], texts)
    chosen = (d for d in (*intake.diagnostics, *found) if wanted(d.place.path) or not _is_record(d.place.path))
    return catalogue, sort_diagnostics(chosen)


def load_record(path: Path, registers: Registers) -> tuple[Practice | None, tuple[Diagnostic, ...]]:
    """Read one practice from a file anywhere; returns it, or None with all its problems."""
    intake = _Intake(path.parent)
    data = intake.read(path.name)
    if data is None:
        return None, tuple(intake.diagnostics)
    return parse(read_document(path.as_posix(), data), Practice, registers, PRACTICE_RULES)


def _is_record(path: str) -> bool:
    return path.startswith(("practices/", "congresses/"))


def _selection(root: Path, only: Sequence[Path]) -> Callable[[str], bool]:
    """Return a test on paths relative to the root; everything is wanted when nothing is named."""
    if not only:
        return lambda path: True
    chosen = {os.path.relpath(path.resolve(), root.resolve()).replace(os.sep, "/") for path in only}
    folders = tuple(f"{name}/" for name in chosen)
    return lambda path: path in chosen or path.startswith(folders) or "." in chosen


def _record_paths(intake: _Intake, folder: str, depth: int) -> Iterator[str]:
    """Yield the files under a folder, sorted; whatever cannot be a record is refused by name."""
    top = intake.root / folder
    for current, folders, files in os.walk(top, onerror=intake.refuse_folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [Path(current, name) for name in folders if Path(current, name).is_symlink()]
        for link in links:
            intake.refuse(link.relative_to(intake.root).as_posix(), "symbolische-link")
        level = len(Path(current).relative_to(top).parts) + 1
        place = Path(current).relative_to(intake.root).as_posix()
        for name in sorted(files):
            path = f"{place}/{name}"
            if name in _BESIDE_RECORDS or (name.startswith(".") and not name.endswith(_RECORD_ENDINGS)):
                continue
            if os.path.islink(f"{current}/{name}"):
                intake.refuse(path, "symbolische-link")
            elif not name.endswith(".yml"):
                _refuse_file(intake, path, name)
            elif level != depth:
                intake.refuse(path, "verkeerde-plek", naam=name)
            else:
                yield path


def _refuse_file(intake: _Intake, path: str, name: str) -> None:
    """Say of a file that is no record what it is, and what to do with it."""
    stem, _, ending = name.lower().rpartition(".")
    meant = f"{slugify(name.split('.')[0])}.yml"
    if name.lower() in _LITTER or name.startswith("~") or name.endswith("~"):
        intake.refuse(path, "rommelbestand", naam=name)
    elif stem and ending in _OTHER_FILES:
        intake.refuse(path, "ander-bestand", naam=name, soort=_OTHER_FILES[ending], bedoeld=meant)
    else:
        intake.refuse(path, "extensie", naam=name, bedoeld=meant)


def _misplaced(intake: _Intake, towns: Iterable[str]) -> None:
    """Refuse records in a folder that should be below practices/: one step too high, or with a Dutch name."""
    for folder in sorted({*towns, "praktijken", "practice"} & set(os.listdir(intake.root))):
        for path in sorted((intake.root / folder).rglob("*.yml")):
            intake.refuse(path.relative_to(intake.root).as_posix(), "verkeerde-plek", naam=path.name)


def _named(intake: _Intake, paths: Iterable[str]) -> dict[str, str]:
    """Return path by id, refusing names that cannot be an address and ids that occur twice."""
    named: dict[str, str] = {}
    for id, path in sorted((path.rpartition("/")[2].removesuffix(".yml"), path) for path in paths):
        if id in named:
            intake.refuse(path, "dubbele-id", naam=id, ander=named[id])
        elif not _ID.fullmatch(id) or len(id) > ID_MAX:
            intake.refuse(path, "bestandsnaam", naam=f"{id}.yml", bedoeld=slugify(id)[:ID_MAX].strip("-"))
        elif id in RESERVED_IDS:
            intake.refuse(path, "gereserveerde-naam", naam=id)
        else:
            named[id] = path
    return named


def _read_texts(intake: _Intake, paths: Mapping[str, str]) -> dict[str, bytes]:
    """Return what is in the files, by id, without those that could not be read."""
    read = ((id, intake.read(path)) for id, path in paths.items())
    return {id: data for id, data in read if data is not None}


def _parse_records(
    intake: _Intake,
    registers: Registers,
    paths: Mapping[str, str],
    texts: Mapping[str, bytes],
    model: Any,
    rules: Any = (),
) -> tuple[dict[str, Any], dict[str, SourceDocument]]:
    """Return, by id, the records without errors and the documents they stand in."""
    records: dict[str, Any] = {}
    documents: dict[str, SourceDocument] = {}
    for id, data in texts.items():
        document = read_document(paths[id], data)
        record = intake.parse(document, model, registers, rules)
        if record is not None:
            records[id] = record
            documents[id] = document.without_value()
        else:
            intake.diagnostics += find_in_refused(document)
    return records, documents


def _read_mentions(intake: _Intake, registers: Registers) -> tuple[tuple[Mention, ...], SourceDocument | None]:
    return _read_own_list(intake, _MENTIONS, Mention, registers)


def _read_own_list(
    intake: _Intake, path: str, entry: Any, registers: Registers | None
) -> tuple[tuple[Any, ...], SourceDocument | None]:
    data = intake.read(path) if (intake.root / path).is_file() else None
    if data is None:
        return (), None
    document = read_document(path, data, yaml.SequenceNode)
    return intake.parse(document, tuple[entry, ...], registers) or (), document.without_value()


def _read_permalinks(intake: _Intake) -> Mapping[str, int]:
    data = intake.read(PATH, _MAX_PERMALINKS) if (intake.root / PATH).is_file() else None
    if data is None:
        return {}
    document = SourceDocument(PATH, data, None)
    addresses, strange = read_permalinks(data.decode("utf-8-sig", "replace").replace("\r\n", "\n"))
    intake.diagnostics.extend(to_diagnostic(document, found) for found in strange)
    return addresses


def _claimed_in_vain(section: str, texts: Mapping[str, bytes], records: Mapping[str, Any]) -> frozenset[str]:
    """Return the addresses that records with errors may hold as former ids: one mistake is one problem."""
    broken = (data.partition(b"oude_ids")[2] for id, data in texts.items() if id not in records)
    return frozenset(f"{section}/{word.decode()}" for rest in broken for word in _FORMER.findall(rest))


def _read_glossary(intake: _Intake) -> tuple[tuple[Concept, ...], SourceDocument | None]:
    path = "schema/vocabularies/begrippen.yml"
    data = intake.read(path) if (intake.schema.parent / path).is_file() else None
    if data is None:
        return (), None
    document = read_document(path, data, yaml.SequenceNode)
    return intake.parse(document, tuple[Concept, ...], None) or (), document.without_value()


def _read_reviewers(intake: _Intake) -> tuple[Reviewer, ...]:
    path = "schema/beoordelaars.yml"
    data = intake.read(path) if (intake.root / path).is_file() else None
    if data is None:
        return ()
    return intake.parse(read_document(path, data, yaml.SequenceNode), tuple[Reviewer, ...], None) or ()


def _read_changes(intake: _Intake) -> tuple[Change, ...]:
    path = intake.root / CHANGES
    try:
        return read_changes(path.read_text("utf-8")) if path.is_file() else ()
    except (OSError, ValueError, csv.Error) as error:
        intake.refuse(CHANGES, "onleesbaar", reden=_reason(error))
        return ()


def load_registers(intake: _Intake) -> Registers:
    """Read the vocabularies and the municipality register; an absent file leaves its register empty."""
    vocabularies = {name: _read_vocabulary(intake, name, entry) for name, entry in ENTRIES.items()}
    return Registers(vocabularies, _read_municipalities(intake))


def _read_vocabulary(intake: _Intake, name: str, entry: type[Entry]) -> Vocabulary:
    path = f"schema/vocabularies/{name}.yml"
    data = intake.read(path)
    if data is None:
        return {}
    terms = intake.parse(read_document(path, data, yaml.SequenceNode), tuple[entry, ...], None)  # type: ignore[valid-type]
    return {term.id: _to_term(term) for term in terms or ()}


def _to_term(entry: Entry) -> Term:
    extra = entry.model_dump(exclude={"id", "naam", "omschrijving"})
    return Term(entry.id, entry.naam, entry.omschrijving, extra)


def _read_municipalities(intake: _Intake) -> Municipalities:
    paths = ("schema/gemeenten.csv", "schema/herindelingen.csv", "schema/bijnamen.csv")
    present, abolished, nicknames = (intake.schema.parent / path for path in paths)
    try:
        register = read_municipalities(
            present.read_text("utf-8"),
            abolished.read_text("utf-8"),
            nicknames.read_text("utf-8") if nicknames.exists() else "",
        )
    except (OSError, ValueError, KeyError, TypeError, csv.Error) as error:
        intake.refuse(paths[0], "register-fout", reden=_reason(error))
        return Municipalities()
    if not register.present:
        intake.refuse(paths[0], "register-fout", reden="er staan geen gemeenten in")
    return register
