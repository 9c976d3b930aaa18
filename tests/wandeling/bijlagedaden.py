"""What can be tried with an attachment: add, replace, open, close, permission given and taken back, checked, gone."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from overstap.domain.bijlagen.actions import leg_keuring_vast, trek_bijlage_in, trek_toestemming_in
from overstap.domain.bijlagen.enums import Bijlagesoort, Ontvanger, Weigerreden
from overstap.domain.bijlagen.models import Bijlage
from overstap.domain.bijlagen.rules import Gegeven
from overstap.domain.bijlagen.snapshot import Keuring
from overstap.domain.dossiers.rules import INVULBAAR
from overstap.domain.inzages.actions.bijlagen import bepaal_bijlage, voeg_bijlage_toe
from overstap.domain.overdrachten.actions import houd_tegen
from overstap.foundation.access import Actor
from overstap.foundation.klok import dag
from overstap.foundation.rls import als
from overstap.jobs.taak import systeem_voor
from overstap.jobs.teruggenomen import neem_terug
from tests.wandeling.wandelaar import Wandeling, type_daad

PDF_SOORT, PDF = "application/pdf", b"%PDF-1.7"
# The kinds that the example region opens of its own accord.
VAN_DE_REGIO = frozenset({Bijlagesoort.LEERLINGRAPPORT, Bijlagesoort.LVS_PROFIEL})


def voeg_bijlage_bij(w: Wandeling) -> None:
    soort, vervangt = w.kans.choice(list(Bijlagesoort)), w.een_bijlage() if w.aan and w.kans.random() < 0.3 else None
    open_ = w.staat() in INVULBAAR
    with als(w.plek.leerkracht) as by:
        nieuw = voeg_bijlage_toe(
            dossier_id=w.dossier_id, bestandsnaam="a.pdf", omschrijving="", mime=PDF_SOORT, soort=soort, inhoud=[PDF],
            omvang=len(PDF), besproken_op=None, vervangt=vervangt, by=by, at=w.at,
        )  # fmt: skip
    w.soort[nieuw], w.aan[nieuw] = soort, frozenset({Ontvanger.VO} if open_ and soort in VAN_DE_REGIO else ())
    if vervangt:
        _haal_terug(w, vervangt)
        w.aan.pop(vervangt)
        w.ja.pop(vervangt, None)


def bepaal(w: Wandeling, by: Actor | None = None) -> None:
    bijlage_id, aan = w.een_bijlage(), w.enige()
    soort = w.soort.get(bijlage_id) if w.kans.random() < 0.8 else None
    soort = soort or w.kans.choice(list(Bijlagesoort))
    gegeven = None
    if w.kans.random() < 0.8:
        gegeven = Gegeven(dag(w.at) + timedelta(days=w.kans.choice((-9, -1, 0, 1))), "Ouders", w.enige(0.8))
    with als(by or w.plek.leerkracht) as wie:
        bepaal_bijlage(
            dossier_id=w.dossier_id, bijlage_id=bijlage_id, soort=soort, aan=aan, gegeven=gegeven, besproken_op=None,
            by=wie, at=w.at,
        )  # fmt: skip
    w.soort[bijlage_id], w.aan[bijlage_id] = soort, aan
    w.ja.pop(bijlage_id, None)
    if soort.ouders_nodig and gegeven:
        w.ja[bijlage_id] = gegeven.voor


def geef_met_toestemming(w: Wandeling) -> None:
    """What the parents agreed to, goes to some of those to whom it may."""
    bijlage_id, soort = w.een_bijlage(), w.kans.choice([soort for soort in Bijlagesoort if soort.ouders_nodig])
    gegeven, aan = Gegeven(dag(w.at), "Ouders", frozenset(Ontvanger)), w.enige(0.7)
    with als(w.plek.leerkracht) as by:
        bepaal_bijlage(
            dossier_id=w.dossier_id, bijlage_id=bijlage_id, soort=soort, aan=aan, gegeven=gegeven, besproken_op=None,
            by=by, at=w.at,
        )  # fmt: skip
    w.soort[bijlage_id], w.aan[bijlage_id], w.ja[bijlage_id] = soort, aan, gegeven.voor


def neem_toestemming_terug(w: Wandeling) -> None:
    bijlage_id = w.kans.choice(sorted(w.ja)) if w.ja and w.kans.random() < 0.8 else w.een_bijlage()
    with als(w.plek.leerkracht) as by:
        trek_toestemming_in(dossier_id=w.dossier_id, bijlage_id=bijlage_id, by=by, at=w.at)
    if w.ja.pop(bijlage_id, None) is not None:
        w.aan[bijlage_id] = frozenset()
        _haal_terug(w, bijlage_id)


def neem_bijlage_weg(w: Wandeling) -> None:
    bijlage_id = w.een_bijlage()
    with als(w.plek.administratie) as by:
        trek_bijlage_in(dossier_id=w.dossier_id, bijlage_id=bijlage_id, by=by, at=w.at)
    w.aan.pop(bijlage_id)
    w.ja.pop(bijlage_id, None)
    _haal_terug(w, bijlage_id)


def _haal_terug(w: Wandeling, bijlage_id: UUID) -> None:
    """What the worker does next."""
    with als(systeem_voor(w.plek.id)) as by:
        neem_terug(bijlage_id=bijlage_id, dossier_id=w.dossier_id, by=by, at=w.at)


def keur(w: Wandeling) -> None:
    bijlage_id, virus = w.een_bijlage(), w.kans.random() < 0.2
    keuring = Keuring(gescand=virus or w.kans.random() < 0.8, reden=Weigerreden.VIRUS if virus else None)
    with als(systeem_voor(w.plek.id)) as by:
        leg_keuring_vast(dossier_id=w.dossier_id, bijlage_id=bijlage_id, keuring=keuring, by=by, at=w.at)
        if virus:
            houd_tegen(dossier_id=w.dossier_id, bijlage_id=bijlage_id, by=by, at=w.at)
        if virus and Bijlage.objects.filter(id=bijlage_id, scan="geweigerd").exists():
            w.aan[bijlage_id] = frozenset()


BIJLAGEDADEN: dict[type_daad, int] = {
    voeg_bijlage_bij: 10, bepaal: 12, geef_met_toestemming: 12, neem_toestemming_terug: 10, neem_bijlage_weg: 3,
    keur: 8,
}  # fmt: skip
