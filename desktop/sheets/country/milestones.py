"""The ribbon of milestones, and the chart of activities per year."""

from __future__ import annotations

import datetime

from desktop.domain.charts import ActivityChart, Series, activity_chart
from desktop.domain.dates import Period
from desktop.domain.records import Milestone, Pillar, Record, State
from desktop.l10n import labels
from desktop.sheets.country.parts import Bars, Block, Chart, Moment
from desktop.sheets.country.shortening import chosen, length
from desktop.sheets.country.subject import Subject, cited, latest_date
from desktop.sheets.record.rows import date_text

_MOST = 4
_MOST_PLANS = 2
# Characters of the longest language.
_ROOM = 200
_SHADES = (*Pillar, None)


def ribbon(subject: Subject) -> Block[Moment]:
    """The heaviest milestones, with places kept for plans."""
    language = subject.language
    milestones = subject.milestones()
    plans = [pair for pair in milestones if pair[1].state is State.PLANNED]
    past = [pair for pair in milestones if pair[1].state is State.PAST]
    kept = min(len(plans), max(_MOST_PLANS, _MOST - len(past)))
    heaviest = [*past[: _MOST - kept], *plans[:kept]]
    heaviest.sort(key=milestones.index)
    rows = chosen(((pair, length(pair[0].title)) for pair in heaviest), _ROOM, _MOST)
    return subject.block(
        language.gettext("Milestones"),
        [_moment(subject, record, milestone) for record, milestone in rows],
        len(milestones),
        lambda missing: language.ngettext(
            "{number} more milestone in Valley Atlas",
            "{number} more milestones in Valley Atlas",
            missing,
        ),
    )


def _moment(subject: Subject, record: Record, milestone: Milestone) -> Moment:
    planned = milestone.state is State.PLANNED
    return Moment(
        first_day=_first_day(milestone.period),
        date=date_text(milestone, subject.language),
        title=subject.say(record.title),
        note=_plan_note(subject, record) if planned else "",
        citations=cited(record, "title", "period", "state"),
    )


def _plan_note(subject: Subject, record: Record) -> str:
    date = latest_date(subject.library, record)
    if date is None:
        return subject.language.gettext("plan; document not dated")
    as_of = subject.language.date(date)
    return subject.language.gettext("plan as of {date}").format(date=as_of)


def _first_day(period: Period | None) -> datetime.date:
    # What has no date comes last.
    return period.dates[0].first_day() if period else datetime.date.max


def chart(subject: Subject) -> Chart | None:
    """Milestones per year and pillar; None where there is nothing to count."""
    language = subject.language
    counted = activity_chart(record for record, _milestone in subject.milestones())
    if not counted.years:
        return None
    return Chart(
        heading=language.gettext("Milestones per year"),
        years=tuple(str(year) for year in counted.years),
        # A pillar has the same shade on every sheet; what has none comes last.
        bars=tuple(
            Bars(_SHADES.index(series.pillar), _pillar(subject, series), series.counts)
            for series in counted.series
        ),
        caption=_caption(subject, counted),
        spoken="\n".join(_spoken(subject, counted)),
    )


def _caption(subject: Subject, counted: ActivityChart) -> str:
    total = sum(sum(series.counts) for series in counted.series)
    return subject.language.ngettext(
        "{number} past milestone that fell within one year, by pillar.",
        "{number} past milestones, each within one year, by pillar.",
        total,
    ).format(number=subject.language.number(total))


def _spoken(subject: Subject, counted: ActivityChart) -> list[str]:
    language = subject.language
    return [
        language.gettext("{year}: {counts}").format(
            year=year,
            counts=language.listed(
                [
                    language.gettext("{pillar} {number}").format(
                        pillar=_pillar(subject, series),
                        number=language.number(series.counts[index]),
                    )
                    for series in counted.series
                    if series.counts[index]
                ]
            )
            or language.number(0),
        )
        for index, year in enumerate(counted.years)
    ]


def _pillar(subject: Subject, series: Series) -> str:
    if series.pillar is None:
        return subject.language.gettext("no pillar stated")
    return subject.language.gettext(labels.PILLAR[series.pillar])
