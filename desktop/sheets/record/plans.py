"""What was still a plan when its document spoke is called one."""

from __future__ import annotations

from desktop.domain.records import Milestone, Programme, Record, State, Status
from desktop.l10n import labels
from desktop.l10n.language import Language


def plan_text(record: Record, language: Language) -> str:
    """That a record was a plan or a proposal; nothing for what had happened or was under way."""
    match record.details:
        case Milestone(state=State.PLANNED) | Programme(status=Status.PLANNED):
            return language.gettext(
                "A plan when the document was written; the outcome is not in it."
            )
        case Programme(status=Status.PROPOSED):
            return language.gettext(
                "A proposal when the document was written; the outcome is not in it."
            )
        case _:
            return ""


def plan_word(record: Record, language: Language) -> str:
    """The same in a word: `planned`, `proposed` or nothing."""
    match record.details:
        case Milestone(state=State.PLANNED):
            return language.gettext(labels.STATE[State.PLANNED])
        case Programme(status=(Status.PLANNED | Status.PROPOSED) as status):
            return language.gettext(labels.STATUS[status])
        case _:
            return ""
