"""Do the sample files show what an import does: take over, refuse, and survive a broken attachment?"""

import pytest

from overstap.config.demo.kind import Kind
from overstap.config.demo.kind import test_bsn as bsn_uit_de_reeks
from overstap.config.demo.oso_bestanden import NIEUWE_LEERLINGEN, schrijf_voorbeelden, schrijf_zorgvoorbeeld, voorbeeld
from overstap.config.demo.scenario import scenarios
from overstap.config.demo.uit_las import gelezen
from overstap.domain.leerlingen.rules import is_bsn
from overstap.domain.scholen.rules import lees_regio
from overstap.integrations.oso import lees
from tests.wereld import REGIOBESTAND, VANDAAG

KLAPROOS = lees_regio(REGIOBESTAND.read_text(encoding="utf-8")).scholen[0]
HUGO, ESRA, BENTE = NIEUWE_LEERLINGEN


@pytest.mark.parametrize("kind", [HUGO, BENTE], ids=lambda kind: kind.roepnaam)
def test_a_plain_file_reads_back_as_it_was_written(kind: Kind):
    terug = lees(voorbeeld(kind, KLAPROOS, VANDAAG))
    heen = gelezen(kind, KLAPROOS, VANDAAG)
    assert (terug.meldingen, terug.geweigerd, terug.kapot) == ((), (), ())
    assert terug.nummer == heen.nummer
    assert [(b.sleutel, b.plek, b.inhoud) for b in terug.bestanden] == [
        (b.sleutel, b.plek, b.inhoud) for b in sorted(heen.bestanden, key=lambda b: b.plek == "overige_documenten")
    ]
    # The key of a carer is ours; a LAS does not know it.
    zonder_sleutel = tuple({**rij, "id": None} for rij in heen.inhoud["verzorgers"])
    verwacht = heen.inhoud.met(
        {"verzorgers": zonder_sleutel, "contactnodig": False, "advies_voorlopig": kind.sterkte.value}
    )
    assert terug.inhoud == verwacht


def test_the_second_file_holds_what_may_not_be_taken_over_and_one_broken_attachment():
    terug = lees(voorbeeld(ESRA, KLAPROOS, VANDAAG))
    assert [weigering.label for weigering in terug.geweigerd] == ["Geboorteplaats", "Huisarts", "Bankrekening"]
    assert [kapot.bestandsnaam for kapot in terug.kapot] == ["verslag-logopedie.pdf"]
    assert [bestand.bestandsnaam for bestand in terug.bestanden] == ["dyslexieverklaring.pdf", "werkstuk.png"]
    assert {melding.regel for melding in terug.meldingen} == {"OVa.LL10", "bijlage"}


def test_the_files_are_written_in_a_new_folder(tmp_path):
    paden = schrijf_voorbeelden(tmp_path / "nieuw", KLAPROOS, VANDAAG)
    assert [pad.name for pad in paden] == [f"overstapdossier-{nummer}.xml" for nummer in (1, 2, 3)]
    assert all(pad.stat().st_size > 10_000 for pad in paden)


def test_the_zorgaanmelding_of_a_school_elsewhere_holds_no_number_and_no_fault(tmp_path):
    terug = lees(schrijf_zorgvoorbeeld(tmp_path, KLAPROOS, VANDAAG).read_bytes(), vandaag=VANDAAG)
    assert (terug.voor_swv, terug.draagt_nummer, terug.fouten) == (True, False, ())
    assert [bestand.bestandsnaam for bestand in terug.bestanden] == ["opp.pdf"]


def test_every_invented_pupil_has_a_number_of_the_test_series_and_no_two_the_same():
    alle = [scenario.kind.bsn for scenario in scenarios()] + [kind.bsn for kind in NIEUWE_LEERLINGEN]
    assert len(set(alle)) == len(alle) == 33
    assert all(bsn.startswith("99999") and is_bsn(bsn) for bsn in alle)


def test_the_series_for_tests_ends():
    with pytest.raises(ValueError, match="heeft geen"):
        bsn_uit_de_reeks(10_000)
