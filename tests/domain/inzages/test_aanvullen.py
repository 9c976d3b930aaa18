"""Can something be added to a definitive version, so that parents read it first and the version stays as it was?"""

from __future__ import annotations

import io
from datetime import date, timedelta
from uuid import UUID

import pikepdf
import pytest
from django.core import mail
from django.db import DatabaseError, connection, transaction

from overstap.domain.dossiers.actions import bekeken
from overstap.domain.dossiers.enums import Heropenreden, Staat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages.actions import InzageGeweigerd, heropen, maak_definitief
from overstap.domain.inzages.actions.aanvullen import leg_aanvulling_op_papier_vast, trek_aanvulling_in, vul_aan
from overstap.domain.inzages.enums import Papierweg
from overstap.domain.overdrachten.actions import OverdrachtGeweigerd, verstuur
from overstap.domain.overdrachten.enums import Volgende
from overstap.domain.overdrachten.queries import (
    Bijgekomen,
    aanvulregels_for,
    bijgekomen_for,
    kijkers_for,
    meegegane_aanvullingen_for,
    oso_bestand_for,
    overdracht_for,
    regel_for,
    versieregels_for,
)
from overstap.domain.rapporten.enums import Aanvullingsoort
from overstap.domain.rapporten.models import Aanvulling
from overstap.domain.rapporten.queries import (
    aanvulling_for,
    aanvullingen_for,
    aanvullingpdf_for,
    bevroren_for,
    laatste_versie_for,
)
from overstap.domain.rapporten.rules.aanvullen import (
    AanvullingGeweigerd,
    Aanvulstand,
    aanvulbaar,
    aanvulbare_velden,
    aanvulstand,
)
from overstap.foundation.access import GeenRecht
from overstap.foundation.rls import als
from overstap.integrations.oso import lees
from overstap.jobs.mail import mail_bericht
from overstap.jobs.pdf import maak_aanvulling
from overstap.jobs.taak import systeem_voor
from overstap.jobs.veranderd import mail_ontvangers
from tests.integrations.pdf.lezen import tekst_van
from tests.wereld import AT, VANDAAG, Geval, Wereld, dagen_terug, logboek, regio, zet_oso_nu_klaar

TEKST = "Op 3 juni maakte zij de toets begrijpend lezen opnieuw: niveau II."


def aan(geval: Geval, wereld: Wereld, *, veld: str = "opvallend", tekst: str = TEKST, at=AT) -> UUID:
    with als(wereld.a.ib) as by:
        return vul_aan(
            dossier_id=geval.dossier_id, soort=Aanvullingsoort.TOETS, veld=veld, tekst=tekst, by=by, at=at
        )  # fmt: skip


def stand(geval: Geval, wereld: Wereld, at=AT) -> list[Aanvulstand]:
    with als(wereld.a.ib) as by:
        dossier = dossier_for(by, geval.dossier_id)
        return [regel.stand for regel in aanvulregels_for(by, dossier, slot_for(by, dossier), at)]


def lees_als_ouder(geval: Geval, nummer: int, aanvulling_id: UUID) -> list[str]:
    with als(geval.ouders[nummer].actor) as by:
        dossier = dossier_for(by, geval.dossier_id)
        gelezen = aanvullingen_for(by, dossier, slot_for(by, dossier))
        bekeken(dossier=dossier, wat="aanvulling", by=by, at=AT, object_id=aanvulling_id)
        return [aanvulling.inhoud.tekst for aanvulling in gelezen]


def als_vo(geval: Geval, wereld: Wereld) -> tuple[str, ...]:
    with als(wereld.vo.toelating) as by:
        overdracht = overdracht_for(by, geval.overdracht_id)
        slot = slot_for(by, overdracht.dossier)
        return tuple(a.inhoud.tekst for a in meegegane_aanvullingen_for(by, overdracht, slot))


def stuur(geval: Geval, wereld: Wereld, at=AT) -> UUID:
    with als(wereld.a.administratie) as by:
        return verstuur(dossier_id=geval.dossier_id, aanmelding_id=geval.aanmelding_id, by=by, at=at)


@pytest.mark.django_db
def test_an_addition_goes_only_after_the_parents_read_it_and_never_touches_the_version():
    wereld = regio()
    geval = wereld.dossier_in(Staat.GELEZEN, gezin="apart", met_bestanden=True)
    with als(wereld.a.ib) as by:
        dossier = dossier_for(by, geval.dossier_id)
        versie = laatste_versie_for(by, dossier)
        eerst = bevroren_for(by, versie, slot_for(by, dossier)).naar_bytes()
    aanvulling_id = aan(geval, wereld)
    assert stand(geval, wereld) == [Aanvulstand.BIJ_OUDERS]
    with pytest.raises(OverdrachtGeweigerd, match="al naar deze school"):
        stuur(geval, wereld)
    assert als_vo(geval, wereld) == ()
    for ouder in range(2):
        assert lees_als_ouder(geval, ouder, aanvulling_id) == [TEKST]
    assert stand(geval, wereld) == [Aanvulstand.KAN_MEE]
    geval.overdracht_id = stuur(geval, wereld)
    assert stand(geval, wereld) == [Aanvulstand.VERSTUURD]
    assert als_vo(geval, wereld) == (TEKST,)
    with pytest.raises(OverdrachtGeweigerd, match="al naar deze school"):
        stuur(geval, wereld, AT + timedelta(minutes=1))
    with als(wereld.a.ib) as by:
        dossier = dossier_for(by, geval.dossier_id)
        assert laatste_versie_for(by, dossier).id == versie.id
        assert bevroren_for(by, versie, slot_for(by, dossier)).naar_bytes() == eerst
        assert Aanvulling.objects.get(id=aanvulling_id).functie == "intern_begeleider"
        with pytest.raises(AanvullingGeweigerd):
            trek_aanvulling_in(dossier_id=dossier.id, aanvulling_id=aanvulling_id, by=by, at=AT)
        for kolom in ("geheim = '\\x00'", "gaat_mee_op = now()"):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"update rapporten_aanvulling set {kolom}")  # noqa: S608  # our own words
    _bestanden(geval, wereld, aanvulling_id)
    _mails(geval, wereld)


def _bestanden(geval: Geval, wereld: Wereld, aanvulling_id: UUID) -> None:
    """Its PDF says what it belongs to, and travels in the OSO file beside the report."""
    for _ in range(2):
        with als(systeem_voor(wereld.a.id)) as by:
            maak_aanvulling(aanvulling_id=aanvulling_id, dossier_id=geval.dossier_id, by=by, at=AT)
    with als(geval.ouders[1].actor) as by:
        dossier = dossier_for(by, geval.dossier_id)
        rij = aanvulling_for(by, dossier, aanvulling_id)
        pdf = aanvullingpdf_for(by, rij, slot_for(by, dossier))
    tekst = tekst_van(pdf)
    for woorden in (
        TEKST,
        "Aanvulling 1 bij onderwijskundig rapport",
        "Bij versie 2",
        "intern begeleider",
        "Vingerafdruk",
    ):
        assert woorden in tekst
    with pikepdf.open(io.BytesIO(pdf)) as geopend:
        assert geopend.Root.MarkInfo.Marked
    zet_oso_nu_klaar(geval)
    with als(wereld.vo.administratie) as by:
        bestanden = lees(oso_bestand_for(by, overdracht_for(by, geval.overdracht_id)).read(), vandaag=VANDAAG).bestanden
    assert [b.inhoud for b in bestanden if b.bestandsnaam == "aanvulling-1.pdf"] == [pdf]


def _mails(geval: Geval, wereld: Wereld) -> None:
    """Everybody is told, each apart, and nothing in the mail says about whom."""
    with als(systeem_voor(wereld.a.id)) as by:
        ids = {"inzage_id": geval.ouders[0].inzage_id, "dossier_id": geval.dossier_id}
        mail_bericht(by=by, at=AT, **ids)
        mail_ontvangers(dossier_id=geval.dossier_id, by=by, at=AT)
    ouder, *vo = mail.outbox
    assert "De basisschool wil u iets vertellen" in ouder.body
    with als(wereld.a.directeur) as by:
        mogen = [mens.account.email for mens in kijkers_for(by, wereld.vo.id)]
    assert sorted(adres for bericht in vo for adres in bericht.to) == sorted(mogen)
    assert len(mogen) > 2
    assert {len(bericht.to) for bericht in mail.outbox} == {1}
    for bericht in mail.outbox:
        assert geval.kind.achternaam not in bericht.subject
        assert geval.kind.roepnaam not in bericht.body
        assert "aanvulling" not in bericht.body.lower()
    assert f"/vo/overdrachten/{geval.overdracht_id}/" in vo[0].body
    assert "overdracht.ontvanger_ingelicht" in logboek(geval)


@pytest.mark.django_db
def test_what_may_not_be_added_is_refused_in_words():
    wereld = regio()
    geval = wereld.dossier_in(Staat.GELEZEN)
    for veld, tekst, zin in (
        ("bestaat_niet", TEKST, "Kies bij welke vraag"),
        ("opvallend", "  \n ", "Schrijf op wat u wilt aanvullen"),
        ("opvallend", "a" * 10_001, "10001 tekens, er passen er 10000"),
    ):
        with pytest.raises(AanvullingGeweigerd) as fout:
            aan(geval, wereld, veld=veld, tekst=tekst)
        assert zin in fout.value.zin
    with als(wereld.a.administratie) as by, pytest.raises(GeenRecht):
        vul_aan(dossier_id=geval.dossier_id, soort=Aanvullingsoort.TOETS, veld="opvallend", tekst=TEKST, by=by, at=AT)
    aanvulling_id = aan(geval, wereld)
    with als(wereld.a.ib) as by:
        for _ in range(2):
            trek_aanvulling_in(dossier_id=geval.dossier_id, aanvulling_id=aanvulling_id, by=by, at=AT)
    assert stand(geval, wereld) == [Aanvulstand.INGETROKKEN]
    with als(geval.ouders[0].actor) as by:
        dossier = dossier_for(by, geval.dossier_id)
        assert aanvullingen_for(by, dossier, slot_for(by, dossier)) == ()
    assert logboek(geval).count("aanvulling.ingetrokken") == 1
    with als(wereld.a.directeur) as by:
        heropen(dossier_id=geval.dossier_id, reden=Heropenreden.AANVULLING, by=by, at=AT)
    with pytest.raises(AanvullingGeweigerd) as fout:
        aan(geval, wereld)
    assert fout.value.zin == "Dit rapport is niet definitief. Schrijf uw tekst in het rapport zelf."


@pytest.mark.django_db
def test_what_was_given_on_paper_counts_as_read_and_moves_along_to_a_later_version():
    wereld = regio()
    geval = wereld.dossier_in(Staat.GELEZEN, gezin="apart")
    eerste = aan(geval, wereld, at=dagen_terug(2))
    assert volgende(geval, wereld) is Volgende.LEZEN_AANVULLING
    lees_als_ouder(geval, 0, eerste)
    wat = {"dossier_id": geval.dossier_id, "aanvulling_id": eerste, "inzage_id": geval.ouders[1].inzage_id}
    with als(wereld.a.leerkracht) as by:
        with pytest.raises(InzageGeweigerd, match="nadat u haar schreef"):
            leg_aanvulling_op_papier_vast(**wat, op=dagen_terug(3).date(), weg=Papierweg.POST, by=by, at=AT)
        for _ in range(2):
            leg_aanvulling_op_papier_vast(**wat, op=dagen_terug(1).date(), weg=Papierweg.POST, by=by, at=AT)
    with als(wereld.a.administratie) as by, pytest.raises(GeenRecht):
        leg_aanvulling_op_papier_vast(**wat, op=dagen_terug(1).date(), weg=Papierweg.POST, by=by, at=AT)
    assert stand(geval, wereld) == [Aanvulstand.KAN_MEE]
    assert volgende(geval, wereld) is Volgende.STUUR_AANVULLING
    assert logboek(geval).count("aanvulling.op_papier_gegeven") == 1
    # The report is opened again and becomes a new version: the aanvulling of the old one goes with it.
    with als(wereld.a.directeur) as by:
        heropen(dossier_id=geval.dossier_id, reden=Heropenreden.AANVULLING, by=by, at=AT)
        maak_definitief(dossier_id=geval.dossier_id, by=by, at=AT)
    geval.overdracht_id = stuur(geval, wereld)
    assert als_vo(geval, wereld) == (TEKST,)
    assert volgende(geval, wereld) is Volgende.BIJ_HET_VO
    with als(wereld.vo.toelating) as by:
        assert bijgekomen_for(by, [geval.overdracht_id]) == {geval.overdracht_id: Bijgekomen(1, eerder_gelezen=True)}


def volgende(geval: Geval, wereld: Wereld) -> Volgende:
    with als(wereld.a.directeur) as by:
        return regel_for(by, dossier_for(by, geval.dossier_id), AT).volgende


@pytest.mark.django_db
def test_a_later_zienswijze_may_be_sent_after_the_report():
    wereld = regio()
    geval = wereld.dossier_in(Staat.GELEZEN)
    geval.geef_zienswijze(0, "Wij denken er anders over.", dagen_terug(1))
    eerste = geval.overdracht_id
    geval.overdracht_id = stuur(geval, wereld)
    assert geval.overdracht_id != eerste
    with als(wereld.a.directeur) as by:
        dossier = dossier_for(by, geval.dossier_id)
        regels = versieregels_for(by, dossier, slot_for(by, dossier), AT)
    definitief, inzage = regels
    assert [bool(o.ingetrokken_op) for o in definitief.overdrachten] == [False, True]
    assert definitief.functie == "directeur"
    assert inzage.functie == "leerkracht"
    assert definitief.heropend is None
    assert inzage.overdrachten == ()
    assert all(ouder.getekend_op for ouder in inzage.ouders)


@pytest.mark.parametrize(
    ("gelezen", "dagen", "verwacht"),
    [
        ((True, False), 14, Aanvulstand.BIJ_OUDERS),
        ((True, False), 15, Aanvulstand.KAN_MEE),
        ((True, True), 0, Aanvulstand.KAN_MEE),
        ((), 0, Aanvulstand.BIJ_OUDERS),
    ],
)
def test_the_term_of_the_parents_ends_the_day_after(gelezen: tuple[bool, ...], dagen: int, verwacht: Aanvulstand):
    dag = date(2027, 4, 1)
    nu = aanvulstand(
        gemaakt_op=dag, gelezen=gelezen, termijn_dagen=14, vandaag=dag + timedelta(days=dagen), verstuurd=False,
        ingetrokken=False,
    )  # fmt: skip
    assert nu is verwacht


def test_something_is_only_added_to_what_parents_and_vo_may_read():
    namen = {veld.naam for _, velden in aanvulbare_velden() for veld in velden}
    assert "opvallend" in namen
    assert aanvulbaar("opvallend") is not None
    assert aanvulbaar("bestaat_niet") is None
