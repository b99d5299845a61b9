"""The data set in words that catalogues read: DCAT for data.overheid.nl, llms.txt for language models."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic_core import to_json

from generator.render.exports import API, LICENCE
from generator.render.output import OutputFile, text_file
from generator.render.spreadsheets import ODS_TYPE
from generator.view.context import ViewContext

_AUTHORITY = "http://publications.europa.eu/resource/authority"
_TERMS = "http://standaarden.overheid.nl/owms/terms"
_IANA = "https://www.iana.org/assignments/media-types"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "overheid": "http://standaarden.overheid.nl/owms/terms/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_DESCRIPTION = (
    "Beschrijvingen van wat Nederlandse gemeenten in het sociaal domein doen: aanpak, kosten, onderbouwing, weerstand, "
    "lessen en bronnen."
)
_FORMATS = (
    (f"{API}/praktijken.json", "JSON", "JSON", "application/json", "De lijst met de hoofdzaken van elke praktijk."),
    ("praktijken.csv", "CSV", "CSV", "text/csv", "Een rij per praktijk."),
    (
        "praktijken.xlsx", "Excel", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Een rij per praktijk, met getallen en datums als zodanig.",
    ),
    ("praktijken.ods", "OpenDocument", "ODS", ODS_TYPE, "Een rij per praktijk, met getallen en datums als zodanig."),
)  # fmt: skip


def render_datacatalog(context: ViewContext) -> Iterator[OutputFile]:
    """Yield `data/dcat.jsonld` and `llms.txt`."""
    yield text_file("data/dcat.jsonld", to_json(describe_dataset(context), indent=2).decode() + "\n")
    yield text_file("llms.txt", _llms(context))


def describe_dataset(context: ViewContext) -> dict[str, Any]:
    """Return the catalogue with its one data set as JSON-LD.

    It holds what DCAT-AP-DONL 1.1 (data.overheid.nl) and DCAT-AP-NL 3.0 (Geonovum) ask. Whoever publishes is named by
    the URI in mkdocs.yml; without one the site itself is the publisher, and there is no authority.
    """
    site = context.site
    publisher = {"@id": site.publisher or f"{site.url}over/#uitgever", "@type": "foaf:Agent", "foaf:name": site.name}
    contact = {"@type": "vcard:Organization", "vcard:fn": site.name, "vcard:hasURL": _iri(f"{site.url}over/")}
    common = {"dct:title": _nl(site.name), "dct:description": _nl(_DESCRIPTION), "dct:publisher": publisher}
    dataset: dict[str, Any] = {
        "@id": f"{site.url}data/#praktijken",
        "@type": "dcat:Dataset",
        **common,
        "dct:title": _nl(f"Praktijken in het sociaal domein ({site.name})"),
        "dct:identifier": {"@type": "xsd:anyURI", "@value": f"{site.url}data/#praktijken"},
        "dct:creator": _iri(publisher["@id"]),
        "dct:language": _iri(f"{_AUTHORITY}/language/NLD"),
        "dct:modified": {"@type": "xsd:date", "@value": context.newest_date.isoformat()},
        "dct:license": _iri(LICENCE),
        "dct:accessRights": _iri(f"{_AUTHORITY}/access-right/PUBLIC"),
        "dct:spatial": _iri(f"{_AUTHORITY}/country/NLD"),
        "dcat:theme": [*map(_iri, _themes(context))],
        "dcat:keyword": [_nl(link.label) for link in context.theme_links.values()],
        "dcat:contactPoint": contact,
        "dcat:landingPage": _iri(f"{site.url}data/"),
        "dcat:distribution": [_distribution(site.url, *format) for format in _FORMATS],
    }
    if site.publisher:
        dataset["overheid:authority"] = _iri(site.publisher)
    return {
        "@context": _CONTEXT,
        "@id": f"{site.url}data/#catalogus",
        "@type": "dcat:Catalog",
        **common,
        "dct:language": _iri(f"{_AUTHORITY}/language/NLD"),
        "dct:license": _iri(LICENCE),
        "foaf:homepage": _iri(site.url or "../"),
        "dcat:contactPoint": contact,
        "dcat:dataset": dataset,
    }


def _distribution(url: str, path: str, title: str, format: str, media_type: str, description: str) -> dict[str, Any]:
    return {
        "@id": f"{url}data/#{format.lower()}",
        "@type": "dcat:Distribution",
        "dct:title": _nl(f"Praktijken als {title}"),
        "dct:description": _nl(description),
        "dct:language": _iri(f"{_AUTHORITY}/language/NLD"),
        "dct:license": _iri(LICENCE),
        "dct:format": _iri(f"{_AUTHORITY}/file-type/{format}"),
        "dcat:mediaType": _iri(f"{_IANA}/{media_type}"),
        "dcat:accessURL": _iri(f"{url}{path}"),
        "dcat:downloadURL": _iri(f"{url}{path}"),
    }


def _themes(context: ViewContext) -> list[str]:
    """Return the theme of DONL's list, of the European list, and those of the TOOI list that practices have."""
    used = {theme for practice in context.catalogue.practices.values() for theme in practice.themas}
    tooi = {term.text("tooi") for term in context.catalogue.registers.terms("themas") if term.id in used}
    own = sorted(uri for uri in tooi if uri.startswith("https://"))
    return [f"{_TERMS}/Zorg_en_gezondheid", f"{_AUTHORITY}/data-theme/SOCI", *own]


def _iri(address: str) -> dict[str, str]:
    return {"@id": address}


def _nl(text: str) -> dict[str, str]:
    return {"@language": "nl", "@value": text}


def _llms(context: ViewContext) -> str:
    """Return the site for language models (llmstxt.org): what it is, and where the data lies."""
    url = context.site.url or "/"
    data = (
        (f"{API}/praktijken.json", "alle praktijken met de hoofdzaken, als JSON"),
        (f"{API}/openapi.json", "beschrijving van alle gegevens (OpenAPI 3.1); elke praktijk heeft een eigen bestand"),
        ("schema/practice.schema.json", "JSON Schema van een praktijk"),
        ("praktijken.csv", "een rij per praktijk"),
        ("sitemap.xml", "de adressen van alle pagina's"),
    )
    pages = (
        ("over/", "wat de bewijsniveaus betekenen, en wie oordeelde"),
        ("data/", "uitleg van de gegevens, met voorbeelden"),
        ("begrippen/", "begrippen uit het sociaal domein"),
        ("licentie/", "CC BY 4.0: noem de bron"),
    )
    return "\n".join(
        (
            f"# {context.site.name}",
            "",
            f"> {_DESCRIPTION} {len(context.catalogue.practices)} praktijken, elk met bronnen.",
            "",
            "Wat geen bron zegt, heet `onbekend`; dat is geen nul en geen nee. Het bewijsniveau is een oordeel van de "
            "redactie; een erkenning is van een landelijke databank.",
            "",
            "## Gegevens",
            "",
            *(f"- [{path}]({url}{path}): {text}" for path, text in data),
            "",
            "## Pagina's",
            "",
            *(f"- [{path}]({url}{path}): {text}" for path, text in pages),
            "",
            "## Thema's",
            "",
            *(f"- [{link.label}]({url}{link.url})" for link in context.theme_links.values()),
            "",
        )
    )
