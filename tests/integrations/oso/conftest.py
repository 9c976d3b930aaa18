"""Where are the official files? They are not ours to keep in the repository."""

import os
from pathlib import Path

import pytest
from lxml import etree

PROJECT = Path(__file__).parents[3]
OSO_MAP = (PROJECT / os.environ.get("OVERSTAP_OSO_MAP", "../shared/oso")).resolve()


def official(name: str) -> Path:
    """An official file, or a skipped test."""
    path = OSO_MAP / name
    if not path.exists():
        pytest.skip(f"the official file {name} is not there; set OVERSTAP_OSO_MAP")
    return path


@pytest.fixture(scope="session")
def xsd() -> etree.XMLSchema:
    """The official schema."""
    return etree.XMLSchema(etree.parse(official("2019.1/OSO_gegevensset.xsd")))


@pytest.fixture(scope="session")
def povo_bestand() -> Path:
    """The official full example from po to vo."""
    return official("2019.1/Voorbeelddossier_OV_POVO_full.xml")


@pytest.fixture(scope="session")
def povo(povo_bestand: Path) -> bytes:
    """The bytes of the official full example from po to vo."""
    return povo_bestand.read_bytes()


@pytest.fixture(scope="session")
def poswv() -> bytes:
    """The bytes of the official full example for the samenwerkingsverband."""
    return official("2019.1/Voorbeelddossier_PaO_POSWV_full.xml").read_bytes()
