"""Which kind is an attachment likely to be, and to whom may it go?"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from overstap.domain.bijlagen.enums import Bijlagesoort, Ontvanger, Scanstaat
from overstap.foundation.weigering import Weigering

_SOORT_BIJ_PLEK = {
    "doorstroomtoets": Bijlagesoort.LEERLINGRAPPORT,
    "toetsen": Bijlagesoort.LVS_PROFIEL,
    "opp": Bijlagesoort.OPP,
    "handelingsplannen": Bijlagesoort.HANDELINGSPLAN,
    "diagnoses": Bijlagesoort.ONDERZOEK,
    "toelichting": Bijlagesoort.ONDERSTEUNING,
    "tlv": Bijlagesoort.ONDERSTEUNING,
    "arrangementen": Bijlagesoort.ONDERSTEUNING,
    "verzuim": Bijlagesoort.VERZUIM,
    "cijferlijsten": Bijlagesoort.RAPPORT,
}


def soort_bij_plek(plek: str) -> Bijlagesoort:
    """The kind that the place in the OSO file suggests; a loose document is `OVERIG` until a person says."""
    for begin, soort in _SOORT_BIJ_PLEK.items():
        if plek.startswith(begin):
            return soort
    return Bijlagesoort.OVERIG


class VrijgaveGeweigerd(Weigering):
    """This attachment may not travel along (yet); `zin` says what to do."""


@dataclass(frozen=True)
class Gegeven:
    """What the parents said yes to: on which day, who of them, and to whom the attachment may go."""

    op: date
    van: str
    voor: frozenset[Ontvanger]


def controleer_vrijgave(
    soort: Bijlagesoort,
    aan: Collection[Ontvanger],
    gegeven: Gegeven | None,
    vandaag: date,
    scan: Scanstaat = Scanstaat.VEILIG,
) -> None:
    """Raise `VrijgaveGeweigerd` unless what the parents must have said was recorded (okr-proces §6, AVG 6-1-a).

    A refused attachment never; one that is still being checked may be released, and waits at the door. A permission
    is specific (AVG 4-11): for the vo school it says nothing of the samenwerkingsverband.
    """
    if gegeven is not None and soort.ouders_nodig and gegeven.op > vandaag:
        raise VrijgaveGeweigerd("De dag waarop de ouders instemden ligt in de toekomst. Vul de echte dag in.")
    if not aan:
        return
    if scan is Scanstaat.GEWEIGERD:
        raise VrijgaveGeweigerd("Deze bijlage is geweigerd en kan niet mee. Trek haar in of vervang haar.")
    if not soort.ouders_nodig:
        return
    if gegeven is None:
        raise VrijgaveGeweigerd(
            f"Vul eerst in op welke dag de ouders instemden. {soort.instemming.label} voor: {soort.label.lower()}."
        )
    if mist := [ontvanger for ontvanger in Ontvanger if ontvanger in aan and ontvanger not in gegeven.voor]:
        raise VrijgaveGeweigerd(
            f"De ouders stemden nog niet in met: naar {en(mist)}. Vraag het hun eerst. Vink daarna aan waarmee zij"
            " instemden."
        )


# The words to which parents say yes, by version; one that was ever shown never changes, because rows point at it.
_TEKSTEN = {
    1: "{nodig}. Document: {soort}. Het gaat mee naar de middelbare school.",
    2: (
        "Wij vinden het goed dat de basisschool dit document geeft aan {aan}. Het document: {soort}. Wij mogen dit"
        " altijd intrekken. Dan gaat het document vanaf die dag niet meer mee. Wat al is verstuurd, blijft bij wie het"
        " kreeg."
    ),
    3: (
        "Wij vinden het goed dat de basisschool dit document geeft aan {aan}. Het document: {soort}. Wij mogen dit"
        " altijd intrekken. Vanaf die dag gaat het document niet meer mee, en wie het kreeg opent het niet meer in"
        " Overstap. Wie het al ophaalde, krijgt bericht om het te verwijderen."
    ),
}
TEKSTVERSIE = max(_TEKSTEN)


def toestemmingstekst(soort: Bijlagesoort, voor: Collection[Ontvanger], versie: int = TEKSTVERSIE) -> str:
    """The words to which the parents said yes, as they are kept with the permission."""
    aan = en(ontvanger for ontvanger in Ontvanger if ontvanger in voor)
    return _TEKSTEN[versie].format(nodig=soort.instemming.label, soort=soort.label, aan=aan)


def en(ontvangers: Iterable[Ontvanger]) -> str:
    """ "de vo-school en het samenwerkingsverband"."""
    return " en ".join(ontvanger.label for ontvanger in ontvangers)


def vanzelf_open(soort: Bijlagesoort, regio: Collection[str]) -> frozenset[Ontvanger]:
    """To whom an attachment of this kind is open as it comes in: to nobody, unless the region opens this kind."""
    return frozenset({Ontvanger.VO}) if soort.standaard and soort.value in regio else frozenset()


def bezwaar_tegen_standaardsoort(naam: str) -> str:
    """Why a region may not open this kind of its own accord, or an empty text."""
    if naam not in dict(Bijlagesoort.choices):
        return f"“{naam}” is geen soort bijlage. Kies uit: {_STANDAARD}."
    if Bijlagesoort(naam).standaard:
        return ""
    return (
        f"“{naam}” gaat nooit vanzelf mee: een mens van de school beslist dat per document. Vanzelf mogen alleen:"
        f" {_STANDAARD}."
    )


_STANDAARD = ", ".join(soort.value for soort in Bijlagesoort if soort.standaard)
