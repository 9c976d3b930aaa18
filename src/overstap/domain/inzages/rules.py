"""When may a report become definitief? The checklist; and who must have been offered inzage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from overstap.domain.inzages.enums import Akkoord
from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.rules import Opmerking

MAXIMALE_TEKST = 10_000


class Puntcode(StrEnum):
    """The points of the checklist."""

    VERPLICHTE_VELDEN = "verplichte_velden"
    WAARDEN = "waarden"
    ADVIES = "advies"
    INZAGE = "inzage"
    CORRECTIES = "correcties"
    GEWIJZIGD_NA_INZAGE = "gewijzigd_na_inzage"
    NIEMAND_MET_GEZAG = "niemand_met_gezag"
    BIJLAGEN = "bijlagen"
    DEADLINE = "deadline"


@dataclass(frozen=True)
class Punt:
    """One point: in order or not, and whether it stops the school. `zin` says what is so and what to do."""

    code: Puntcode
    in_orde: bool
    blokkeert: bool
    zin: str


@dataclass(frozen=True)
class Ouderstand:
    """What is known of one parent with gezag."""

    naam: str
    aangeboden_op: date | None
    beantwoord: bool

    def termijn_voorbij(self, dagen: int, vandaag: date) -> bool:
        """Has the reaction term of the region passed since the offer?"""
        return self.aangeboden_op is not None and vandaag > self.aangeboden_op + timedelta(days=dagen)


@dataclass(frozen=True)
class Controle:
    """The facts on which the checklist rests."""

    ontbrekend: Sequence[str]
    advies_definitief: bool
    ouders: Sequence[Ouderstand]
    open_correcties: int
    gewijzigd_na_inzage: bool
    bijlagen: int
    bijlagen_mee: int
    reactietermijn: int
    vandaag: date
    deadline: date
    opmerkingen: Sequence[Opmerking] = ()
    bijlagen_bezwaar: str = ""


def checklist(feiten: Controle) -> tuple[Punt, ...]:
    """Every point, blocking ones first. It blocks only on what the law makes the school's own duty."""
    ouders = _inzage(feiten) if feiten.ouders else _niemand()
    punten = (
        _velden(feiten),
        *_waarden(feiten),
        _advies(feiten),
        ouders,
        _correcties(feiten),
        *_waarschuwingen(feiten),
    )
    return tuple(sorted(punten, key=lambda punt: not punt.blokkeert))


def mag_definitief(punten: Sequence[Punt]) -> bool:
    """Is every blocking point in order?"""
    return all(punt.in_orde for punt in punten if punt.blokkeert)


def akkoord_in_oso(antwoorden: Iterable[str]) -> str:
    """The answers of all parents as codelijst 37 knows them: one no is Nee; Ja only when every parent said so."""
    gegeven = set(antwoorden)
    if Akkoord.NEE in gegeven:
        return "Nee"
    return "Ja" if gegeven == {Akkoord.JA} else "Onbekend"


@dataclass(frozen=True)
class Gezaghebbende:
    """Somebody to whom inzage must be offered. `sleutel` is the row key in `verzorgers`."""

    sleutel: UUID
    naam: str
    mail: str


# An institution with gezag has no row among the verzorgers, so it has one fixed key per report.
INSTELLING = UUID("00000000-0000-4000-8000-000000000001")


def gezaghebbenden(inhoud: Mapping[str, Any]) -> tuple[Gezaghebbende, ...]:
    """The parents with gezag who are alive, and the institution when that has the gezag."""
    mensen = [
        Gezaghebbende(UUID(rij["id"]), _naam(rij), _mail(rij))
        for rij in inhoud.get("verzorgers") or ()
        if rij.get("wettigevertegenwoordiger") and not rij.get("overleden")
    ]
    instelling = inhoud.get("aansprakelijke_instelling")
    if instelling and inhoud.get("verzorgers_aansprakelijk") is not True:
        mensen.append(Gezaghebbende(INSTELLING, str(instelling["naam"]), _mail(instelling)))
    return tuple(mensen)


def voor_ouder(inhoud: Mapping[str, Any], sleutel: UUID | None) -> dict[str, Any]:
    """The content as one parent reads it: of the carers only the own row.

    Parents who live apart may not know each other's address, telephone or name. `sleutel` is the row key
    of this parent; None is what every parent may have, such as a PDF that is made once: no carers at all.
    """
    eigen = tuple(rij for rij in inhoud.get("verzorgers") or () if sleutel and rij.get("id") == str(sleutel))
    over = {naam: waarde for naam, waarde in inhoud.items() if naam != "verzorgers"}
    if sleutel != INSTELLING:
        over.pop("aansprakelijke_instelling", None)
    return {**over, "verzorgers": eigen} if eigen else over


def _naam(verzorger: Mapping[str, Any]) -> str:
    voor = verzorger.get("roepnaam") or verzorger.get("voorletters") or " ".join(verzorger.get("voornamen") or ())
    return " ".join(deel for deel in (voor, verzorger.get("voorvoegsel"), verzorger.get("achternaam")) if deel)


def _mail(wie: Mapping[str, Any]) -> str:
    regels = [regel for regel in wie.get("communicatie") or () if regel.get("soort") == "e-mail"]
    return next((str(regel["nummer"]) for regel in regels if regel.get("nummer") and not regel.get("geheim")), "")


def _velden(feiten: Controle) -> Punt:
    if not feiten.ontbrekend:
        return Punt(Puntcode.VERPLICHTE_VELDEN, True, True, "Alle verplichte vragen zijn beantwoord.")
    eerste = ", ".join(feiten.ontbrekend[:3]) + (" en meer" if len(feiten.ontbrekend) > 3 else "")
    return Punt(Puntcode.VERPLICHTE_VELDEN, False, True, f"Vul eerst in: {eerste}.")


def _waarden(feiten: Controle) -> tuple[Punt, ...]:
    """One point for every value that the law refuses, or that a person should look at again."""
    if not feiten.opmerkingen:
        return (Punt(Puntcode.WAARDEN, True, True, "Er staat niets in het rapport dat er niet in mag."),)
    return tuple(
        Punt(Puntcode.WAARDEN, False, wat.ernst is Ernst.FOUT, f"{wat.label}: {wat.zin} {wat.reden}")
        for wat in feiten.opmerkingen
    )


def _advies(feiten: Controle) -> Punt:
    zin = "Het schooladvies is definitief." if feiten.advies_definitief else "Geef eerst het definitieve schooladvies."
    return Punt(Puntcode.ADVIES, feiten.advies_definitief, True, zin)


def _inzage(feiten: Controle) -> Punt:
    wachten = [ouder for ouder in feiten.ouders if not _afgerond(ouder, feiten)]
    if not wachten:
        return Punt(Puntcode.INZAGE, True, True, "Elke ouder met gezag kon het rapport lezen en reageren.")
    niet_aangeboden = [ouder.naam for ouder in wachten if ouder.aangeboden_op is None]
    if niet_aangeboden:
        zin = f"Bied het rapport eerst aan: {', '.join(niet_aangeboden)}."
    else:
        eerste = min(ouder.aangeboden_op for ouder in wachten if ouder.aangeboden_op)
        tot = eerste + timedelta(days=feiten.reactietermijn)
        namen = ", ".join(ouder.naam for ouder in wachten)
        zin = f"{namen} mag nog reageren tot en met {tot.day}-{tot.month}-{tot.year}."
    return Punt(Puntcode.INZAGE, False, True, zin)


def _niemand() -> Punt:
    """Without anybody with gezag nobody could read the report, so it must be mended first."""
    zin = "Er staat geen ouder met gezag in de gegevens. Vul dit aan in uw LAS en haal de gegevens opnieuw op."
    return Punt(Puntcode.NIEMAND_MET_GEZAG, in_orde=False, blokkeert=True, zin=zin)


def _afgerond(ouder: Ouderstand, feiten: Controle) -> bool:
    aangeboden = ouder.aangeboden_op is not None
    return aangeboden and (ouder.beantwoord or ouder.termijn_voorbij(feiten.reactietermijn, feiten.vandaag))


def _correcties(feiten: Controle) -> Punt:
    if feiten.open_correcties == 0:
        return Punt(Puntcode.CORRECTIES, True, True, "Er staat geen correctieverzoek open.")
    aantal = "1 correctieverzoek" if feiten.open_correcties == 1 else f"{feiten.open_correcties} correctieverzoeken"
    return Punt(Puntcode.CORRECTIES, False, True, f"Beantwoord eerst {aantal} van de ouders.")


def _bijlagen(feiten: Controle) -> Punt:
    """What may not leave us stops the school now, and not when the report is already on its way."""
    if feiten.bijlagen_bezwaar:
        return Punt(Puntcode.BIJLAGEN, False, True, feiten.bijlagen_bezwaar)
    zin = f"{feiten.bijlagen_mee} van {feiten.bijlagen} bijlagen gaan mee naar het vo."
    return Punt(Puntcode.BIJLAGEN, True, False, zin)


def _waarschuwingen(feiten: Controle) -> tuple[Punt, ...]:
    return (
        Punt(
            Puntcode.GEWIJZIGD_NA_INZAGE,
            not feiten.gewijzigd_na_inzage,
            False,
            "U heeft het rapport gewijzigd nadat de ouders het kregen. Zij krijgen bericht over de nieuwe versie."
            if feiten.gewijzigd_na_inzage
            else "De ouders konden deze versie lezen.",
        ),
        _bijlagen(feiten),
        Punt(
            Puntcode.DEADLINE,
            feiten.vandaag <= feiten.deadline,
            False,
            "U bent op tijd."
            if feiten.vandaag <= feiten.deadline
            else "De uiterste dag is voorbij. U kunt het rapport nog wel afmaken.",
        ),
    )
