"""What a rename, a merge or a withdrawal changes: files as values, worked out whole before anything is written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import yaml

from generator.catalogue import RESERVED_IDS, Catalogue
from generator.moves.edits import Append, Edit, Insert, Remove, Replace, edit_yaml
from generator.moves.references import find_references, redirect_edits, removal_edits
from generator.parse.congress import Congress
from generator.parse.fields import ID_MAX, ID_PATTERN
from generator.parse.model import Practice
from generator.parse.vocabulary import WITHDRAWN_PATH
from generator.permalinks.addresses import split_address
from generator.read.source import SourceDocument
from generator.registers.registers import suggest
from generator.write.record import write_entry

Files = Mapping[str, bytes | None]
"""What each changed file becomes, by path; None for a file that goes."""

WITHDRAWN_HEAD = """\
# Wat van de site is gehaald. Het adres blijft werken: de pagina zegt wat er gebeurde en wat ervoor in de plaats kwam.
# Een regel erbij maakt u met: praktijken withdraw ID --reden "Waarom"
"""
_WORDS = {"praktijken": "praktijk", "congressen": "congres"}


@dataclass(frozen=True)
class Plan:
    """The changed files, or (in Dutch) why there are none."""

    files: Files
    refusal: str = ""


class _RefusedError(Exception):
    """Carries the Dutch reason out of the depth of a plan."""


def plan_rename(catalogue: Catalogue, old: str, new: str, docs: Mapping[str, bytes]) -> Plan:
    """Give a practice or congress another id; the old one goes on leading to it.

    `old` and `new` are addresses. A file that was renamed by hand only gets what is still missing. `docs` are the
    hand-written pages, in which links follow.
    """
    try:
        return Plan(_rename(catalogue, old, new, docs))
    except _RefusedError as refused:
        return Plan({}, str(refused))


def plan_merge(catalogue: Catalogue, old: str, into: str) -> Plan:
    """Let one practice go up in another: its page stays, says so, and what named it names the other."""
    try:
        return Plan(_merge(catalogue, old, into))
    except _RefusedError as refused:
        return Plan({}, str(refused))


def plan_withdrawal(catalogue: Catalogue, address: str, reason: str, day: date, replacement: str = "") -> Plan:
    """Take a practice or congress off the site; its page says why, and what came in its place (an id) if anything."""
    try:
        return Plan(_withdraw(catalogue, address, reason, day, replacement))
    except _RefusedError as refused:
        return Plan({}, str(refused))


def _rename(catalogue: Catalogue, old: str, new: str, docs: Mapping[str, bytes]) -> Files:
    (section, old_id), (_, new_id) = split_address(old), split_address(new)
    documents, records = _records(catalogue, section)
    by_hand = old_id not in documents and new_id in documents
    if not by_hand:
        _require(catalogue, old)
        _require_free(catalogue, old, new)
    id = new_id if by_hand else old_id
    document, record = documents[id], records[id]
    edits: list[Edit] = []
    if new_id in record.oude_ids:
        edits.append(Remove(("oude_ids", record.oude_ids.index(new_id))))
    if old_id not in record.oude_ids:
        edits.append(Append("oude_ids", old_id, "toegevoegd_op"))
    elif by_hand and not find_references(catalogue, old):
        raise _RefusedError(f"Er is niets te doen: {old_id} leidt al naar {new_id}.")
    asked: dict[str, list[Edit]] = {
        path: list(found)
        for path, found in redirect_edits(find_references(catalogue, old), new_id, document.path).items()
    }
    asked[document.path] = [*edits, *asked.get(document.path, ())]
    files: dict[str, bytes | None] = dict(_edited(catalogue, asked))
    path = f"{document.path.rpartition('/')[0]}/{new_id}.yml"
    if path != document.path:
        files[path], files[document.path] = files[document.path], None
    return files | _linked(docs, old, new)


def _merge(catalogue: Catalogue, old: str, into: str) -> Files:
    (section, old_id), (_, into_id) = split_address(old), split_address(into)
    if section != "praktijken":
        raise _RefusedError("Alleen praktijken kunnen samengaan; een congres kunt u hernoemen of intrekken.")
    _require(catalogue, old)
    _require_final(catalogue, into)
    if old == into:
        raise _RefusedError("Een praktijk kan niet in zichzelf opgaan.")
    practice, document = catalogue.practices[old_id], catalogue.documents[old_id]
    if practice.status == "samengevoegd":
        raise _RefusedError(f"{old_id} is al opgegaan in {practice.vervangen_door}.")
    edits: list[Edit] = [Replace(("status",), "samengevoegd")]
    if practice.vervangen_door:
        edits.append(Replace(("vervangen_door",), into_id))
    else:
        edits.append(Insert("vervangen_door", into_id, "status"))
    target = catalogue.documents[into_id].path
    others = [found for found in find_references(catalogue, old) if found.path != target]
    return _edited(catalogue, {document.path: edits, **redirect_edits(others, into_id)})


def _withdraw(catalogue: Catalogue, address: str, reason: str, day: date, replacement: str) -> Files:
    section, id = split_address(address)
    documents, records = _records(catalogue, section)
    if keeper := catalogue.kept.get(address):
        state = "al ingetrokken" if keeper == address else f"een oude naam van {split_address(keeper)[1]}"
        raise _RefusedError(f"{id} is {state}.")
    if id not in documents and address not in catalogue.published:
        _require(catalogue, address)
    if replacement:
        _require_final(catalogue, f"{section}/{replacement}")
        if replacement == id:
            raise _RefusedError(f"Een {_WORDS[section]} kan zichzelf niet vervangen.")
    own = documents[id].path if id in documents else ""
    references = [found for found in find_references(catalogue, address) if found.path != own]
    if replacement:
        edits = redirect_edits(references, replacement, documents[replacement].path)
    else:
        _require_no_followers(catalogue, id if section == "praktijken" else "")
        edits = removal_edits(references)
    files: dict[str, bytes | None] = dict(_edited(catalogue, edits))
    before = files.get(WITHDRAWN_PATH) or (catalogue.withdrawn_document.data if catalogue.withdrawn_document else b"")
    record = records.get(id)
    entry = _entry(address, record, reason, day, replacement)
    files[WITHDRAWN_PATH] = _with_entry(before, entry)
    return files | ({own: None} if own else {})


def _records(
    catalogue: Catalogue, section: str
) -> tuple[Mapping[str, SourceDocument], Mapping[str, Practice] | Mapping[str, Congress]]:
    if section == "praktijken":
        return catalogue.documents, catalogue.practices
    return catalogue.congress_documents, catalogue.congresses


def _require(catalogue: Catalogue, address: str) -> None:
    """Refuse an address that is no present practice or congress, and say what was probably meant."""
    section, id = split_address(address)
    documents, _ = _records(catalogue, section)
    if id in documents:
        return
    keeper = catalogue.kept.get(address, "")
    if keeper == address:
        raise _RefusedError(f"{id} is al ingetrokken.")
    if keeper:
        raise _RefusedError(f"{id} is een oude naam van {split_address(keeper)[1]}. Gebruik die naam.")
    meant = suggest(id, sorted(documents))
    raise _RefusedError(f"Er is geen {_WORDS[section]} '{id}'." + (f" Bedoelde u {meant}?" if meant else ""))


def _require_final(catalogue: Catalogue, address: str) -> None:
    """Refuse a replacement that was replaced itself: one step must be enough."""
    _require(catalogue, address)
    section, id = split_address(address)
    practice = catalogue.practices.get(id) if section == "praktijken" else None
    if practice and practice.vervangen_door:
        end = catalogue.successors.get(id, practice.vervangen_door)
        raise _RefusedError(f"{id} is zelf vervangen door {end}. Bedoelde u {end}?")


def _require_free(catalogue: Catalogue, old: str, new: str) -> None:
    """Refuse a new id that is no id, or that is or was something else."""
    section, id = split_address(new)
    documents, _ = _records(catalogue, section)
    if old == new:
        raise _RefusedError("De nieuwe naam is gelijk aan de oude.")
    if not re.fullmatch(ID_PATTERN, id) or len(id) > ID_MAX:
        raise _RefusedError(
            f"'{id}' kan geen naam zijn: gebruik kleine letters, cijfers en streepjes, hoogstens {ID_MAX}."
        )
    if id in RESERVED_IDS:
        raise _RefusedError(f"'{id}' is een naam die de site zelf gebruikt. Kies een andere.")
    keeper = catalogue.kept.get(new, old)
    if id in documents:
        raise _RefusedError(
            f"Er is al een {_WORDS[section]} '{id}'. Gaan de twee samen? praktijken merge {split_address(old)[1]} {id}"
        )
    if keeper != old:
        raise _RefusedError(
            f"'{id}' was eerder iets anders: het leidt naar {split_address(keeper)[1]}. Kies een andere naam."
        )


def _require_no_followers(catalogue: Catalogue, id: str) -> None:
    """Refuse to leave merged practices without the one that they went into."""
    followers = [
        other for other, p in catalogue.practices.items() if p.vervangen_door == id and p.status == "samengevoegd"
    ]
    if followers:
        raise _RefusedError(
            f"Opgegaan in {id}: {', '.join(followers)}. Zeg wat ervoor in de plaats komt met --vervangen-door,"
            " of trek eerst die in."
        )


def _edited(catalogue: Catalogue, edits: Mapping[str, Sequence[Edit]]) -> dict[str, bytes]:
    lists = (catalogue.mentions_document, catalogue.withdrawn_document)
    named = {document.path: document for document in lists if document}
    records = (*catalogue.documents.values(), *catalogue.congress_documents.values())
    wanted = {document.path: document for document in records if document.path in edits} | named
    changed = {}
    for path, asked in edits.items():
        root = yaml.SequenceNode if path in named else yaml.MappingNode
        data = edit_yaml(wanted[path].data, asked, root)
        if data is None:
            raise _RefusedError(f"{path} is zo opgeschreven dat het niet vanzelf kan. Pas het met de hand aan.")
        changed[path] = data
    return changed


def _linked(docs: Mapping[str, bytes], old: str, new: str) -> dict[str, bytes]:
    """Return the hand-written pages in which a link to the old address stood."""
    link = re.compile(rb"(?<![\w/-])((?:\.\./)*(?:/?api/v1/|/)?)%b(?=/|\.json)" % re.escape(old.encode()))
    changed = {path: link.sub(rb"\g<1>" + new.encode(), data) for path, data in docs.items()}
    return {path: data for path, data in changed.items() if data != docs[path]}


def _with_entry(before: bytes, entry: str) -> bytes:
    if not before.strip():
        return (WITHDRAWN_HEAD + "\n" + entry).encode()
    newline = "\r\n" if b"\r\n" in before else "\n"
    text = before.decode().rstrip() + "\n\n" + entry
    return text.replace("\r\n", "\n").replace("\n", newline).encode()


def _entry(address: str, record: Practice | Congress | None, reason: str, day: date, replacement: str) -> str:
    return write_entry(
        {
            "adres": address,
            "titel": record.titel if record else "",
            "datum": day.isoformat(),
            "reden": " ".join(reason.split()),
            "vervangen_door": replacement,
            "oude_ids": record.oude_ids if record else (),
        }
    )
