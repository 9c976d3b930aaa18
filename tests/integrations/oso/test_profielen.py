"""A profile holds what its receiver may know, says so itself, and gives no number away."""

import argparse
from dataclasses import replace

import pytest
from lxml import etree

from overstap.commands import oso
from overstap.domain.bijlagen.snapshot import Bestand
from overstap.domain.importen.rules.overnemen import ImportGeweigerd, controleer_ontvangst, controleer_overneembaar
from overstap.domain.rapporten.catalogue import ALLEEN_VAN_HET_VO, NIET_VOOR_SWV
from overstap.domain.rapporten.enums import Ernst
from overstap.integrations.oso import Profiel, Schrijffout, lees, rondreis
from overstap.integrations.oso.v2019.lot import lot, onbekend_bij_swv
from overstap.integrations.oso.v2019.naam import qpad
from overstap.integrations.oso.v2019.profielen import MATRIX, VERBODEN, schrijf_als
from overstap.integrations.oso.v2019.structuur import AFGELEID, GEWEIGERD, VELD, paden
from tests.integrations.oso.dossiermaker import OmDeBeurt, als_bytes, maak
from tests.integrations.oso.leerling import DATUM, LEERLING, LOS, NUMMER, PDF, opgesteld

L = "huidigeschool/leerling"
TOETSRAPPORT = Bestand("toets-1", "doorstroomtoets.documenten", "uitslag.pdf", "", "application/pdf", PDF)
MET_TOETSRAPPORT = LEERLING.met({"doorstroomtoets": {**LEERLING["doorstroomtoets"], "documenten": ("toets-1",)}})


def teksten(xml: bytes, pad: str) -> list[str | None]:
    return [element.text for element in etree.fromstring(xml).findall(qpad(pad))]


@pytest.mark.parametrize("profiel", Profiel)
def test_who_may_take_a_file_in_follows_the_profile(profiel):
    """The domain knows no codes of profiles: what it makes of a file is what the profile says of itself."""
    xml = opgesteld().xml.replace(b"<overstap>POVO", f"<overstap>{profiel.overstap}".encode())
    soort = f"<overdrachtsoort>{profiel.overdrachtsoort}".encode()
    gelezen = lees(xml.replace(b"<overdrachtsoort>overstapdossier", soort))
    assert gelezen.profiel == profiel
    assert _weigert(controleer_ontvangst, gelezen) == profiel.voor_swv
    assert _weigert(controleer_overneembaar, gelezen) == (profiel in {Profiel.VOVO, Profiel.VOSWV})


def _weigert(controleer, gelezen):
    try:
        controleer(gelezen)
    except ImportGeweigerd:
        return True
    return False


@pytest.mark.parametrize("profiel", Profiel)
def test_every_path_has_one_fate_and_a_refusal_an_article(profiel):
    gevonden = [lot(pad, profiel) for pad in paden().values()]
    assert len(gevonden) == 541
    assert {bestemd.soort for bestemd in gevonden} == {VELD, AFGELEID, GEWEIGERD}
    for bestemd in gevonden:
        assert (bestemd.soort == GEWEIGERD) == (bestemd.weigering is not None)
        assert bestemd.weigering is None or bestemd.weigering.grondslag.artikel


@pytest.mark.parametrize("profiel", Profiel)
def test_what_the_matrix_forbids_and_every_bank_account_is_refused(profiel):
    for pad in paden().values():
        if (pad.categorie and MATRIX[profiel][pad.categorie] == VERBODEN) or pad.naam in ("iban", "banknummer"):
            assert lot(pad, profiel).soort == GEWEIGERD, pad.pad


def test_catalogue_says_why_a_samenwerkingsverband_may_not_know():
    assert onbekend_bij_swv() == {weigering.element for weigering in NIET_VOOR_SWV}


@pytest.mark.parametrize("profiel", [profiel for profiel in Profiel if profiel.schrijfbaar])
def test_written_profile_is_valid_and_recognised(profiel, xsd):
    geschreven = opgesteld(profiel=profiel)
    xsd.assertValid(etree.fromstring(geschreven.xml))
    gelezen = lees(geschreven.xml)
    assert (gelezen.profiel, gelezen.overdrachtsoort) == (profiel, profiel.overdrachtsoort)
    assert dict(gelezen.categorieen) == MATRIX[profiel]
    assert gelezen.geweigerd == ()


def test_swv_file_holds_no_number_and_no_test():
    geschreven = opgesteld(MET_TOETSRAPPORT, bestanden=(TOETSRAPPORT,), profiel=Profiel.POSWV)
    assert NUMMER.waarde.encode() not in geschreven.xml
    assert teksten(geschreven.xml, f"{L}/bsn") == teksten(geschreven.xml, f"{L}/eindtoets_basisonderwijs") == []
    # The result of the test does not slip out as a loose document either.
    assert teksten(geschreven.xml, f"{L}/overigdocumentlijst/document/bestandsnaam") == []
    assert {weigering.element for weigering in geschreven.geweigerd} == {"persoonsnummer", "doorstroomtoets"}


@pytest.mark.parametrize("naam", ["{}.pdf", "toets 9999.90.019 v2.pdf", "brief_{}.pdf"])
def test_number_is_taken_out_of_the_name_of_an_attachment_for_the_swv(naam):
    bestand = replace(LOS, bestandsnaam=naam.format(NUMMER.waarde), omschrijving=f"bsn {NUMMER.waarde}", inhoud=PDF)
    geschreven = opgesteld(bestanden=(bestand,), profiel=Profiel.POSWV)
    [gelezen] = lees(geschreven.xml).bestanden
    assert "999" not in gelezen.bestandsnaam + gelezen.omschrijving
    assert gelezen.inhoud == PDF
    assert [melding.ernst for melding in geschreven.meldingen] == [Ernst.WAARSCHUWING]


@pytest.mark.parametrize("tekst", ["Zijn bsn is 999990019.", "999 990 019"])
def test_number_in_a_text_stops_the_file_for_the_swv(tekst):
    with pytest.raises(Schrijffout) as fout:
        opgesteld(LEERLING.met({"argumentatie": tekst}), profiel=Profiel.POSWV)
    assert [melding.pad for melding in fout.value.meldingen] == [f"/dossier/{L}/overstapadvies/argumentatie"]
    assert "999" not in str(fout.value.meldingen)


def test_swv_file_needs_no_inzage_block_and_a_file_for_the_own_las_neither():
    for profiel in (Profiel.POSWV, Profiel.BB):
        assert teksten(opgesteld(inzage=None, profiel=profiel).xml, "inzage") == []


def test_own_las_gets_everything(xsd):
    xml = opgesteld(profiel=Profiel.BB).xml
    assert dict(lees(xml).inhoud) == dict(lees(opgesteld().xml).inhoud)
    assert teksten(xml, f"{L}/bsn") == [NUMMER.waarde]


def test_profile_that_we_only_read_is_not_written():
    with pytest.raises(ValueError, match="VOVO"):
        opgesteld(profiel=Profiel.VOVO)


@pytest.mark.parametrize("profiel", ["POVO", "POSWV", "BB"])
def test_official_povo_file_goes_round_in_every_profile_that_we_write(profiel, povo_bestand, tmp_path, xsd):
    een, twee = tmp_path / "een.xml", tmp_path / "twee.xml"
    verslag = rondreis(povo_bestand, een, profiel=profiel)
    assert verslag.gelukt, verslag.tekst
    xsd.assertValid(etree.parse(een))
    assert rondreis(een, twee).gelukt
    assert een.read_bytes() == twee.read_bytes()


def test_official_swv_file_goes_round(poswv, tmp_path, xsd):
    (tmp_path / "in.xml").write_bytes(poswv)
    een, twee = tmp_path / "een.xml", tmp_path / "twee.xml"
    assert rondreis(tmp_path / "in.xml", een).gelukt
    xsd.assertValid(etree.parse(een))
    assert rondreis(een, twee).gelukt
    assert een.read_bytes() == twee.read_bytes()


def test_refused_in_the_profile_is_said_with_the_article(povo_bestand, tmp_path):
    tekst = rondreis(povo_bestand, tmp_path / "uit.xml", profiel="POSWV").tekst
    assert "Gaat niet mee in profiel POSWV (2)" in tekst
    assert "art. 8" in tekst


@pytest.mark.parametrize(("zelf", "naar"), [("POPO", "POVO"), ("VOVO", "BB"), ("VOSWV", "BB")])
def test_file_of_a_profile_that_we_only_read_goes_round_as_the_nearest_one(zelf, naar, tmp_path):
    van = "POSWV" if Profiel(zelf).voor_swv else "POVO"
    xml = opgesteld(profiel=Profiel(van)).xml.replace(f"<overstap>{van}".encode(), f"<overstap>{zelf}".encode())
    (tmp_path / "in.xml").write_bytes(xml)
    verslag = rondreis(tmp_path / "in.xml", tmp_path / "uit.xml")
    assert f"profiel {zelf}." in verslag.tekst
    assert f"profiel {naar}." in verslag.tekst
    assert verslag.gelukt


@pytest.mark.parametrize("profiel", Profiel)
def test_everything_lawful_of_any_profile_survives_its_round_trip(profiel, tmp_path):
    naar = schrijf_als(profiel)
    veld = {soort: {pad for pad in paden().values() if lot(pad, soort).soort == VELD} for soort in (profiel, naar)}
    assert veld[profiel] <= veld[naar]
    (tmp_path / "in.xml").write_bytes(als_bytes(maak(OmDeBeurt(), profiel)))
    verslag = rondreis(tmp_path / "in.xml", tmp_path / "uit.xml", vandaag=DATUM)
    assert verslag.gelukt, verslag.tekst
    niet_mee = verslag.tekst.partition(f"Gaat niet mee in profiel {naar} ")[2].partition("\n\n")[0].splitlines()[1:]
    # Only what the file itself switches off.
    assert all("(OPT-UIT)" in regel for regel in niet_mee), niet_mee
    eerst, daarna = (lees((tmp_path / naam).read_bytes(), vandaag=DATUM) for naam in ("in.xml", "uit.xml"))
    uitgezet = {regel.rpartition("[")[2].removesuffix("]") for regel in niet_mee}
    assert eerst.inhoud.keys() - uitgezet == daarna.inhoud.keys()
    assert len(eerst.bestanden) == len(daarna.bestanden) or uitgezet


@pytest.mark.parametrize("profiel", [Profiel.VOVO, Profiel.VOSWV])
def test_what_only_a_vo_school_knows_is_refused_with_the_article_in_the_name_of_a_basisschool(profiel, tmp_path):
    (tmp_path / "in.xml").write_bytes(als_bytes(maak(OmDeBeurt(), profiel)))
    verslag = rondreis(tmp_path / "in.xml", tmp_path / "uit.xml", profiel="POSWV", vandaag=DATUM)
    assert verslag.gelukt, verslag.tekst
    niet_mee = verslag.tekst.partition("Gaat niet mee in profiel POSWV")[2]
    for naam in ("bevordering", "stages", "examenresultaat", "vakken_vo", "certificaten", "competenties"):
        [regel] = [regel for regel in niet_mee.splitlines() if regel.endswith(f"[{naam}]")]
        assert "Gegevens uit het vo" in regel
        assert ALLEEN_VAN_HET_VO.grondslag.kort in regel


# What the Besluit names of somebody at a vo school: career, internships, results, support, hours of absence.
VAN_HET_VO = {
    "bevordering", "stages", "examenresultaat", "vakken_vo", "certificaten", "competenties", "lwoo",
    "verzuim_uren_geoorloofd", "verzuim_uren_ongeoorloofd",
}  # fmt: skip


@pytest.mark.parametrize("profiel", [Profiel.VOVO, Profiel.VOSWV])
def test_what_the_law_names_of_a_vo_pupil_is_read_and_the_rest_refused(profiel):
    gelezen = lees(als_bytes(maak(OmDeBeurt(), profiel)), vandaag=DATUM)
    assert gelezen.inhoud.keys() >= VAN_HET_VO
    [rest] = [weigering for weigering in gelezen.geweigerd if weigering.element.endswith("/overigvombo")]
    assert "(art. 2)" in rest.reden


def test_a_basisschool_sends_nothing_of_the_vo():
    wortel = maak(OmDeBeurt(), Profiel.VOVO)
    wortel.find(qpad("metadata/overstap")).text = "POVO"
    gelezen = lees(als_bytes(wortel), vandaag=DATUM)
    assert gelezen.profiel == Profiel.POVO
    van_vo = {pad.sleutel.partition(".")[0] for pad in paden().values() if pad.categorie == "cat_vombo"} - {""}
    assert len(van_vo) == 6
    assert not van_vo & gelezen.inhoud.keys()
    assert {w.reden for w in gelezen.geweigerd if w.element.endswith(("/stage", "/resultaatvakkenvo"))} == {
        f"{ALLEEN_VAN_HET_VO.reden} ({ALLEEN_VAN_HET_VO.grondslag.kort})"
    }


def test_category_that_the_sender_switched_off_stays_off(tmp_path):
    (tmp_path / "in.xml").write_bytes(opgesteld(uitgezet=frozenset({"cat_verzuim"})).xml)
    assert rondreis(tmp_path / "in.xml", tmp_path / "uit.xml").gelukt
    assert dict(lees((tmp_path / "uit.xml").read_bytes()).categorieen)["cat_verzuim"] == "OPT-UIT"


def test_what_leaks_through_a_switched_off_category_is_not_passed_on(tmp_path):
    xml = opgesteld(profiel=Profiel.BB).xml
    for naam in ("cat_verzuim", "cat_ouderinzage"):
        xml = xml.replace(f"<{naam}>OPTIONEEL".encode(), f"<{naam}>OPT-UIT".encode())
    (tmp_path / "in.xml").write_bytes(xml)
    verslag = rondreis(tmp_path / "in.xml", tmp_path / "uit.xml")
    assert verslag.gelukt, verslag.tekst
    assert "De school levert dit onderdeel niet (OPT-UIT)." in verslag.tekst
    uit = (tmp_path / "uit.xml").read_bytes()
    assert teksten(uit, f"{L}/verzuim") == teksten(uit, "inzage") == []


def test_what_oso_has_no_place_for_is_said_and_not_called_lost(tmp_path):
    xml = opgesteld(MET_TOETSRAPPORT, bestanden=(TOETSRAPPORT,)).xml
    begin, eind = xml.index(b"<eindtoetsresultaat>"), xml.index(b"</eindtoetsresultaat>")
    (tmp_path / "in.xml").write_bytes(
        xml[:begin] + xml[eind + 21 :].replace(b"<deelgenomen>true", b"<deelgenomen>false")
    )
    verslag = rondreis(tmp_path / "in.xml", tmp_path / "uit.xml")
    assert verslag.gelukt, verslag.tekst
    assert "Doorstroomtoets (1×): Dat de leerling niet meedeed" in verslag.tekst


def test_personal_number_in_a_swv_file_of_others_is_refused_and_not_kept():
    xml = opgesteld(profiel=Profiel.POSWV).xml.replace(
        b"<leerlingid>", f"<bsn>{NUMMER.waarde}</bsn><leerlingid>".encode()
    )
    gelezen = lees(xml)
    assert gelezen.nummer is None
    assert [(weigering.label, weigering.reden) for weigering in gelezen.geweigerd] == [
        ("Burgerservicenummer", "Het persoonlijke nummer gaat alleen van school naar school. (art. 8)")
    ]


@pytest.mark.parametrize(("woord", "profiel"), [("povo", "POVO"), ("binnen-BRIN", "BB"), ("binnenbrin", "BB")])
def test_person_names_a_profile_as_it_is_said(woord, profiel):
    assert Profiel.uit_tekst(woord) == profiel


@pytest.mark.parametrize("woord", ["VOVO", "PO", ""])
def test_command_does_not_write_a_profile_that_is_only_read(woord, capsys):
    parser = argparse.ArgumentParser()
    oso.add_arguments(parser)
    with pytest.raises(SystemExit):
        parser.parse_args(["rondreis", "in.xml", "uit.xml", "--profiel", woord])
    assert "Kies POVO, BB, POSWV." in capsys.readouterr().err


def test_command_goes_round_in_the_profile_that_is_asked(tmp_path, capsys):
    (tmp_path / "in.xml").write_bytes(opgesteld().xml)
    parser = argparse.ArgumentParser()
    oso.add_arguments(parser)
    arguments = parser.parse_args(["rondreis", f"{tmp_path}/in.xml", f"{tmp_path}/uit.xml", "--profiel", "poswv"])
    assert oso.run(arguments) == 0
    assert "profiel POSWV" in capsys.readouterr().out
    assert lees((tmp_path / "uit.xml").read_bytes()).profiel == Profiel.POSWV
