"""Which attachments were found in a file, and which of them could be taken out?"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from overstap.domain.bijlagen.snapshot import Bestand, Bron, KapotBestand
from overstap.domain.leerlingen.rules import is_bsn
from overstap.integrations.oso.inpakken import KapotteBijlage, Uitgepakt, pak_uit
from overstap.integrations.oso.ontcijferen import Ingepakt
from overstap.integrations.oso.stroom import Pakket
from overstap.integrations.oso.v2019.naam import qpad
from overstap.integrations.oso.v2019.regels.dossier import type_element
from overstap.integrations.oso.v2019.waarden import lees_tekst
from overstap.integrations.spoel import STUK, Geheugen

if TYPE_CHECKING:
    from overstap.integrations.oso.v2019.wandeling import Lezing

_NEGEN = re.compile(r"(?<![0-9])[0-9]{9}(?![0-9])")
_LANGSTE_NAAM = 200
INHOUD = "bestandsinhoud"
NIETS: Mapping[str, Ingepakt | Pakket] = MappingProxyType({})


class Gevonden(NamedTuple):
    """One attachment as the file holds it: still packed, in its `element`.

    `sleutels` is where its key goes, beside the other values.
    """

    element: type_element
    plek: str
    naam: str
    omschrijving: str
    sleutels: list[str]

    @property
    def ingepakt(self) -> str:
        """Its content in base64: asked one by one, because together they are most of a big file."""
        inhoud = self.element.findall(qpad(INHOUD))
        return (inhoud[-1].text or "").strip() if inhoud else ""


def vind(lezing: Lezing, element: type_element, plek: str, delen: dict[str, str], sleutels: list[str]) -> None:
    """Note the attachment with these parts (bestandsnaam, omschrijving); its content stays where it is."""
    naam = lees_tekst(delen.get("bestandsnaam", ""))[:_LANGSTE_NAAM]
    if any(is_bsn(cijfers) for cijfers in _NEGEN.findall(naam)):
        lezing.bevindingen.bsn_in_naam(element)
    omschrijving = lees_tekst(delen.get("omschrijving", ""))
    lezing.gevonden.append(Gevonden(element, plek, naam, omschrijving, sleutels))


def pak_alle_uit(lezing: Lezing, uitgelicht: Mapping[str, Ingepakt | Pakket] = NIETS) -> None:
    """Take out every attachment that was found; a broken one fails alone.

    `uitgelicht` are the contents that are not in the tree, by the mark that stands there instead: they
    flowed out of a file that is read, or will flow into one that is written and are only judged.
    """
    for gevonden in lezing.gevonden:
        try:
            _pak_uit(lezing, gevonden, uitgelicht)
        except KapotteBijlage as kapot:
            lezing.bevindingen.kapotte_bijlage(gevonden.element, str(kapot))
            lezing.kapot.append(KapotBestand(gevonden.plek, gevonden.naam, str(kapot)))


def _pak_uit(lezing: Lezing, gevonden: Gevonden, uitgelicht: Mapping[str, Ingepakt | Pakket]) -> None:
    tekst = uitgelicht.get(gevonden.ingepakt, gevonden.ingepakt)
    if isinstance(tekst, Pakket):
        tekst.keur(gevonden.naam, lezing.budget)
        return
    uitgepakt = pak_uit(tekst, gevonden.naam, lezing.budget)
    if uitgepakt.andere_naam:
        lezing.bevindingen.andere_naam(gevonden.element)
    sleutel = _sleutel(lezing, uitgepakt)
    delen = (sleutel, gevonden.plek, uitgepakt.naam, gevonden.omschrijving, uitgepakt.soort.mime)
    ligt = uitgepakt.plek
    lezing.bestanden.append(
        Bestand(*delen, ligt.inhoud) if isinstance(ligt, Geheugen) else Bron(*delen, ligt.omvang, ligt.open)
    )
    gevonden.sleutels.append(sleutel)


def _sleutel(lezing: Lezing, uitgepakt: Uitgepakt) -> str:
    """A key that the same file gets again at the next import; a twin within one file gets a number."""
    van = hashlib.sha256(uitgepakt.naam.encode() + b"\x00")
    with uitgepakt.plek.open() as bron:
        while stuk := bron.read(STUK):
            van.update(stuk)
    kort = van.hexdigest()[:24]
    sleutel, nummer = kort, 1
    while sleutel in lezing.sleutels:
        nummer += 1
        sleutel = f"{kort}-{nummer}"
    lezing.sleutels.add(sleutel)
    return sleutel
