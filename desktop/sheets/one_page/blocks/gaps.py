"""What the documents leave open, counted."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.records import Document, Figure, Kind, Programme, State, Status
from desktop.sheets.one_page.parts import Block, Entry, Form
from desktop.sheets.one_page.subject.subject import Subject


def open_points(subject: Subject) -> Block[Entry]:
    """Sentences that each count what is open, as one row; none where nothing is."""
    text = " ".join(
        sentence.format(
            number=subject.language.number(number), total=subject.language.number(total)
        )
        for sentence, number, total in _counted(subject)
        # Of one alone there is nothing to count.
        if number and total > 1
    )
    return subject.block(
        Form.LINES,
        [Entry("", text, ())] if text else [],
        1 if text else 0,
        # To say that it says nothing of what is not said would only take a line.
        lambda _missing: "",
    )


def _counted(subject: Subject) -> Iterator[tuple[str, int, int]]:
    """Each sentence, how many are open, and out of how many."""
    language = subject.language
    figures = [record.details for record in subject.records(Kind.FIGURE)]
    number = sum(isinstance(figure, Figure) and figure.period is None for figure in figures)
    sentence = language.ngettext(
        "{number} of {total} figures bears no year.",
        "{number} of {total} figures bear no year.",
        number,
    )
    if number == len(figures):
        sentence = language.gettext("None of the {total} figures bears a year.")
    yield sentence, number, len(figures)

    milestones = subject.milestones()
    number = sum(milestone.state is State.PLANNED for _record, milestone in milestones)
    sentence = language.ngettext(
        "{number} of {total} milestones was still a plan, and whether it took place is not stated.",
        "{number} of {total} milestones were still plans, and whether they took place is not "
        "stated.",
        number,
    )
    if number == len(milestones):
        sentence = language.gettext(
            "All {total} milestones were still plans, and whether they took place is not stated."
        )
    yield sentence, number, len(milestones)

    programmes = [record.details for record in subject.records(Kind.PROGRAMME)]
    number = sum(
        isinstance(programme, Programme) and programme.status is Status.NOT_STATED
        for programme in programmes
    )
    sentence = language.ngettext(
        "{number} of {total} programmes has no stated status.",
        "{number} of {total} programmes have no stated status.",
        number,
    )
    if number == len(programmes):
        sentence = language.gettext("None of the {total} programmes has a stated status.")
    yield sentence, number, len(programmes)

    documents = [record.details for record in subject.records(Kind.DOCUMENT)]
    number = sum(isinstance(text, Document) and text.published is None for text in documents)
    sentence = language.ngettext(
        "{number} of {total} documents bears no date.",
        "{number} of {total} documents bear no date.",
        number,
    )
    if number == len(documents):
        sentence = language.gettext("None of the {total} documents bears a date.")
    yield sentence, number, len(documents)
