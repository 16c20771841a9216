"""The tables of the user's own file, as SQLModel declares them."""

from __future__ import annotations

from sqlalchemy.orm import registry
from sqlmodel import Field

from desktop.store.tables import Table


class UserTable(Table, registry=registry()):
    """Base of the user's tables: their own metadata, apart from the atlas's."""


class SettingRow(UserTable, table=True):
    """One choice of the user, such as the language."""

    key: str = Field(primary_key=True)
    value: str


class MeetingRow(UserTable, table=True):
    """A group of the briefing; `position` is its place among them."""

    key: str = Field(primary_key=True)
    position: int
    title: str


class ItemRow(UserTable, table=True):
    """A saved record with the user's note; `position` is its place in its meeting.

    The meeting is no foreign key: an item whose meeting is lost is still to be had.
    """

    key: str = Field(primary_key=True)
    meeting: str
    position: int
    record: str
    note: str
