"""Errors that a person reads: a sentence to translate, with its fields kept apart."""

from __future__ import annotations


def N_(message: str) -> str:
    """Mark `message` for the catalogs without translating it here."""
    return message


class AtlasError(Exception):
    """A failure with one clear sentence for the user.

    `message` is an English sentence with named fields (`{path}`), the key in the catalogs;
    `fields` fills them. Whoever shows the error translates the sentence first.
    """

    def __init__(self, message: str, **fields: object) -> None:
        super().__init__(message.format(**fields))
        self.message = message
        self.fields = fields


class UsageError(AtlasError):
    """The user asked for something that does not exist: mend the command, not the machine."""
