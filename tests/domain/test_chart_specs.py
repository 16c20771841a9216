"""What a chart is made of."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop.domain.chart_specs import (
    NOUGHTS,
    ChartForm,
    ChartSpec,
    Finding,
    PanelSpec,
    chart_texts,
    top_of,
)
from desktop.domain.records import Basis, Figure, Qualifier, Scale, Unit
from desktop.domain.text import Text


def figure(value: str | None, value_to: str | None, scale: Scale) -> Figure:
    return Figure(
        indicator="term/cost",
        value=Decimal(value) if value else None,
        value_to=Decimal(value_to) if value_to else None,
        scale=scale,
        unit=Unit.EURO,
        per=None,
        counted=None,
        qualifier=Qualifier.EXACT,
        basis=Basis.REPORTED,
        period=None,
        place="place/zedland",
        scope=Text({"en": "Scope"}),
        statement=None,
    )


def test_every_scale_word_has_its_noughts():
    assert set(NOUGHTS) == set(Scale)


def test_the_upper_end_of_a_value_is_written_out_with_every_digit():
    assert top_of(figure("2.926", None, Scale.BILLION)) == Decimal(2_926_000_000)
    assert top_of(figure("10", "20", Scale.ONE)) == Decimal(20)
    assert top_of(figure("955000", None, Scale.ONE)) == Decimal(955_000)


def test_a_value_in_words_has_no_upper_end():
    with pytest.raises(ValueError, match="cost"):
        top_of(figure(None, None, Scale.ONE))


def test_the_texts_of_a_chart_are_named_by_their_keys():
    one, two, three = (Text({"en": word}) for word in ("One", "Two", "Three"))
    panels = (PanelSpec(two, ("figure/a",)), PanelSpec(two, ("figure/b",), three))
    spec = ChartSpec("x", "zz", one, ChartForm.BARS, Finding.LARGEST, panels, "place/zedland")
    assert chart_texts(spec) == {
        "title": one,
        "panel.0.title": two,
        "panel.1.title": two,
        "panel.1.caution": three,
    }
