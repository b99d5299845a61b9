"""What every view needs, worked out once for the whole site: links of terms, municipalities and cards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from generator.catalogue import Catalogue
from generator.parse.congress import congress_practices
from generator.parse.fields import UNKNOWN
from generator.parse.model import Costs, Practice
from generator.permalinks.addresses import SHORT
from generator.registers.municipalities import SIZE_CLASSES
from generator.relate.related import Reason, RelatedIndex
from generator.relate.text import Texts
from generator.view.formats import enumerate_words, format_amount, format_number
from generator.view.labels import EVIDENCE_LEVELS, NOT_KNOWN, STATUSES, evidence_rank
from generator.view.types import CardView, ExternalLink, Link, MunicipalityView, Site

NATIONAL = "Landelijk"


@dataclass(frozen=True)
class ViewContext:
    """The inputs of all views, with what is shared between them."""

    catalogue: Catalogue
    texts: Texts
    related: RelatedIndex
    site: Site

    @cached_property
    def theme_links(self) -> Mapping[str, Link]:
        """Link to a theme's page, by id."""
        return self._links("themas")

    @cached_property
    def group_links(self) -> Mapping[str, Link]:
        """Link to a target group's page, by id."""
        return self._links("doelgroepen")

    @cached_property
    def law_links(self) -> Mapping[str, ExternalLink]:
        """Link to a law's text, by id; the address is empty when the register gives none."""
        return {
            law.id: ExternalLink(law.naam, f"https://wetten.overheid.nl/{bwb}" if (bwb := law.text("bwb")) else "")
            for law in self.catalogue.registers.terms("wetten")
        }

    @cached_property
    def municipality_views(self) -> Mapping[str, MunicipalityView]:
        """Every municipality by GM code, present or abolished (but not split)."""
        register = self.catalogue.registers.municipalities
        codes = (*register.present, *register.abolished)
        return {code: self._municipality(code) for code in codes if register.resolve(code)}

    @cached_property
    def cards(self) -> Mapping[str, CardView]:
        """The card of every practice, by id."""
        return {id: self._card(id, practice) for id, practice in self.catalogue.practices.items()}

    @cached_property
    def congresses_of(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the congresses that presented a practice, by practice id."""
        found: dict[str, list[str]] = defaultdict(list)
        for id, congress in sorted(self.catalogue.congresses.items()):
            for practice in congress_practices(congress):
                found[practice].append(id)
        return {id: tuple(congresses) for id, congresses in found.items()}

    @cached_property
    def reason_texts(self) -> dict[Reason, str]:
        """The words of every reason met so far."""
        return {}

    @cached_property
    def based_on_this(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """(id, reason) of the practices that say they build on a practice, by that practice's id."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for id, practice in sorted(self.catalogue.practices.items()):
            for reference in practice.gebaseerd_op:
                found[reference.id].append((id, reference.reden))
        return {id: tuple(named) for id, named in found.items()}

    @cached_property
    def adoptions_told(self) -> Mapping[tuple[str, str], date]:
        """The day on which the catalogue first told an adoption, by practice id and GM code."""
        redirects = self.catalogue.redirects
        told = [change for change in self.catalogue.changes if change.field == "overgenomen_door"]
        return {(redirects.get(change.id, change.id), change.value): change.day for change in reversed(told)}

    @cached_property
    def newest_date(self) -> date:
        """The youngest date in any record: what `today` means in outputs, which know no clock."""
        days = (
            day
            for practice in self.catalogue.practices.values()
            for day in (practice.toegevoegd_op, practice.gecontroleerd_op)
            if day
        )
        congresses = (congress.toegevoegd_op for congress in self.catalogue.congresses.values())
        return max(chain(days, congresses), default=date.min)

    def short_url(self, section: str, id: str) -> str:
        """Return the whole address that is printed for a practice or congress; empty when the site's is not known."""
        return f"{self.site.url}{SHORT[section]}/{id}/" if self.site.url else ""

    def place(self, practice: Practice) -> str:
        """Say in a few words where a practice is: its municipalities, or national."""
        names = [self.municipality_views[code].name for code in practice.gemeenten]
        if len(names) > 3:
            names = [*names[:2], f"{len(names) - 2} andere gemeenten"]
        return enumerate_words(names) or NATIONAL

    def _links(self, vocabulary: str) -> dict[str, Link]:
        terms = self.catalogue.registers.terms(vocabulary)
        return {term.id: Link(term.naam, f"{vocabulary}/{term.id}/") for term in terms}

    def _municipality(self, code: str) -> MunicipalityView:
        register = self.catalogue.registers.municipalities
        present = register.resolve(code)
        assert present is not None
        size = SIZE_CLASSES.get(present.grootteklasse, present.grootteklasse)
        return MunicipalityView(
            present.naam, f"gemeenten/{present.slug}/", present.provincie, size, register.former_name(code)
        )

    def _card(self, id: str, practice: Practice) -> CardView:
        level = practice.bewijs.niveau
        return CardView(
            id=id,
            url=f"praktijken/{id}/",
            title=practice.titel,
            summary=practice.samenvatting,
            place=self.place(practice),
            evidence=EVIDENCE_LEVELS[level],
            evidence_rank=evidence_rank(level),
            costs=summarise_costs(practice.kosten),
            status="" if practice.status == UNKNOWN else STATUSES[practice.status],
            stopped=practice.status in ("gestopt", "samengevoegd"),
            themes=tuple(self.theme_links[theme] for theme in practice.themas),
            adoptions=_count_adoptions(len(practice.overgenomen_door)) if practice.overgenomen_door else "",
        )


def summarise_costs(costs: Costs) -> str:
    """Say in one line what it costs; the first of: per year, once, per participant, staff."""
    if costs.jaarlijks is not None:
        return f"{format_amount(costs.jaarlijks)} per jaar"
    if costs.eenmalig is not None:
        return f"{format_amount(costs.eenmalig)} eenmalig"
    if costs.per_deelnemer is not None:
        return f"{format_amount(costs.per_deelnemer)} per deelnemer"
    return f"{format_number(costs.fte)} fte" if costs.fte is not None else NOT_KNOWN


def _count_adoptions(count: int) -> str:
    return f"Overgenomen door {count} gemeente{'' if count == 1 else 'n'}"
