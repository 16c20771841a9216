"""The large atlas that benches measure is an atlas like another, and the same each time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from desktop.domain.browsing import Browse, Facet, Order
from desktop.domain.queries import SearchQuery
from desktop.domain.records import Kind
from desktop.store.reader import AtlasLibrary

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "bench" / "synthetic.py"
RECORDS = 1500


def made(target: Path) -> bytes:
    arguments = [str(SCRIPT), str(RECORDS), str(target), "--kind", "programme"]
    subprocess.run([sys.executable, *arguments], check=True)
    return target.read_bytes()


def test_copies_are_records_that_open_and_list_and_are_found(tmp_path: Path) -> None:
    content = made(tmp_path / "large.sqlite")
    assert content == made(tmp_path / "again.sqlite")
    library = AtlasLibrary.open(tmp_path / "large.sqlite")
    try:
        assert len(library.list()) == RECORDS
        record = library.get("programme/regmed-xb-x00001")
        assert record.title != library.title("programme/regmed-xb")
        query = SearchQuery.parse(record.title["fr"], ((Facet.KIND, Kind.PROGRAMME.value),))
        (hit, *_rest) = library.search(query, "fr").hits
        assert hit.title.text == record.title["fr"]
        asked = Browse((Kind.PROGRAMME,), "nl", order=Order.TITLE)
        (group,) = library.browse(asked)
        assert set(group.ids) == {each.id for each in library.list(Kind.PROGRAMME)}
        assert sum(library.facet_counts(asked, Facet.STATUS).values()) == len(group.ids)
    finally:
        library.close()
