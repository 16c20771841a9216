"""The words of the seeds' texts, folded once: the checks and the index ask for the same ones."""

from __future__ import annotations

from functools import cache

from desktop.domain.folding import words_of

# Never cleared: only the short commands that check and build come here.
words_in = cache(words_of)
