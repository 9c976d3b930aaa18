"""A report that was read by everybody, opened again, changed and sent anew: for the tests of what comes after."""

from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace

from django.test import Client

from overstap.domain.dossiers.enums import Heropenreden, Staat
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.inzages.actions import NogNietDefinitief, bied_nieuwe_versie_aan, heropen
from overstap.domain.rapporten.actions import sla_sectie_op
from overstap.domain.rapporten.queries import concept_for
from overstap.foundation.access import Actor
from overstap.foundation.rls import als
from tests.wereld import Geval, Wereld, dagen_terug, maak_pdf_nu, regio, zet_oso_nu_klaar

OUD, NIEUW = "Werkt rustig door.", "Werkt rustig en nauwkeurig door."


def client_van(actor: Actor) -> Client:
    from overstap.domain.gebruikers.models import Account

    client = Client()
    client.force_login(Account.objects.get(id=actor.id))
    return client


def ouder_binnen(geval: Geval, nummer: int) -> Client:
    client, ouder = Client(), geval.ouders[nummer]
    assert client.post(f"/ouders/{ouder.ouder_id}/", {"code": ouder.code}).status_code == 302
    return client


def schrijf(wereld: Wereld, geval: Geval, at: datetime, tekst: str) -> None:
    with als(wereld.a.ib) as by:
        revisie = concept_for(by, dossier_for(by, geval.dossier_id)).revisie
        sla_sectie_op(
            dossier_id=geval.dossier_id, sectie="gedrag", waarden={"gedrag_huiswerk": tekst}, revisie=revisie, by=by,
            at=at,
        )  # fmt: skip


def heropend() -> SimpleNamespace:
    """Read by both parents and the vo school, then opened again because of an error."""
    wereld = regio()
    geval = wereld.dossier_in(Staat.TER_INZAGE, gezin="apart")
    schrijf(wereld, geval, dagen_terug(19), OUD)
    with als(wereld.a.leerkracht) as by:
        bied_nieuwe_versie_aan(dossier_id=geval.dossier_id, by=by, at=dagen_terug(19))
    for nummer in range(2):
        geval.teken(nummer, dagen_terug(18))
    geval.maak_definitief(dagen_terug(15))
    maak_pdf_nu(geval)
    geval.meld_aan(dagen_terug(12))
    eerste = geval.verstuur(dagen_terug(10))
    zet_oso_nu_klaar(geval)
    geval.lees(dagen_terug(9))
    with als(wereld.a.directeur) as by:
        heropen(dossier_id=geval.dossier_id, reden=Heropenreden.FOUT, by=by, at=dagen_terug(8))
    return SimpleNamespace(wereld=wereld, geval=geval, eerste=eerste, adres=f"/po/dossiers/{geval.dossier_id}/")


def wat_tegenhoudt(na: SimpleNamespace, at: datetime) -> str:
    """Why the report cannot become definitief now; empty when it became so."""
    try:
        na.geval.maak_definitief(at)
    except NogNietDefinitief as fout:
        return " ".join(punt.zin for punt in fout.punten if punt.blokkeert and not punt.in_orde)
    return ""


def bied_anders_aan(na: SimpleNamespace) -> None:
    schrijf(na.wereld, na.geval, dagen_terug(7), NIEUW)
    with als(na.wereld.a.leerkracht) as by:
        bied_nieuwe_versie_aan(dossier_id=na.geval.dossier_id, by=by, at=dagen_terug(7))


def maak_nieuwe_versie(na: SimpleNamespace) -> None:
    bied_anders_aan(na)
    for nummer in range(2):
        na.geval.teken(nummer, dagen_terug(6))
    na.geval.maak_definitief(dagen_terug(5))
    na.geval.verstuur(dagen_terug(4))
