"""What exactly is wrong with one element that is not built as the table says, and what can the school do?"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date

from lxml import etree

from overstap.domain.importen.snapshot import Melding
from overstap.domain.rapporten.enums import Ernst
from overstap.integrations.oso.v2019.regels.dossier import plaats, type_element
from overstap.integrations.oso.v2019.structuur import Pad

STRUCTUUR = "structuur"
_LEVERANCIER = "Meld dit bij de leverancier van uw leerlingadministratie."
_INVULLEN = "Vul het in uw leerlingadministratie in en maak het bestand opnieuw."
_VERBETEREN = "Verbeter dit in uw leerlingadministratie en maak het bestand opnieuw."
_KIEZEN = "Kies in uw leerlingadministratie een waarde uit de lijst en maak het bestand opnieuw."
_SOORTEN = {
    "datum": "datum (jaar-maand-dag)",
    "janee": "ja of nee (true of false)",
    "geheel": "heel getal",
    "decimaal": "getal",
}
# The white space of XML; Python's own strip would also take away others.
_WIT = " \t\r\n"
_ZONE = r"(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?"
_DATUM = re.compile(rf"(-?)([0-9]{{4,9}})-([0-9]{{2}})-([0-9]{{2}}){_ZONE}")
_GEHEEL = re.compile(r"[+-]?[0-9]{1,24}")
_DECIMAAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")


def melding(element: type_element, tekst: str, herstel: str = _LEVERANCIER, regel: str = STRUCTUUR) -> Melding:
    """A fout at this element."""
    return Melding(regel, Ernst.FOUT, plaats(element), tekst, herstel)


def _is_datum(tekst: str) -> bool:
    past = _DATUM.fullmatch(tekst)
    if past is None or (len(past.group(2)) > 4 and past.group(2).startswith("0")) or int(past.group(2)) == 0:
        return False
    # Python knows no years above 9999; the calendar repeats every 400 years.
    jaar = int(past.group(2)) % 400 + 400
    try:
        date(jaar, int(past.group(3)), int(past.group(4)))
    except ValueError:
        return False
    return True


_IS: dict[str, Callable[[str], object]] = {
    "datum": _is_datum,
    "janee": frozenset({"true", "false", "1", "0"}).__contains__,
    "geheel": _GEHEEL.fullmatch,
    "decimaal": _DECIMAAL.fullmatch,
}


def bezwaar_blad(element: type_element, pad: Pad, lijst: str, codes: Collection[str]) -> Iterator[Melding]:
    """What is wrong with a leaf; nothing when it is right after all."""
    if len(element):
        yield melding(element, f"In het onderdeel “{pad.naam}” hoort alleen tekst.")
        return
    ruw = element.text or ""
    tekst = ruw if pad.soort == "tekst" else ruw.strip(_WIT)
    if not tekst and (pad.tekens[0] or pad.soort != "tekst"):
        yield melding(element, f"Het onderdeel “{pad.naam}” is leeg.", "Vul het in, of laat het weg uit het bestand.")
        return
    if pad.soort != "tekst" and not _IS[pad.soort](tekst):
        yield melding(element, f"De waarde van “{pad.naam}” is geen {_SOORTEN[pad.soort]}.", _VERBETEREN)
        return
    if fout := _vorm(pad, tekst):
        yield melding(element, f"De waarde van “{pad.naam}” {fout}.", _VERBETEREN)
    if codes and ruw not in codes:
        yield melding(
            element, f"De waarde van “{pad.naam}” staat niet in codelijst {lijst}.", _KIEZEN, f"codelijst {lijst}"
        )


def _vorm(pad: Pad, tekst: str) -> str:
    """How the text breaks the length, the pattern or the range of its path; empty when it does not."""
    kortste, langste = pad.tekens
    if len(tekst) < kortste or (langste is not None and len(tekst) > langste):
        return f"heeft {len(tekst)} tekens; er passen er {langste}"
    if pad.patroon is not None and not pad.patroon.fullmatch(tekst):
        return "heeft niet de goede vorm"
    if pad.bereik is not None and not pad.bereik[0] <= int(tekst) <= pad.bereik[1]:
        return f"ligt niet tussen {pad.bereik[0]} en {pad.bereik[1]}"
    return ""


_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_VRIJE_KENMERKEN = frozenset({f"{_XSI}schemaLocation", f"{_XSI}noNamespaceSchemaLocation"})
_OMSCHREVEN = frozenset({"land", "nationaliteit"})


def attributen(wortel: type_element, elementen: Iterable[type_element]) -> Iterator[Melding]:
    """Attributes that do not belong in a dossier, on these elements of the tree."""
    for element in elementen:
        omschreven = etree.QName(element).localname in _OMSCHREVEN
        for naam, waarde in element.items():
            vrij = naam in _VRIJE_KENMERKEN and element is wortel
            if not vrij and not (omschreven and naam == "omschrijving" and waarde):
                kort = etree.QName(naam).localname[:40]
                yield melding(element, f"Bij dit onderdeel staat een kenmerk “{kort}” dat daar niet hoort.")


def losse_tekst(element: type_element, kinderen: Iterable[type_element]) -> Iterator[Melding]:
    """Text between the children of a block."""
    if any(tekst and tekst.strip(_WIT) for tekst in (element.text, *(kind.tail for kind in kinderen))):
        yield melding(element, "Er staat losse tekst tussen de onderdelen.")


def bezwaren_blok(element: type_element, pad: Pad) -> Iterator[Melding]:
    """Why the row of children of this block is wrong, one by one; always at least one finding."""
    per_tag = {kind.tag: (nummer, kind) for nummer, kind in enumerate(pad.kinderen)}
    bekend: type_bekend = []
    stil = True
    for kind in element.iterchildren("*"):
        if kind.tag in per_tag:
            bekend.append((kind, *per_tag[kind.tag]))
        else:
            stil = False
            yield _onbekend(kind)
    for gevonden in _groepen(element, pad, bekend) if pad.kinderen[0].herhaalt else _reeks(element, pad, bekend):
        stil = False
        yield gevonden
    if stil:
        yield melding(element, f"De onderdelen van “{pad.naam}” staan niet in de goede volgorde.")


type_bekend = list[tuple[type_element, int, Pad]]


def _onbekend(element: type_element) -> Melding:
    naam = etree.QName(element).localname[:60]
    return melding(element, f"Het onderdeel “{naam}” hoort hier niet in OSO 2019.1.")


def _reeks(element: type_element, pad: Pad, bekend: type_bekend) -> Iterator[Melding]:
    """Wrong order, too often, missing, or more than one of a choice."""
    hoogste, aantal = -1, dict.fromkeys(range(len(pad.kinderen)), 0)
    for kind, nummer, onder in bekend:
        aantal[nummer] += 1
        if nummer < hoogste:
            yield melding(kind, f"Het onderdeel “{onder.naam}” staat niet op de goede plek.")
        elif onder.maximum == 1 and aantal[nummer] > 1:
            yield melding(kind, f"Het onderdeel “{onder.naam}” mag hier maar één keer staan.")
        hoogste = max(hoogste, nummer)
    aanwezig = {onder.naam for nummer, onder in enumerate(pad.kinderen) if aantal[nummer]}
    yield from _ontbreekt(element, (kind for kind in pad.kinderen if kind.minimum), aanwezig)
    yield from _keuzes(element, pad, aanwezig)


def _ontbreekt(element: type_element, verplicht: Iterator[Pad], aanwezig: set[str]) -> Iterator[Melding]:
    for kind in verplicht:
        if kind.naam not in aanwezig:
            yield melding(element, f"Het verplichte onderdeel “{kind.naam}” ontbreekt.", _INVULLEN)


def _keuzes(element: type_element, pad: Pad, aanwezig: set[str]) -> Iterator[Melding]:
    for keuze in dict.fromkeys(kind.keuze for kind in pad.kinderen if kind.keuze):
        leden = [kind.naam for kind in pad.kinderen if kind.keuze == keuze]
        gekozen = [naam for naam in leden if naam in aanwezig]
        if len(gekozen) > 1:
            yield melding(element, f"Van deze onderdelen mag er maar één staan: {', '.join(gekozen)}.", _VERBETEREN)
        elif not gekozen and keuze.endswith("!"):
            yield melding(element, f"Een van deze onderdelen ontbreekt: {', '.join(leden)}.", _INVULLEN)


def _groepen(element: type_element, pad: Pad, bekend: type_bekend) -> Iterator[Melding]:
    """The same for a group that returns as a whole: it begins anew at its first member."""
    groepen: list[type_bekend] = []
    for lid in bekend:
        if lid[1] == 0 or not groepen:
            groepen.append([])
        groepen[-1].append(lid)
    for groep in groepen or [[]]:
        yield from _reeks(groep[0][0] if groep else element, pad, groep)
