"""Which acts set up a region, from its file or one subject at a time, and put a change back?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from re import fullmatch
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import QuerySet

from overstap.domain.scholen.actions.regiobezwaren import (
    bezwaren_van_regios,
    bezwaren_van_soorten,
    bezwaren_van_zorgroutes,
)
from overstap.domain.scholen.enums import Organisatiesoort, Regioonderwerp
from overstap.domain.scholen.models import Organisatie, Regio, Regiowijziging
from overstap.domain.scholen.queries import bestand_for, eigen_bestand_for, regiowijziging_for
from overstap.domain.scholen.rules import Bestandsfout, Regiobestand, School
from overstap.domain.scholen.rules.duolijst import Duovoorstel, toegepast
from overstap.domain.scholen.rules.regio import keur_regio
from overstap.domain.scholen.rules.regiobestand import SWVNUMMER, Samenwerkingsverband
from overstap.domain.scholen.rules.regioschrijven import inhoud_van
from overstap.domain.scholen.rules.regiowijziging import (
    RegioGeweigerd,
    met_deel,
    nieuwe_fouten,
    te_bewaren,
    teruggezet,
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
    `RegioGeweigerd` for a school that would become one of another kind, and while zorgroutes run to a
    samenwerkingsverband that would no longer be that of the region.
    """
    by.require(Recht.REGIO_INRICHTEN)
    if fouten := bezwaren_van_soorten(nieuw=bestand, by=by, at=at):
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
            if fouten := bezwaren_van_zorgroutes(oud=oud, nieuw=samen, by=systeem, at=at):
                raise RegioGeweigerd(fouten)
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
    van, naar = uit_bewaard(wijziging.van), uit_bewaard(wijziging.naar)
    inhoud = teruggezet(inhoud_van(oud), Regioonderwerp(wijziging.onderwerp), van, naar)
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
    nieuw = _zoals_daar(regio, oud, nieuw)
    fouten = nieuwe_fouten(voorheen, fouten)
    fouten += bezwaren_van_regios(regio=regio, nieuw=nieuw, by=by, at=at)
    fouten += bezwaren_van_soorten(nieuw=nieuw, by=by, at=at)
    # What is no number at all has nothing to do with the zorgroutes yet.
    if all(fullmatch(SWVNUMMER, swv.code) for swv in nieuw.verbanden):
        fouten += bezwaren_van_zorgroutes(oud=oud, nieuw=nieuw, by=by, at=at)
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
        for swv in oud.weg_in(nieuw):
            _ruim_swv_op(regio, swv)


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


def _zoals_daar(regio: Regio, oud: Regiobestand, nieuw: Regiobestand) -> Regiobestand:
    """With the routes of a samenwerkingsverband of another region as that region says, once this one names it."""
    erbij = nieuw.weg_in(oud)
    elders = Organisatie.objects.filter(brin__in=[swv.code for swv in erbij], vestiging="00", oefening_van=None)
    daar = {rij.brin: rij.als_verband().routes for rij in elders.exclude(regio=regio)}
    verbanden = tuple(replace(swv, routes=daar.get(swv.code, swv.routes)) for swv in nieuw.verbanden)
    return replace(nieuw, verbanden=verbanden)


def _bewaar(regio: Regio, bestand: Regiobestand, scholen: Iterable[School]) -> None:
    regio.instellingen = bestand.instellingen()
    regio.save(update_fields=["instellingen"])
    for swv in bestand.verbanden:
        _neem_swv_over(regio, swv)
    for school in scholen:
        _neem_school_over(regio, school)


def _verwijder(regio: Regio, school: School) -> None:
    """Take a school away of which nobody and nothing is here yet."""
    rij = Organisatie.objects.filter(
        regio=regio, brin=school.brin, vestiging=school.vestiging, gast_van=None, oefening_van=None
    )
    if not _ging_weg(rij):
        zin = f"Bij {school.naam} is al gewerkt. Laat de school staan, en vul een laatste dag in."
        raise RegioGeweigerd([Bestandsfout(None, "scholen", zin)])


def _ruim_swv_op(regio: Regio, swv: Samenwerkingsverband) -> None:
    """Take away the samenwerkingsverband of before, of which nobody is here: a number typed wrong holds no place."""
    if not Regio.objects.filter(instellingen__swv__contains=[swv.code]).exists():
        _ging_weg(_swv(swv.code).filter(regio=regio))


def _ging_weg(rijen: QuerySet[Organisatie]) -> bool:
    """Delete these when nothing hangs on them; False, and nothing happened, when something does."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            rijen.delete()
            # What hangs on an organisation is not ours to see; the database knows.
            cursor.execute("set constraints all immediate")
    except IntegrityError:
        return False
    return True


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
    rij = _swv(swv.code).first()
    if rij and rij.als_verband() == swv:
        return
    if rij and rij.regio_id != regio.id:
        # How it walks its routes, says only the region where it stands.
        swv = replace(swv, routes=rij.als_verband().routes)
    gegevens = {
        "soort": Organisatiesoort.SWV, "naam": swv.naam, "plaats": swv.plaats, "gegevens": swv.gegevens(),
    }  # fmt: skip
    Organisatie.objects.update_or_create(
        brin=swv.code,
        vestiging="00",
        oefening_van=None,
        defaults=gegevens,
        create_defaults={**gegevens, "regio": regio},
    )


def _swv(code: str) -> QuerySet[Organisatie]:
    return Organisatie.objects.filter(brin=code, vestiging="00", oefening_van=None)
