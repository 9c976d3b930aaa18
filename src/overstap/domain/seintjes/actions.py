"""Which acts choose how often somebody is mailed, write down what is said now, and try again?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from overstap.domain.scholen.queries import medewerkers_for, organisatie_for
from overstap.domain.seintjes.enums import Seintjeritme, Seintjeronde, Seintjesoort
from overstap.domain.seintjes.models import Seintje
from overstap.domain.seintjes.queries import (
    eigen_seintjes_for,
    seintje_for,
    te_sturen_for,
    type_telling,
)
from overstap.domain.seintjes.rules import Gezegd, gezegd_na, keuzes_bij, ronde, te_zeggen
from overstap.foundation.access import RECHTEN, Actor, NietGevonden, Recht, Rol
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.queue import defer
from overstap.foundation.weigering import Weigering

_KAN_NIET = "Kies voor deze mail een van de antwoorden."
_GING_AL = "Er is bij deze collega geen mail meer die terugkwam. Vernieuw de pagina."


def kies_seintjes(*, keuzes: Mapping[str, str], by: Actor, at: datetime) -> None:
    """Choose a rhythm (value of `Seintjeritme`) by kind (value of `Seintjesoort`); what is not named stays as it was.

    Raises `Weigering` for what cannot be chosen at this kind of organisation.
    """
    by.require(Recht.SEINTJES_KIEZEN)
    mag = keuzes_bij(organisatie_for(by).soort)
    for soort, ritme in keuzes.items():
        if ritme not in mag.get(Seintjesoort(soort), ()):
            raise Weigering(_KAN_NIET, soort)
    Seintje.objects.get_or_create(
        account_id=by.persoon_id, organisatie_id=by.werkt_bij, defaults={"gekeken_op": dag(at)}
    )
    rij = seintje_for(by, vergrendel=True)
    if rij is None:
        raise NietGevonden
    rij.keuzes = {**rij.keuzes, **keuzes}
    rij.save(update_fields=["keuzes"])
    record(
        "seintjes.gekozen", by=by, at=at, object_id=rij.id, keuzes=[f"{een}: {keuzes[een]}" for een in sorted(keuzes)]
    )


def wek_collegas(*, by: Actor, at: datetime) -> int:
    """Ask for a look at what waits for every colleague of one organisation of whom nobody looked today; how many.

    `by` is the system.
    """
    by.require(Recht.REGIO_INRICHTEN)
    _maak_wie_er_nog_niet_is(by)
    return _wek(by, [een for een in eigen_seintjes_for(by) if een.gekeken_op is None or een.gekeken_op < dag(at)])


def leg_seintje_vast(*, seintje_id: UUID, geteld: type_telling, by: Actor, at: datetime) -> dict[Seintjesoort, int]:
    """Write down that somebody looked, and what is mailed now; returns that, empty for no mail.

    `by` is the system. Once: who looks again finds what was said. Nothing while the mail does not arrive.
    """
    by.require(Recht.REGIO_INRICHTEN)
    rij = te_sturen_for(by, seintje_id, vergrendel=True)
    if rij.mislukt_op is not None:
        return {}
    vandaag, eerder = dag(at), _uit(rij.gezegd)
    deze = ronde(rij.gekeken_op, at)
    nu = te_zeggen(geteld, rij.ritmes, eerder, deze, vandaag)
    rij.gezegd = _als_json(gezegd_na(geteld, nu, eerder, vandaag))
    # In between nothing is said of the morning; the first time counts as the morning of that day.
    rij.gekeken_op = rij.gekeken_op if deze is Seintjeronde.TUSSENDOOR else vandaag
    rij.verstuurd_op = at if nu else rij.verstuurd_op
    rij.save(update_fields=["gezegd", "gekeken_op", "verstuurd_op"])
    return nu


def neem_nieuws(*, account_ids: Collection[UUID], by: Actor, at: datetime) -> list[Seintje]:
    """Who of these colleagues of one organisation wants to hear news at once, and can be reached; `by` is the system.

    Written down as sent, so that a mail that comes back is believed.
    """
    by.require(Recht.REGIO_INRICHTEN)
    _maak_wie_er_nog_niet_is(by)
    rijen = eigen_seintjes_for(by).filter(account_id__in=account_ids, mislukt_op=None).order_by("account__email")
    willen = [een for een in rijen if een.ritmes[Seintjesoort.NIEUWS] is Seintjeritme.METEEN]
    Seintje.objects.filter(id__in=[een.id for een in willen]).update(verstuurd_op=at)
    return willen


def seintje_mislukt(*, seintje_id: UUID, by: Actor, at: datetime) -> None:
    """The mail was refused or came back: nobody is mailed any more until somebody asks; nothing for another id."""
    by.require(Recht.REGIO_INRICHTEN)
    rij = Seintje.objects.filter(id=seintje_id, organisatie_id=by.werkt_bij).select_for_update(of=("self",)).first()
    if rij is None or rij.verstuurd_op is None or rij.mislukt_op is not None:
        return
    rij.mislukt_op = at
    rij.save(update_fields=["mislukt_op"])
    record("seintje.mislukt", by=by, at=at, object_id=rij.id)


def stuur_seintje_opnieuw(*, seintje_id: UUID, by: Actor, at: datetime) -> None:
    """Try the address again, with all that waits now; one's own, or that of a colleague for who manages those.

    Raises `Weigering` when no mail came back, so that pressing twice sends once.
    """
    by.require(Recht.SEINTJES_KIEZEN)
    rij = te_sturen_for(by, seintje_id, vergrendel=True)
    if rij.account_id != by.id:
        by.require(Recht.MEDEWERKERS_BEHEREN)
    if rij.mislukt_op is None:
        raise Weigering(_GING_AL)
    rij.mislukt_op, rij.gekeken_op, rij.gezegd = None, None, {}
    rij.save(update_fields=["mislukt_op", "gekeken_op", "gezegd"])
    record("seintje.opnieuw", by=by, at=at, object_id=rij.id)
    _wek(by, [rij])


def _maak_wie_er_nog_niet_is(by: Actor) -> None:
    mensen = medewerkers_for(by, by.werkt_bij).filter(account__is_active=True)
    kiezers = {een.account_id for een in mensen if Recht.SEINTJES_KIEZEN in RECHTEN[Rol(een.rol)]}
    kiezers -= set(Seintje.objects.filter(organisatie_id=by.werkt_bij).values_list("account_id", flat=True))
    Seintje.objects.bulk_create(
        [Seintje(account_id=wie, organisatie_id=by.werkt_bij) for wie in sorted(kiezers)], ignore_conflicts=True
    )


def _wek(by: Actor, rijen: Iterable[Seintje]) -> int:
    """Ask the worker to look; not where a mail does not arrive."""
    bereikbaar = [een for een in rijen if een.mislukt_op is None]
    for een in bereikbaar:
        defer("seintje.sturen", seintje_id=een.id, organisatie_id=by.werkt_bij)
    return len(bereikbaar)


def _uit(gezegd: Mapping[str, tuple[int, str]]) -> dict[Seintjesoort, Gezegd]:
    return {Seintjesoort(soort): Gezegd(aantal, date.fromisoformat(op)) for soort, (aantal, op) in gezegd.items()}


def _als_json(gezegd: Mapping[Seintjesoort, Gezegd]) -> dict[str, tuple[int, str]]:
    return {soort.value: (een.aantal, een.op.isoformat()) for soort, een in gezegd.items()}
