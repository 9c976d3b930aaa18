"""Is there a way on from here? The shortest one, by acts that people have: nobody may be stuck."""

from __future__ import annotations

from datetime import timedelta

from overstap.domain.dossiers.rules import BIJ_HET_VO, INVULBAAR
from overstap.domain.inzages import actions as inzage
from overstap.domain.inzages.enums import Correctiebesluit
from overstap.domain.overdrachten import actions as overdracht
from overstap.domain.overdrachten.models import Aanmelding, Overdracht
from overstap.foundation.klok import dag
from overstap.foundation.rls import als
from tests.wandeling.daden import (
    bied_nieuwe_versie_aan,
    laat_mail_aankomen,
    maak_definitief,
    meld_aan,
    schrijf,
    schrijf_sectie,
)
from tests.wandeling.wandelaar import Wandeling

# Longer than parents have to answer.
TERMIJN = timedelta(days=30)


def ga_door(w: Wandeling) -> None:
    """From whatever state to a report that the vo school reads; raises what stands in the way."""
    if w.staat() in INVULBAAR:
        _maak_af(w)
    if w.lopend(Aanmelding) == w.dossier_id:
        meld_aan(w)
    if not _is_er(w):
        with als(w.plek.administratie) as by:
            overdracht.verstuur(dossier_id=w.dossier_id, aanmelding_id=w.lopend(Aanmelding), by=by, at=w.at)
    with als(w.wereld.vo.toelating) as by:
        overdracht.lees(overdracht_id=w.lopend(Overdracht), by=by, at=w.at)
    assert w.staat() in BIJ_HET_VO


def _is_er(w: Wandeling) -> bool:
    with als(w.plek.directeur):
        return (
            Overdracht.objects.filter(
                dossier_id=w.dossier_id, ingetrokken_op=None, tegengehouden_op=None, versie__soort="definitief"
            ).exists()
            and w.staat() in BIJ_HET_VO
        )


def _maak_af(w: Wandeling) -> None:
    for verzoek_id in w.verzoeken:
        with als(w.plek.ib) as by:
            inzage.beantwoord_correctie(
                dossier_id=w.dossier_id, verzoek_id=verzoek_id, besluit=Correctiebesluit.NIET_GECORRIGEERD,
                uitleg="Daarom.", by=by, at=w.at,
            )  # fmt: skip
    schrijf(w, leeg=0)
    # Absence counts over one year, which passes.
    schrijf_sectie(w, "verzuim", dag(w.at) + TERMIJN)
    for verzorger_id in w.verzorgers:
        if verzorger_id not in w.ouders:
            with als(w.plek.leerkracht) as by:
                inzage.nodig_uit(
                    dossier_id=w.dossier_id, verzorger_id=verzorger_id, mail="ouder@voorbeeld.nl", by=by, at=w.at
                )
    laat_mail_aankomen(w)
    bied_nieuwe_versie_aan(w)
    w.at += TERMIJN
    maak_definitief(w)
