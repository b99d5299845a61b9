"""What the page of a practice says about its own age."""

from __future__ import annotations

from generator.check.upkeep import OpenPoint, UpkeepKind, open_points
from generator.check.validity import CHECKED_MONTHS
from generator.parse.model import Practice
from generator.view.context import ViewContext
from generator.view.formats import format_date
from generator.view.labels import RECOGNITIONS
from generator.view.practice_types import UpkeepView


def view_upkeep(practice: Practice, context: ViewContext) -> UpkeepView:
    """Return the open points of a practice in sentences for a reader."""
    points = tuple(open_points(practice, context.newest_date))
    return UpkeepView(
        tuple(_sentence(point, practice, context) for point in points),
        aged=any(point.since is not None for point in points),
    )


def _sentence(point: OpenPoint, practice: Practice, context: ViewContext) -> str:
    day = format_date(point.since)
    if point.kind is UpkeepKind.UNCHECKED:
        what = f"De laatste controle was op {day}." if practice.gecontroleerd_op else f"Zij is toegevoegd op {day}."
        return f"Deze pagina is langer dan {CHECKED_MONTHS} maanden niet gecontroleerd. {what}"
    if point.kind is UpkeepKind.RECOGNITION_EXPIRED:
        grant = practice.bewijs.erkenningen[int(point.loc[2])]
        databank = context.catalogue.registers.term("databanken", grant.databank).naam
        return (
            f"De erkenning ‘{RECOGNITIONS[grant.niveau]}’ ({databank}) is verlopen op {day}. "
            "De databank kan haar intussen hebben vernieuwd."
        )
    if point.since:
        return f"Het contact is langer dan {CHECKED_MONTHS} maanden geleden bevestigd, op {day}."
    return "De organisatie heeft dit contact nog niet bevestigd."
