"""What a reader looks for on a sheet and does not find: one sentence in place of empty headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.domain.sheet_orders import SheetKind
from desktop.sheets.one_page.parts import Block, Entry, Form, Zone
from desktop.sheets.one_page.subject.subject import Subject

ABSENT = "absent"


def absent(subject: Subject, missed: Sequence[str]) -> Block[Entry]:
    """The sentence that says of what there is nothing: of all that is `missed`, in the plural."""
    tr = subject.language.gettext
    heading, sentence = tr("Not in the documents"), tr("The documents give no {kinds} for {title}.")
    if subject.circle.kind is SheetKind.MISSION:
        # There may well be some, but not with all that was chosen at once.
        heading, sentence = tr("Nothing for this choice"), tr("No {kinds} match this choice.")
    fields = {"kinds": subject.language.either([tr(each) for each in missed])}
    if subject.record:
        fields["title"] = subject.say(subject.record.title)
    text = sentence.format(**fields)
    block = subject.block(Form.LINES, [Entry("", text, ())], 1, lambda _missing: "")
    # The page that has no room for the block has room for its sentence.
    left_out = (text, "")
    return replace(block, name=ABSENT, heading=heading, zone=Zone.FOOT, left_out=left_out, kept=1)
