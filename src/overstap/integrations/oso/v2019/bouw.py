"""How do values become the elements of an OSO file, each in its place and nothing empty?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any
from uuid import uuid4

from lxml import etree

from overstap.domain.bijlagen.snapshot import Bestand, Bron
from overstap.domain.rapporten.catalogue.typen import Groep, Meerkeuze, Rijen, Teksten, schoon
from overstap.domain.rapporten.catalogue.typen.lijsten import Decimalen
from overstap.integrations.oso.bestandssoort import PDF, Bestandssoort, extensie_van, herken_bestand, veilige_naam
from overstap.integrations.oso.inpakken import pak_in
from overstap.integrations.oso.stroom import Pakket
from overstap.integrations.oso.v2019 import vertaling
from overstap.integrations.oso.v2019.lot import lot
from overstap.integrations.oso.v2019.naam import NAAMRUIMTE
from overstap.integrations.oso.v2019.profielen import Profiel
from overstap.integrations.oso.v2019.structuur import GEWEIGERD, VELD, Pad, boom, paden, type_van
from overstap.integrations.oso.v2019.waarden import schrijver

type_bron = Mapping[str, Any]
# The stubs know no default namespace.
_NSMAP: Any = {None: NAAMRUIMTE}
_OVERIG = "overige_documenten"


@cache
def _schrijver(pad: Pad) -> Callable[[Any], str | None]:
    return schrijver(pad)


@cache
def _soort(pad: Pad) -> str:
    """What a path of the catalogue holds: rijen, groep, reeks (several leaves) or blad."""
    soort = type_van(pad.sleutel)
    if isinstance(soort, Rijen):
        return "rijen"
    if isinstance(soort, Groep):
        return "groep"
    return "reeks" if isinstance(soort, Decimalen | Teksten | Meerkeuze) else "blad"


class Bouw:
    """One file under construction. `vast` are the texts by path that do not come from the report."""

    def __init__(
        self,
        waarden: type_bron,
        vast: Mapping[str, str],
        bestanden: Sequence[Bestand | Bron],
        profiel: Profiel,
        uitgezet: frozenset[str] = frozenset(),
    ) -> None:
        self._profiel = profiel
        self._waarden = dict(waarden)
        self._vast = vast
        self._bestanden = {bestand.sleutel: bestand for bestand in bestanden}
        self._uitgezet = uitgezet
        # What flows in later, by the mark that stands in its place.
        self.groot: dict[str, Pakket] = {}
        genoemd = set(_sleutels(waarden))
        los = tuple(bestand.sleutel for bestand in bestanden if bestand.sleutel not in genoemd)
        self._waarden[_OVERIG] = (*self._waarden.get(_OVERIG, ()), *los)

    def dossier(self) -> etree._Element:
        """The root element."""
        wortel = self._blok(boom(), self._waarden)
        return wortel if wortel is not None else _element(boom())

    def _elementen(self, pad: Pad, bron: type_bron) -> Iterable[etree._Element | None]:
        """The elements of one path below the block that `bron` fills."""
        if lot(pad, self._profiel).soort == GEWEIGERD or pad.categorie in self._uitgezet:
            return ()
        if pad.omzetting == "document":
            return self._documenten(pad, bron)
        if pad.lot == VELD:
            return self._veld(pad, bron)
        if pad.soort == "blok":
            return (self._blok(pad, self._waarden if pad.omzetting == "wortel" else bron),)
        return (_blad(pad, self._vast.get(pad.pad)),)

    def _veld(self, pad: Pad, bron: type_bron) -> Iterable[etree._Element | None]:
        waarde = bron.get(pad.deel)
        if waarde is None:
            return ()
        soort = _soort(pad)
        if pad.omzetting == "herhaal":
            return (self._herhaald(pad, waarde),)
        if soort == "groep":
            return (self._blok(pad, waarde),)
        if soort == "rijen":
            vorm = vertaling.toon_vast if pad.omzetting == "communicatie" else dict
            return (self._blok(pad, vorm(rij)) for rij in waarde)
        if pad.omzetting == "land":
            return (_land(pad, bron),)
        schrijf = _schrijver(pad)
        return (_blad(pad, schrijf(deel)) for deel in (waarde if soort == "reeks" else (waarde,)))

    def _blok(self, pad: Pad, bron: type_bron) -> etree._Element | None:
        """A block with its children, `None` when there is nothing to put in it."""
        element = _element(pad)
        return element if self._vul(element, pad, bron) else None

    def _vul(self, element: etree._Element, pad: Pad, bron: type_bron) -> bool:
        """Put the children in a block; True when one of them has content.

        Obligatory wrappers and fixed codes come along with content, but are none themselves.
        """
        gevuld = False
        for kind in pad.kinderen:
            nieuw = [deel for deel in self._elementen(kind, bron) if deel is not None]
            if nieuw:
                gevuld = True
            elif kind.minimum and _vanzelf(kind):
                nieuw = [_element(kind, kind.omzetting.removeprefix("vast:") or None)]
            element.extend(nieuw)
        return gevuld

    def _herhaald(self, pad: Pad, rijen: Iterable[type_bron]) -> etree._Element | None:
        """One block in which the children return for every row."""
        element, begin = _element(pad), pad.kinderen[0]
        for rij in rijen:
            voor = len(element)
            if self._vul(element, pad, rij) and element[voor].tag != begin.tag:
                # Without its first member a row would melt into the one before; empty, it is refused.
                element.insert(voor, _element(begin))
        return element if len(element) else None

    def _documenten(self, pad: Pad, bron: type_bron) -> Iterable[etree._Element]:
        """The attachments at this place; what does not fit there goes to the loose documents."""
        hier = [sleutel for sleutel in bron.get(pad.deel, ()) if sleutel in self._bestanden]
        if pad.maximum is not None and len(hier) > pad.maximum:
            # The loose documents come last in a file, so they are not written yet.
            self._waarden[_OVERIG] = (*self._waarden[_OVERIG], *hier[pad.maximum :])
            hier = hier[: pad.maximum]
        return [self._document(pad, self._bestanden[sleutel]) for sleutel in hier]

    def _document(self, pad: Pad, bestand: Bestand | Bron) -> etree._Element:
        """The three parts of an attachment; an unknown type is written as it is, and refused by the check after it."""
        with bestand.open() as bron:
            soort = herken_bestand(bron, extensie_van(bestand.bestandsnaam))
        naam = veilige_naam(bestand.bestandsnaam, soort) if soort else bestand.bestandsnaam or "bijlage"
        inhoud = self._ingepakt(bestand, naam, soort or PDF)
        teksten = {"bestandsnaam": naam, "omschrijving": bestand.omschrijving, "bestandsinhoud": inhoud}
        element = _element(pad)
        element.extend(deel for kind in pad.kinderen if (deel := _blad(kind, teksten[kind.naam])) is not None)
        return element

    def _ingepakt(self, bestand: Bestand | Bron, naam: str, soort: Bestandssoort) -> str:
        """The packed content, or the mark at which it flows in later."""
        if isinstance(bestand, Bestand):
            return pak_in(naam, bestand.inhoud, gepakt=soort.gepakt)
        merk = uuid4().hex
        self.groot[merk] = Pakket(bestand, naam, gepakt=soort.gepakt)
        return merk


def _vanzelf(pad: Pad) -> bool:
    """Does an obligatory element also stand there without content: a wrapper, a fixed code, a score without a mark?"""
    if pad.lot == VELD:
        return pad.soort == "blok" and not any(kind.minimum for kind in pad.kinderen)
    return pad.soort == "blok" or pad.omzetting.startswith("vast:")


@cache
def _plekken() -> frozenset[str]:
    """The names under which the catalogue holds attachments that OSO has a place for."""
    return frozenset(pad.deel for pad in paden().values() if pad.omzetting == "document")


def _sleutels(waarde: Any) -> Iterable[str]:
    """The keys of attachments anywhere in the values of a report."""
    if isinstance(waarde, Mapping):
        for naam, deel in waarde.items():
            if naam in _plekken():
                yield from deel
            else:
                yield from _sleutels(deel)
    elif isinstance(waarde, tuple):
        for deel in waarde:
            yield from _sleutels(deel)


def _element(pad: Pad, tekst: str | None = None) -> etree._Element:
    element = etree.Element(pad.tag, nsmap=_NSMAP)
    element.text = tekst
    return element


def _blad(pad: Pad, tekst: str | None) -> etree._Element | None:
    """A leaf; an empty one is left out."""
    schone = schoon(tekst or "").strip()
    return _element(pad, schone) if schone else None


def _land(pad: Pad, bron: type_bron) -> etree._Element | None:
    element = _blad(pad, bron.get("land"))
    omschrijving = schoon(bron.get("land_omschrijving") or "").strip()
    if element is not None and omschrijving:
        element.set("omschrijving", omschrijving)
    return element
