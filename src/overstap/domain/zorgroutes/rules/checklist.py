"""What must be there before a zorgaanmelding goes to the samenwerkingsverband?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from overstap.domain.zorgroutes.enums import Oordeel, Routesoort
from overstap.domain.zorgroutes.rules.criteria import toets
from overstap.domain.zorgroutes.rules.routes import WET, eindigt_in_advies
from overstap.domain.zorgroutes.rules.scores import waarschuwingen
from overstap.domain.zorgroutes.snapshot.voorbereiding import Voorbereiding
from overstap.foundation.weigering import Weigering


class Zorgpuntcode(StrEnum):
    """The points of the checklist."""

    HULPVRAAG = "hulpvraag"
    MOTIVATIE = "motivatie"
    DREMPELONDERZOEK = "drempelonderzoek"
    ONDERSTEUNING = "ondersteuning"
    GROEIDOCUMENT = "groeidocument"
    HANDELINGSDEEL = "handelingsdeel"
    GEHOORD = "gehoord"
    ZIENSWIJZE = "zienswijze"
    INGELICHT = "ingelicht"
    BIJLAGEN = "bijlagen"
    BESTAND = "bestand"
    VO_SCHOOL = "vo_school"
    VERBAND = "verband"
    ONTVANGER = "ontvanger"
    CRITERIA = "criteria"


@dataclass(frozen=True)
class Zorgpunt:
    """One point: in order or not, and whether it stops the school. `zin` says what is so and what to do."""

    code: Zorgpuntcode
    in_orde: bool
    blokkeert: bool
    zin: str


@dataclass(frozen=True)
class Zorgfeiten:
    """The facts on which the checklist rests.

    `plan_gaat_mee`: is an OPP or groeidocument released to the samenwerkingsverband? `bezwaren` are sentences about
    attachments that may not leave or an OSO file that cannot be made; `swv_bezwaar` is why another
    samenwerkingsverband decides; `kijkers` how many people can receive it,
    `zonder_ondersteuning` says that the report answers no to the question about support.
    """

    soort: Routesoort
    voorbereiding: Voorbereiding
    plan_gaat_mee: bool
    zienswijzen: int
    voorgelegd: bool
    vo_bekend: bool
    kijkers: int
    vandaag: date
    bijlage_bezwaar: str = ""
    zonder_ondersteuning: bool = False
    oso_bezwaren: Sequence[str] = ()
    swv_bezwaar: str = ""


# What a parent can read when an own view comes too late; their pages translate it.
AL_VERSTUURD = "De aanvraag is al verstuurd. Vertel uw mening aan school."
# To a parent who wrote as many views as go along.
VOL = "Praat eerst met de school."


class ZorgrouteGeweigerd(Weigering):
    """This cannot be done like this; `zin` says what to do, `veld` which question it is about (empty: none)."""

    def __init__(self, zin: str, veld: str = "", fouten: Sequence[tuple[str, str]] = ()) -> None:
        self.fouten = tuple(fouten) or ((veld, zin),)
        super().__init__(zin, veld)


def zorgchecklist(feiten: Zorgfeiten) -> tuple[Zorgpunt, ...]:
    """Every point, blocking ones first."""
    punten = [*_teksten(feiten), *_onderzoek(feiten), *_met_het_gezin(feiten), *_bestanden(feiten), *_aanvrager(feiten)]
    return tuple(sorted(punten, key=lambda punt: not punt.blokkeert))


def mag_versturen(punten: Sequence[Zorgpunt]) -> bool:
    """Is every blocking point in order?"""
    return all(punt.in_orde for punt in punten if punt.blokkeert)


def _punt(code: Zorgpuntcode, wel: str, niet: str, *, goed: bool, blokkeert: bool = True) -> Zorgpunt:
    return Zorgpunt(code, goed, blokkeert, wel if goed else niet)


def _teksten(feiten: Zorgfeiten) -> tuple[Zorgpunt, ...]:
    wat = feiten.voorbereiding
    return (
        _punt(
            Zorgpuntcode.HULPVRAAG,
            "De ondersteuningsvraag staat erin.",
            "Schrijf op wat u het samenwerkingsverband vraagt.",
            goed=bool(wat.hulpvraag.strip()),
        ),
        _punt(
            Zorgpuntcode.MOTIVATIE,
            "De motivatie staat erin.",
            "Schrijf op waarom deze route past. Het samenwerkingsverband beslist op deze motivatie.",
            goed=bool(wat.motivatie.strip()),
        ),
    )


def _onderzoek(feiten: Zorgfeiten) -> tuple[Zorgpunt, ...]:
    onderzoek = feiten.voorbereiding.drempelonderzoek
    if not WET[feiten.soort].drempelonderzoek:
        return ()
    compleet = onderzoek.iq is not None and bool(onderzoek.scores)
    punten = [
        _punt(
            Zorgpuntcode.DREMPELONDERZOEK,
            "Het IQ en de scores staan erin.",
            "Vul het IQ en de scores van het drempelonderzoek in.",
            goed=compleet,
        )
    ]
    if compleet:
        punten += [Zorgpunt(Zorgpuntcode.DREMPELONDERZOEK, False, False, zin) for zin in _let_op(feiten)]
    for een in toets(onderzoek, feiten.vandaag):
        if compleet and een.soort is feiten.soort and een.oordeel is not Oordeel.PAST:
            zin = f"{een.oordeel.label}. Leg in de motivatie uit waarom deze route toch past."
            punten.append(Zorgpunt(Zorgpuntcode.CRITERIA, False, False, zin))
    return tuple(punten)


def _let_op(feiten: Zorgfeiten) -> tuple[str, ...]:
    return waarschuwingen(feiten.voorbereiding.drempelonderzoek, feiten.vandaag)


def _met_het_gezin(feiten: Zorgfeiten) -> tuple[Zorgpunt, ...]:
    """What was talked over with the parents and the pupil: handelingsdeel, hoorrecht, zienswijze, inlichten."""
    wat = feiten.voorbereiding
    punten = [
        _punt(
            Zorgpuntcode.HANDELINGSDEEL,
            "De ouders zijn het eens met het handelingsdeel.",
            "Vul in op welke dag de ouders instemden met het handelingsdeel.",
            goed=wat.handelingsdeel_op is not None,
        ),
        _punt(
            Zorgpuntcode.GEHOORD,
            "De leerling is gehoord.",
            "Praat met de leerling. Vul in wanneer dat was en wat eruit kwam.",
            goed=wat.gehoord_op is not None and bool(wat.gehoord.strip()),
        ),
        _punt(
            Zorgpuntcode.INGELICHT,
            "De ouders weten wat er naar het samenwerkingsverband gaat.",
            "Laat de ouders eerst lezen wat er naar het samenwerkingsverband gaat, of vertel het hun en vul de dag in.",
            goed=feiten.voorgelegd or wat.ouders_ingelicht_op is not None,
        ),
    ]
    if WET[feiten.soort].zienswijze:
        punten.append(
            _punt(
                Zorgpuntcode.ZIENSWIJZE,
                "De schriftelijke zienswijze van de ouders is er.",
                "Vraag de ouders om hun zienswijze op papier of op hun pagina. Bij praktijkonderwijs is die verplicht.",
                goed=bool(wat.zienswijze.strip()) or feiten.zienswijzen > 0,
            )
        )
    return tuple(punten)


def _bestanden(feiten: Zorgfeiten) -> tuple[Zorgpunt, ...]:
    punten = [
        _punt(
            Zorgpuntcode.ONDERSTEUNING,
            "De ondersteuning staat in het rapport.",
            "In het rapport staat dat er geen extra ondersteuning is. Verander dat antwoord en vul dat deel in.",
            goed=not feiten.zonder_ondersteuning,
        ),
        _punt(
            Zorgpuntcode.GROEIDOCUMENT,
            "Het OPP of groeidocument gaat mee.",
            "Voeg het OPP of groeidocument toe bij Bijlagen en geef het vrij voor het samenwerkingsverband.",
            goed=feiten.plan_gaat_mee,
        ),
    ]
    if feiten.bijlage_bezwaar:
        punten.append(Zorgpunt(Zorgpuntcode.BIJLAGEN, False, True, feiten.bijlage_bezwaar))
    punten += [Zorgpunt(Zorgpuntcode.BESTAND, False, True, zin) for zin in feiten.oso_bezwaren]
    return tuple(punten)


def _aanvrager(feiten: Zorgfeiten) -> tuple[Zorgpunt, ...]:
    punten = [
        _punt(
            Zorgpuntcode.ONTVANGER,
            "Bij het samenwerkingsverband kan iemand dit ontvangen.",
            "Bij het samenwerkingsverband kan nog niemand dit ontvangen. Neem contact op met het loket.",
            goed=feiten.kijkers > 0,
        )
    ]
    if feiten.swv_bezwaar:
        punten.append(Zorgpunt(Zorgpuntcode.VERBAND, False, True, feiten.swv_bezwaar))
    if eindigt_in_advies(feiten.soort, vo_bekend=feiten.vo_bekend):
        zin = (
            "Er is nog geen aanmelding bij een vo-school. Het samenwerkingsverband kan dan alleen een advies geven. "
            "Leg de aanmelding vast zodra die er is."
        )
        punten.append(Zorgpunt(Zorgpuntcode.VO_SCHOOL, False, False, zin))
    return tuple(punten)
