"""What does the worker write down of each file of a partij: read, taken over, or undone?

Each is an act on one file, so that one bad file fails alone. The system reads; taking over and undoing are done in
the name of the person who decided.
"""

from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.rules import NietInvulbaar
from overstap.domain.importen.actions.herstellen import NietOngedaan, maak_ongedaan
from overstap.domain.importen.actions.overnemen import neem_gelezen_over
from overstap.domain.importen.actions.partij import laat_zip_gaan, zet_aan_het_werk
from overstap.domain.importen.enums import Partijstand, Regelsoort, Regelstand, Vraag
from overstap.domain.importen.models import Importregel, Partij
from overstap.domain.importen.queries import Vergelijking, leerlinghash_for, vergelijking_for
from overstap.domain.importen.rules import Beeld, ImportGeweigerd, Kop, beeld, groep_van, naam_van
from overstap.domain.importen.snapshot import Gelezen
from overstap.foundation.access import Actor, NietGevonden
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.sleutels.kast import Slot

_VERDWENEN = "Dit dossier is er niet meer, of de dag is voorbij waarin dit ongedaan kon worden gemaakt."


def begin_lezen(*, partij: Partij, totaal: int, by: Actor, at: datetime) -> None:
    """The ZIP could be opened; so many files wait."""
    partij.totaal = partij.te_doen = totaal
    partij.bijgewerkt_op = at
    partij.save(update_fields=["totaal", "te_doen", "bijgewerkt_op"])


def keur_partij_af(*, partij: Partij, bezwaar: str, by: Actor, at: datetime) -> None:
    """The ZIP as a whole cannot be read; `bezwaar` is a sentence that says what to do. Nothing of it is kept."""
    partij.stand, partij.bezwaar, partij.bijgewerkt_op = Partijstand.ONBRUIKBAAR, bezwaar, at
    partij.save(update_fields=["stand", "bezwaar", "bijgewerkt_op"])
    record("partij.onbruikbaar", by=by, at=at, object_id=partij.id)
    laat_zip_gaan(partij=partij, by=by, at=at)


def leg_gelezen_vast(
    *, partij: Partij, plaats: int, naam: str, gelezen: Gelezen | None, bezwaar: str, by: Actor, at: datetime
) -> Importregel:
    """Write down what the file `naam` at this place is and does; `bezwaar` when it could not be read at all."""
    slot = Slot(partij.sleutel_id)
    gelijk = vergelijking_for(by, gelezen) if gelezen else Vergelijking(None, bezwaar=bezwaar)
    zoek = leerlinghash_for(by, gelezen) if gelezen and not gelijk.bezwaar else None
    kop, soort = _kop(naam, gelezen, gelijk), gelijk.soort
    if zoek and (ander := _dubbel(partij, zoek)):
        kop, soort = replace(kop, vraag=Vraag.DUBBEL.value, dubbel=ander.nummer), Regelsoort.VRAAG
        _ook_dubbel(ander, plaats, slot)
    regel_id = uuid4()
    volledig = beeld(gelezen, gelijk.wijzigingen, dag(at)) if gelezen else Beeld()
    return Importregel.objects.create(
        id=regel_id,
        partij=partij,
        school_id=partij.school_id,
        nummer=plaats,
        soort=soort,
        kop=slot.versleutel(kop.naar_bytes(), f"kop:{regel_id}"),
        beeld=slot.versleutel(zlib.compress(volledig.naar_bytes()), f"beeld:{regel_id}"),
        zoekhash=zoek,
        naar_dossier=gelijk.bekend.id if gelijk.bekend else None,
    )


def schiet_op(*, partij: Partij, gedaan: int, daarna: str, by: Actor, at: datetime) -> None:
    """So many more files are done: ask for the next turn, or wait for a person again when there is nothing left.

    `daarna` is the job that does the next turn.
    """
    partij.gedaan += gedaan
    partij.bijgewerkt_op = at
    if gedaan and partij.gedaan < partij.te_doen:
        zet_aan_het_werk(partij=partij, by=by, at=at, taak=daarna)
    else:
        was, partij.stand = partij.stand, Partijstand.KIEZEN
        record(f"partij.{_KLAAR[Partijstand(was)]}", by=by, at=at, object_id=partij.id, aantal=partij.gedaan)
        laat_zip_gaan(partij=partij, by=by, at=at)
    partij.save(update_fields=["gedaan", "stand", "bijgewerkt_op"])


_KLAAR = {
    Partijstand.LEZEN: "gelezen",
    Partijstand.OVERNEMEN: "overgenomen",
    Partijstand.TERUGDRAAIEN: "teruggedraaid",
}


def neem_regel_over(
    *, regel: Importregel, partij: Partij, gelezen: Gelezen | None, bezwaar: str, by: Actor, at: datetime
) -> Dossier | None:
    """Take one chosen file over in the name of `by`; what is in the way is written down with it, and nothing raised."""
    if gelezen is None:
        _zet(regel, partij, Regelstand.MISLUKT, bezwaar)
        return None
    try:
        with transaction.atomic():
            bevestigd = regel.soort == Regelsoort.VRAAG and not regel.ander
            dossier = neem_gelezen_over(
                gelezen=gelezen, by=by, at=at, bevestigd=bevestigd, ander=regel.ander, regel_id=regel.id
            )
    except (ImportGeweigerd, NietInvulbaar) as reden:
        _zet(regel, partij, Regelstand.MISLUKT, reden.zin)
        return None
    regel.naar_dossier = dossier.id
    _zet(regel, partij, Regelstand.OVERGENOMEN, "")
    return dossier


def draai_regel_terug(*, regel: Importregel, partij: Partij, bezwaar: str, by: Actor, at: datetime) -> None:
    """Undo one file in the name of `by`, unless there is a `bezwaar`; the reason why not is written down with it."""
    if bezwaar:
        _zet(regel, partij, Regelstand.OVERGENOMEN, bezwaar)
        return
    try:
        with transaction.atomic():
            weg = maak_ongedaan(dossier_id=_dossier_van(regel), regel_id=regel.id, by=by, at=at)
    except NietOngedaan as reden:
        _zet(regel, partij, Regelstand.OVERGENOMEN, reden.zin)
    except NietGevonden:
        _zet(regel, partij, Regelstand.OVERGENOMEN, _VERDWENEN)
    else:
        if weg:
            regel.naar_dossier = None
        _zet(regel, partij, Regelstand.ONGEDAAN, "")


def _dossier_van(regel: Importregel) -> UUID:
    if regel.naar_dossier is None:
        raise NietGevonden
    return regel.naar_dossier


def _kop(bestand: str, gelezen: Gelezen | None, gelijk: Vergelijking) -> Kop:
    if gelezen is None:
        return Kop(bestand=bestand, bezwaar=gelijk.bezwaar)
    inhoud = gelezen.inhoud
    geboren = inhoud.get("geboortedatum")
    return Kop(
        bestand=bestand,
        naam=naam_van(inhoud),
        achternaam=inhoud.get("achternaam", ""),
        groep=groep_van(inhoud),
        geboren=geboren.isoformat() if geboren else "",
        wijzigingen=len(gelijk.wijzigingen),
        weg=sum(weigering.aantal for weigering in gelezen.geweigerd),
        kapot=len(gelezen.kapot),
        bezwaar=gelijk.bezwaar,
        vraag=gelijk.vraag.value if gelijk.vraag else "",
        kan_ander=gelijk.kan_ander,
    )


def _dubbel(partij: Partij, zoekhash: bytes) -> Importregel | None:
    return Importregel.objects.filter(partij=partij, zoekhash=zoekhash).order_by("nummer").first()


def _ook_dubbel(regel: Importregel, nummer: int, slot: Slot) -> None:
    """The first file about this pupil becomes a question as well: which of the two is right is not ours to say."""
    kop = _open(regel, slot)
    if not kop.vraag:
        _schrijf(regel, slot, replace(kop, vraag=Vraag.DUBBEL.value, dubbel=nummer))
        regel.soort = Regelsoort.VRAAG
        regel.save(update_fields=["kop", "soort"])


def _zet(regel: Importregel, partij: Partij, stand: Regelstand, bezwaar: str) -> None:
    slot = Slot(partij.sleutel_id)
    _schrijf(regel, slot, replace(_open(regel, slot), bezwaar=bezwaar))
    regel.stand = stand
    regel.save(update_fields=["kop", "stand", "naar_dossier"])


def _open(regel: Importregel, slot: Slot) -> Kop:
    return Kop.uit_bytes(slot.ontsleutel(regel.kop, f"kop:{regel.id}"))


def _schrijf(regel: Importregel, slot: Slot, kop: Kop) -> None:
    regel.kop = slot.versleutel(kop.naar_bytes(), f"kop:{regel.id}")
