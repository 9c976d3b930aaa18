"""Which acts hand in the file of a region as a program, and let a person take it over or throw it away?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from overstap.domain.scholen.actions.regio import laad_eigen_bestand
from overstap.domain.scholen.models import Regio, Regiovoorstel
from overstap.domain.scholen.queries import eigen_bestand_for, regiovoorstel_for
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.audit.record import record


def lever_regio_aan(*, tekst: str, by: Actor, at: datetime) -> UUID:
    """Hand in the text of the file of the own region; it takes the place of one that waits. Returns its id.

    Nothing of the region changes. Raises `RegioGeweigerd` with everything that is wrong, by line.
    """
    by.require(Recht.REGIO_AANLEVEREN)
    eigen_bestand_for(by, tekst)
    # Two programs at once: the second waits, and takes the place of the first.
    regio = Regio.objects.select_for_update().get(organisatie=by.werkt_bij)
    Regiovoorstel.objects.filter(regio=regio).delete()
    voorstel_id = uuid4()
    # Of a program the koppeling: who decides about the file is a person all the same.
    Regiovoorstel.objects.create(id=voorstel_id, regio=regio, tekst=tekst, op=at, door=by.wie_id)
    record("regio.aangeleverd", by=by, at=at, object_id=voorstel_id)
    return voorstel_id


def neem_regiovoorstel_over(*, voorstel_id: UUID, by: Actor, at: datetime) -> None:
    """Take over the file that somebody looked at. Raises `RegioGeweigerd`, and `NietGevonden` when a newer came."""
    by.require(Recht.REGIO_BEHEREN)
    voorstel = _gezien(voorstel_id, by)
    laad_eigen_bestand(tekst=voorstel.tekst, by=by, at=at)
    voorstel.delete()


def gooi_regiovoorstel_weg(*, voorstel_id: UUID, by: Actor, at: datetime) -> None:
    """Throw away the file that somebody looked at; nothing changes. Raises `NietGevonden` when a newer came."""
    by.require(Recht.REGIO_BEHEREN)
    _gezien(voorstel_id, by).delete()
    record("regio.niet_overgenomen", by=by, at=at, object_id=voorstel_id)


def _gezien(voorstel_id: UUID, by: Actor) -> Regiovoorstel:
    Regio.objects.select_for_update().get(organisatie=by.werkt_bij)
    voorstel = regiovoorstel_for(by)
    if voorstel is None or voorstel.id != voorstel_id:
        raise NietGevonden
    return voorstel
