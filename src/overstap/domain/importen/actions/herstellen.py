"""How is an import undone, as long as nobody built on it?"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from uuid import UUID, uuid4

from django.core import serializers
from django.db import IntegrityError, connection, models, transaction
from django.db.models import Max

from overstap.domain.adviezen.models import Schooladvies
from overstap.domain.bijlagen.models import Bijlage
from overstap.domain.dossiers.models import Dossier, Persoonsnummer
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.importen.models import Herstel, Overname
from overstap.domain.importen.queries import herstel_for
from overstap.domain.importen.rules import BEWAARTIJD
from overstap.domain.leerlingen.models import Leerling
from overstap.domain.rapporten.models import Concept
from overstap.foundation import opslag
from overstap.foundation.access import Actor, Recht, Rol
from overstap.foundation.audit.queries import gebeurtenissen_for
from overstap.foundation.audit.record import record
from overstap.foundation.sleutels.kast import Slot, maak_sleutel, vernietig_sleutel
from overstap.foundation.weigering import Weigering

# What an import writes of one pupil, and which columns of it come back; attachments come and go as a whole.
_WAT_TERUGKOMT: dict[type[models.Model], tuple[str, ...]] = {
    Dossier: ("groep",),
    Leerling: ("roepnaam", "voorvoegsel", "achternaam", "sorteernaam", "met_de_hand"),
    Concept: (
        "geheim", "revisie", "sectierevisies", "bijgewerkt_op", "bijgewerkt_door", "klaar", "bezig", "totaal",
    ),
    Schooladvies: ("voorlopig", "voorlopig_op", "voorlopig_door", "toetsstand", "toetsadvies", "geheim"),
    Persoonsnummer: ("soort", "geheim", "zoekhash"),
    Overname: ("kenmerk", "overgenomen_op", "bestand_van"),
}  # fmt: skip
# Looking is not building, and neither is what the worker does by itself, such as checking an attachment.
_GEKEKEN = (".bekeken", ".onthuld")


class NietOngedaan(Weigering):
    """This import cannot be undone; `zin` says why and what to do instead."""


_GEBOUWD = (
    "Iemand werkte na het overnemen al met dit dossier. Wat er staat, blijft daarom staan. "
    "Klopt er iets niet? Verbeter het in uw LAS en haal de gegevens opnieuw op."
)


def bewaar_herstel(*, dossier: Dossier, voor: bytes, regel_id: UUID | None, by: Actor, at: datetime) -> None:
    """Keep for a day what undoing needs; `voor` is empty for a new dossier. An older one of this dossier ends."""
    vorige = Herstel.objects.filter(dossier=dossier).first()
    _vergeet(vorige, at)
    herstel_id, sleutel_id = uuid4(), maak_sleutel(at=at)
    Herstel.objects.create(
        id=herstel_id,
        dossier=dossier,
        school_id=dossier.school_id,
        regel_id=regel_id,
        nieuw=not voor,
        sleutel_id=sleutel_id,
        geheim=Slot(sleutel_id).versleutel(voor, f"herstel:{herstel_id}"),
        na_nummer=_laatste_gebeurtenis(dossier.id, by),
        overgenomen_op=at,
        overgenomen_door=by.persoon_id,
        vervangt_op=vorige.overgenomen_op if vorige else None,
        vervalt_op=at + BEWAARTIJD,
    )


_DAARNA = (
    "Deze leerling is daarna nog een keer overgenomen. Alleen de laatste keer kunt u ongedaan maken. "
    "Klopt er iets niet? Haal de gegevens opnieuw op uit uw LAS."
)


def maak_ongedaan(*, dossier_id: UUID, by: Actor, at: datetime, regel_id: UUID | None = None) -> bool:
    """Undo the last import of one dossier. Returns whether the dossier is gone, because that import made it.

    `regel_id` is the file of a partij of which it is asked, None for a file that came in by itself. Raises
    `NietOngedaan` when that was not the last one or when somebody built on it, `NietGevonden` when a day has passed.
    """
    by.require(Recht.IMPORT_UITVOEREN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    herstel = herstel_for(by, dossier_id, at)
    if herstel.regel_id != regel_id:
        raise NietOngedaan(_DAARNA)
    _controleer_onaangeraakt(herstel, by)
    record("import.ongedaan", by=by, at=at, dossier_id=dossier_id, nieuw=herstel.nieuw)
    try:
        with transaction.atomic():
            (_haal_weg if herstel.nieuw else _zet_terug)(dossier, herstel, at)
    except IntegrityError as fout:
        raise NietOngedaan(_GEBOUWD) from fout
    return herstel.nieuw


def ruim_herstel_op(*, by: Actor, at: datetime) -> int:
    """Forget what could be undone longer than a day ago; returns how many."""
    verlopen = list(Herstel.objects.filter(school_id=by.werkt_bij, vervalt_op__lte=at))
    for herstel in verlopen:
        _vergeet(herstel, at)
    return len(verlopen)


def vergeet_herstel(*, regel_ids: list[UUID], by: Actor, at: datetime) -> None:
    """Forget what could be undone of these files of a partij."""
    for herstel in Herstel.objects.filter(school_id=by.werkt_bij, regel_id__in=regel_ids):
        _vergeet(herstel, at)


def _controleer_onaangeraakt(herstel: Herstel, by: Actor) -> None:
    daarna = (
        gebeurtenissen_for(by, herstel.dossier_id).filter(nummer__gt=herstel.na_nummer).exclude(rol=Rol.SYSTEEM.value)
    )
    if any(not wat.endswith(_GEKEKEN) for wat in daarna.values_list("wat", flat=True)):
        raise NietOngedaan(_GEBOUWD)


def _haal_weg(dossier: Dossier, herstel: Herstel, at: datetime) -> None:
    """Take the dossier and the pupil away."""
    _wis_bestanden(Bijlage.objects.filter(dossier=dossier))
    _haal_uit_tabellen(herstel, [], hield_nummer=False)
    transaction.on_commit(partial(vernietig_sleutel, dossier.sleutel_id, at=at))
    transaction.on_commit(partial(vernietig_sleutel, herstel.sleutel_id, at=at))


def _zet_terug(dossier: Dossier, herstel: Herstel, at: datetime) -> None:
    """Put the rows back as they were; what the import added goes."""
    ruw = Slot(herstel.sleutel_id).ontsleutel(herstel.geheim, f"herstel:{herstel.id}")
    terug = [rij.object for rij in serializers.deserialize("json", ruw.decode())]
    hield = [rij.pk for rij in terug if isinstance(rij, Bijlage)]
    _wis_bestanden(Bijlage.objects.filter(dossier=dossier).exclude(pk__in=hield))
    _haal_uit_tabellen(herstel, hield, hield_nummer=any(isinstance(rij, Persoonsnummer) for rij in terug))
    revisie = Concept.objects.get(dossier=dossier).revisie + 1
    for rij in terug:
        if isinstance(rij, Concept):
            # Whoever still has the undone text on the screen must not overwrite what came back.
            rij.revisie, rij.sectierevisies = revisie, dict.fromkeys(rij.sectierevisies, revisie)
        if velden := _WAT_TERUGKOMT.get(type(rij)):
            rij.save(force_update=True, update_fields=velden)
    _vergeet(herstel, at)


def _haal_uit_tabellen(herstel: Herstel, hield_bijlagen: list[UUID], *, hield_nummer: bool) -> None:
    """Through the one door in the database; raises `IntegrityError` when something else hangs on the dossier."""
    with connection.cursor() as cursor:
        cursor.execute("select importen_haal_weg(%s, %s::uuid[], %s)", [herstel.id, hield_bijlagen, hield_nummer])
        cursor.execute("set constraints all immediate")
        cursor.execute("set constraints all deferred")


def _wis_bestanden(bijlagen: models.QuerySet[Bijlage]) -> None:
    for bestand_id in bijlagen.values_list("bestand_id", flat=True):
        transaction.on_commit(partial(opslag.haal_weg, bestand_id))


def _vergeet(herstel: Herstel | None, at: datetime) -> None:
    if herstel is not None:
        Herstel.objects.filter(id=herstel.id).delete()
        transaction.on_commit(partial(vernietig_sleutel, herstel.sleutel_id, at=at))


def _laatste_gebeurtenis(dossier_id: UUID, by: Actor) -> int:
    return int(gebeurtenissen_for(by, dossier_id).order_by().aggregate(laatste=Max("nummer"))["laatste"] or 0)
