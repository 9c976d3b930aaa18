"""A pupil's complete report, walked by the real acts to the state that a page needs."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from tests.web.po.klas import NU, gelezen, neem_over

VANDAAG = NU.date()
LATER = NU + timedelta(days=30)


def bestand(nummer: int = 1, plek: str = "", naam: str = "verslag.pdf") -> Any:
    """An attachment as the reader of OSO gives it."""
    from overstap.domain.bijlagen.snapshot import Bestand

    return Bestand(f"sleutel{nummer}", plek, naam, "Verslag van een gesprek", "application/pdf", b"%PDF-1.7 proef")


def volledig(nummer: int = 0, roepnaam: str = "Noor", achternaam: str = "Haddou", bestanden: tuple = (), **velden: Any):
    """A pupil of whom every question is answered, but for the advice."""
    from dataclasses import replace

    alinea = "Werkt rustig en vraagt om hulp als dat nodig is."
    gedrag = ("contact", "spel_en_leren", "huiswerk", "concentratie", "zelfstandigheid", "overig")
    waarde = gelezen(
        nummer, roepnaam, achternaam,
        leerlingid=f"L{nummer}", adresgeheim=False, datum_inschrijving=date(2019, 4, 1),
        verzuim_vanaf=date(2026, 8, 1), verzuim_geoorloofd=2, verzuim_ongeoorloofd=0,
        opvallend=alinea, toetsbeeld="past", **{f"gedrag_{deel}": alinea for deel in gedrag},
        sociaal_emotioneel_problemen=False, ondersteuningsvraag=False, contactnodig=False,
        wens_leerling="geen", wens_ouders="geen", argumentatie=alinea, **velden,
    )  # fmt: skip
    return replace(waarde, bestanden=bestanden)


def met_advies(wereld: SimpleNamespace, dossier_id: UUID) -> None:
    """Give the voorlopig and the definitief advice."""
    from overstap.domain.adviezen.actions import geef_definitief, geef_voorlopig, leg_toets_vast
    from overstap.domain.adviezen.enums import Niveau, Toetsstand
    from overstap.foundation.rls import als

    with als(wereld.directeur) as by:
        wie = {"dossier_id": dossier_id, "gegeven_op": VANDAAG, "by": by, "at": NU}
        geef_voorlopig(niveau=Niveau.HAVO, **wie)
        leg_toets_vast(
            dossier_id=dossier_id, stand=Toetsstand.NIET_GEMAAKT, toetsadvies=None, uitslag={"deelgenomen": False},
            by=by, at=NU,
        )  # fmt: skip
        geef_definitief(niveau=Niveau.HAVO, uitkomst=None, motivatie="", **wie)


def gezagdragers(wereld: SimpleNamespace, dossier_id: UUID) -> tuple:
    """The parents with gezag of a dossier."""
    from overstap.domain.dossiers.queries import dossier_for, slot_for
    from overstap.domain.inzages.rules import gezaghebbenden
    from overstap.domain.rapporten.queries import inhoud_for
    from overstap.foundation.rls import als

    with als(wereld.directeur) as by:
        dossier = dossier_for(by, dossier_id)
        return gezaghebbenden(inhoud_for(by, dossier, slot_for(by, dossier)))


def nodig_iedereen_uit(wereld: SimpleNamespace, dossier_id: UUID, at: Any = NU) -> list[UUID]:
    """Invite every parent; returns the offers."""
    from overstap.domain.inzages.actions import nodig_uit
    from overstap.foundation.rls import als

    wie = gezagdragers(wereld, dossier_id)
    with als(wereld.directeur) as by:
        return [
            nodig_uit(dossier_id=dossier_id, verzorger_id=ouder.sleutel, mail=ouder.mail, by=by, at=at)[0]
            for ouder in wie
        ]


def als_ouder(wereld: SimpleNamespace, dossier_id: UUID, inzage_id: UUID) -> Any:
    """The parent of an offer, as an actor."""
    from overstap.domain.dossiers.queries import dossier_for
    from overstap.domain.inzages.queries import inzage_for
    from overstap.foundation.access import Actor, Rol
    from overstap.foundation.rls import als

    with als(wereld.directeur) as by:
        ouder_id = inzage_for(by, dossier_for(by, dossier_id), inzage_id).ouder_id
    return Actor(Rol.OUDER, ouder_id)


def teken(wereld: SimpleNamespace, dossier_id: UUID, inzage_id: UUID, at: Any = NU) -> None:
    """Let the parent of an offer read and sign."""
    from overstap.domain.inzages.actions import open_rapport, teken_gezien
    from overstap.domain.inzages.enums import Akkoord
    from overstap.foundation.rls import als

    with als(als_ouder(wereld, dossier_id, inzage_id)) as by:
        versie = open_rapport(by=by, at=at)
        teken_gezien(versie_id=versie.id, akkoord=Akkoord.JA, by=by, at=at)


def maak_dossier(wereld: SimpleNamespace, staat: str = "concept", **wat: Any) -> UUID:
    """A dossier: concept, klaar (with advice), ter_inzage, getekend, definitief, overgedragen or gelezen.

    Who asks for nothing more goes on from the definitive one of `leg_klaar`, when a module laid one ready.
    """
    if staat in _VANAF_DEFINITIEF and not wat and getattr(wereld, "klaar", None):
        dossier_id, wereld.klaar = wereld.klaar, None
        _stuur(wereld, dossier_id, staat)
        return dossier_id
    dossier_id = neem_over(wereld, volledig(**wat))
    if staat == "concept":
        return dossier_id
    met_advies(wereld, dossier_id)
    if staat == "klaar":
        return dossier_id
    inzages = nodig_iedereen_uit(wereld, dossier_id)
    if staat == "ter_inzage":
        return dossier_id
    for inzage in inzages:
        teken(wereld, dossier_id, inzage)
    if staat != "getekend":
        _verder(wereld, dossier_id, staat)
    return dossier_id


_VANAF_DEFINITIEF = {"definitief", "overgedragen", "gelezen"}


def leg_klaar(wereld: SimpleNamespace) -> SimpleNamespace:
    """Make a definitive dossier of pupil 0 beforehand, for the tests of a module; each gets a deep copy of `wereld`."""
    wereld.klaar = maak_dossier(wereld, "definitief")
    return wereld


def _verder(wereld: SimpleNamespace, dossier_id: UUID, staat: str) -> None:
    from overstap.domain.inzages.actions import maak_definitief
    from overstap.foundation.rls import als

    with als(wereld.directeur) as by:
        maak_definitief(dossier_id=dossier_id, by=by, at=NU)
    _stuur(wereld, dossier_id, staat)


def _stuur(wereld: SimpleNamespace, dossier_id: UUID, staat: str) -> None:
    if staat != "definitief":
        verstuur(wereld, dossier_id)
    if staat == "gelezen":
        _lees(wereld)


def verstuur(wereld: SimpleNamespace, dossier_id: UUID) -> UUID:
    """Record the aanmelding at the vo school and send the report there."""
    from overstap.domain.overdrachten.actions import leg_aanmelding_vast
    from overstap.domain.overdrachten.actions import verstuur as act
    from overstap.domain.overdrachten.enums import Aanmeldwijze
    from overstap.foundation.rls import als

    with als(wereld.directeur) as by:
        wie = {"dossier_id": dossier_id, "by": by, "at": NU}
        aanmelding = leg_aanmelding_vast(
            ontvanger_id=wereld.vo.id, aangemeld_op=VANDAAG, wijze=Aanmeldwijze.OUDERS, **wie
        )
        return act(aanmelding_id=aanmelding, **wie)


def _lees(wereld: SimpleNamespace) -> None:
    from overstap.domain.overdrachten.actions import lees
    from overstap.domain.overdrachten.queries import inbox_for
    from overstap.foundation.rls import als

    with als(wereld.ontvanger) as by:
        lees(overdracht_id=inbox_for(by).first().id, by=by, at=NU)
