"""Which acts invite a basisschool without Overstap for one pupil, end that, and let its guest begin?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError

from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, dossiers_for
from overstap.domain.gebruikers.actions import geef_gastcode, open_als_gast, trek_gastcode_in, wijzig_gastmail
from overstap.domain.gebruikers.queries import gast_for
from overstap.domain.importen.actions import voer_in
from overstap.domain.importen.queries import geschreven_bij
from overstap.domain.importen.rules import ImportGeweigerd, Invoer, schoolveld
from overstap.domain.overdrachten.enums import Aanmeldwijze
from overstap.domain.overdrachten.models import Aanmelding, Gastuitnodiging
from overstap.domain.overdrachten.queries import eigen_gastuitnodiging_for, gastuitnodiging_for, is_begonnen_for
from overstap.domain.overdrachten.rules import UitnodigingGeweigerd, controleer_aanmelddag, controleer_verloop
from overstap.domain.rapporten.actions import ververs_uit_las
from overstap.domain.scholen.actions import beeindig_gast, maak_gastschool, zet_gastgegevens
from overstap.domain.scholen.queries import aanstellingen_for, is_open_for
from overstap.foundation.access import Actor, Recht, Rol
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag, middag
from overstap.foundation.queue import defer
from overstap.foundation.rls import als

_ANDER_ADRES = (
    "De basisschool is al begonnen. De uitnodiging kan daarom alleen nog naar het adres waar zij eerst heen ging. "
    "Werkt dat adres niet meer? Maak dan een nieuwe uitnodiging."
)
_AL_EEN = "Deze uitnodiging is voor één leerling, en die staat er al. Vraag de vo-school om nog een uitnodiging."


def nodig_gast_uit(
    *,
    brin: str,
    vestiging: str,
    naam: str,
    plaats: str,
    collega: str,
    mail: str,
    aangemeld_op: date,
    tot: date,
    by: Actor,
    at: datetime,
) -> tuple[UUID, str]:
    """Invite one colleague of a basisschool without Overstap for one pupil who was applied at the actor's vo school.

    Returns the invitation and the code, which travels apart and is shown once. The last day is `tot`. Raises
    `UitnodigingGeweigerd`, and `SchoolGeweigerd` for a school that works with Overstap.
    """
    by.require(Recht.GAST_UITNODIGEN)
    _controleer_open(by, at)
    controleer_aanmelddag(aangemeld_op, dag(at))
    controleer_verloop(tot, dag(at))
    school, account_id = maak_gastschool(
        brin=brin, vestiging=vestiging, naam=naam, plaats=plaats, collega=collega, mail=mail, by=by, at=at
    )
    rij = Gastuitnodiging.objects.create(
        ontvanger_id=by.werkt_bij, school=school, account_id=account_id, aangemeld_op=aangemeld_op, uitgenodigd_op=at,
        uitgenodigd_door=by.persoon_id, verloopt_op=_einde(tot),
    )  # fmt: skip
    # Only now: the database lets a vo school give a code to a guest whom it invited.
    code = geef_gastcode(account_id=account_id, geldig_tot=_einde(tot), by=by, at=at)
    defer("mail.gast", uitnodiging_id=rij.id, organisatie_id=by.werkt_bij)
    record("gast.uitgenodigd", by=by, at=at, object_id=school.id)
    return rij.id, code


def nodig_gast_opnieuw_uit(*, uitnodiging_id: UUID, mail: str, tot: date, by: Actor, at: datetime) -> str:
    """Mail the link again, perhaps to another address, with a fresh code and until another day; returns the code.

    The old code stops at once. Also after the term: the guest goes on where the work stopped. From then on the address
    stays: with the link and the code in one hand, the vo school would read a report that was not sent to it.
    """
    by.require(Recht.GAST_UITNODIGEN)
    rij = gastuitnodiging_for(by, uitnodiging_id, vergrendel=True)
    if rij.ingetrokken_op is not None:
        raise UitnodigingGeweigerd("Deze uitnodiging is ingetrokken. Maak een nieuwe uitnodiging.")
    _controleer_open(by, at)
    controleer_verloop(tot, dag(at))
    if mail.casefold() != rij.account.gastmail.casefold() and is_begonnen_for(by, rij):
        raise UitnodigingGeweigerd(_ANDER_ADRES, "mail")
    wijzig_gastmail(account_id=rij.account_id, mail=mail, by=by, at=at)
    code = geef_gastcode(account_id=rij.account_id, geldig_tot=_einde(tot), by=by, at=at)
    rij.verloopt_op, rij.mail_verzonden_op, rij.mail_mislukt_op = _einde(tot), None, None
    rij.save(update_fields=["verloopt_op", "mail_verzonden_op", "mail_mislukt_op"])
    defer("mail.gast", uitnodiging_id=rij.id, organisatie_id=by.werkt_bij)
    record("gast.opnieuw_uitgenodigd", by=by, at=at, object_id=rij.school_id)
    return code


def trek_gastuitnodiging_in(*, uitnodiging_id: UUID, by: Actor, at: datetime) -> None:
    """Close the way in of a guest at once, also for who is inside. What the vo school received stays there."""
    by.require(Recht.GAST_UITNODIGEN)
    rij = gastuitnodiging_for(by, uitnodiging_id, vergrendel=True)
    if rij.ingetrokken_op is not None:
        raise UitnodigingGeweigerd("Deze uitnodiging is al ingetrokken.")
    trek_gastcode_in(account_id=rij.account_id, by=by, at=at)
    beeindig_gast(school_id=rij.school_id, by=by, at=at)
    rij.ingetrokken_op, rij.ingetrokken_door = at, by.persoon_id
    rij.save(update_fields=["ingetrokken_op", "ingetrokken_door"])
    record("gast.ingetrokken", by=by, at=at, object_id=rij.school_id)


def gastmail_verzonden(*, rij: Gastuitnodiging, by: Actor, at: datetime) -> None:
    """The mail with the link left."""
    rij.mail_verzonden_op = at
    rij.save(update_fields=["mail_verzonden_op"])
    record("gast.mail_verzonden", by=by, at=at, object_id=rij.school_id)


def gastmail_mislukt(*, rij: Gastuitnodiging, by: Actor, at: datetime) -> None:
    """The mail server refuses the address: the vo school sees it in its list."""
    rij.mail_mislukt_op = at
    rij.save(update_fields=["mail_mislukt_op"])
    record("gast.mail_mislukt", by=by, at=at, object_id=rij.school_id)


def gastmail_teruggekomen(*, uitnodiging_id: UUID, by: Actor, at: datetime) -> None:
    """The mail came back, as the mail server reports; nothing when it is of no invitation, or never left."""
    rij = Gastuitnodiging.objects.select_for_update().filter(id=uitnodiging_id, mail_verzonden_op__isnull=False).first()
    if rij is not None and rij.mail_mislukt_op is None:
        gastmail_mislukt(rij=rij, by=by, at=at)


def kom_binnen_als_gast(*, gastcode_id: UUID, getypt: str, by: None, at: datetime) -> None:
    """Check the code of a guest and write down that one came in; raises `CodeOnjuist`."""
    open_als_gast(gastcode_id=gastcode_id, getypt=getypt, by=by, at=at)
    gevonden = gast_for(None, gastcode_id, at)
    for plek in aanstellingen_for(None, gevonden[0]) if gevonden else ():
        with als(Actor(rol=Rol.GAST, id=plek.account_id, organisatie_id=plek.organisatie_id)) as gast:
            record("gast.binnengekomen", by=gast, at=at, object_id=plek.organisatie_id)


def zet_eigen_school(*, plaats: str, gegevens: Mapping[str, str], by: Actor, at: datetime) -> None:
    """A guest gives the address of the own school; it stands in the report too, as long as that can be changed.

    Raises `NietInvulbaar` when the report is definitive.
    """
    school = zet_gastgegevens(plaats=plaats, gegevens=gegevens, by=by, at=at)
    gevonden = dossiers_for(by).first()
    if gevonden is None:
        return
    dossier = dossier_for(by, gevonden.id, vergrendel=True)
    veld = schoolveld(school.naam, school.brin, school.vestiging, school.plaats, school.gegevens)
    ververs_uit_las(dossier=dossier, inhoud=geschreven_bij(by, dossier).met({"school": veld}), by=by, at=at)


def voer_gastleerling_in(*, invoer: Invoer, by: Actor, at: datetime) -> Dossier:
    """Make the one dossier of a guest, with the aanmelding that the invitation rests on.

    Raises `ImportGeweigerd` when there is one already, and what `voer_in` raises.
    """
    by.require(Recht.LEERLING_INVOEREN)
    uitnodiging = eigen_gastuitnodiging_for(by)
    if dossiers_for(by).exists():
        raise ImportGeweigerd(_AL_EEN)
    if not uitnodiging.school.gegevens.get("straat"):
        raise ImportGeweigerd("Vul eerst het adres en het telefoonnummer van uw school in. Die horen in het rapport.")
    try:
        dossier = voer_in(invoer=invoer, by=by, at=at)
    except IntegrityError as fout:
        # Twice at the same moment: the database lets one through.
        raise ImportGeweigerd(_AL_EEN) from fout
    Aanmelding.objects.create(
        dossier=dossier, school_id=dossier.school_id, ontvanger_id=uitnodiging.ontvanger_id,
        aangemeld_op=uitnodiging.aangemeld_op, wijze=Aanmeldwijze.GASTROUTE, vastgelegd_op=at,
        vastgelegd_door=uitnodiging.uitgenodigd_door,
    )  # fmt: skip
    # The vo school said that the pupil is applied there, and not the guest: other words than for an aanmelding.
    record("gast.begonnen", by=by, at=at, dossier_id=dossier.id, object_id=uitnodiging.ontvanger_id)
    return dossier


def _controleer_open(by: Actor, at: datetime) -> None:
    if not is_open_for(by, by.werkt_bij, dag(at)):
        zin = "Uw school is gestopt en kan geen rapport meer krijgen. De school waar de leerling heen gaat, nodigt uit."
        raise UitnodigingGeweigerd(zin)


def _einde(tot: date) -> datetime:
    """The end of the last day."""
    return middag(tot) + timedelta(hours=12)
