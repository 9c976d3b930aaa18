"""Does a ZIP of many pupils come in pupil by pupil, does one bad file fail alone, and can all of it be undone?"""

from __future__ import annotations

import re
from typing import BinaryIO
from uuid import UUID

import pytest

from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossiers_for
from overstap.domain.importen.actions import (
    bewaar_partij,
    ga_verder,
    maak_ongedaan,
    maak_partij_ongedaan,
    neem_gelezen_over,
    neem_partij_over,
)
from overstap.domain.importen.enums import Partijstand, Regelsoort, Regelstand, Vraag
from overstap.domain.importen.models import Herstel, Partij
from overstap.domain.importen.queries import (
    geschreven_bij,
    herstelbaar_for,
    laatste_regels_for,
    partij_for,
    regel_for,
)
from overstap.domain.leerlingen.models import Leerling
from overstap.domain.rapporten.actions import sla_sectie_op
from overstap.domain.rapporten.queries import concept_for
from overstap.foundation import opslag
from overstap.foundation.access import Actor
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import SleutelVernietigd, Slot
from overstap.integrations.oso import lees
from tests.partij import gelezen_partij, laat_werken, osobestand, regels_van
from tests.wereld import AT, Wereld


def partij_van(wie: Actor, partij_id: UUID) -> Partij:
    with als(wie) as by:
        return partij_for(by, partij_id, AT)


def neem_over(wie: Actor, partij_id: UUID, **keuze: object) -> None:
    with als(wie) as by:
        neem_partij_over(partij_id=partij_id, by=by, at=AT, **keuze)
    laat_werken(wie.werkt_bij, partij_id)


def draai_terug(wie: Actor, partij_id: UUID, **keuze: object) -> None:
    with als(wie) as by:
        maak_partij_ongedaan(partij_id=partij_id, by=by, at=AT, **keuze)
    laat_werken(wie.werkt_bij, partij_id)


def test_only_the_last_import_of_a_pupil_can_be_undone_and_the_one_before_says_why(wereld: Wereld):
    school, wie = wereld.a.gegevens, wereld.a.administratie
    partij_id = gelezen_partij(wie, [("een.xml", osobestand(school, 3))])
    neem_over(wie, partij_id)
    [regel] = regels_van(wie, partij_id)
    with als(wie) as by:
        assert laatste_regels_for(by, partij_for(by, partij_id, AT), AT) == {regel.rij.id}
        nieuwer = lees(osobestand(school, 3, roepnaam="Maike"))
        neem_gelezen_over(gelezen=nieuwer, by=by, at=AT)
        assert laatste_regels_for(by, partij_for(by, partij_id, AT), AT) == set()
    draai_terug(wie, partij_id)
    [regel] = regels_van(wie, partij_id)
    assert regel.stand is Regelstand.OVERGENOMEN
    assert "daarna nog een keer" in regel.kop.bezwaar
    with als(wie) as by:
        [laatste] = herstelbaar_for(by, AT)
        assert laatste.vervangt_op == AT
        dossier = laatste.dossier
        assert maak_ongedaan(dossier_id=dossier.id, by=by, at=AT) is False
        assert geschreven_bij(by, dossier)["roepnaam"] == "Mai"


def test_a_zip_comes_in_pupil_by_pupil_and_goes_again(wereld: Wereld, django_capture_on_commit_callbacks):
    school, wie = wereld.a.gegevens, wereld.a.administratie
    goed = [(f"map/{nummer}.xml", osobestand(school, nummer)) for nummer in range(4)]
    van_b = osobestand(wereld.b.gegevens, 9)
    partij_id = gelezen_partij(
        wie, [*goed, ("half.xml", goed[0][1][:900]), ("b.xml", van_b), ("lees mij.pdf", b"%PDF")]
    )
    regels = regels_van(wie, partij_id)
    nieuw = [regel.kop.naam for regel in regels if regel.soort is Regelsoort.NIEUW]
    assert nieuw == ["Deniz Doğan", "Ilias El Amrani", "Mai Nguyễn", "Zofia Świt"]
    fouten = {regel.kop.bestand: regel.kop.bezwaar for regel in regels if regel.soort is Regelsoort.FOUT}
    assert fouten.keys() == {"half.xml", "b.xml", "lees mij.pdf"}
    assert "niet compleet" in fouten["half.xml"]
    assert "99XB" in fouten["b.xml"]
    assert "geen OSO-bestand" in fouten["lees mij.pdf"]

    bestand_id = partij_van(wie, partij_id).bestand_id
    with django_capture_on_commit_callbacks(execute=True):
        neem_over(wie, partij_id)
    with als(wie) as by:
        assert dossiers_for(by).count() == 4
        assert {event.rol for event in AuditEvent.objects.filter(wat="import.overgenomen")} == {wie.rol.value}
    assert partij_van(wie, partij_id).bestand_id is None
    assert bestand_id
    with pytest.raises(opslag.NietBewaard):
        opslag.lees(bestand_id)

    with als(wie):
        sleutels = list(Dossier.objects.values_list("sleutel_id", flat=True))
    with django_capture_on_commit_callbacks(execute=True):
        draai_terug(wie, partij_id)
    with als(wie):
        assert (Dossier.objects.count(), Leerling.objects.count(), Herstel.objects.count()) == (0, 0, 0)
    for sleutel_id in sleutels:
        with pytest.raises(SleutelVernietigd):
            Slot(sleutel_id)
    assert {regel.stand for regel in regels_van(wie, partij_id)} == {Regelstand.ONGEDAAN, Regelstand.OPEN}


def test_some_may_be_taken_over_and_undone_unless_somebody_built_on_it(wereld: Wereld):
    wie = wereld.a.administratie
    partij_id = gelezen_partij(wie, [(f"{n}.xml", osobestand(wereld.a.gegevens, n)) for n in (1, 2)])
    een, ander = regels_van(wie, partij_id)
    neem_over(wie, partij_id, regels=[een.rij.id])
    assert [regel.stand for regel in regels_van(wie, partij_id)] == [Regelstand.OVERGENOMEN, Regelstand.OPEN]
    assert partij_van(wie, partij_id).bestand_id is not None
    neem_over(wie, partij_id, regels=[ander.rij.id])
    with als(wereld.a.leerkracht) as by:
        dossier = dossiers_for(by).get(id=regels_van(wie, partij_id)[0].rij.naar_dossier)
        revisie = concept_for(by, dossier).revisie
        sla_sectie_op(dossier_id=dossier.id, sectie="gedrag", waarden={}, revisie=revisie, by=by, at=AT)
    draai_terug(wie, partij_id)
    bleef, weg = regels_van(wie, partij_id)
    assert (bleef.stand, weg.stand) == (Regelstand.OVERGENOMEN, Regelstand.ONGEDAAN)
    assert "werkte na het overnemen" in bleef.kop.bezwaar
    with als(wie) as by:
        assert [rij.id for rij in dossiers_for(by)] == [dossier.id]


def test_two_files_about_one_pupil_are_a_question_and_never_merged_unseen(wereld: Wereld):
    wie, school = wereld.a.administratie, wereld.a.gegevens
    leden = [
        ("a.xml", osobestand(school, 4)),
        ("b.xml", osobestand(school, 4, groep="8B")),
        ("c.xml", osobestand(school, 5)),
    ]
    partij_id = gelezen_partij(wie, leden)
    dubbel = [regel for regel in regels_van(wie, partij_id) if regel.soort is Regelsoort.VRAAG]
    assert {(regel.kop.bestand, regel.kop.dubbel, regel.kop.vraag) for regel in dubbel} == {
        ("a.xml", 1, Vraag.DUBBEL), ("b.xml", 0, Vraag.DUBBEL),
    }  # fmt: skip
    neem_over(wie, partij_id)
    with als(wie) as by:
        assert dossiers_for(by).count() == 1
    keuze = next(regel.rij.id for regel in dubbel if regel.kop.bestand == "b.xml")
    neem_over(wie, partij_id, regels=[keuze], bevestigd=True)
    with als(wie) as by:
        assert set(dossiers_for(by).values_list("groep", flat=True)) == {"8A", "8B"}


def test_another_pupil_is_an_answer_that_makes_a_dossier_and_can_be_undone(wereld: Wereld):
    wie, school = wereld.a.administratie, wereld.a.gegevens
    neem_over(wie, gelezen_partij(wie, [(f"{n}.xml", osobestand(school, n)) for n in (4, 6)]))
    ander_nummer = osobestand(school, 4).replace(nummer_in(osobestand(school, 4)), nummer_in(osobestand(school, 9)))
    andere_dag = re.sub(rb"<geboortedatum>[^<]+", b"<geboortedatum>2014-01-01", osobestand(school, 6))
    partij_id = gelezen_partij(wie, [("4.xml", ander_nummer), ("6.xml", andere_dag)])
    nummer, dag = sorted(regels_van(wie, partij_id), key=lambda regel: regel.rij.nummer)
    assert [(regel.kop.vraag, regel.kop.kan_ander) for regel in (nummer, dag)] == [
        (Vraag.NUMMER, True), (Vraag.GEBOORTEDATUM, False),
    ]  # fmt: skip
    neem_over(wie, partij_id, regels=[nummer.rij.id, dag.rij.id], ander=True)
    nieuw, geweigerd = sorted(regels_van(wie, partij_id), key=lambda regel: regel.rij.nummer)
    assert (nieuw.stand, geweigerd.stand) == (Regelstand.OVERGENOMEN, Regelstand.MISLUKT)
    assert "niet hetzelfde BSN" in geweigerd.kop.bezwaar
    assert nieuw.rij.naar_dossier != nummer.rij.naar_dossier
    with als(wie) as by:
        assert dossiers_for(by).count() == 3
    # A file that gives the leerlingid of both is a question of the birth date, and then of nothing else.
    assert {regel.soort for regel in regels_van(wie, gelezen_partij(wie, [("4.xml", ander_nummer)]))} == {
        Regelsoort.ONGEWIJZIGD
    }
    draai_terug(wie, partij_id)
    with als(wie) as by:
        assert dossiers_for(by).count() == 2
    # Undone it is a question again, with another answer if need be.
    neem_over(wie, partij_id, regels=[nummer.rij.id], bevestigd=True)
    assert {regel.rij.naar_dossier for regel in regels_van(wie, partij_id)} >= {nummer.rij.naar_dossier}
    with als(wie) as by:
        assert dossiers_for(by).count() == 2


def nummer_in(ruw: bytes) -> bytes:
    return re.search(rb"<bsn>\d+</bsn>", ruw).group()


def test_what_changes_stands_field_by_field_and_a_second_reading_changes_nothing(wereld: Wereld):
    wie, school = wereld.a.administratie, wereld.a.gegevens
    neem_over(wie, gelezen_partij(wie, [("a.xml", osobestand(school, 6))]))
    partij_id = gelezen_partij(wie, [("a.xml", osobestand(school, 6)), ("b.xml", osobestand(school, 7))])
    assert {regel.soort for regel in regels_van(wie, partij_id)} == {Regelsoort.ONGEWIJZIGD, Regelsoort.NIEUW}
    anders = gelezen_partij(wie, [("a.xml", osobestand(school, 6, roepnaam="Iliasje"))])
    regel = regels_van(wie, anders)[0]
    with als(wie) as by:
        _, beeld = regel_for(by, partij_for(by, anders, AT), regel.rij.id)
    assert regel.soort is Regelsoort.GEWIJZIGD
    roepnaam = next(wijziging for wijziging in beeld.wijzigingen if wijziging.veld == "roepnaam")
    assert (roepnaam.label, roepnaam.oud, roepnaam.nieuw) == ("Roepnaam", "Ilias", "Iliasje")


def test_a_file_that_nobody_foresaw_stops_only_itself(wereld: Wereld, monkeypatch):
    from overstap.jobs import importen as werk

    echt = werk.lees

    def lees(bron: BinaryIO, **meer: object) -> object:
        if b"Deniz" in (ruw := bron.read()):
            raise ZeroDivisionError(ruw)
        return echt(ruw, **meer)

    monkeypatch.setattr(werk, "lees", lees)
    leden = [(f"{n}.xml", osobestand(wereld.a.gegevens, n)) for n in (0, 1)]
    regels = regels_van(wereld.a.administratie, gelezen_partij(wereld.a.administratie, leden))
    assert [(regel.soort, "ligt aan ons" in regel.kop.bezwaar) for regel in regels] == [
        (Regelsoort.NIEUW, False),
        (Regelsoort.FOUT, True),
    ]


def test_the_worker_goes_on_where_it_stopped_and_works_in_turns(wereld: Wereld, monkeypatch):
    from overstap.jobs import importen as werk

    monkeypatch.setattr(werk, "BEURT", 2)
    wie = wereld.a.administratie
    rommel = [(f"{n}.txt", b"x") for n in range(5)]
    with als(wie) as by:
        from tests.partij import zipbestand

        partij_id = bewaar_partij(stukken=[zipbestand(rommel)], by=by, at=AT)
    assert laat_werken(wereld.a.id, partij_id) == 3
    assert len(regels_van(wie, partij_id)) == 5
    with als(wie) as by:
        ga_verder(partij_id=partij_id, by=by, at=AT)
    assert laat_werken(wereld.a.id, partij_id) == 1
    assert len(regels_van(wie, partij_id)) == 5


def test_a_zip_that_cannot_be_read_says_so_and_is_not_kept(wereld: Wereld, django_capture_on_commit_callbacks):
    wie = wereld.a.administratie
    with django_capture_on_commit_callbacks(execute=True):
        partij_id = gelezen_partij(wie, [])
    partij = partij_van(wie, partij_id)
    assert (partij.stand, partij.bestand_id) == (Partijstand.ONBRUIKBAAR, None)
    assert "geen bestanden" in partij.bezwaar
