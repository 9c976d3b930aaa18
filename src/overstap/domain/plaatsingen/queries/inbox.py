"""What came in at a vo school, how far is it, and what should be looked at first?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.expressions import OrderBy
from django.db.models.functions import Coalesce, Greatest
from django.db.models.lookups import LessThan

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.leerlingen.rules import sorteernaam
from overstap.domain.plaatsingen.enums import Aanmeldstatus, Inboxstand, Volgorde
from overstap.domain.plaatsingen.models import Plaatsing, Vraag
from overstap.domain.plaatsingen.rules import OPEN, STIL_NA
from overstap.foundation.access import Actor, Recht
from overstap.foundation.klok import middag

BESLUIT_BINNEN = timedelta(days=21)
"""From so many days before the term ends a decision stands in the inbox as needed."""


@dataclass(frozen=True)
class Inbox:
    """The rows of one stand in their order, not yet asked for, and how many there are of each stand and in all."""

    rijen: QuerySet[Plaatsing]
    telling: dict[Inboxstand, int]
    totaal: int


def inbox_van_for(
    actor: Actor, vandaag: date, stand: Inboxstand | None = None, naam: str = "", volgorde: Volgorde = Volgorde.AANKOMST
) -> Inbox:
    """What was sent to the actor's school and runs; each row with `vraag_open` and `antwoord`.

    Two queries for any number: the counts, and later the rows of one page. Nothing is decrypted.
    """
    actor.require(Recht.DOSSIER_ONTVANGEN)
    standen = _standen(vandaag)
    alles = Plaatsing.objects.filter(ontvanger_id=actor.werkt_bij, overdracht__ingetrokken_op=None)
    velden = {s.value: Count("id", filter=wat) for s, wat in standen.items()}
    geteld = alles.aggregate(totaal=Count("id"), **velden)
    rijen = _op_naam(alles.filter(standen[stand]) if stand else alles, naam)
    rijen = rijen.annotate(vraag_open=Exists(_VRAAG), antwoord=Exists(_ANTWOORD))
    rijen = rijen.select_related("dossier__leerling", "school", "overdracht", "brugklas")
    telling = {s: geteld[s.value] for s in Inboxstand}
    return Inbox(rijen.order_by(*_VOLGORDE[volgorde]), telling, geteld["totaal"])


_LOOPT = Vraag.objects.filter(plaatsing_id=OuterRef("id"), gezien_op=None)
_VRAAG, _ANTWOORD = _LOOPT.filter(beantwoord_op=None), _LOOPT.filter(beantwoord_op__isnull=False)
_LAATSTE_STAP = Greatest(
    F("status_op"),
    F("overdracht__verstuurd_op"),
    Coalesce(F("overdracht__gelezen_op"), F("status_op")),
    Coalesce(F("overdracht__opgehaald_op"), F("status_op")),
)


def _standen(vandaag: date) -> dict[Inboxstand, Q]:
    open_ = [status.value for status in OPEN]
    # Midnight after the last day that counts as still.
    stil_voor = middag(vandaag - STIL_NA + timedelta(days=1)).replace(hour=0)
    return {
        Inboxstand.NIEUW: Q(overdracht__gelezen_op=None, overdracht__opgehaald_op=None),
        Inboxstand.ONDERSTEUNING: Q(met_vraag=True) | Q(met_tlv=True) | Q(gesprek_gevraagd=True),
        Inboxstand.VRAAG_OPEN: Q(Exists(_VRAAG)),
        Inboxstand.ANTWOORD: Q(Exists(_ANTWOORD)),
        Inboxstand.BESLUIT_NODIG: Q(status__in=open_, besluit_voor__lte=vandaag + BESLUIT_BINNEN),
        Inboxstand.TOELAATBAAR: Q(status=Aanmeldstatus.TOELAATBAAR),
        Inboxstand.GEPLAATST: Q(status=Aanmeldstatus.GEPLAATST),
        Inboxstand.STIL: Q(LessThan(_LAATSTE_STAP, stil_voor), status__in=[*open_, Aanmeldstatus.TOELAATBAAR.value]),
    }


def _op_naam(rijen: QuerySet[Plaatsing], naam: str) -> QuerySet[Plaatsing]:
    # Surname, roepnaam and voorvoegsel each stand in sorteernaam, in that order: every word may be anywhere.
    for woord in sorteernaam("", "", naam).split():
        rijen = rijen.filter(dossier__leerling__sorteernaam__contains=woord)
    return rijen


_RANG = Case(
    *(When(overdracht__advies=niveau.value, then=Value(niveau.rang)) for niveau in Niveau if niveau.rang is not None),
    default=Value(-1),
)
_NAAM = ("dossier__leerling__sorteernaam", "id")
_VOLGORDE: dict[Volgorde, Sequence[str | OrderBy]] = {
    Volgorde.NAAM: _NAAM,
    Volgorde.ADVIES: (_RANG.desc(), *_NAAM),
    Volgorde.AANKOMST: ("-overdracht__verstuurd_op", *_NAAM),
    Volgorde.ZORG: ("-met_tlv", "-met_vraag", "-gesprek_gevraagd", *_NAAM),
    Volgorde.BESLUIT: (
        Case(When(status__in=[s.value for s in OPEN], then=F("besluit_voor"))).asc(nulls_last=True),
        *_NAAM,
    ),
}
