"""What pages say to machines: JSON-LD for search engines, Dublin Core for the government's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from generator.parse.congress import CALLED_OFF, Congress, Meeting
from generator.parse.fields import UNKNOWN
from generator.parse.model import Owner, Practice, Source
from generator.registers.municipalities import Municipality
from generator.render.exports import LICENCE
from generator.render.feeds import changed_on
from generator.view.context import ViewContext
from generator.view.markup import as_json_script
from generator.view.types import Term

EVENT_STATUS: Mapping[str, str] = {
    "gepland": "EventScheduled",
    "doorgegaan": "EventScheduled",
    "afgelast": "EventCancelled",
    "verplaatst": "EventPostponed",
    "onbekend": "",
}
"""By the status of a day: what schema.org calls it. A day that went on as planned stays "scheduled" there."""

GOVERNMENT = ("gemeente", "rijksoverheid")
"""Kinds of owners that are governments; a joint venture may be one, but the record does not say."""


def describe_practice(context: ViewContext, id: str, about: Mapping[str, Any]) -> Markup:
    """Return a CreativeWork: the catalogue holds descriptions of practices, not articles or how-tos.

    `about` is what `describe_themes` made, once for all practices.
    """
    practice = context.catalogue.practices[id]
    towns = _towns(context, practice)
    url = context.site.url
    publisher = {"@type": "Organization", "name": context.site.name}
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": practice.titel,
        "abstract": practice.samenvatting,
        "inLanguage": "nl",
        "license": LICENCE,
        "about": [about[theme] for theme in practice.themas],
        "keywords": practice.trefwoorden,
        "creator": _owner(practice.eigenaar, _owning_town(practice, towns)),
        "publisher": publisher | {"url": url} if url else publisher,
        "spatialCoverage": [_area(town) for town in towns],
        "dateCreated": practice.toegevoegd_op.isoformat(),
        "dateModified": changed_on(practice).isoformat(),
        "citation": [_citation(source) for source in practice.bronnen],
    }
    if url:
        data["url"] = data["@id"] = f"{url}praktijken/{id}/"
        data["image"] = f"{url}{preview_path(id)}"
        data["isBasedOn"] = [f"{url}praktijken/{reference.id}/" for reference in practice.gebaseerd_op]
    return as_json_script({key: value for key, value in data.items() if value})


def describe_congress(context: ViewContext, id: str) -> Markup:
    """Return an Event; of more than one day an EventSeries, in which a moved day is told by the day it went to."""
    congress = context.catalogue.congresses[id]
    days = [_event(congress, day) for day in congress.bijeenkomsten if not _took_another_day(congress, day)]
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        **(days[0] if len(days) == 1 else {"@type": "EventSeries", "name": congress.titel, "subEvent": days}),
        "description": congress.samenvatting,
        "inLanguage": "nl",
        "organizer": [{"@type": "Organization", "name": name} for name in congress.organisatoren],
        "sameAs": congress.website,
    }
    if url := context.site.url:
        data["url"] = data["@id"] = f"{url}congressen/{id}/"
    return as_json_script({key: value for key, value in data.items() if value})


def describe_themes(context: ViewContext) -> dict[str, Any]:
    """Return each theme as a DefinedTerm, by id."""
    return {theme: _term(context, theme) for theme in context.theme_links}


def describe_site(context: ViewContext) -> Markup:
    """Return the site as a data set that can be downloaded, for its home page."""
    url = context.site.url
    formats = {
        f"{url}api/v1/praktijken.json": "application/json",
        f"{url}praktijken.csv": "text/csv",
        f"{url}praktijken.ods": "application/vnd.oasis.opendocument.spreadsheet",
    }
    data = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": f"Praktijken in het sociaal domein ({context.site.name})",
        "description": "Wat Nederlandse gemeenten in het sociaal domein doen: aanpak, kosten, onderbouwing en lessen.",
        "inLanguage": "nl",
        "license": LICENCE,
        "isAccessibleForFree": True,
        "dateModified": context.newest_date.isoformat(),
        "creator": {"@type": "Organization", "name": context.site.name},
        "distribution": [
            {"@type": "DataDownload", "contentUrl": place, "encodingFormat": kind} for place, kind in formats.items()
        ],
    }
    return as_json_script(data | {"url": url} if url else data)


def practice_terms(context: ViewContext, id: str) -> tuple[Term, ...]:
    """Return what Dublin Core says of a practice page, with the municipalities by name and by their TOOI URI."""
    practice = context.catalogue.practices[id]
    towns = _towns(context, practice)
    owner = _owning_town(practice, towns)
    creator = Term("creator", "OVERHEID.Gemeente", owner.naam) if owner else Term("creator", "", practice.eigenaar.naam)
    return (
        creator,
        *((Term("creator", "", uri=owner.tooi),) if owner else ()),
        Term("created", "XSD.date", practice.toegevoegd_op.isoformat()),
        Term("modified", "XSD.date", changed_on(practice).isoformat()),
        *[Term("spatial", "OVERHEID.Gemeente", town.naam) for town in towns],
        *[Term("spatial", "", uri=town.tooi) for town in towns],
    )


def preview_path(id: str) -> str:
    """Return where the picture of a practice lies."""
    return f"beeld/{id}.png"


def _took_another_day(congress: Congress, day: Meeting) -> bool:
    """Tell whether a day was moved to one that the congress also names."""
    return day.verplaatst_naar is not None and any(
        other.datum == day.verplaatst_naar for other in congress.bijeenkomsten
    )


def _event(congress: Congress, day: Meeting) -> dict[str, Any]:
    """Return one day as an Event, without a status when nobody knows whether it was held."""
    former = sorted({d.datum.isoformat() for d in congress.bijeenkomsten if d.verplaatst_naar == day.datum})
    status = "EventRescheduled" if former and day.status not in CALLED_OFF else EVENT_STATUS[day.status]
    online = day.plaats.lower() == "online"
    place = {"@type": "Place", "name": day.locatie or day.plaats, "address": day.plaats}
    data = {
        "@type": "Event",
        "name": congress.titel,
        "startDate": day.datum.isoformat(),
        "previousStartDate": former,
        "eventStatus": status and f"https://schema.org/{status}",
        "location": {"@type": "VirtualLocation"} if online else place,
    }
    return {key: value for key, value in data.items() if value}


def _towns(context: ViewContext, practice: Practice) -> list[Municipality]:
    register = context.catalogue.registers.municipalities
    return [town for code in practice.gemeenten if (town := register.resolve(code))]


def _owning_town(practice: Practice, towns: Iterable[Municipality]) -> Municipality | None:
    """Return the municipality that owns the practice, when the owner's name is its name."""
    if practice.eigenaar.soort != "gemeente":
        return None
    name = practice.eigenaar.naam.removeprefix("gemeente ").removeprefix("Gemeente ")
    return next((town for town in towns if town.naam == name), None)


def _owner(owner: Owner, town: Municipality | None) -> dict[str, Any]:
    kind = "GovernmentOrganization" if owner.soort in GOVERNMENT else "Organization"
    data: dict[str, Any] = {"@type": kind, "name": owner.naam}
    if owner.website:
        data["url"] = owner.website
    return data | {"identifier": town.tooi} if town else data


def _term(context: ViewContext, theme: str) -> dict[str, str]:
    link = context.theme_links[theme]
    data = {"@type": "DefinedTerm", "name": link.label, "termCode": theme}
    return data | {"url": f"{context.site.url}{link.url}"} if context.site.url else data


def _area(town: Municipality) -> dict[str, Any]:
    return {"@type": "AdministrativeArea", "name": town.naam, "identifier": [town.code, town.tooi]}


def _citation(source: Source) -> dict[str, Any]:
    data: dict[str, Any] = {"@type": "CreativeWork", "name": source.titel}
    if source.uitgever != UNKNOWN:
        data["publisher"] = {"@type": "Organization", "name": source.uitgever}
    if source.datum != UNKNOWN:
        data["datePublished"] = source.datum
    if source.url:
        data["url"] = source.url
    return data
