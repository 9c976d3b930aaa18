"""When may a report become definitief? The checklist."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from overstap.domain.inzages.enums import Akkoord
from overstap.domain.inzages.rules.termijnen import laatste_dag
from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.rules import Opmerking
from overstap.domain.scholen.rules import MAANDEN

MAXIMALE_TEKST = 10_000
# At once, and in all; so many texts of each kind fit as well.
MAXIMUM_BESTANDEN = 5
MEESTE_BESTANDEN = 10
MEESTE_REACTIES = 20


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
    """What is known of one person whose answer the report waits for.

    `bewezen_op` is the day since which the school can prove that this person could read (see `termijnen`); `gesloten`
    says that the school closed the way in of somebody who has the gezag by the data.
    """

    naam: str
    bewezen_op: date | None
    beantwoord: bool
    aangeboden: bool = True
    mail_mislukt: bool = False
    gesloten: bool = False

    def termijn_voorbij(self, dagen: int, vandaag: date) -> bool:
        """Has the reaction term of the region passed since a provable offer?"""
        return self.bewezen_op is not None and vandaag > laatste_dag(self.bewezen_op, dagen)


@dataclass(frozen=True)
class Heropendstand:
    """A report that changed since it was opened again: when that was offered (None: not yet), who did not answer it."""

    aangeboden_op: date | None
    wachten: tuple[str, ...] = ()


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
    heropend: Heropendstand | None = None


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


def _velden(feiten: Controle) -> Punt:
    if not feiten.ontbrekend:
        return Punt(Puntcode.VERPLICHTE_VELDEN, True, True, "Alle verplichte vragen zijn beantwoord.")
    eerste = ", ".join(feiten.ontbrekend[:3]) + (" en meer" if len(feiten.ontbrekend) > 3 else "")
    return Punt(Puntcode.VERPLICHTE_VELDEN, False, True, f"Vul eerst in: {eerste}.")


def _vooraan(label: str) -> str:
    """A question ends its own sentence; any other label gets a colon."""
    return label if label.endswith("?") else f"{label}:"


def _waarden(feiten: Controle) -> tuple[Punt, ...]:
    """One point for every value that the law refuses, or that a person should look at again."""
    if not feiten.opmerkingen:
        return (Punt(Puntcode.WAARDEN, True, True, "Er staat niets in het rapport dat er niet in mag."),)
    return tuple(
        Punt(Puntcode.WAARDEN, False, wat.ernst is Ernst.FOUT, f"{_vooraan(wat.label)} {wat.zin} {wat.reden}")
        for wat in feiten.opmerkingen
    )


def _advies(feiten: Controle) -> Punt:
    zin = "Het schooladvies is definitief." if feiten.advies_definitief else "Geef eerst het definitieve schooladvies."
    return Punt(Puntcode.ADVIES, feiten.advies_definitief, True, zin)


def _inzage(feiten: Controle) -> Punt:
    wachten = [ouder for ouder in feiten.ouders if not _afgerond(ouder, feiten)]
    if not wachten:
        return Punt(Puntcode.INZAGE, True, True, "Elke ouder met gezag kon het rapport lezen en reageren.")
    return Punt(Puntcode.INZAGE, False, True, _waarom_wachten(wachten, feiten.reactietermijn))


def _waarom_wachten(wachten: Sequence[Ouderstand], dagen: int) -> str:
    """One sentence about what comes first: a way in, an offer, an offer that arrives, or patience."""
    if dicht := [ouder.naam for ouder in wachten if ouder.gesloten]:
        return (
            f"U sloot de toegang, maar in de gegevens staat gezag: {', '.join(dicht)}."
            " Verbeter de gegevens, of open de toegang weer."
        )
    if niet := [ouder.naam for ouder in wachten if not ouder.aangeboden]:
        return f"Bied het rapport eerst aan: {', '.join(niet)}."
    if mislukt := [ouder.naam for ouder in wachten if ouder.mail_mislukt and ouder.bewezen_op is None]:
        return (
            f"De e-mail kwam niet aan: {', '.join(mislukt)}. Stuur haar naar een ander adres,"
            " of geef het rapport op papier. De reactietermijn begint pas daarna."
        )
    if onderweg := [ouder.naam for ouder in wachten if ouder.bewezen_op is None]:
        return f"De e-mail is nog niet verstuurd: {', '.join(onderweg)}. De reactietermijn begint pas daarna."
    return f"{', '.join(_nog_tot(ouder, dagen) for ouder in wachten)}."


def _nog_tot(ouder: Ouderstand, dagen: int) -> str:
    tot = laatste_dag(ouder.bewezen_op, dagen) if ouder.bewezen_op else None
    return f"{ouder.naam} mag nog reageren tot en met {_dag(tot)}" if tot else ouder.naam


def _dag(op: date) -> str:
    """In words, as on the rest of the page: digits break at their hyphens on a telephone."""
    return f"{op.day} {MAANDEN[op.month - 1]} {op.year}"


def _niemand() -> Punt:
    """Without anybody with gezag nobody could read the report, so it must be mended first."""
    zin = "Er staat geen ouder met gezag in de gegevens. Vul dit aan in uw LAS en haal de gegevens opnieuw op."
    return Punt(Puntcode.NIEMAND_MET_GEZAG, in_orde=False, blokkeert=True, zin=zin)


def _afgerond(ouder: Ouderstand, feiten: Controle) -> bool:
    return ouder.aangeboden and (ouder.beantwoord or ouder.termijn_voorbij(feiten.reactietermijn, feiten.vandaag))


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
        _gewijzigd(feiten),
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


def _gewijzigd(feiten: Controle) -> Punt:
    """What parents could not read yet; it stops the school once a definitive report was opened again and changed."""
    code = Puntcode.GEWIJZIGD_NA_INZAGE
    if feiten.heropend is None:
        zin = "U heeft het rapport gewijzigd nadat de ouders het kregen. Zij krijgen bericht over de nieuwe versie."
        goed = not feiten.gewijzigd_na_inzage
        return Punt(code, goed, False, "De ouders konden deze versie lezen." if goed else zin)
    aangeboden, wachten = feiten.heropend.aangeboden_op, feiten.heropend.wachten
    if aangeboden is None:
        zin = "Het rapport is veranderd sinds u het heropende. Laat de ouders eerst de nieuwe versie lezen."
        return Punt(code, False, True, zin)
    tot = laatste_dag(aangeboden, feiten.reactietermijn)
    if wachten and feiten.vandaag <= tot:
        mag = "mag" if len(wachten) == 1 else "mogen"
        zin = f"{' en '.join(wachten)} {mag} nog op de nieuwe versie reageren tot en met {_dag(tot)}."
        return Punt(code, False, True, zin)
    return Punt(code, True, True, "De ouders konden de nieuwe versie lezen.")
