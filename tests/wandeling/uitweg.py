"""Is there a way on from here? The shortest one, by acts that people have: nobody may be stuck."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

from overstap.domain.dossiers.rules import BIJ_HET_VO, INVULBAAR
from overstap.domain.inzages import actions as inzage
from overstap.domain.inzages.enums import Correctiebesluit
from overstap.domain.overdrachten import actions as overdracht
from overstap.domain.overdrachten.models import Aanmelding, Overdracht
from overstap.domain.plaatsingen.enums import Aanmeldstatus
from overstap.domain.plaatsingen.models import Plaatsing
from overstap.domain.plaatsingen.rules import OPEN
from overstap.domain.zorgroutes.enums import Routestaat, Uitkomst
from overstap.domain.zorgroutes.rules import ZorgrouteGeweigerd, mogelijke_uitkomsten
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
from tests.wandeling.plaatsdaden import besluit_van_vo, herzie, plaats
from tests.wandeling.wandelaar import Wandeling
from tests.wandeling.zorgdaden import (
    antwoord_aan_swv,
    begin_zorg,
    bereid_zorg_voor,
    geef_adviezen,
    koppel_terug,
    neem_zorgbesluit,
    verklaar_compleet,
    verstuur_zorg,
    vertel_het_de_ouders,
    werk_voor_swv,
    zet_in_commissie,
)

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
    _plaats(w)
    _rond_zorg_af(w)


def _plaats(w: Wandeling) -> None:
    """Whatever was decided before: in the end the pupil has a place. Also after a no, which half of the walks get."""
    if w.kans.random() < 0.5:
        _wijs_af(w)
    status = _status(w)
    if status in OPEN:
        besluit_van_vo(w, Aanmeldstatus.TOELAATBAAR)
    elif status is Aanmeldstatus.AFGEWEZEN:
        herzie(w, Aanmeldstatus.TOELAATBAAR)
    if status is not Aanmeldstatus.GEPLAATST:
        plaats(w)


def _wijs_af(w: Wandeling) -> None:
    """The vo school says no, or once more no to who had a place already."""
    if _status(w) is Aanmeldstatus.GEPLAATST:
        herzie(w, Aanmeldstatus.TOELAATBAAR)
    if _status(w) in OPEN:
        besluit_van_vo(w, Aanmeldstatus.AFGEWEZEN)
    elif _status(w) is Aanmeldstatus.TOELAATBAAR:
        herzie(w, Aanmeldstatus.AFGEWEZEN)


def _status(w: Wandeling) -> Aanmeldstatus:
    with als(w.plek.directeur):
        [status] = Plaatsing.objects.filter(overdracht_id=w.lopend(Overdracht)).values_list("status", flat=True)
    return Aanmeldstatus(status)


def _rond_zorg_af(w: Wandeling) -> None:
    """A care route that runs can come to its end, and after that end another can begin."""
    if not w.routes:
        return
    if w.route().staat is Routestaat.IN_VOORBEREIDING:
        bereid_zorg_voor(w)
        vertel_het_de_ouders(w)
        verstuur_zorg(w)
    werk_voor_swv(w)
    if w.route().staat in {Routestaat.AANGEMELD, Routestaat.VRAAG_GESTELD, Routestaat.BEANTWOORD}:
        while w.route().open_vragen:
            antwoord_aan_swv(w)
        geef_adviezen(w)
        verklaar_compleet(w)
    if w.route().staat is Routestaat.COMPLEET:
        geef_adviezen(w)
        with suppress(ZorgrouteGeweigerd):  # where this samenwerkingsverband has no commissie for the route
            zet_in_commissie(w)
    if w.route().staat in {Routestaat.COMPLEET, Routestaat.IN_COMMISSIE}:
        geef_adviezen(w)
        # After a no the school may ask the same again.
        nee = w.kans.random() < 0.5 and Uitkomst.AFGEWEZEN in mogelijke_uitkomsten(w.route().soort, vo_bekend=False)
        neem_zorgbesluit(w, Uitkomst.AFGEWEZEN if nee else Uitkomst.ADVIES)
    if w.route().staat is Routestaat.BESLUIT:
        koppel_terug(w)
    begin_zorg(w, w.route().soort)


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
