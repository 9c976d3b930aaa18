"""What does the report hold of a pupil whose particulars somebody typed in, because there is no OSO file?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from typing import Any
from uuid import uuid4

from overstap.domain.dossiers.enums import Nummersoort
from overstap.domain.importen.rules.overnemen import ImportGeweigerd
from overstap.domain.importen.snapshot import Gelezen, Persoonsnummer
from overstap.domain.rapporten.snapshot import Inhoud

# One letter wrong, too many or swapped in a name of four letters is a slip; Anna and Anton are two people.
_GELIJKENIS = 0.75
_GEEN_ADRES = {"straat": "", "nummer": "", "postcode": "", "plaats": ""}


@dataclass(frozen=True)
class Verzorgerinvoer:
    """One parent as typed in. `id` is the key of the row that it mends, empty for somebody new."""

    relatie: str
    roepnaam: str
    voorvoegsel: str
    achternaam: str
    gezag: bool
    mail: str = ""
    telefoon: str = ""
    id: str = ""


@dataclass(frozen=True)
class Invoer:
    """Everything that is asked of a pupil without a file: what the law asks and a report cannot miss (art. 3).

    `instelling` is the name of the institution that has the gezag in the place of parents; else empty.
    """

    voornamen: str
    roepnaam: str
    voorvoegsel: str
    achternaam: str
    geboortedatum: date
    geslacht: str
    soort: Nummersoort | None
    nummer: str = field(repr=False)
    leerlingid: str
    groep: str
    ingeschreven_op: date
    adresgeheim: bool
    adres: Mapping[str, str]
    verzorgers: tuple[Verzorgerinvoer, ...]
    instelling: str = ""


def als_gelezen(invoer: Invoer, school: Mapping[str, Any], schooljaar: str, oud: Inhoud | None = None) -> Gelezen:
    """What was typed, in the form in which a file gives it; `school` is the value of that veld.

    `oud` is what the report held: what is not asked here, such as a test, stays.
    """
    was = oud or Inhoud()
    leerlingid = invoer.leerlingid or was.get("leerlingid") or f"OV-{uuid4().hex[:8].upper()}"
    velden = {
        "voornamen": tuple(invoer.voornamen.split()),
        "roepnaam": invoer.roepnaam or invoer.voornamen.split()[0],
        "voorvoegsel": invoer.voorvoegsel,
        "achternaam": invoer.achternaam,
        "geboortedatum": invoer.geboortedatum,
        "geslacht": invoer.geslacht,
        "leerlingid": leerlingid,
        "adresgeheim": invoer.adresgeheim,
        "adressen": _adressen(invoer.adres),
        "verzorgers_aansprakelijk": not invoer.instelling,
        "verzorgers": tuple(_verzorgers(invoer.verzorgers, was)),
        "aansprakelijke_instelling": {"naam": invoer.instelling} if invoer.instelling else None,
        "school": school,
        "datum_inschrijving": invoer.ingeschreven_op,
        "schoolloopbaan": _loopbaan(invoer.groep, school, schooljaar, was),
    }
    nummer = Persoonsnummer(invoer.soort, invoer.nummer) if invoer.soort else None
    return Gelezen(inhoud=was.met(velden), nummer=nummer, schooljaar=schooljaar)


def schoolveld(naam: str, brin: str, vestiging: str, plaats: str, gegevens: Mapping[str, Any]) -> dict[str, Any]:
    """The veld `school` (art. 3-d) from what the region file says of it."""
    adres = {
        "soortadres": "bezoek", "straat": gegevens.get("straat", ""), "nummer": gegevens.get("huisnummer", ""),
        "postcode": gegevens.get("postcode", ""), "plaats": plaats,
    }  # fmt: skip
    contact = (("telefoon", gegevens.get("telefoon", "")), ("e-mail", gegevens.get("email", "")))
    return {
        "naam": naam,
        "brincode": brin,
        "vestigingscode": vestiging,
        "aanleverpunt": str(gegevens.get("aanleverpunt", "0")),
        "adressen": (adres,) if adres["straat"] else (),
        "communicatie": tuple({"soort": soort, "nummer": nummer} for soort, nummer in contact if nummer),
    }


def jaargroep_van(groep: str) -> str:
    """The year of the group: "8" of "8A" and of "Groep 8"; a group without a number is of the last year."""
    gevonden = re.search(r"[1-8]", groep)
    return gevonden[0] if gevonden else "8"


def controleer_groep(groep: str) -> None:
    """Raise `ImportGeweigerd` for a group in which nobody gets a report for the vo yet."""
    if jaargroep_van(groep) not in {"7", "8"}:
        raise ImportGeweigerd(f"Een rapport voor het vo maakt u in groep 8. Controleer de groep: u vulde {groep} in.")


def _adressen(adres: Mapping[str, str]) -> tuple[Mapping[str, str], ...]:
    waarden = {**_GEEN_ADRES, **adres}
    return ({"soortadres": "bezoek", **waarden},) if any(waarden.values()) else ()


def _verzorgers(invoer: tuple[Verzorgerinvoer, ...], oud: Inhoud) -> Iterator[Mapping[str, Any]]:
    """The rows; one that mends a row keeps its key, so that an invitation survives it.

    Somebody else typed over a row is a new row: with the key the link of the former person would open what is of this
    one, and with the other values of the row the report would say of this one what is true of the former.
    """
    was = {rij["id"]: rij for rij in oud.get("verzorgers") or () if rij.get("id")}
    for mens in invoer:
        # Taken out: two people with one key would each read what is of the other.
        vorige = was.pop(mens.id, {})
        if vorige and not zelfde_mens(mens, vorige):
            vorige = {}
        contact = (("e-mail", mens.mail), ("telefoon", mens.telefoon))
        yield {
            **vorige,
            "id": vorige.get("id", ""),
            "relatietotkind": mens.relatie,
            "roepnaam": mens.roepnaam,
            "voorvoegsel": mens.voorvoegsel,
            "achternaam": mens.achternaam,
            "wettigevertegenwoordiger": mens.gezag,
            "communicatie": tuple({"soort": soort, "nummer": nummer} for soort, nummer in contact if nummer),
        }


def zelfde_mens(mens: Verzorgerinvoer, rij: Mapping[str, Any]) -> bool:
    """Is this the person of the row, with something mended? When in doubt it is somebody else.

    Who has both names of the row is the same. So is who is the same to the child (Petra is no Peter) when both names
    differ by a slip of the pen only, or one stayed and the address or number is the one of the row.
    """
    namen = [(_kaal(mens.roepnaam), _kaal(rij.get("roepnaam", "")))]
    namen.append((_kaal(mens.achternaam), _kaal(rij.get("achternaam", ""))))
    if all(nieuw == oud for nieuw, oud in namen):
        return True
    was = {_kaal(str(regel.get("nummer", ""))) for regel in rij.get("communicatie") or ()}
    bereikbaar = bool(was & ({_kaal(mens.mail), _kaal(mens.telefoon)} - {""}))
    lijken = [_lijkt(nieuw, oud) for nieuw, oud in namen]
    return mens.relatie == rij.get("relatietotkind") and (all(lijken) or (bereikbaar and any(lijken)))


def _kaal(tekst: str) -> str:
    return " ".join(tekst.casefold().replace(".", " ").split())


def _lijkt(nieuw: str, oud: str) -> bool:
    return nieuw == oud or (min(len(nieuw), len(oud)) > 2 and SequenceMatcher(None, nieuw, oud).ratio() >= _GELIJKENIS)


def _loopbaan(groep: str, school: Mapping[str, Any], schooljaar: str, oud: Inhoud) -> tuple[Mapping[str, Any], ...]:
    """The years that were known, and this one."""
    eerder = tuple(jaar for jaar in oud.get("schoolloopbaan") or () if jaar.get("schooljaar") != schooljaar)
    dit_jaar = {
        "schooljaar": schooljaar, "groepscode": groep, "jaargroep": jaargroep_van(groep),
        "brincode": school["brincode"], "vestigingscode": school["vestigingscode"],
    }  # fmt: skip
    return (*eerder, dit_jaar)
