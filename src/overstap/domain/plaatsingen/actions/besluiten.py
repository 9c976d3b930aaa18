"""Which acts decide about an application at a vo school, take longer for it, place the pupil, or revise it?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages.actions.inlichten import laat_ouders_inlichten
from overstap.domain.plaatsingen.enums import Aanmeldstatus, Afwijsgrond, Besluitsoort, Herzienreden
from overstap.domain.plaatsingen.models import Besluit, Plaatsing
from overstap.domain.plaatsingen.queries import brugklas_for, plaatsing_for, termijn_for
from overstap.domain.plaatsingen.rules import (
    BesluitGeweigerd,
    TekstGeweigerd,
    controleer_besluit,
    controleer_grond,
    controleer_herziening,
    controleer_tekst,
    controleer_verlenging,
)
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.queue import defer


def besluit(
    *,
    overdracht_id: UUID,
    naar: Aanmeldstatus,
    grond: Afwijsgrond | None = None,
    toelichting: str = "",
    by: Actor,
    at: datetime,
) -> None:
    """Decide for the first time: in behandeling, toelaatbaar, or afgewezen on a ground and with its reason.

    Raises `BesluitGeweigerd`: also when a colleague decided a moment ago.
    """
    plaatsing = _vergrendeld(overdracht_id, by)
    if naar is Aanmeldstatus.GEPLAATST:
        raise BesluitGeweigerd("Kies een brugklas om de leerling te plaatsen.")
    controleer_besluit(Aanmeldstatus(plaatsing.status), naar)
    tekst = _gekeurd(plaatsing, naar, grond, toelichting, at)
    _schrijf(plaatsing, Besluitsoort.BESLUIT, tekst, by, at, naar=naar, grond=grond)


def herzie(
    *,
    overdracht_id: UUID,
    naar: Aanmeldstatus,
    reden: Herzienreden,
    grond: Afwijsgrond | None = None,
    toelichting: str = "",
    by: Actor,
    at: datetime,
) -> None:
    """Revise a decision, with a reason that basisschool and parents read; what was decided before stays readable."""
    plaatsing = _vergrendeld(overdracht_id, by)
    controleer_herziening(Aanmeldstatus(plaatsing.status), naar)
    tekst = _gekeurd(plaatsing, naar, grond, toelichting, at)
    plaatsing.herzien_op, plaatsing.brugklas = _na_het_vorige(plaatsing, at), None
    _schrijf(
        plaatsing, Besluitsoort.HERZIENING, tekst, by, at, naar=naar, grond=grond, reden=reden,
        ook=("herzien_op", "brugklas"),
    )  # fmt: skip


def plaats(*, overdracht_id: UUID, brugklas_id: UUID, gezien: Sequence[str] = (), by: Actor, at: datetime) -> None:
    """Place a pupil who is toelaatbaar in a brugklas, or move a placed one to another.

    Where there is something to see (full, or another advice) that is no lock, but `gezien` must hold it: whoever
    places read it. Raises `BesluitGeweigerd`.
    """
    plaatsing = _vergrendeld(overdracht_id, by)
    # Locked, so that two colleagues do not both take the last place without knowing.
    klas = brugklas_for(by, brugklas_id, vergrendel=True)
    verplaatst = plaatsing.status == Aanmeldstatus.GEPLAATST
    if verplaatst and plaatsing.brugklas_id == klas.rij.id:
        raise BesluitGeweigerd(f"De leerling staat al in {klas.rij.naam}.", "brugklas")
    if not verplaatst:
        controleer_besluit(Aanmeldstatus(plaatsing.status), Aanmeldstatus.GEPLAATST)
    ongezien = [zin for zin in klas.let_op(_advies(plaatsing)) if zin not in gezien]
    if ongezien:
        raise BesluitGeweigerd(" ".join(ongezien), "gezien")
    plaatsing.brugklas = klas.rij
    if verplaatst:
        plaatsing.save(update_fields=["brugklas"])
        record("plaatsing.verplaatst", by=by, at=at, dossier_id=plaatsing.dossier_id, object_id=klas.rij.id)
        return
    _schrijf(plaatsing, Besluitsoort.BESLUIT, "", by, at, naar=Aanmeldstatus.GEPLAATST, ook=("brugklas",))


def verleng(*, overdracht_id: UUID, toelichting: str, by: Actor, at: datetime) -> None:
    """Take at most four weeks longer, once, with a reason that the parents read (WVO 2020 art. 8.8)."""
    plaatsing = _vergrendeld(overdracht_id, by)
    if plaatsing.status not in {Aanmeldstatus.ONTVANGEN, Aanmeldstatus.IN_BEHANDELING}:
        raise BesluitGeweigerd("Er is al een besluit. Langer wachten hoeft niet.")
    controleer_verlenging(plaatsing.besluit_voor, dag(at), verlengd=plaatsing.verlengd_op is not None)
    if not toelichting.strip():
        raise BesluitGeweigerd("Schrijf op waarom u meer tijd nodig heeft. De ouders lezen dit.", "toelichting")
    tekst = _keur_tekst(toelichting, at)
    plaatsing.verlengd_op = at
    plaatsing.besluit_voor = termijn_for(by, plaatsing).verlengd
    plaatsing.save(update_fields=["verlengd_op", "besluit_voor"])
    _bewaar(plaatsing, Besluitsoort.VERLENGING, tekst, by, at)
    record("besluit.verlengd", by=by, at=at, dossier_id=plaatsing.dossier_id, object_id=plaatsing.ontvanger_id)
    _licht_in(plaatsing, by, at)


def _vergrendeld(overdracht_id: UUID, by: Actor) -> Plaatsing:
    """The plaatsing of a running transfer to the actor's school, behind the lock of its dossier."""
    by.require(Recht.BESLUIT_NEMEN)
    dossier_for(by, plaatsing_for(by, overdracht_id).dossier_id, vergrendel=True)
    return plaatsing_for(by, overdracht_id, vergrendel=True)


def _na_het_vorige(plaatsing: Plaatsing, at: datetime) -> datetime:
    """The moment of a decision that follows another one: later, also where the clock stands still or went back.

    Else nobody could say which of two holds, and the database would take the second revision for none.
    """
    return max(at, plaatsing.status_op + datetime.resolution)


def _advies(plaatsing: Plaatsing) -> Niveau | None:
    return Niveau(plaatsing.overdracht.advies) if plaatsing.overdracht.advies else None


def _gekeurd(
    plaatsing: Plaatsing, naar: Aanmeldstatus, grond: Afwijsgrond | None, toelichting: str, at: datetime
) -> str:
    controleer_grond(naar, grond, toelichting, ondersteuning=plaatsing.met_vraag or plaatsing.met_tlv)
    return _keur_tekst(toelichting, at) if toelichting.strip() else ""


def _keur_tekst(toelichting: str, at: datetime) -> str:
    try:
        return controleer_tekst(toelichting, dag(at), nagekeken=True)
    except TekstGeweigerd as fout:
        raise BesluitGeweigerd(fout.zin, "toelichting") from fout


def _schrijf(
    plaatsing: Plaatsing,
    soort: Besluitsoort,
    toelichting: str,
    by: Actor,
    at: datetime,
    *,
    naar: Aanmeldstatus,
    grond: Afwijsgrond | None = None,
    reden: Herzienreden | None = None,
    ook: tuple[str, ...] = (),
) -> None:
    van, op = plaatsing.status, _na_het_vorige(plaatsing, at)
    plaatsing.status, plaatsing.status_op = naar, op
    plaatsing.save(update_fields=["status", "status_op", *ook])
    _bewaar(plaatsing, soort, toelichting, by, op, grond=grond, reden=reden)
    record(
        "besluit.herzien" if soort is Besluitsoort.HERZIENING else "besluit.genomen",
        by=by, at=at, dossier_id=plaatsing.dossier_id, object_id=plaatsing.ontvanger_id,
        van=str(van), naar=naar.value,
    )  # fmt: skip
    _licht_in(plaatsing, by, at)


def _bewaar(
    plaatsing: Plaatsing,
    soort: Besluitsoort,
    toelichting: str,
    by: Actor,
    at: datetime,
    *,
    grond: Afwijsgrond | None = None,
    reden: Herzienreden | None = None,
) -> None:
    rij_id = uuid4()
    geheim = None
    if toelichting:
        inhoud = json.dumps({"toelichting": toelichting}, ensure_ascii=False).encode()
        geheim = slot_for(by, plaatsing.dossier).versleutel(inhoud, f"besluit:{rij_id}")
    Besluit.objects.create(
        id=rij_id, plaatsing=plaatsing, dossier_id=plaatsing.dossier_id, school_id=plaatsing.school_id,
        ontvanger_id=plaatsing.ontvanger_id, soort=soort, status=plaatsing.status, grond=grond or "",
        herzienreden=reden or "", geheim=geheim, op=at, door=by.persoon_id, functie=by.rol.value,
    )  # fmt: skip


def _licht_in(plaatsing: Plaatsing, by: Actor, at: datetime) -> None:
    laat_ouders_inlichten(dossier_id=plaatsing.dossier_id, school_id=plaatsing.school_id, by=by, at=at)
    defer("plaatsing.besluit", dossier_id=plaatsing.dossier_id, organisatie_id=plaatsing.school_id)
