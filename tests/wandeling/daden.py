"""What can be tried on a walk: every act as the person who would do it, and what our own memory makes of its answer."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from uuid import UUID

from overstap.config.demo.teksten import sectiewaarden
from overstap.domain.dossiers.enums import Heropenreden
from overstap.domain.dossiers.models import Dossier
from overstap.domain.inzages import actions as inzage
from overstap.domain.inzages.actions.aanvullen import vul_aan
from overstap.domain.inzages.enums import Akkoord, Correctiebesluit, Papierweg
from overstap.domain.inzages.queries import inzage_for, inzages_for
from overstap.domain.overdrachten import actions as overdracht
from overstap.domain.overdrachten.enums import Aanmeldwijze, Intrekreden
from overstap.domain.overdrachten.models import Aanmelding, Overdracht
from overstap.domain.rapporten.actions import sla_sectie_op
from overstap.domain.rapporten.catalogue import catalogus
from overstap.domain.rapporten.enums import Aanvullingsoort
from overstap.domain.rapporten.queries import concept_for
from overstap.foundation.access import Actor, GeenRecht, NietGevonden, Rol
from overstap.foundation.klok import dag
from overstap.foundation.rls import als
from overstap.jobs.taak import systeem_voor
from tests.wandeling.bijlagedaden import BIJLAGEDADEN, bepaal
from tests.wandeling.wandelaar import Ontsnapt, Wandeling, type_daad

SECTIE = next(sectie.naam for sectie in catalogus().secties if any(v.naam == "opvallend" for v in sectie.velden))

# What is done with the report and its parents.


def schrijf(w: Wandeling, leeg: float = 0.2) -> None:
    opvallend = None if w.kans.random() < leeg else f"Zij leest graag {w.kans.randint(1, 5)} boeken."
    schrijf_sectie(w, SECTIE, dag(w.at), opvallend=opvallend)


def schrijf_sectie(w: Wandeling, sectie: str, op: date, **anders: object) -> None:
    """Fill in a sectie as it is on that day."""
    with als(w.plek.leerkracht) as by:
        revisie = concept_for(by, Dossier.objects.get(id=w.dossier_id)).revisie
        waarden = {**sectiewaarden(w.geval.kind, sectie, w.geval.advies, "", op), **anders}
        sla_sectie_op(dossier_id=w.dossier_id, sectie=sectie, waarden=waarden, revisie=revisie, by=by, at=w.at)


def nodig_een_ouder_uit(w: Wandeling, verzorger_id: UUID | None = None) -> None:
    verzorger_id, papier = verzorger_id or w.kans.choice(w.verzorgers), w.kans.random() < 0.25
    met = {"dossier_id": w.dossier_id, "verzorger_id": verzorger_id, "at": w.at}
    with als(w.plek.leerkracht) as by:
        if papier:
            inzage_id = inzage.bied_op_papier_aan(op=dag(w.at), weg=Papierweg.GESPREK, by=by, **met)
        else:
            inzage_id, _code = inzage.nodig_uit(mail="ouder@voorbeeld.nl", by=by, **met)
        rij = inzage_for(by, Dossier.objects.get(id=w.dossier_id), inzage_id)
        ouder = Actor(Rol.OUDER, rij.ouder_id)
    w.ouders[verzorger_id] = (ouder, inzage_id, papier)
    if not papier and w.kans.random() < 0.8:
        laat_mail_aankomen(w)


def laat_mail_aankomen(w: Wandeling) -> None:
    with als(systeem_voor(w.plek.id)) as by:
        for rij in inzages_for(by, Dossier.objects.get(id=w.dossier_id)):
            if rij.wijze == "digitaal":
                inzage.mail_verzonden(inzage=rij, by=by, at=w.at)


def lees_als_ouder(w: Wandeling) -> None:
    with als(w.een_ouder()[0]) as by:
        inzage.open_rapport(by=by, at=w.at)


def teken(w: Wandeling, wie: tuple[Actor, UUID, bool] | None = None) -> None:
    ouder, inzage_id, papier = wie or w.een_ouder()
    akkoord = w.kans.choice(list(Akkoord))
    if papier:
        with als(w.plek.leerkracht) as by:
            inzage.leg_antwoord_op_papier_vast(
                dossier_id=w.dossier_id, inzage_id=inzage_id, gezien_op=dag(w.at), akkoord=akkoord, by=by, at=w.at
            )
        return
    with als(ouder) as by:
        versie = inzage.open_rapport(by=by, at=w.at)
        inzage.teken_gezien(versie_id=versie.id, akkoord=akkoord, by=by, at=w.at)


def geef_mening(w: Wandeling) -> None:
    with als(w.een_ouder()[0]) as by:
        inzage.geef_zienswijze(tekst="Onze mening.", by=by, at=w.at)


def vraag_om_correctie(w: Wandeling) -> None:
    with als(w.een_ouder()[0]) as by:
        w.verzoeken.append(inzage.vraag_correctie(tekst="Dit klopt niet.", by=by, at=w.at))


def antwoord(w: Wandeling) -> None:
    if not w.verzoeken:
        raise NietGevonden
    besluit = w.kans.choice(list(Correctiebesluit))
    with als(w.plek.ib) as by:
        inzage.beantwoord_correctie(
            dossier_id=w.dossier_id, verzoek_id=w.verzoeken[-1], besluit=besluit, uitleg="Daarom.", by=by, at=w.at
        )
    w.verzoeken.pop()


def bied_nieuwe_versie_aan(w: Wandeling) -> None:
    with als(w.plek.leerkracht) as by:
        inzage.bied_nieuwe_versie_aan(dossier_id=w.dossier_id, by=by, at=w.at)


def laat_iedereen_tekenen(w: Wandeling) -> None:
    """Everything between writing and definitief, one act after the other, as on a day of talks."""
    for verzorger_id in w.verzorgers:
        if verzorger_id not in w.ouders:
            nodig_een_ouder_uit(w, verzorger_id)
    laat_mail_aankomen(w)
    bied_nieuwe_versie_aan(w)
    for ouder in tuple(w.ouders.values()):
        teken(w, ouder)


def maak_definitief(w: Wandeling) -> None:
    with als(w.plek.directeur) as by:
        inzage.maak_definitief(dossier_id=w.dossier_id, by=by, at=w.at)


def heropen(w: Wandeling) -> None:
    with als(w.plek.directeur) as by:
        inzage.heropen(dossier_id=w.dossier_id, reden=w.kans.choice(list(Heropenreden)), by=by, at=w.at)


def schrijf_aanvulling(w: Wandeling) -> None:
    with als(w.plek.leerkracht) as by:
        vul_aan(
            dossier_id=w.dossier_id, soort=Aanvullingsoort.INFORMATIE, veld="opvallend", tekst="Later gezien.",
            by=by, at=w.at,
        )  # fmt: skip


# What is done towards the vo school, and by it.


def meld_aan(w: Wandeling) -> None:
    with als(w.plek.administratie) as by:
        overdracht.leg_aanmelding_vast(
            dossier_id=w.dossier_id, ontvanger_id=w.wereld.vo.id, aangemeld_op=dag(w.at),
            wijze=Aanmeldwijze.OUDERS, by=by, at=w.at,
        )  # fmt: skip


def trek_aanmelding_in(w: Wandeling) -> None:
    ids = {"dossier_id": w.dossier_id, "aanmelding_id": w.lopend(Aanmelding)}
    with als(w.plek.administratie) as by:
        overdracht.trek_aanmelding_in(reden=w.kans.choice(list(Intrekreden)), by=by, at=w.at, **ids)


def verstuur(w: Wandeling) -> None:
    with als(w.plek.administratie) as by:
        overdracht.verstuur(dossier_id=w.dossier_id, aanmelding_id=w.lopend(Aanmelding), by=by, at=w.at)


def trek_overdracht_in(w: Wandeling) -> None:
    with als(w.plek.administratie) as by:
        overdracht.trek_in(dossier_id=w.dossier_id, overdracht_id=w.lopend(Overdracht), by=by, at=w.at)


def lees_als_vo(w: Wandeling) -> None:
    overdracht_id = w.lopend(Overdracht)
    with als(w.wereld.vo.toelating) as by:
        overdracht.lees(overdracht_id=overdracht_id, by=by, at=w.at)


def haal_op(w: Wandeling) -> None:
    overdracht_id = w.lopend(Overdracht)
    with als(w.wereld.vo.administratie) as by:
        overdracht.haal_op(overdracht_id=overdracht_id, wat=w.kans.choice(("oso", "pdf")), by=by, at=w.at)


def laat_tijd_voorbijgaan(w: Wandeling) -> None:
    w.at += timedelta(days=w.kans.randint(1, 16))


def probeer_wat_niet_mag(w: Wandeling) -> None:
    """Somebody without the right, or of another school, tries; it must be refused."""
    wie = w.kans.choice((w.wereld.vo.toelating, w.wereld.b.directeur, w.plek.administratie, w.wereld.b.leerkracht))
    daad = w.kans.choice((_definitief_door, bepaal))
    with suppress(GeenRecht, NietGevonden):
        daad(w, wie)
        raise Ontsnapt(f"{wie.rol} {daad.__name__}")


def _definitief_door(w: Wandeling, by: Actor) -> None:
    with als(by) as wie:
        inzage.maak_definitief(dossier_id=w.dossier_id, by=wie, at=w.at)


# How often each is tried, beside the others.
DADEN: dict[type_daad, int] = {
    **BIJLAGEDADEN, schrijf: 5,
    nodig_een_ouder_uit: 8, laat_mail_aankomen: 3, lees_als_ouder: 6, teken: 8, geef_mening: 2, vraag_om_correctie: 2,
    laat_iedereen_tekenen: 12,
    antwoord: 5, bied_nieuwe_versie_aan: 5, maak_definitief: 14, heropen: 4, schrijf_aanvulling: 3, meld_aan: 10,
    trek_aanmelding_in: 1, verstuur: 16, trek_overdracht_in: 3, lees_als_vo: 4, haal_op: 4, laat_tijd_voorbijgaan: 8,
    probeer_wat_niet_mag: 4,
}  # fmt: skip
