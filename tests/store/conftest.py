"""Zedland: a small country that does not exist, as seeds that hold every kind of record."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.domain.fingerprints import fingerprint
from desktop.domain.wording import runs_of_document
from desktop.l10n.collation import sort_key
from desktop.store.build import build
from desktop.store.checks import Mistake, Seeds, read_seeds
from desktop.store.fingerprint_files import write_fingerprint, write_runs
from desktop.store.reader import AtlasLibrary

DOCUMENT_FILE = "900_zedland"
DOCUMENT = """\
Zedland at a glance, 1 March 2024

In 2021 Zedland had 1,250 laboratories: over 2.5 per cent of those of the continent.

The Zed Plan runs from 2013 to 2018 and costs EUR 56 billion. Two partners signed on 14 July 2020.

Between 10 and 20 firms moved to Port Zed in September 2022.

By 2030 a Health Quarter should stand in Port Zed. Since 2023 Zoë Zed has been its envoy.
"""
ATLAS = """\
languages = ["nl", "fr", "en"]
edition = "2026-11"
"""
FILES = {
    "places.toml": """\
[[place]]
id = "zedland"
type = "country"
code = "ZZ"
latitude = 12.5
longitude = -7.25
weight = 100
title.nl = "Zedland"
title.fr = "Zédie"
title.en = "Zedland"
summary.nl = "Een klein land."
summary.fr = "Un petit pays."
summary.en = "A small country."
names.nl = ["Zedlands"]
names.fr = ["zédien"]
names.en = ["Zedlandish"]
competences.nl = "Het land beslist alles."
competences.fr = "Le pays décide de tout."
competences.en = "The country decides everything."
outside = ["code", "latitude", "longitude"]
cites = ["glance:2"]

[[place]]
id = "port-zed"
type = "city"
weight = 60
title = "Port Zed"
summary.nl = "De havenstad."
summary.fr = "La ville portuaire."
summary.en = "The port city."
links.part-of = ["place/zedland"]
cites = ["glance:4"]
""",
    "organisations.toml": """\
[[organisation]]
id = "zed-agency"
type = "agency"
title.nl = "Zed-agentschap"
title.fr = "Agence Zed"
title.en = "Zed Agency"
summary.nl = "Het agentschap voor preventie."
summary.fr = "L’agence de la prévention."
summary.en = "The agency for prevention."
links.located-in = ["place/port-zed"]
outside = ["all"]
""",
    "people.toml": """\
[[person]]
id = "zoe-zed"
title = "Zoë Zed"
role.nl = "gezant"
role.fr = "émissaire"
role.en = "envoy"
as-of = "2023"
summary.nl = "Gezant van de Gezondheidswijk."
summary.fr = "Émissaire du Quartier santé."
summary.en = "Envoy of the Health Quarter."
cites = ["glance:5"]
""",
    "programmes.toml": """\
[[programme]]
id = "zed-plan"
type = "plan"
status = "ended"
period = "2013..2018"
weight = 70
title.nl = "Zedplan"
title.fr = "Plan Zed"
title.en = "Zed Plan"
summary.nl = "Het plan van het land."
summary.fr = "Le plan du pays."
summary.en = "The country’s plan."
names = ["R&D-Z"]
links.owned-by = ["organisation/zed-agency"]
links.about = ["theme/zed-prevention", "theme/zed-oncology"]
cites = ["glance:3"]
""",
    "milestones.toml": """\
[[milestone]]
id = "zed-signing"
period = "2020-07-14"
state = "past"
pillar = "g2g"
title.nl = "Ondertekening"
title.fr = "Signature"
title.en = "Signing"
summary.nl = "Partners tekenden."
summary.fr = "Les partenaires ont signé."
summary.en = "Partners signed."
links.part-of = ["programme/zed-plan"]
cites = ["glance:3"]

[[milestone]]
id = "zed-quarter"
period = "..2030"
state = "planned"
title.nl = "Gezondheidswijk"
title.fr = "Quartier santé"
title.en = "Health Quarter"
summary.nl = "Een wijk in aanbouw."
summary.fr = "Un quartier en projet."
summary.en = "A quarter in the making."
links.located-in = ["place/port-zed"]
cites = ["glance:5"]
""",
    "figures.toml": """\
[[figure]]
id = "zed-laboratories"
indicator = "term/zed-laboratories"
place = "place/zedland"
unit = "count"
value = 1250
period = "2021"
counted.nl = "labo’s"
counted.fr = "laboratoires"
counted.en = "laboratories"
title.nl = "Aantal labo’s"
title.fr = "Nombre de laboratoires"
title.en = "Number of laboratories"
scope.nl = "Alle labo’s van het land"
scope.fr = "Tous les laboratoires du pays"
scope.en = "All laboratories of the country"
summary.nl = "Hoeveel labo’s het land telt."
summary.fr = "Combien de laboratoires le pays compte."
summary.en = "How many laboratories the country has."
cites = ["glance:2"]

[[figure]]
id = "zed-share"
indicator = "term/zed-laboratories"
place = "place/zedland"
unit = "percent"
value = 2.5
qualifier = "more-than"
period = "2021"
title.nl = "Aandeel"
title.fr = "Part"
title.en = "Share"
scope.nl = "Aandeel in de labo’s van het continent"
scope.fr = "Part des laboratoires du continent"
scope.en = "Share of the continent’s laboratories"
summary.nl = "Meer dan 2,5% van het continent."
summary.fr = "Plus de 2,5\u202f% du continent."
summary.en = "More than 2.5% of the continent."
cites = ["glance:2"]

[[figure]]
id = "zed-cost"
indicator = "term/zed-laboratories"
place = "place/zedland"
unit = "euro"
value = 56
scale = "billion"
title.nl = "Kosten"
title.fr = "Coût"
title.en = "Cost"
scope = "Zed Plan"
summary.nl = "Wat het plan kost."
summary.fr = "Ce que le plan coûte."
summary.en = "What the plan costs."
cites = ["glance:3"]

[[figure]]
id = "zed-firms"
indicator = "term/zed-laboratories"
place = "place/port-zed"
unit = "count"
value = 10
value-to = 20
qualifier = "range"
period = "2022-09"
counted.nl = "bedrijven"
counted.fr = "entreprises"
counted.en = "firms"
title.nl = "Nieuwe bedrijven"
title.fr = "Nouvelles entreprises"
title.en = "New firms"
scope.nl = "Bedrijven die verhuisden"
scope.fr = "Entreprises qui ont déménagé"
scope.en = "Firms that moved"
summary.nl = "Hoeveel bedrijven kwamen."
summary.fr = "Combien d’entreprises sont venues."
summary.en = "How many firms came."
cites = ["glance:4"]

[[figure]]
id = "zed-trend"
indicator = "term/zed-laboratories"
place = "place/zedland"
unit = "words"
statement.nl = "stijgend"
statement.fr = "en hausse"
statement.en = "rising"
title.nl = "Evolutie"
title.fr = "Évolution"
title.en = "Trend"
scope.nl = "Labo’s"
scope.fr = "Laboratoires"
scope.en = "Laboratories"
summary.nl = "Het gaat goed."
summary.fr = "Cela va bien."
summary.en = "It is going well."
cites = ["glance:2"]
""",
    "disagreements.toml": """\
[[disagreement]]
id = "zed-numbers"
reasons = ["scope"]
title.nl = "Labo’s: aantal of evolutie"
title.fr = "Laboratoires\u00a0: nombre ou évolution"
title.en = "Laboratories: number or trend"
summary.nl = "Het ene is een aantal, het andere niet."
summary.fr = "L’un est un nombre, l’autre non."
summary.en = "One is a number, the other is not."
links.compares = ["figure/zed-laboratories", "figure/zed-trend"]
cites = ["glance:2"]
""",
    "themes.toml": """\
[[theme]]
id = "zed-prevention"
type = "challenge"
title.nl = "Preventie"
title.fr = "Prévention"
title.en = "Prevention"
summary.nl = "Ziekten voorkomen."
summary.fr = "Éviter les maladies."
summary.en = "Keeping illness away."
outside = ["all"]

[[theme]]
id = "zed-oncology"
type = "priority"
title.nl = "Oncologie"
title.fr = "Cœur et oncologie"
title.en = "Oncology"
summary.nl = "Onderzoek (R&D) naar kanker na COVID-19."
summary.fr = "La R&D sur le cancer après le COVID-19."
summary.en = "R&D on cancer after COVID-19."
outside = ["all"]
""",
    "documents.toml": """\
[[document]]
id = "glance"
file = "900_zedland"
language = "en"
published = "2024-03-01"
title.nl = "Zedland in het kort"
title.fr = "La Zédie en bref"
title.en = "Zedland at a glance"
summary.nl = "Een kort document."
summary.fr = "Un document bref."
summary.en = "A short document."
cites = ["glance:1"]
""",
    "sections.toml": """\
[[section]]
id = "glance-start"
document = "document/glance"
paragraphs = "1-3"
title.nl = "Begin"
title.fr = "Début"
title.en = "Beginning"
summary.nl = "Labo’s en plan."
summary.fr = "Laboratoires et plan."
summary.en = "Laboratories and plan."
cites = ["glance:2", "glance:3"]

[[section]]
id = "glance-end"
document = "document/glance"
paragraphs = "4-5"
title.nl = "Einde"
title.fr = "Fin"
title.en = "End"
summary.nl = "Bedrijven en de wijk."
summary.fr = "Entreprises et quartier."
summary.en = "Firms and the quarter."
cites = ["glance:4"]
""",
    "terms.toml": """\
[[term]]
id = "zed-laboratories"
type = "indicator"
title.nl = "Labo’s"
title.fr = "Laboratoires"
title.en = "Laboratories"
summary.nl = "Waar men onderzoekt."
summary.fr = "Où l’on cherche."
summary.en = "Where people look for things."
avoid.en = ["zedlabs"]
outside = ["all"]

[[term]]
id = "zz"
type = "abbreviation"
title = "ZZ"
expansion.nl = "Zedlandse Zaak"
expansion.fr = "Zédie Zélée"
expansion.en = "Zedland Zealous"
summary.nl = "Een afkorting."
summary.fr = "Une abréviation."
summary.en = "An abbreviation."
outside = ["all"]
""",
}


@dataclass(frozen=True)
class SmallSeeds:
    """A folder of seeds with one country, `zz`, to be changed at will."""

    folder: Path

    def change(self, file: str, old: str, new: str) -> None:
        """Replace `old`, which must stand once in the country's `file`, by `new`."""
        path = self.folder / "zz" / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def add(self, file: str, text: str) -> None:
        """Add `text` at the end of the country's `file`, new or not."""
        with (self.folder / "zz" / file).open("a", encoding="utf-8") as stream:
            stream.write(f"\n{text}")

    def fingerprint(self, text: str = DOCUMENT) -> None:
        """Make the fingerprint of the document as `text`."""
        write_fingerprint(self.folder, "zz", DOCUMENT_FILE, fingerprint(text, "en"))
        write_runs(self.folder, "zz", DOCUMENT_FILE, runs_of_document(text))

    def read(self) -> Seeds:
        """Read and check the seeds."""
        return read_seeds(self.folder)

    def mistakes(self) -> list[tuple[str, str, str, str]]:
        """File, record, key and sentence of each mistake."""
        return [said(mistake) for mistake in self.read().mistakes]

    def assert_told(self, file: str, kind: str, key: str, words: str) -> None:
        """Fail unless a sentence with these words tells of a key of a `kind` in the `file`."""
        found = self.mistakes()
        assert any(
            name == f"zz/{file}"
            and record.startswith(f"{kind}/")
            and where == key
            and words in sentence
            and sentence.endswith(".")
            for name, record, where, sentence in found
        ), found

    def opened(self, path: Path) -> AtlasLibrary:
        """The atlas that the seeds make, built at `path`."""
        build(self.read(), path, sort_key)
        return AtlasLibrary.open(path)


def said(mistake: Mistake) -> tuple[str, str, str, str]:
    """A mistake as a person reads it."""
    sentence = mistake.message.format(**mistake.fields)
    return mistake.file, mistake.record, mistake.key, sentence


def write_small_seeds(folder: Path) -> SmallSeeds:
    """Write the seeds of Zedland to `folder`, with an atlas.toml where there is none."""
    (folder / "zz").mkdir(parents=True)
    if not (folder / "atlas.toml").exists():
        (folder / "atlas.toml").write_text(ATLAS, encoding="utf-8")
    for file, text in FILES.items():
        (folder / "zz" / file).write_text(text, encoding="utf-8")
    seeds = SmallSeeds(folder)
    seeds.fingerprint()
    return seeds


@pytest.fixture
def small_seeds(tmp_path: Path) -> SmallSeeds:
    """The seeds of Zedland, without a mistake."""
    return write_small_seeds(tmp_path / "seeds")


@pytest.fixture
def write_zedland() -> Callable[[Path], SmallSeeds]:
    """Writes the seeds of Zedland into a folder of seeds."""
    return write_small_seeds


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder that holds the document that the seeds of Zedland were read from."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / f"{DOCUMENT_FILE}.txt").write_text(DOCUMENT, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def zedland_seeds(tmp_path_factory: pytest.TempPathFactory) -> Seeds:
    """The seeds of Zedland as they are, read once."""
    return write_small_seeds(tmp_path_factory.mktemp("zedland") / "seeds").read()


@pytest.fixture(scope="session")
def zedland_atlas(tmp_path_factory: pytest.TempPathFactory, zedland_seeds: Seeds) -> Path:
    """The atlas of Zedland, built once: to be read and copied, not changed."""
    target = tmp_path_factory.mktemp("atlas") / "atlas.sqlite"
    build(zedland_seeds, target, sort_key)
    return target


@pytest.fixture(scope="session")
def zedland(zedland_atlas: Path) -> Iterator[AtlasLibrary]:
    """The library of Zedland."""
    opened = AtlasLibrary.open(zedland_atlas)
    yield opened
    opened.close()


@contextmanager
def without_rights() -> Generator[None]:
    """As a user who may not do everything: root would pass through any lock."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder for `without_rights`, which may look into it, but (once locked) not write there."""
    if os.name == "nt":
        pytest.skip("Windows locks folders in another way")
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)
