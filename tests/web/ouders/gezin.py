"""An invented family: one pupil, two parents who live apart, and a report that they may read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.test import Client

from tests.web.po.klas import NU, maak_klas, neem_over
from tests.web.po.vol import VANDAAG, bestand, gezagdragers, met_advies, verstuur, volledig

LATER = NU + timedelta(days=30)


@dataclass(frozen=True)
class Ouder:
    """One parent: how this parent comes in, and what only this parent may see."""

    naam: str
    straat: str
    telefoon: str
    ouder_id: UUID
    inzage_id: UUID
    code: str
    actor: Any

    def binnen(self) -> Client:
        """A browser in which this parent typed the code."""
        client = Client()
        antwoord = client.post(f"/ouders/{self.ouder_id}/", {"code": self.code})
        assert antwoord.status_code == 302, antwoord.content.decode()
        return client


STRATEN = {"Samira": ("Lindelaan", "0201110001"), "Karim": ("Kanaalkade", "0302220002")}


def maak_gezin(wereld: SimpleNamespace | None = None, nummer: int = 0, **velden: Any) -> SimpleNamespace:
    """The world, with `dossier_id`, `samira` and `karim` (both invited, each with a code) and two attachments."""
    wereld = wereld or maak_klas()
    mee, blijft = bestand(1, naam="dyslexie_noor_haddou.pdf"), bestand(2, naam="logopedie.pdf")
    waarde = volledig(nummer, bestanden=(mee, blijft), **{"verzorgers": tuple(map(verzorger, STRATEN)), **velden})
    dossier_id = neem_over(wereld, waarde)
    met_advies(wereld, dossier_id)
    bijlagen = _geef_eerste_mee(wereld, dossier_id)
    ouders = {
        wie.naam.split()[0].lower(): _nodig_uit(wereld, dossier_id, wie) for wie in gezagdragers(wereld, dossier_id)
    }
    return SimpleNamespace(wereld=wereld, dossier_id=dossier_id, bijlagen=bijlagen, **ouders)


def zet_pdf_klaar(gezin: SimpleNamespace, *publieken: str) -> None:
    """Do what the worker does: keep a PDF of every version."""
    from overstap.domain.dossiers.queries import dossier_for
    from overstap.domain.rapporten.actions import bewaar_pdf
    from overstap.domain.rapporten.queries import versies_for
    from overstap.foundation.rls import als

    with als(gezin.wereld.directeur) as by:
        for versie in versies_for(by, dossier_for(by, gezin.dossier_id)):
            for publiek in publieken or ("ouders",):
                bewaar_pdf(versie=versie, publiek=publiek, pdf=f"%PDF-1.7 {publiek}".encode(), by=by, at=NU)


def nieuwe_versie(gezin: SimpleNamespace, **waarden: Any) -> None:
    """Let the school change something in the sectie about learning, and offer the new version."""
    from overstap.domain.dossiers.queries import dossier_for
    from overstap.domain.inzages.actions import bied_nieuwe_versie_aan
    from overstap.domain.rapporten.actions import sla_sectie_op
    from overstap.domain.rapporten.queries import concept_for
    from overstap.foundation.rls import als

    with als(gezin.wereld.directeur) as by:
        revisie = concept_for(by, dossier_for(by, gezin.dossier_id)).revisie
        wie = {"dossier_id": gezin.dossier_id, "by": by, "at": NU}
        sla_sectie_op(
            sectie="leerresultaten", waarden={"opvallend": "Leest nu veel meer.", **waarden}, revisie=revisie, **wie
        )
        bied_nieuwe_versie_aan(**wie)


def maak_definitief(gezin: SimpleNamespace) -> None:
    """Freeze the report after the reaction term."""
    from overstap.domain.inzages.actions import maak_definitief as act
    from overstap.foundation.rls import als

    with als(gezin.wereld.directeur) as by:
        act(dossier_id=gezin.dossier_id, by=by, at=LATER)


def stuur_naar_vo(gezin: SimpleNamespace) -> UUID:
    """Make it definitive and send it; returns the overdracht."""
    maak_definitief(gezin)
    return verstuur(gezin.wereld, gezin.dossier_id)


def verzorger(roepnaam: str) -> dict[str, Any]:
    straat, telefoon = STRATEN[roepnaam]
    adres = {"soortadres": "bezoek", "straat": straat, "nummer": "7", "postcode": "1234AB", "plaats": "Meerdorp"}
    contact = (
        {"soort": "e-mail", "nummer": f"{roepnaam.lower()}@voorbeeld.nl"},
        {"soort": "telefoon", "nummer": telefoon},
    )
    return {
        "roepnaam": roepnaam, "achternaam": "Haddou", "relatietotkind": "2" if roepnaam == "Samira" else "1",
        "wettigevertegenwoordiger": True, "adressen": (adres,), "communicatie": contact,
    }  # fmt: skip


def _geef_eerste_mee(wereld: SimpleNamespace, dossier_id: UUID) -> tuple[UUID, UUID]:
    from overstap.domain.bijlagen.actions import bepaal_vrijgave
    from overstap.domain.bijlagen.enums import Bijlagesoort, Ontvanger
    from overstap.domain.bijlagen.queries import bijlagen_for
    from overstap.domain.bijlagen.rules import Gegeven
    from overstap.domain.dossiers.queries import dossier_for
    from overstap.foundation.rls import als

    with als(wereld.directeur) as by:
        mee, blijft = bijlagen_for(by, dossier_for(by, dossier_id))
        bepaal_vrijgave(
            dossier_id=dossier_id, bijlage_id=mee.id, soort=Bijlagesoort.VERKLARING, aan={Ontvanger.VO},
            gegeven=Gegeven(VANDAAG, "Beide ouders", frozenset({Ontvanger.VO})), by=by, at=NU,
        )  # fmt: skip
        return mee.id, blijft.id


def _nodig_uit(wereld: SimpleNamespace, dossier_id: UUID, wie: Any) -> Ouder:
    from overstap.domain.dossiers.queries import dossier_for
    from overstap.domain.inzages.actions import mail_verzonden, nodig_uit
    from overstap.domain.inzages.queries import inzage_for
    from overstap.foundation.access import Actor, Rol
    from overstap.foundation.rls import als

    with als(wereld.directeur) as by:
        inzage_id, code = nodig_uit(dossier_id=dossier_id, verzorger_id=wie.sleutel, mail=wie.mail, by=by, at=NU)
        inzage = inzage_for(by, dossier_for(by, dossier_id), inzage_id)
        mail_verzonden(inzage=inzage, by=by, at=NU)
        ouder_id = inzage.ouder_id
    straat, telefoon = STRATEN[wie.naam.split()[0]]
    return Ouder(wie.naam, straat, telefoon, ouder_id, inzage_id, code, Actor(Rol.OUDER, ouder_id))
