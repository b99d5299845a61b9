"""JSON-LD: the practice for search engines, in the closest honest types of schema.org."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from generator.view.context import ViewContext
from generator.view.markup import as_json_script


def describe_practice(context: ViewContext, id: str) -> Markup:
    """Return a CreativeWork: the catalogue holds descriptions of practices, not articles or how-tos."""
    practice = context.catalogue.practices[id]
    register = context.catalogue.registers.municipalities
    towns = [town for code in practice.gemeenten if (town := register.resolve(code))]
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": practice.titel,
        "abstract": practice.samenvatting,
        "inLanguage": "nl",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "about": [context.theme_links[theme].label for theme in practice.themas],
        "keywords": list(practice.trefwoorden),
        "creator": {"@type": "Organization", "name": practice.eigenaar.naam},
        "spatialCoverage": [
            {"@type": "AdministrativeArea", "name": town.naam, "identifier": town.tooi} for town in towns
        ],
        "dateCreated": practice.toegevoegd_op.isoformat(),
    }
    if context.site.url:
        data["url"] = f"{context.site.url}praktijken/{id}/"
    return as_json_script({key: value for key, value in data.items() if value})
