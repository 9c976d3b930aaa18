"""Which step may the vo school take with an application, and which only by revising what it decided?"""

from __future__ import annotations

from overstap.domain.plaatsingen.enums import Aanmeldstatus, Afwijsgrond
from overstap.foundation.weigering import Weigering

_S = Aanmeldstatus

# The one table of steps; the database has a trigger made from it.
STAPPEN: dict[Aanmeldstatus, frozenset[Aanmeldstatus]] = {
    _S.ONTVANGEN: frozenset({_S.IN_BEHANDELING, _S.TOELAATBAAR, _S.AFGEWEZEN}),
    _S.IN_BEHANDELING: frozenset({_S.TOELAATBAAR, _S.AFGEWEZEN}),
    _S.TOELAATBAAR: frozenset({_S.GEPLAATST}),
    _S.AFGEWEZEN: frozenset(),
    _S.GEPLAATST: frozenset(),
}
# What changes a decision that parents and basisschool already read: only with a reason, and never without a trace.
HERZIENINGEN: dict[Aanmeldstatus, frozenset[Aanmeldstatus]] = {
    _S.ONTVANGEN: frozenset(),
    _S.IN_BEHANDELING: frozenset(),
    _S.TOELAATBAAR: frozenset({_S.IN_BEHANDELING, _S.AFGEWEZEN}),
    _S.AFGEWEZEN: frozenset({_S.IN_BEHANDELING, _S.TOELAATBAAR}),
    _S.GEPLAATST: frozenset({_S.TOELAATBAAR}),
}
OPEN = frozenset({_S.ONTVANGEN, _S.IN_BEHANDELING})
TOEGELATEN = frozenset({_S.TOELAATBAAR, _S.GEPLAATST})


class BesluitGeweigerd(Weigering):
    """This cannot be decided (so); `zin` says what to do, `veld` which question it is about (empty: none)."""


def controleer_besluit(van: Aanmeldstatus, naar: Aanmeldstatus) -> None:
    """Raise `BesluitGeweigerd` unless this is a first decision from here; a second one must be a herziening."""
    if naar in STAPPEN[van]:
        return
    if naar is van:
        raise BesluitGeweigerd(f"Dit staat al zo: {van.label.lower()}. Misschien was een collega u voor.")
    if naar in HERZIENINGEN[van]:
        raise BesluitGeweigerd(f"Er is al een besluit: {van.label.lower()}. Moet het anders? Herzie dan het besluit.")
    if naar is _S.GEPLAATST:
        raise BesluitGeweigerd("Besluit eerst dat de leerling toelaatbaar is. Daarna plaatst u de leerling.")
    raise BesluitGeweigerd(f"Dit kan niet meer: de aanmelding is {van.label.lower()}. Herzie zo nodig het besluit.")


def controleer_herziening(van: Aanmeldstatus, naar: Aanmeldstatus) -> None:
    """Raise `BesluitGeweigerd` unless there is a decision that may become this one."""
    if naar in HERZIENINGEN[van]:
        return
    if van in OPEN:
        raise BesluitGeweigerd("Er is nog geen besluit om te herzien. Neem eerst een besluit.")
    raise BesluitGeweigerd(f"Van {van.label.lower()} naar {naar.label.lower()} kan niet in één keer.", "naar")


def controleer_grond(naar: Aanmeldstatus, grond: Afwijsgrond | None, toelichting: str, *, ondersteuning: bool) -> None:
    """Raise `BesluitGeweigerd` unless a refusal has its ground and reason (WVO 2020 art. 8.8 and 8.9).

    `ondersteuning`: the pupil needs extra support, so that the zorgplicht holds. The ground is a closed list, so that a
    school that cannot give the support has found another school first; that school stands in the reason.
    """
    if naar is not _S.AFGEWEZEN:
        if grond is not None:
            raise BesluitGeweigerd("Een grond hoort alleen bij een afwijzing.", "grond")
        return
    if grond is None:
        raise BesluitGeweigerd("Kies op welke grond u de leerling afwijst. De wet noemt er vier.", "grond")
    if not toelichting.strip():
        zin = "Schrijf op waarom u de leerling afwijst. De ouders hebben recht op de redenen."
        if grond is Afwijsgrond.ANDERE_SCHOOL:
            zin = "Schrijf op welke school de leerling aanneemt."
        elif ondersteuning:
            zin += " Schrijf ook op hoe u aan de zorgplicht voldeed."
        raise BesluitGeweigerd(zin, "toelichting")
