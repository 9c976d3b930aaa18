"""What does a case of the samenwerkingsverband still miss, and where can it go next?"""

from __future__ import annotations

from dataclasses import dataclass

from overstap.domain.zorgroutes.enums import Partij, Routestaat
from overstap.domain.zorgroutes.rules.checklist import ZorgrouteGeweigerd
from overstap.domain.zorgroutes.rules.inrichting import Routeinrichting
from overstap.domain.zorgroutes.rules.stappen import DOOR, TOEGESTANE_STAPPEN

# Of one answer, advice or note.
MAXIMALE_TEKST = 5_000


@dataclass(frozen=True)
class Zaakstand:
    """The facts of one case. `eerste`: is one of the experts an orthopedagoog or psycholoog, as the law asks?

    `tegengehouden`: how many attachments were held back while nothing came in their place. `beperkt`: did the
    basisschool restrict the use (art. 18 AVG)?
    """

    staat: Routestaat
    open_vragen: int
    deskundigen: int
    inrichting: Routeinrichting
    eerste: bool = True
    tegengehouden: int = 0
    beperkt: bool = False


@dataclass(frozen=True)
class Zaakpunt:
    """One point between a case and its decision: `zin` says what is so and what to do."""

    in_orde: bool
    zin: str


_VOOR_HET_BESLUIT = (
    Routestaat.AANGEMELD,
    Routestaat.VRAAG_GESTELD,
    Routestaat.BEANTWOORD,
    Routestaat.COMPLEET,
    Routestaat.IN_COMMISSIE,
)


def eis_tekst(tekst: str, veld: str, leeg: str) -> None:
    """Raise `ZorgrouteGeweigerd` when there is no text (`leeg` says what to write), or too much of it."""
    if not tekst.strip():
        raise ZorgrouteGeweigerd(leeg, veld)
    if len(tekst) > MAXIMALE_TEKST:
        raise ZorgrouteGeweigerd(f"Kort deze tekst in tot {MAXIMALE_TEKST} tekens.", veld)


def zaakpunten(stand: Zaakstand) -> tuple[Zaakpunt, ...]:
    """What must be so before a decision is taken here; empty once it was."""
    if stand.staat not in _VOOR_HET_BESLUIT:
        return ()
    compleet = stand.staat in {Routestaat.COMPLEET, Routestaat.IN_COMMISSIE}
    punten = [
        Zaakpunt(stand.open_vragen == 0, _vragen(stand.open_vragen)),
        Zaakpunt(compleet, "Het dossier is compleet." if compleet else "Kijk of het dossier compleet is."),
    ]
    if (nodig := stand.inrichting.deskundigen) > 0:
        punten.append(Zaakpunt(_genoeg(stand), _deskundigen(stand, nodig)))
    if stand.inrichting.commissie:
        in_commissie = stand.staat is Routestaat.IN_COMMISSIE
        zin = "De zaak is in de commissie." if in_commissie else "Zet de zaak in de commissie."
        punten.append(Zaakpunt(in_commissie, zin))
    return tuple(punten)


def _vragen(aantal: int) -> str:
    if aantal == 0:
        return "Er staat geen vraag open."
    return "Er staat nog 1 vraag open." if aantal == 1 else f"Er staan nog {aantal} vragen open."


def _genoeg(stand: Zaakstand) -> bool:
    return stand.deskundigen >= stand.inrichting.deskundigen and (stand.eerste or stand.inrichting.deskundigen == 0)


def _deskundigen(stand: Zaakstand, nodig: int) -> str:
    if _genoeg(stand):
        return "De deskundigen gaven hun advies."
    if stand.deskundigen >= nodig:
        return "Een van de deskundigen is een orthopedagoog of een psycholoog. Voeg dat advies toe."
    advies = "deskundigenadvies" if nodig == 1 else "deskundigenadviezen"
    return f"Er {'is' if nodig == 1 else 'zijn'} {nodig} {advies} nodig. Nu: {stand.deskundigen}."


def ontbreekt(stand: Zaakstand) -> str:
    """What the case waits for, in one short sentence for a card; empty when it waits for nothing but the next step."""
    if stand.beperkt:
        return "Gebruik beperkt"
    if stand.open_vragen:
        return "Wacht op antwoord"
    if stand.tegengehouden and stand.staat in _VOOR_HET_BESLUIT:
        return "Bijlage tegengehouden"
    zonder = stand.staat in _VOOR_HET_BESLUIT and stand.deskundigen < stand.inrichting.deskundigen
    return "Deskundigenadvies ontbreekt" if zonder else ""


def volgende_stappen(stand: Zaakstand) -> tuple[Routestaat, ...]:
    """The states to which the samenwerkingsverband can bring this case now, as it is set up."""
    return tuple(
        naar
        for naar in Routestaat
        if naar in TOEGESTANE_STAPPEN[stand.staat] and DOOR[naar] is Partij.SWV and _mag(stand, naar)
    )


def _mag(stand: Zaakstand, naar: Routestaat) -> bool:
    if naar is Routestaat.COMPLEET:
        return stand.open_vragen == 0
    if naar is Routestaat.IN_COMMISSIE:
        return stand.inrichting.commissie
    if naar is Routestaat.BESLUIT:
        return all(punt.in_orde for punt in zaakpunten(stand))
    return True
