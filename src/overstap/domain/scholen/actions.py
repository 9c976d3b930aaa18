"""Which acts set up a region, give somebody a role at a school, and end it?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from overstap.domain.gebruikers.actions import eindig_sessies, maak_gast
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.models import Aanstelling, Organisatie, Regio
from overstap.domain.scholen.queries import aanstelling_for, medewerkers_for
from overstap.domain.scholen.rules import Regiobestand, Samenwerkingsverband, School, controleer_functie
from overstap.domain.scholen.rules.buiten import BUITEN_REGIO, SchoolGeweigerd, controleer_brin
from overstap.foundation.access import RECHTEN, Actor, NietGevonden, Recht, Rol
from overstap.foundation.audit.record import record
from overstap.foundation.rls import als
from overstap.foundation.weigering import Weigering

_ALBEKEND = {
    True: "{naam} werkt met Overstap. Vraag die school om het rapport over te dragen; een uitnodiging is niet nodig.",
    False: "Dit BRIN is geen basisschool maar: {naam}. Controleer het BRIN.",
}
_EIGEN_KOLOM = frozenset({"brin", "vestiging", "naam", "soort", "plaats"})


def laad_regio(*, bestand: Regiobestand, by: Actor, at: datetime) -> UUID:
    """Take over the settings, the samenwerkingsverband and the schools of a region file; returns the region.

    Loading it again renews them. A school that is no longer in the file stays: dossiers may hang on it.
    """
    by.require(Recht.REGIO_INRICHTEN)
    regio, nieuw = Regio.objects.update_or_create(naam=bestand.naam, defaults={"instellingen": bestand.instellingen()})
    _neem_swv_over(regio, bestand.swv)
    _neem_regio_over(regio)
    for school in bestand.scholen:
        _neem_school_over(regio, school)
    record("regio.geladen", by=by, at=at, object_id=regio.id, scholen=len(bestand.scholen), nieuw=nieuw)
    return regio.id


class AanstellingGeweigerd(Weigering):
    """This aanstelling cannot change like this; `zin` says what to do."""


def stel_aan(
    *, account_id: UUID, organisatie_id: UUID, rol: Rol, by: Actor, at: datetime, groepen: Iterable[str] = ()
) -> UUID:
    """Give somebody a role at an organisation; harmless when they already have it. Returns the aanstelling.

    `groepen` are those of a teacher; none is the whole school. Raises `FunctiePastNiet`
    when this kind of organisation does not know the role.
    """
    by.require(Recht.REGIO_INRICHTEN)
    organisatie = Organisatie.objects.get(id=organisatie_id)
    controleer_functie(organisatie.soort, rol)
    aanstelling, nieuw = Aanstelling.objects.get_or_create(
        account_id=account_id,
        organisatie=organisatie,
        rol=rol.value,
        tot=None,
        defaults={"groepen": sorted(groepen)},
    )
    if nieuw:
        record("medewerker.aangesteld", by=by, at=at, object_id=aanstelling.id, rol=rol.value)
    return aanstelling.id


def zet_groepen(*, aanstelling_id: UUID, groepen: Iterable[str], by: Actor, at: datetime) -> None:
    """Say of which groups a teacher of the own school sees the pupils in the lists; none is the whole school."""
    by.require(Recht.MEDEWERKERS_BEHEREN)
    aanstelling = aanstelling_for(by, aanstelling_id, vergrendel=True)
    if aanstelling.rol != Rol.LEERKRACHT:
        raise AanstellingGeweigerd("Alleen een leerkracht heeft eigen groepen. De anderen zien de hele school.")
    aanstelling.groepen = sorted(set(groepen))
    aanstelling.save(update_fields=["groepen"])
    record("medewerker.ingedeeld", by=by, at=at, object_id=aanstelling.id, groepen=aanstelling.groepen)


def eindig_aanstelling(*, aanstelling_id: UUID, by: Actor, at: datetime) -> None:
    """End a role at the own organisation: from the next request on it opens nothing. What was done stays in the log.

    Who had it logs in again wherever that was, also for work elsewhere: nothing of this organisation stays open.
    """
    by.require(Recht.MEDEWERKERS_BEHEREN)
    aanstelling = aanstelling_for(by, aanstelling_id, vergrendel=True)
    if aanstelling.account_id == by.id:
        # So that somebody who may do this stays.
        raise AanstellingGeweigerd("U kunt uw eigen aanstelling niet beëindigen. Vraag dit aan uw beheerder.")
    _houd_een_beheerder(aanstelling, by)
    aanstelling.tot = at
    aanstelling.save(update_fields=["tot"])
    record("medewerker.beeindigd", by=by, at=at, object_id=aanstelling.id, rol=aanstelling.rol)
    eindig_sessies(account_id=aanstelling.account_id, by=by, at=at)


def _houd_een_beheerder(weg: Aanstelling, by: Actor) -> None:
    """Refuse to end the last role with which somebody manages the colleagues, also when two end each other at once."""
    rollen = [rol.value for rol, rechten in RECHTEN.items() if Recht.MEDEWERKERS_BEHEREN in rechten]
    if weg.rol not in rollen:
        return
    rijen = medewerkers_for(by, by.werkt_bij).filter(rol__in=rollen).order_by("id").select_for_update(of=("self",))
    if not any(mens.id != weg.id for mens in rijen):
        raise AanstellingGeweigerd("Nodig eerst een opvolger uit: anders beheert niemand hier de medewerkers.")


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
    if bekend := Organisatie.objects.filter(brin=brin, vestiging=vestiging, gast_van=None).first():
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


def _neem_school_over(regio: Regio, school: School) -> None:
    gegevens = {naam: waarde for naam, waarde in asdict(school).items() if naam not in _EIGEN_KOLOM}
    Organisatie.objects.update_or_create(
        brin=school.brin,
        vestiging=school.vestiging,
        gast_van=None,
        defaults={
            "regio": regio,
            "soort": school.soort,
            "naam": school.naam,
            "plaats": school.plaats,
            "gegevens": gegevens,
        },
    )


def _neem_regio_over(regio: Regio) -> None:
    """The region as an organisation, where its coordinator works; DUO gives it no number, so it has one of ours."""
    Organisatie.objects.update_or_create(
        regio=regio,
        soort=Organisatiesoort.REGIO,
        defaults={"naam": regio.naam},
        create_defaults={"naam": regio.naam, "brin": f"R{regio.id.hex[:5].upper()}"},
    )


def _neem_swv_over(regio: Regio, swv: Samenwerkingsverband) -> None:
    # Its number stands where a school has its BRIN. More regions may name it; it stays with the first.
    gegevens = {
        "soort": Organisatiesoort.SWV, "naam": swv.naam, "plaats": swv.plaats,
        "gegevens": {"telefoon": swv.telefoon, "email": swv.email},
    }  # fmt: skip
    Organisatie.objects.update_or_create(
        brin=swv.code, vestiging="00", defaults=gegevens, create_defaults={**gegevens, "regio": regio}
    )
