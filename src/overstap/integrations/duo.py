"""What does a CSV file of DUO's open list of schools say, whatever its headers, encoding and separator of that year?"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from overstap.domain.scholen.rules.duolijst import Duoschool
from overstap.foundation.weigering import Weigering

# The headers that DUO gave a column in different years, in capitals and without signs.
_KOPPEN: dict[str, tuple[str, ...]] = {
    "brin": ("BRINNUMMER", "BRIN", "INSTELLINGSCODE", "ONDERWIJSINSTELLINGSCODE", "BRINCODE"),
    "vestiging": ("VESTIGINGSNUMMER", "VESTIGINGSCODE", "VESTIGINGSVOLGNUMMER", "VESTIGING", "BRINVESTIGINGSNUMMER"),
    "naam": ("VESTIGINGSNAAM", "NAAMVESTIGING", "INSTELLINGSNAAMVOLLEDIG", "INSTELLINGSNAAM", "NAAM"),
    "straat": ("STRAATNAAM", "STRAAT"),
    "huisnummer": ("HUISNUMMERTOEVOEGING", "HUISNUMMER"),
    "postcode": ("POSTCODE",),
    "plaats": ("PLAATSNAAM", "WOONPLAATS", "PLAATS"),
    "gemeente": ("GEMEENTENAAM", "GEMEENTE"),
    "telefoon": ("TELEFOONNUMMER", "TELEFOON"),
    "bestuur": ("BEVOEGDGEZAGNUMMER", "BEVOEGDGEZAGCODE", "BESTUURSNUMMER"),
    "laatste_dag": ("DATUMEINDE", "EINDDATUM", "DATUMOPHEFFING", "OPHEFFINGSDATUM", "DATUMSLUITING"),
    "opgegaan_in": ("OPGEGAANIN", "BRINNUMMERNIEUW", "BRINOPVOLGER", "BRINNUMMEROPVOLGER"),
}
_NODIG = {"brin": "het BRIN", "naam": "de naam", "plaats": "de plaats"}
_KOPREGELS = 5
_DAGVORMEN = ("%d-%m-%Y", "%Y-%m-%d", "%Y%m%d", "%d/%m/%Y")


class DuolijstGeweigerd(Weigering):
    """This file is no list of schools; `zin` says what to do."""


@dataclass(frozen=True)
class Duolijst:
    """The schools of a list, and a sentence for each row that could not be read or stood there twice."""

    scholen: tuple[Duoschool, ...]
    opgevallen: tuple[str, ...]


def lees_duolijst(inhoud: bytes) -> Duolijst:
    """Read a list. Raises `DuolijstGeweigerd` when it has no BRIN, name or place, or no school at all."""
    rijen = _rijen(_tekst(inhoud))
    kop, kolommen = _kop(rijen)
    scholen: dict[str, tuple[int, Duoschool]] = {}
    opgevallen = []
    for regel, rij in enumerate(rijen[kop + 1 :], start=kop + 2):
        if not any(cel.strip() for cel in rij):
            continue
        school = _school({naam: rij[plek].strip() for naam, plek in kolommen.items() if plek < len(rij)})
        if school is None:
            opgevallen.append(f"Regel {regel}: hier staat geen BRIN van vier tekens. Deze regel telt niet mee.")
        elif school.sleutel in scholen:
            eerst = scholen[school.sleutel][0]
            opgevallen.append(
                f"Regel {regel}: {school.brin} vestiging {school.vestiging} staat ook op regel {eerst}. De eerste telt."
            )
        else:
            scholen[school.sleutel] = (regel, school)
    if not scholen:
        raise DuolijstGeweigerd("In dit bestand staat geen enkele school. Kies de lijst met alle vestigingen van DUO.")
    return Duolijst(tuple(school for _regel, school in scholen.values()), tuple(opgevallen))


def _tekst(inhoud: bytes) -> str:
    if inhoud.startswith((b"PK", b"%PDF", b"\xd0\xcf")):
        raise DuolijstGeweigerd("Dit is geen CSV-bestand. Kies bij DUO het bestand dat op .csv eindigt.")
    if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
        return inhoud.decode("utf-16", errors="replace")
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        return inhoud.decode("cp1252", errors="replace")


def _rijen(tekst: str) -> list[list[str]]:
    eerste = "\n".join(tekst.splitlines()[:_KOPREGELS])
    scheiding = max(";,\t", key=eerste.count)
    try:
        return list(csv.reader(io.StringIO(tekst.replace("\0", ""), newline=""), delimiter=scheiding))
    except csv.Error as fout:
        raise DuolijstGeweigerd("Dit bestand is niet te lezen. Haal het nog een keer op bij DUO.") from fout


def _kop(rijen: list[list[str]]) -> tuple[int, dict[str, int]]:
    """The number of the row with headers, and in which column what stands."""
    beste: tuple[int, dict[str, int]] = (0, {})
    for nummer, rij in enumerate(rijen[:_KOPREGELS]):
        kolommen = _kolommen(rij)
        if len(kolommen) > len(beste[1]):
            beste = nummer, kolommen
    ontbreekt = [woord for naam, woord in _NODIG.items() if naam not in beste[1]]
    if ontbreekt:
        gezien = ", ".join(cel.strip() for cel in (rijen[0] if rijen else [])[:8] if cel.strip()) or "geen"
        zin = f"In dit bestand mist een kolom met {' en '.join(ontbreekt)}. Gevonden kolommen: {gezien[:200]}."
        raise DuolijstGeweigerd(f"{zin} Kies de lijst met alle vestigingen van DUO (CSV).")
    return beste


def _kolommen(rij: list[str]) -> dict[str, int]:
    koppen = [re.sub("[^A-Z]", "", cel.upper()) for cel in rij]
    plekken = {}
    for naam, woorden in _KOPPEN.items():
        plek = next((koppen.index(woord) for woord in woorden if woord in koppen), None)
        if plek is not None:
            plekken[naam] = plek
    return plekken


def _school(cellen: Mapping[str, str]) -> Duoschool | None:
    brin, vestiging = cellen.get("brin", "").upper(), cellen.get("vestiging", "").upper()
    # Some years give the vestiging as six characters: the BRIN and two digits.
    if len(brin) == 6:
        brin, vestiging = brin[:4], vestiging or brin[4:]
    vestiging = (vestiging.removeprefix(brin) or "0").zfill(2)
    if not re.fullmatch("[0-9]{2}[A-Z]{2}", brin) or not re.fullmatch("[0-9]{2}", vestiging):
        return None
    waarden = {
        "naam": cellen.get("naam", ""),
        "straat": _gewoon(cellen.get("straat", "")),
        "huisnummer": cellen.get("huisnummer", ""),
        "postcode": re.sub(r"^([0-9]{4}) *([A-Z]{2})$", r"\1 \2", cellen.get("postcode", "").upper()),
        "plaats": _gewoon(cellen.get("plaats", "")),
        "telefoon": _telefoon(cellen.get("telefoon", "")),
        "bestuur": cellen.get("bestuur", "") if re.fullmatch("[0-9]{5}", cellen.get("bestuur", "")) else "",
        "laatste_dag": _dag(cellen.get("laatste_dag", "")),
        "opgegaan_in": cellen.get("opgegaan_in", "").upper()[:4],
    }
    return Duoschool(brin, vestiging, cellen.get("gemeente", ""), waarden)


def _gewoon(tekst: str) -> str:
    """A name that is written in capitals only, as people write it."""
    return tekst.title().replace("'S-", "'s-") if tekst.isupper() else tekst


def _telefoon(tekst: str) -> str:
    cijfers = re.sub("[^0-9]", "", tekst)
    # A spreadsheet takes the first zero away.
    cijfers = f"0{cijfers}" if len(cijfers) == 9 else cijfers
    return cijfers if len(cijfers) == 10 else ""


def _dag(tekst: str) -> date | None:
    for vorm in _DAGVORMEN:
        try:
            return datetime.strptime(tekst, vorm).date()  # noqa: DTZ007  # a day has no time zone
        except ValueError:
            continue
    return None
