"""Which kind is an attachment likely to be, how big may it be, may it be released, and may it leave us?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from overstap.domain.bijlagen.enums import Bijlagesoort, Instemming, Koppelgrond, Scanstaat
from overstap.domain.bijlagen.snapshot import Keuring
from overstap.domain.scholen.rules import MAANDEN

_MB = 1024 * 1024


@dataclass(frozen=True)
class Grenzen:
    """What attachments may cost, in one place: pages, reader, writer and docs/bijlagen.md take it from here.

    `per_stuk` is one attachment, `samen` and `aantal` those of one dossier, all in bytes after unpacking; `verhouding`
    how many times bigger a packed one may become, `diepte` how many ZIP files may lie in each other (the one that OSO
    asks for). `oso` is how big one may be for every reader of OSO files: some refuse a longer text.
    """

    per_stuk: int = 40 * _MB
    samen: int = 150 * _MB
    aantal: int = 100
    verhouding: int = 200
    diepte: int = 1
    oso: int = 7 * _MB


GRENZEN = Grenzen()


class BijlageGeweigerd(Exception):
    """This attachment cannot be added; `zin` says what to do."""

    def __init__(self, zin: str) -> None:
        self.zin = zin
        super().__init__(zin)


def controleer_omvang(omvang: int, aanwezig: Iterable[int], grenzen: Grenzen = GRENZEN) -> None:
    """Raise `BijlageGeweigerd` when one more attachment of `omvang` bytes does not fit beside those that are there."""
    er_al = list(aanwezig)
    if omvang > grenzen.per_stuk:
        raise BijlageGeweigerd(
            f"Dit bestand is {omvang / _MB:.0f} MB. Een bijlage mag hoogstens {grenzen.per_stuk // _MB} MB zijn."
            " Maak het bestand kleiner of splits het."
        )
    if len(er_al) >= grenzen.aantal:
        raise BijlageGeweigerd(
            f"{_er_zijn(len(er_al))} Meer dan {grenzen.aantal} kan niet. Trek eerst bijlagen in die niet nodig zijn,"
            " of voeg ze samen tot één PDF."
        )
    if sum(er_al) + omvang > grenzen.samen:
        raise BijlageGeweigerd(
            f"Alle bijlagen samen mogen hoogstens {grenzen.samen // _MB} MB zijn. Er is nog"
            f" {max(0, grenzen.samen - sum(er_al)) // _MB} MB over. Trek eerst bijlagen in die niet nodig zijn."
        )


def _er_zijn(aantal: int) -> str:
    return "Er is al 1 bijlage." if aantal == 1 else f"Er zijn al {aantal} bijlagen."


# From which state to which; the database knows the states too. What was safe is looked at again with newer
# signatures, which may refuse it but never call it unscanned; a refused one is never looked at again.
SCANSTAPPEN: dict[Scanstaat, frozenset[Scanstaat]] = {
    Scanstaat.WORDT_GECONTROLEERD: frozenset({Scanstaat.VEILIG, Scanstaat.GEWEIGERD, Scanstaat.NIET_GESCAND}),
    Scanstaat.NIET_GESCAND: frozenset({Scanstaat.VEILIG, Scanstaat.GEWEIGERD, Scanstaat.NIET_GESCAND}),
    Scanstaat.VEILIG: frozenset({Scanstaat.VEILIG, Scanstaat.GEWEIGERD}),
    Scanstaat.GEWEIGERD: frozenset(),
}


def scanstaat_na(keuring: Keuring) -> Scanstaat:
    """The state that a check leads to: without a scanner never `VEILIG`."""
    if keuring.reden is not None:
        return Scanstaat.GEWEIGERD
    return Scanstaat.VEILIG if keuring.gescand else Scanstaat.NIET_GESCAND


def mag_scanstap(van: Scanstaat, naar: Scanstaat) -> bool:
    """Does the table allow this step?"""
    return naar in SCANSTAPPEN[van]


class VertrekGeweigerd(Exception):
    """This attachment may not leave the platform (yet); `zin` says what to do."""

    def __init__(self, zin: str) -> None:
        self.zin = zin
        super().__init__(zin)


_VERTREK = {
    Scanstaat.GEWEIGERD: "Een bijlage is geweigerd en kan niet mee. Trek haar in of vervang haar.",
    Scanstaat.WORDT_GECONTROLEERD: (
        "Een bijlage wordt nog gecontroleerd op virussen. Wacht even en probeer het daarna opnieuw."
    ),
    Scanstaat.NIET_GESCAND: (
        "Een bijlage is nog niet gecontroleerd op virussen. Zolang dat niet kan, gaat zij niet mee."
        " Vraag uw beheerder om de virusscanner aan te zetten, of trek de bijlage in."
    ),
}


def controleer_vertrek(standen: Iterable[Scanstaat], *, scanplicht: bool) -> None:
    """Raise `VertrekGeweigerd` unless attachments in these states may leave: to a vo school, a parent, or in an export.

    With `scanplicht` (always in production) only what was scanned; a refused one never.
    """
    gevonden = set(standen)
    for staat, zin in _VERTREK.items():
        if staat in gevonden and (scanplicht or staat is Scanstaat.GEWEIGERD):
            raise VertrekGeweigerd(zin)


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


class VrijgaveGeweigerd(Exception):
    """This attachment may not travel along (yet); `zin` says what to do."""

    def __init__(self, zin: str) -> None:
        self.zin = zin
        super().__init__(zin)


def controleer_vrijgave(
    soort: Bijlagesoort, instemming_op: date | None, vandaag: date, scan: Scanstaat = Scanstaat.VEILIG
) -> None:
    """Raise `VrijgaveGeweigerd` unless what the parents must have said was recorded (okr-proces §6, AVG 6-1-a).

    A refused attachment never; one that is still being checked may be released, and waits at the door.
    """
    if scan is Scanstaat.GEWEIGERD:
        raise VrijgaveGeweigerd("Deze bijlage is geweigerd en kan niet mee. Trek haar in of vervang haar.")
    if soort.instemming is Instemming.GEEN:
        return
    if instemming_op is None:
        raise VrijgaveGeweigerd(
            f"Vul eerst in op welke dag de ouders instemden. {soort.instemming.label} voor: {soort.label.lower()}."
        )
    if instemming_op > vandaag:
        raise VrijgaveGeweigerd("De dag waarop de ouders instemden ligt in de toekomst. Vul de echte dag in.")


def toestemmingstekst(soort: Bijlagesoort) -> str:
    """The words to which the parents said yes, as they are kept with the permission."""
    return f"{soort.instemming.label}. Document: {soort.label}. Het gaat mee naar de middelbare school."


def plek_van_bestand(bestand_id: UUID) -> str:
    """What binds the bytes of an attachment to their place in the store."""
    return f"bestand:{bestand_id}"


BEWAARTIJD_BLAD = timedelta(hours=24)


@dataclass(frozen=True)
class Kandidaat:
    """A pupil to whom a loose sheet may belong."""

    dossier_id: UUID
    roepnaam: str
    achternaam: str


type_voorstel = tuple[UUID | None, Koppelgrond]


def stel_voor(bestandsnaam: str, kandidaten: Iterable[Kandidaat], zeker: type_voorstel | None = None) -> type_voorstel:
    """Whose sheet this seems to be, by the name of the file; only ever a proposal, because names are no keys.

    `zeker` is the dossier whose number or leerlingid stands in the name, with which of the two. First name and surname
    must both stand there, as whole words; whoever shares them makes it a question.
    """
    if zeker is not None:
        return zeker
    passend = genoemd(bestandsnaam, kandidaten)
    if len(passend) == 1:
        return passend[0].dossier_id, Koppelgrond.NAAM
    return None, Koppelgrond.MEER if passend else Koppelgrond.GEEN


def genoemd(tekst: str, kandidaten: Iterable[Kandidaat]) -> list[Kandidaat]:
    """The pupils whose first name and surname both stand in a text, as whole words."""
    woorden = _woorden(tekst)
    return [k for k in kandidaten if (naam := _woorden(f"{k.roepnaam} {k.achternaam}")) and naam <= woorden]


def weeg(eerder: type_voorstel, op_nummer: set[UUID], op_geboorte: set[UUID]) -> type_voorstel:
    """The proposal after the first page was read: whose number stands there, or whose name and birth date.

    What the name of the file said and what the page says must agree; otherwise a person chooses.
    """
    voorstel, grond = eerder
    zeker = op_nummer | op_geboorte | ({voorstel} if voorstel and grond.zeker else set())
    if not zeker:
        return eerder
    if len(zeker) > 1 or (voorstel is not None and voorstel not in zeker):
        return None, Koppelgrond.MEER
    if grond.zeker:
        return eerder
    [gevonden] = zeker
    return gevonden, Koppelgrond.TEKST if gevonden in op_nummer else Koppelgrond.GEBOORTE


_NUMMER = re.compile(r"(?<![0-9])[0-9](?:[ .]?[0-9]){7,8}(?![0-9])")
_DAG = re.compile(r"(?<![0-9])([0-9]{1,2})[-/. ]([0-9]{1,2}|[a-z]{3,9})[-/. ]([0-9]{4})(?![0-9])")
_DAG_ANDERSOM = re.compile(r"(?<![0-9])([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])")


def nummers_in(tekst: str) -> set[str]:
    """Everything of eight or nine digits, as a BSN or onderwijsnummer is written: in nine digits."""
    return {re.sub("[ .]", "", nummer).zfill(9) for nummer in _NUMMER.findall(tekst)}


def dagen_in(tekst: str) -> set[date]:
    """Every day that stands there, in digits or with the month in words."""
    gevonden = [(jaar, maand, dag) for dag, maand, jaar in _DAG.findall(tekst.lower())]
    dagen = set()
    for jaar, maand, dag in (*gevonden, *_DAG_ANDERSOM.findall(tekst)):
        nummer = int(maand) if maand.isdigit() else MAANDEN.index(maand) + 1 if maand in MAANDEN else 0
        with suppress(ValueError):
            dagen.add(date(int(jaar), nummer, int(dag)))
    return dagen


def _woorden(tekst: str) -> set[str]:
    """The words of a name, without accents and in lower case; FotoNoorHaddou is three words."""
    los = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", tekst)
    kaal = "".join(teken for teken in unicodedata.normalize("NFKD", los) if not unicodedata.combining(teken))
    return set(re.findall(r"[a-z]+", kaal.casefold()))
