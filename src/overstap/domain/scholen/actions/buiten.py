"""Which acts write down a school outside the region, or one that is a guest for one pupil?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from overstap.domain.gebruikers.actions import maak_gast
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.models import Aanstelling, Organisatie
from overstap.domain.scholen.rules.buiten import BUITEN_REGIO, SchoolGeweigerd, controleer_brin
from overstap.foundation.access import Actor, NietGevonden, Recht, Rol
from overstap.foundation.audit.record import record
from overstap.foundation.rls import als

_GEEN_GAST = "In de oefenschool nodigt u geen andere school uit. Doe dit bij uw eigen school."
_ALBEKEND = {
    True: "{naam} werkt met Overstap. Vraag die school om het rapport over te dragen; een uitnodiging is niet nodig.",
    False: "Dit BRIN is geen basisschool maar: {naam}. Controleer het BRIN.",
}


def leg_school_buiten_vast(*, brin: str, vestiging: str, naam: str, plaats: str, by: Actor, at: datetime) -> UUID:
    """Write down a vo school outside the region, by its BRIN, so that one report can go there. Returns the school.

    A school that is already known stays as it is. Raises `SchoolGeweigerd` when it is no vo school.
    """
    by.require(Recht.AANMELDING_VASTLEGGEN)
    controleer_brin(brin, vestiging)
    eigen = Organisatie.objects.get(id=by.werkt_bij)
    school, nieuw = Organisatie.objects.get_or_create(
        brin=brin,
        vestiging=vestiging,
        gast_van=None,
        oefening_van_id=eigen.oefening_van_id,
        defaults={
            "regio_id": eigen.regio_id, "soort": Organisatiesoort.VO, "naam": naam, "plaats": plaats,
            "gegevens": {BUITEN_REGIO: True},
        },
    )  # fmt: skip
    if school.soort != Organisatiesoort.VO:
        raise SchoolGeweigerd(f"BRIN {brin} is geen vo-school maar: {school.naam}. Controleer het BRIN.")
    if nieuw:
        record("school.buiten_vastgelegd", by=by, at=at, object_id=school.id, brin=brin, vestiging=vestiging)
    return school.id


def maak_gastschool(
    *, brin: str, vestiging: str, naam: str, plaats: str, collega: str, mail: str, by: Actor, at: datetime
) -> tuple[Organisatie, UUID]:
    """Make an organisation for one pupil of a basisschool without Overstap, with one guest in it; (school, account).

    It belongs to the region of the vo school that invites. Raises `SchoolGeweigerd` for a school that has Overstap.
    """
    by.require(Recht.GAST_UITNODIGEN)
    controleer_brin(brin, vestiging)
    eigen = Organisatie.objects.get(id=by.werkt_bij)
    if eigen.oefening_van_id:
        raise SchoolGeweigerd(_GEEN_GAST)
    if bekend := Organisatie.objects.filter(brin=brin, vestiging=vestiging, gast_van=None, oefening_van=None).first():
        raise SchoolGeweigerd(_ALBEKEND[bekend.soort == Organisatiesoort.PO].format(naam=bekend.naam))
    school = Organisatie.objects.create(
        regio_id=eigen.regio_id, soort=Organisatiesoort.PO, naam=naam, brin=brin, vestiging=vestiging, plaats=plaats,
        gast_van=eigen,
    )  # fmt: skip
    gast = maak_gast(naam=collega, mail=mail, by=by, at=at)
    # Who works somewhere is written down by that organisation; this one has nobody yet.
    with als(Actor(rol=Rol.SYSTEEM, organisatie_id=school.id)):
        Aanstelling.objects.create(account=gast, organisatie=school, rol=Rol.GAST.value)
    return school, gast.id


def zet_gastgegevens(*, plaats: str, gegevens: Mapping[str, str], by: Actor, at: datetime) -> Organisatie:
    """Write down the address and telephone of the own school, as a guest gives them (art. 3-d): no region file does.

    Raises `NietGevonden` for a school that is no guest.
    """
    by.require(Recht.LEERLING_INVOEREN)
    school = Organisatie.objects.select_for_update().filter(id=by.werkt_bij, gast_van__isnull=False).first()
    if school is None:
        raise NietGevonden
    school.plaats, school.gegevens = plaats, {**school.gegevens, **gegevens}
    school.save(update_fields=["plaats", "gegevens"])
    record("gast.school_ingevuld", by=by, at=at, object_id=school.id)
    return school


def beeindig_gast(*, school_id: UUID, by: Actor, at: datetime) -> None:
    """End what a guest may do at the organisation that was made for it; the caller knows that it is the own guest."""
    by.require(Recht.GAST_UITNODIGEN)
    with als(Actor(rol=Rol.SYSTEEM, organisatie_id=school_id)):
        Aanstelling.objects.filter(organisatie_id=school_id, organisatie__gast_van=by.werkt_bij, tot=None).update(
            tot=at
        )
