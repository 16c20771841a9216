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
