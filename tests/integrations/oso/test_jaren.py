"""A file chooses the adapter of its year; an official schema that an administrator placed is checked too."""

import shutil

import pytest
from lxml import etree

from overstap.domain.rapporten.enums import Ernst
from overstap.integrations.oso import Leesfout, Schrijffout, jaar_van, jaar_van_versie, jaren, lees
from tests.integrations.oso.conftest import official
from tests.integrations.oso.leerling import LEERLING, opgesteld

NS = "http://www.edustandaard.nl/oso_gegevensset/{}/dossier"
XML = opgesteld().xml


@pytest.fixture
def schema(tmp_path, monkeypatch):
    """A server on which the official schema of 2019.1 was placed."""
    (tmp_path / "2019.1" / "xsd").mkdir(parents=True)
    shutil.copy(official("2019.1/OSO_gegevensset.xsd"), tmp_path / "2019.1" / "xsd")
    monkeypatch.setenv("OVERSTAP_OSO_XSD_MAP", str(tmp_path))
    return tmp_path


def test_every_year_is_found_by_its_namespace_and_its_version():
    for jaar in jaren():
        wortel = etree.fromstring(f'<dossier xmlns="{jaar.naamruimte}"/>')
        assert jaar_van(wortel) is jaar is jaar_van_versie(jaar.versie)
        assert set(jaar.schrijfbaar) < set(jaar.profielen)


@pytest.mark.parametrize(
    ("naamruimte", "versie", "woord"),
    [
        ("2018", "2018.1", "OSO 2018.1."),
        ("2022", "", "OSO 2022."),
        ("2026", "2026.1", "OSO 2026.1."),
        ("1.2", "", "1.2"),
    ],
)
def test_unknown_year_is_named(naamruimte, versie, woord):
    metadata = f"<metadata><standaardversie>{versie}</standaardversie></metadata>"
    with pytest.raises(Leesfout) as fout:
        lees(f'<dossier xmlns="{NS.format(naamruimte)}">{metadata}</dossier>'.encode())
    assert fout.value.code == "ander_jaar"
    assert woord in fout.value.zin
    assert "Overstap leest OSO 2019.1" in fout.value.zin


def test_unknown_version_in_a_known_namespace_is_a_finding():
    gelezen = lees(XML.replace(b"<standaardversie>2019.1<", b"<standaardversie>2019.9<"))
    assert [melding.regel for melding in gelezen.meldingen] == ["OG.02"]


def test_official_schema_warns_on_reading(schema):
    assert lees(XML).meldingen == ()
    # Our own rules read a negative number; the schema says nothing of it, and of an unknown element it does.
    gelezen = lees(XML.replace(b"<roepnaam>", b"<hobby>geheimpje</hobby><roepnaam>"))
    [melding] = [melding for melding in gelezen.meldingen if melding.regel == "XSD"]
    assert (melding.ernst, melding.pad) == (Ernst.WAARSCHUWING, "/dossier/huidigeschool/leerling/hobby")
    assert "geheimpje" not in melding.tekst


def test_official_schema_stops_a_file_before_sending(schema):
    pad = next(schema.rglob("*.xsd"))
    streng = pad.read_text(encoding="utf-8").replace(
        'name="roepnaam" type="nonEmptyStringType"', 'name="bijnaam" type="nonEmptyStringType"'
    )
    pad.write_text(streng, encoding="utf-8")
    with pytest.raises(Schrijffout) as fout:
        opgesteld()
    assert {melding.regel for melding in fout.value.meldingen} == {"XSD"}
    opgesteld(LEERLING.met({"roepnaam": None}))


@pytest.mark.parametrize("inhoud", ["<kapot", '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>'])
def test_unusable_schema_is_said_and_stops_nothing(inhoud, tmp_path, monkeypatch, caplog):
    (tmp_path / "2019.1").mkdir()
    (tmp_path / "2019.1" / "x.xsd").write_text(inhoud)
    monkeypatch.setenv("OVERSTAP_OSO_XSD_MAP", str(tmp_path))
    for meldingen in (lees(XML).meldingen, opgesteld().meldingen):
        assert [(melding.regel, melding.ernst) for melding in meldingen] == [("XSD", Ernst.WAARSCHUWING)]
    assert "2019.1" in caplog.text


def test_folder_without_this_year_changes_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("OVERSTAP_OSO_XSD_MAP", str(tmp_path))
    assert lees(XML).meldingen == ()
