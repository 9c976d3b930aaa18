"""Which acts set up a region, from its file or one subject at a time, and put a change back?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from overstap.domain.scholen.enums import Organisatiesoort, Regioonderwerp
from overstap.domain.scholen.models import Organisatie, Regio, Regiowijziging
from overstap.domain.scholen.queries import bestand_for, eigen_bestand_for, regiowijziging_for
from overstap.domain.scholen.rules import Bestandsfout, Regiobestand, School
from overstap.domain.scholen.rules.buiten import BUITEN_REGIO
from overstap.domain.scholen.rules.duolijst import Duovoorstel, toegepast
from overstap.domain.scholen.rules.regio import keur_regio
from overstap.domain.scholen.rules.regiobestand import Samenwerkingsverband
from overstap.domain.scholen.rules.regioschrijven import inhoud_van
from overstap.domain.scholen.rules.regiowijziging import (
    RegioGeweigerd,
    met_deel,
    nieuwe_fouten,
    te_bewaren,
    uit_bewaard,
    verschil,
)
from overstap.foundation.access import Actor, Recht, Rol
from overstap.foundation.audit.record import record
from overstap.foundation.poort import poort
from overstap.foundation.rls import als


def laad_regio(*, bestand: Regiobestand, by: Actor, at: datetime) -> UUID:
    """Take over the settings, the samenwerkingsverband and the schools of a region file; returns the region.

    Loading it again renews them. A school that is no longer in the file stays: dossiers may hang on it. Raises
    `RegioGeweigerd` for a school that would become one of another kind.
    """
    by.require(Recht.REGIO_INRICHTEN)
    if fouten := _van_andere_soort(bestand):
        raise RegioGeweigerd(fouten)
    regio = Regio.objects.select_for_update().filter(naam=bestand.naam).first()
    nieuw = regio is None
    if regio is None:
        regio = Regio.objects.create(naam=bestand.naam, instellingen=bestand.instellingen())
    plek, samen = _neem_regio_over(regio), bestand
    if not nieuw:
        # Who changed what stands with the region itself.
        with als(Actor(rol=Rol.SYSTEEM, organisatie_id=plek.id)) as systeem:
            oud = bestand_for(systeem)
            samen = oud.aangevuld_met(bestand)
            _leg_vast(regio, inhoud_van(oud), inhoud_van(samen), by=systeem, at=at)
    _bewaar(regio, samen, bestand.scholen)
    record("regio.geladen", by=by, at=at, object_id=regio.id, scholen=len(bestand.scholen), nieuw=nieuw)
    return regio.id


def wijzig_regio(*, onderwerp: Regioonderwerp, waarden: Mapping[str, Any], by: Actor, at: datetime) -> None:
    """Say one subject of the own region otherwise; `waarden` are in the form of the region's file.

    Of the schools those that are named by their key; None takes one away that has no work. Raises `RegioGeweigerd`
    with what is wrong, by the same rules as the file; nothing happens when nothing differs.
    """
    by.require(Recht.REGIO_BEHEREN)
    regio = _vergrendeld(by)
    oud = bestand_for(by)
    _vervang(regio, oud, met_deel(inhoud_van(oud), onderwerp, waarden), by=by, at=at)


def neem_duolijst_over(*, gekozen: Sequence[Duovoorstel], by: Actor, at: datetime) -> None:
    """Take over what DUO's list says of the chosen schools; a board that nobody named yet comes with its number.

    Raises `RegioGeweigerd` and then changes nothing.
    """
    by.require(Recht.REGIO_BEHEREN)
    regio = _vergrendeld(by)
    oud = bestand_for(by)
    inhoud = inhoud_van(oud)
    genoemd = {str(een.anders["bestuur"]) for een in gekozen if een.anders.get("bestuur")}
    besturen = {nummer: f"Bestuur {nummer}" for nummer in sorted(genoemd - inhoud["besturen"].keys())}
    inhoud = met_deel(inhoud, Regioonderwerp.SCHOLEN, toegepast(inhoud, gekozen))
    _vervang(regio, oud, {**inhoud, "besturen": {**inhoud["besturen"], **besturen}}, by=by, at=at)


def laad_eigen_bestand(*, tekst: str, by: Actor, at: datetime) -> None:
    """Take over the text of the file of the own region; a school that it does not name stays as it is.

    Raises `RegioGeweigerd` with everything that is wrong, by line.
    """
    by.require(Recht.REGIO_BEHEREN)
    regio = _vergrendeld(by)
    oud = bestand_for(by)
    _vervang(regio, oud, inhoud_van(oud.aangevuld_met(eigen_bestand_for(by, tekst))), by=by, at=at)


def zet_terug(*, wijziging_id: UUID, by: Actor, at: datetime) -> None:
    """Say of a subject again what was said before a change; also that is a change. Raises `RegioGeweigerd`."""
    by.require(Recht.REGIO_BEHEREN)
    regio = _vergrendeld(by)
    wijziging = regiowijziging_for(by, wijziging_id)
    oud = bestand_for(by)
    inhoud = met_deel(inhoud_van(oud), Regioonderwerp(wijziging.onderwerp), uit_bewaard(wijziging.van))
    _vervang(regio, oud, inhoud, by=by, at=at, herstelt=wijziging)


def _vergrendeld(by: Actor) -> Regio:
    """The own region, which nobody else changes meanwhile."""
    return Regio.objects.select_for_update().get(organisatie=by.werkt_bij)


def _vervang(
    regio: Regio,
    oud: Regiobestand,
    inhoud: dict[str, Any],
    *,
    by: Actor,
    at: datetime,
    herstelt: Regiowijziging | None = None,
) -> None:
    """Check the region that `inhoud` tells by the rules of the file, and let it take the place of `oud`."""
    keuringen = poort("regio.veld"), poort("regio.bijlagesoort"), poort("regio.route")
    _, voorheen = keur_regio(inhoud_van(oud), *keuringen)
    nieuw, fouten = keur_regio(inhoud, *keuringen)
    fouten = [*nieuwe_fouten(voorheen, fouten), *_van_anderen(regio, nieuw), *_van_andere_soort(nieuw)]
    if fouten:
        raise RegioGeweigerd(fouten)
    blijft = {school.sleutel for school in nieuw.scholen}
    # All or nothing: a school that cannot be taken away is known only when the database is asked.
    with transaction.atomic():
        _leg_vast(regio, inhoud_van(oud), inhoud_van(nieuw), by=by, at=at, herstelt=herstelt)
        for school in oud.scholen:
            if school.sleutel not in blijft:
                _verwijder(regio, school)
        _bewaar(regio, nieuw, set(nieuw.scholen) - set(oud.scholen))


def _leg_vast(
    regio: Regio,
    oud: Mapping[str, Any],
    nieuw: Mapping[str, Any],
    *,
    by: Actor,
    at: datetime,
    herstelt: Regiowijziging | None = None,
) -> None:
    for onderwerp, (van, naar) in verschil(oud, nieuw).items():
        wijziging = Regiowijziging.objects.create(
            regio=regio, onderwerp=onderwerp, op=at, door_id=by.id, van=te_bewaren(van), naar=te_bewaren(naar),
            herstelt=herstelt,
        )  # fmt: skip
        record("regio.gewijzigd", by=by, at=at, object_id=wijziging.id, onderwerp=onderwerp.value)


def _van_anderen(regio: Regio, nieuw: Regiobestand) -> list[Bestandsfout]:
    """A sentence for everything of the file that another region already has: it is theirs to change."""
    elders = (
        Organisatie.objects.filter(gast_van=None, oefening_van=None)
        .exclude(regio=regio)
        .exclude(gegevens__has_key=BUITEN_REGIO)
    )
    van_wie = {(rij.brin, rij.vestiging): rij for rij in elders.select_related("regio")}
    fouten = [
        Bestandsfout(
            None,
            f"scholen[{nummer}].brin",
            f"{school.brin} vestiging {school.vestiging} hoort bij {rij.regio.naam}. Vraag die regio om de school.",
        )
        for nummer, school in enumerate(nieuw.scholen, start=1)
        if (rij := van_wie.get((school.brin, school.vestiging)))
    ]
    swv = van_wie.get((nieuw.swv.code, "00"))
    if swv and not _zegt_hetzelfde(swv, nieuw.swv):
        zin = f"{nieuw.swv.code} hoort bij {swv.regio.naam}, als {swv.naam}. Alleen die regio verandert dit."
        fouten.append(Bestandsfout(None, "swv.naam", zin))
    return fouten


def _van_andere_soort(nieuw: Regiobestand) -> list[Bestandsfout]:
    """A sentence for every school that is of another kind already: its people, dossiers and rights are of that kind."""
    bekend = Organisatie.objects.filter(gast_van=None, oefening_van=None, brin__in={een.brin for een in nieuw.scholen})
    soorten = {(rij.brin, rij.vestiging): Organisatiesoort(rij.soort) for rij in bekend}
    return [
        Bestandsfout(
            None,
            f"scholen[{nummer}].soort",
            f"{school.naam} ({school.brin} {school.vestiging}) is een {was.label} en wordt geen {school.soort.label}."
            " Zet de soort terug, of kijk na of het BRIN en het nummer van de vestiging kloppen.",
        )
        for nummer, school in enumerate(nieuw.scholen, start=1)
        if (was := soorten.get((school.brin, school.vestiging), school.soort)) is not school.soort
    ]


def _bewaar(regio: Regio, bestand: Regiobestand, scholen: Iterable[School]) -> None:
    regio.instellingen = bestand.instellingen()
    regio.save(update_fields=["instellingen"])
    _neem_swv_over(regio, bestand.swv)
    for school in scholen:
        _neem_school_over(regio, school)


def _verwijder(regio: Regio, school: School) -> None:
    """Take a school away of which nobody and nothing is here yet."""
    rij = Organisatie.objects.filter(
        regio=regio, brin=school.brin, vestiging=school.vestiging, gast_van=None, oefening_van=None
    )
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            rij.delete()
            # What hangs on a school is not ours to see; the database knows.
            cursor.execute("set constraints all immediate")
    except IntegrityError as fout:
        zin = f"Bij {school.naam} is al gewerkt. Laat de school staan, en vul een laatste dag in."
        raise RegioGeweigerd([Bestandsfout(None, "scholen", zin)]) from fout


def _neem_school_over(regio: Regio, school: School) -> None:
    Organisatie.objects.update_or_create(
        brin=school.brin,
        vestiging=school.vestiging,
        gast_van=None,
        oefening_van=None,
        defaults={
            "regio": regio,
            "soort": school.soort,
            "naam": school.naam,
            "plaats": school.plaats,
            "gegevens": school.gegevens(),
        },
    )


def _neem_regio_over(regio: Regio) -> Organisatie:
    """The region as an organisation, where its coordinator works; DUO gives it no number, so it has one of ours."""
    plek, _ = Organisatie.objects.update_or_create(
        regio=regio,
        soort=Organisatiesoort.REGIO,
        defaults={"naam": regio.naam},
        create_defaults={"naam": regio.naam, "brin": f"R{regio.id.hex[:5].upper()}"},
    )
    return plek


def _neem_swv_over(regio: Regio, swv: Samenwerkingsverband) -> None:
    # Its number stands where a school has its BRIN. More regions may name it; it stays with the first.
    rij = Organisatie.objects.filter(brin=swv.code, vestiging="00", oefening_van=None).first()
    if rij and _zegt_hetzelfde(rij, swv):
        return
    # How it walks its routes, says only the region where it stands.
    routes = swv.routes if rij is None or rij.regio_id == regio.id else rij.gegevens.get("routes", {})
    gegevens = {
        "soort": Organisatiesoort.SWV, "naam": swv.naam, "plaats": swv.plaats,
        "gegevens": {"telefoon": swv.telefoon, "email": swv.email, "routes": dict(routes)},
    }  # fmt: skip
    Organisatie.objects.update_or_create(
        brin=swv.code,
        vestiging="00",
        oefening_van=None,
        defaults=gegevens,
        create_defaults={**gegevens, "regio": regio},
    )


def _zegt_hetzelfde(rij: Organisatie, swv: Samenwerkingsverband) -> bool:
    gegevens = [rij.gegevens.get(veld, leeg) for veld, leeg in (("telefoon", ""), ("email", ""), ("routes", {}))]
    return [rij.naam, rij.plaats, *gegevens] == [swv.naam, swv.plaats, swv.telefoon, swv.email, swv.routes]
