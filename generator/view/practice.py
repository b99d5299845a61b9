"""One practice as its page shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from generator.check.validity import is_reachable, recognised_until
from generator.parse.congress import Congress
from generator.parse.fields import UNKNOWN
from generator.parse.model import (
    Adoption,
    Contact,
    Costs,
    Evidence,
    Material,
    Practice,
    RecognitionGrant,
    Reference,
    Saving,
    Source,
)
from generator.view.context import ViewContext, summarise_costs
from generator.view.formats import (
    format_amount,
    format_date,
    format_number,
    format_partial_date,
    format_period,
    format_year,
)
from generator.view.labels import (
    ADOPTION_STATUSES,
    CERTAINTIES,
    EVIDENCE_LEVELS,
    KINDS,
    MEETING_STATUSES,
    NOT_KNOWN,
    PROSE_SECTIONS,
    RECOGNITIONS,
    SOURCE_KINDS,
    STATUSES,
    evidence_rank,
)
from generator.view.lineage import LineageView, draw_lineage
from generator.view.markup import render_prose
from generator.view.practice_types import (
    AdoptionView,
    ContactView,
    CostsView,
    EvidenceView,
    LessonView,
    PracticeView,
    PresentationView,
    RecognitionView,
    RelatedView,
    ResistanceView,
    ResultView,
    SavingView,
    Section,
)
from generator.view.relations import view_neighbour, view_see_also
from generator.view.types import Fact, Link, SourceView
from generator.view.upkeep import view_upkeep

BEFORE = ("aanleiding", "doel", "aanpak", "werkzame_elementen")
AFTER = ("randvoorwaarden", "overdraagbaarheid", "verantwoording")

_HEADINGS = {name: (name.replace("_", "-"), heading) for name, heading in PROSE_SECTIONS.items()}
"""The anchor and heading of each section."""

_OPTIONAL: Mapping[str, str] = {
    **{name: heading.lower() for name, heading in PROSE_SECTIONS.items()},
    "periode": "periode",
    "weerstand": "weerstand",
    "resultaten": "resultaten",
    "lessen": "lessen",
}


def view_practice(context: ViewContext, id: str) -> PracticeView:
    """Return everything that the page of a practice shows."""
    practice = context.catalogue.practices[id]
    related, pointers = view_see_also(context, id)
    anchors = {source.titel: f"bron-{number}" for number, source in enumerate(practice.bronnen, 1)}
    period = practice.periode
    return PracticeView(
        id=id,
        url=f"praktijken/{id}/",
        titel=practice.titel,
        samenvatting=practice.samenvatting,
        soort=KINDS[practice.soort],
        status=STATUSES[practice.status],
        status_id=practice.status,
        gemeenten=tuple([context.municipality_views[code] for code in practice.gemeenten]),
        place=context.place(practice),
        eigenaar=practice.eigenaar.naam,
        owner_website=practice.eigenaar.website or "",
        partners=practice.partners,
        periode=format_period(period.van, period.tot) if period else NOT_KNOWN,
        wettelijk_kader=tuple([context.law_links[law] for law in practice.wettelijk_kader]),
        themas=tuple([context.theme_links[theme] for theme in practice.themas]),
        doelgroepen=tuple([context.group_links[group] for group in practice.doelgroepen]),
        trefwoorden=practice.trefwoorden,
        sections_before=_sections(practice, BEFORE),
        weerstand=tuple([ResistanceView(_prose(w.wat), _prose(w.hoe_overwonnen)) for w in practice.weerstand]),
        resultaten=_results(practice, anchors),
        lessen=tuple([LessonView(_prose(lesson.les), _prose(lesson.advies)) for lesson in practice.lessen]),
        sections_after=_sections(practice, AFTER),
        bewijs=_evidence(practice.bewijs, context),
        kosten=_costs(practice.kosten, anchors),
        contact=_contact(practice.contact),
        related=related,
        pointers=pointers,
        overgenomen_door=tuple([_adoption(context, adoption) for adoption in practice.overgenomen_door]),
        gebaseerd_op=_references(context, practice.gebaseerd_op),
        basis_of=_named_by(context, id),
        replaced_by=_replacement(context, id),
        lineage=_lineage(context, id, practice),
        presented_at=_presentations(context, id),
        materialen=tuple([_material(number, material) for number, material in enumerate(practice.materialen, 1)]),
        bronnen=tuple([view_source(anchors[source.titel], source) for source in practice.bronnen]),
        unknown=_unknown(practice),
        added=format_date(practice.toegevoegd_op),
        checked=format_date(practice.gecontroleerd_op),
        upkeep=view_upkeep(practice, context),
        form_url=f"insturen/?praktijk={id}",
        report_url=f"{context.site.repository}/issues/new" if context.site.repository else "",
        data_url=f"api/v1/praktijken/{id}.json",
        short_url=context.short_url("praktijken", id),
    )


def view_source(anchor: str, source: Source) -> SourceView:
    """Return a source with its publisher, date and kind in words."""
    publisher = "uitgever onbekend" if source.uitgever == UNKNOWN else source.uitgever
    details = f"{publisher}, {format_partial_date(source.datum)} ({SOURCE_KINDS[source.soort]})"
    return SourceView(anchor, source.titel, details, source.url or "", source.licentie or "")


def _prose(text: str | None) -> Markup:
    return render_prose(text) if text and text != UNKNOWN else Markup()


def _sections(practice: Practice, names: Sequence[str]) -> tuple[Section, ...]:
    return tuple([Section(*_HEADINGS[name], body) for name in names if (body := _prose(getattr(practice, name)))])


def _results(practice: Practice, anchors: Mapping[str, str]) -> tuple[ResultView, ...]:
    return tuple(
        [
            ResultView(
                statement=_prose(result.uitspraak),
                figure=f"{format_number(result.waarde)} {result.eenheid}" if result.waarde is not None else "",
                year=format_year(result.jaar) if result.jaar != UNKNOWN else "",
                source=result.bron,
                source_anchor=anchors[result.bron],
            )
            for result in practice.resultaten
        ]
    )


def _evidence(evidence: Evidence, context: ViewContext) -> EvidenceView:
    grants = [_recognition(grant, context) for grant in evidence.erkenningen]
    return EvidenceView(
        level=evidence.niveau,
        label=EVIDENCE_LEVELS[evidence.niveau],
        rank=evidence_rank(evidence.niveau),
        url=f"bewijs/{evidence.niveau}/",
        judged_by="ingeschat door de redactie, op grond van de genoemde bronnen",
        explanation=_prose(evidence.toelichting),
        recognitions=tuple(sorted(grants, key=lambda grant: grant.expired)),
    )


def _recognition(grant: RecognitionGrant, context: ViewContext) -> RecognitionView:
    last_day = recognised_until(grant)
    return RecognitionView(
        label=RECOGNITIONS[grant.niveau],
        databank=context.catalogue.registers.term("databanken", grant.databank).naam,
        purpose=grant.doel or "",
        date=format_date(grant.datum),
        valid_until=format_date(last_day),
        expired=last_day < context.newest_date,
        url=grant.url,
    )


def _costs(costs: Costs, anchors: Mapping[str, str]) -> CostsView:
    saving = costs.bespaart
    summary = summarise_costs(costs)
    return CostsView(
        known=costs.bekend != "nee" and summary != NOT_KNOWN,
        summary=summary,
        facts=tuple(_cost_facts(costs)),
        explanation=_prose(costs.toelichting),
        funding=_prose(costs.dekking),
        saving=_saving(saving, anchors) if saving else None,
        source=costs.bron or "",
        source_anchor=anchors.get(costs.bron or "", ""),
    )


def _saving(saving: Saving, anchors: Mapping[str, str]) -> SavingView:
    return SavingView(
        format_amount(saving.bedrag), _prose(saving.toelichting), saving.bron, anchors.get(saving.bron, "")
    )


def _cost_facts(costs: Costs) -> Iterable[Fact]:
    amounts = (("Eenmalig", costs.eenmalig), ("Per jaar", costs.jaarlijks), ("Per deelnemer", costs.per_deelnemer))
    for label, amount in amounts:
        if amount is not None:
            yield Fact(label, format_amount(amount))
    if costs.per_deelnemer is None and isinstance(costs.jaarlijks, int) and costs.deelnemers_per_jaar:
        computed = round(costs.jaarlijks / costs.deelnemers_per_jaar)
        yield Fact("Per deelnemer (berekend)", format_amount(computed))
    numbers = (
        ("Formatie (fte)", costs.fte),
        ("Vrijwilligersuren per week", costs.vrijwilligersuren_per_week),
        ("Deelnemers per jaar", costs.deelnemers_per_jaar),
    )
    for label, number in numbers:
        if number is not None:
            yield Fact(label, format_number(number))
    if costs.prijspeil is not None:
        yield Fact("Prijspeil", NOT_KNOWN if costs.prijspeil == UNKNOWN else str(costs.prijspeil))
    if costs.zekerheid is not None:
        yield Fact("Zekerheid", CERTAINTIES[costs.zekerheid])


def _contact(contact: Contact) -> ContactView:
    phone = contact.telefoon or ""
    return ContactView(
        known=is_reachable(contact),
        organisation=contact.organisatie or "",
        department=contact.afdeling or "",
        email=contact.email or "",
        telephone=phone,
        telephone_url="tel:" + "".join(char for char in phone if char in "+0123456789") if phone else "",
        website=contact.website or "",
        confirmed=format_date(contact.bevestigd_op),
        explanation=_prose(contact.toelichting),
    )


def _adoption(context: ViewContext, adoption: Adoption) -> AdoptionView:
    status = ADOPTION_STATUSES[adoption.status] if adoption.status else ""
    town = context.municipality_views[adoption.gemeente]
    return AdoptionView(town, format_year(adoption.jaar), status, _prose(adoption.aanpassing))


def _references(context: ViewContext, references: Iterable[Reference]) -> tuple[RelatedView, ...]:
    wanted = {reference.id: reference.reden for reference in references}
    return tuple(view_neighbour(context, id, (reason,)) for id, reason in wanted.items())


def _named_by(context: ViewContext, id: str) -> tuple[RelatedView, ...]:
    named = context.based_on_this.get(id, ())
    return tuple(view_neighbour(context, other, (reason,)) for other, reason in named)


def _lineage(context: ViewContext, id: str, practice: Practice) -> LineageView | None:
    return draw_lineage(
        practice.titel,
        [context.cards[reference.id].title for reference in practice.gebaseerd_op],
        [context.cards[other].title for other, _ in context.based_on_this.get(id, ())],
        [context.municipality_views[adoption.gemeente].name for adoption in practice.overgenomen_door],
    )


def _replacement(context: ViewContext, id: str) -> Link | None:
    """Link to where a replaced practice leads in the end, past those that were replaced in turn."""
    end = context.catalogue.successors.get(id)
    if not end:
        return None
    card = context.cards[end]
    return Link(card.title, card.url)


def _presentations(context: ViewContext, id: str) -> tuple[PresentationView, ...]:
    congresses = ((key, context.catalogue.congresses[key]) for key in context.congresses_of.get(id, ()))
    return tuple(_presentation(key, congress) for key, congress in congresses)


def _presentation(key: str, congress: Congress) -> PresentationView:
    """Return a congress with the first day that was really held, or else the first that may still be."""
    order = ("doorgegaan", "gepland", "onbekend")
    days = [meeting for status in order for meeting in congress.bijeenkomsten if meeting.status == status]
    meeting = (days or congress.bijeenkomsten)[0]
    held = meeting.status == "doorgegaan"
    state = "" if held else f" ({MEETING_STATUSES[meeting.status].lower()})"
    return PresentationView(congress.titel, f"congressen/{key}/", f"{format_date(meeting.datum)}{state}", held)


def _material(number: int, material: Material) -> SourceView:
    kind = SOURCE_KINDS[material.soort] if material.soort else ""
    details = ", ".join(filter(None, (material.uitgever or "", format_partial_date(material.datum), kind)))
    return SourceView(f"materiaal-{number}", material.titel, details, material.url, material.licentie or "")


def _unknown(practice: Practice) -> tuple[str, ...]:
    """Return the labels of fields that are absent, or that say so in as many words."""
    values = [(label, getattr(practice, name)) for name, label in _OPTIONAL.items()]
    absent = [label for label, value in values if not value or (type(value) is str and value == UNKNOWN)]
    absent += [name for name in ("kosten", "contact") if getattr(practice, name).bekend == "nee"]
    return tuple(absent)
