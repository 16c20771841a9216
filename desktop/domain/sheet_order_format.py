"""The order of a sheet as plain data, and back."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import cast

from desktop.domain.records import Pillar
from desktop.domain.sheet_orders import Layout, Mission, SheetOrder


def plain_order(order: SheetOrder) -> dict[str, object]:
    """An order as JSON knows it; the same order gives the same data."""
    mission = order.mission
    return {
        "subject": order.subject,
        "languages": list(order.languages),
        "layout": order.layout.value,
        "without": sorted(order.without),
        "mission": mission
        and {
            "place": mission.place,
            "pillar": mission.pillar and mission.pillar.value,
            "theme": mission.theme,
            "figures": list(mission.figures),
            "note": mission.note,
            "audience": mission.audience,
            "day": mission.day and mission.day.isoformat(),
            "items": list(mission.items),
        },
    }


def read_order(found: object) -> SheetOrder:
    """The order that `plain_order` wrote; ValueError for what none can be."""
    given = _object(found)
    mission = given.get("mission")
    languages = _texts(given, "languages")
    if not languages:
        raise ValueError(found)
    return SheetOrder(
        subject=_text(given, "subject"),
        languages=languages,
        layout=Layout(given.get("layout", Layout.SINGLE)),
        without=frozenset(_texts(given, "without")),
        mission=None if mission is None else _mission(_object(mission)),
    )


def _mission(given: Mapping[str, object]) -> Mission:
    pillar = given.get("pillar")
    day = given.get("day")
    return Mission(
        place=_text(given, "place", ""),
        pillar=None if pillar is None else Pillar(pillar),
        theme=_text(given, "theme", ""),
        figures=_texts(given, "figures"),
        note=_text(given, "note", ""),
        audience=_text(given, "audience", ""),
        day=None if day is None else datetime.date.fromisoformat(_text(given, "day")),
        items=_texts(given, "items"),
    )


def _object(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError(value)
    return cast("Mapping[str, object]", value)


def _text(given: Mapping[str, object], name: str, default: object = None) -> str:
    value = given.get(name, default)
    if not isinstance(value, str):
        raise ValueError(name)
    return value


def _texts(given: Mapping[str, object], name: str) -> tuple[str, ...]:
    value = given.get(name, [])
    if not isinstance(value, list):
        raise ValueError(name)
    parts = cast("list[object]", value)
    texts = tuple(part for part in parts if isinstance(part, str))
    if len(texts) != len(parts):
        raise ValueError(name)
    return texts
