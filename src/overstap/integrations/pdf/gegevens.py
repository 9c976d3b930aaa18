"""Which data does the template get for a document?"""

from dataclasses import asdict
from datetime import datetime
from itertools import chain, groupby
from typing import Any
from zoneinfo import ZoneInfo

from overstap.integrations.pdf.document import (
    Afdeling,
    Beeldenrij,
    Invulvak,
    Kop,
    PdfDocument,
    PdfFout,
    Regel,
    Stijl,
    Tabel,
)
from overstap.integrations.pdf.oefening import band
from overstap.integrations.pdf.tekst import Alinea, alineas, kort

# A longer text reads better under its label than beside it.
LANG = {Stijl.RAPPORT: 420, Stijl.OUDERS: 220}
# About how many characters of a table fit on a line.
REGELBREEDTE = {Stijl.RAPPORT: 100, Stijl.OUDERS: 86}
# The white on both sides of a cell, in characters.
CELRAND = 2.4
SMALST = 6
# A longer word does not fit in the column of labels.
LABELWOORD = 20
# The running head is one line, whatever the title.
KOPBREEDTE = 70
INHOUD_VANAF = 4
MAANDEN = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NIET_TOONBAAR = (
    "Dit document kan een of meer tekens niet tonen. Daar staat \ufffd. In Overstap leest u de volledige tekst."
)

Gegevens = dict[str, Any]


class Zetter:
    """Turns the values of one document into the data of the template.

    `streng` is for the second attempt, when a combination of characters had no font.
    """

    def __init__(self, document: PdfDocument, stijl: Stijl, *, streng: bool) -> None:
        self.document = document
        self.stijl = stijl
        self.streng = streng

    def gegevens(self) -> Gegevens:
        """Return the template's data: only strings, booleans, numbers, lists and dicts."""
        document = self.document
        return {
            "stijl": self.stijl.value,
            "titel": self._kort(document.titel),
            "koptitel": kort(document.titel, tekens=KOPBREEDTE, streng=self.streng),
            "ondertitel": self._kort(document.ondertitel),
            "auteur": self._kort(document.auteur),
            "taal": document.taal,
            "band": band(),
            "status": self._kort(" · ".join(filter(None, ("Oefening" if band() else "", document.status)))),
            "kenmerken": [self._feit(label, tekst) for label, tekst in document.kenmerken],
            "inhoud": len(document.afdelingen) >= INHOUD_VANAF,
            "afdelingen": [self._afdeling(afdeling) for afdeling in document.afdelingen],
            "slotregels": self._alineas(document.slotregels),
            "slotfeiten": self._slotfeiten(),
            "voetregel": self._voetregel(),
        }

    def _afdeling(self, afdeling: Afdeling) -> Gegevens:
        delen: list[Gegevens] = []
        for soort, blokken in groupby(afdeling.blokken, key=self._soort):
            if soort == "feiten":
                regels = [self._regel(blok) for blok in blokken if isinstance(blok, Regel)]
                delen.append({"soort": soort, "regels": regels})
            else:
                delen.extend(self._los_blok(blok) for blok in blokken)
        return {
            "titel": self._kort(afdeling.titel),
            "inleiding": self._alineas(afdeling.inleiding),
            "delen": delen,
        }

    def _soort(self, blok: Regel | Tabel | Beeldenrij | Kop | Invulvak) -> str:
        if not isinstance(blok, Regel):
            return "los"
        lengte = len(blok.waarde) if isinstance(blok.waarde, str) else sum(map(len, blok.waarde))
        return "tekst" if lengte > LANG[self.stijl] else "feiten"

    def _los_blok(self, blok: Regel | Tabel | Beeldenrij | Kop | Invulvak) -> Gegevens:
        if isinstance(blok, Kop):
            return {"soort": "kop", "titel": self._kort(blok.titel)}
        if isinstance(blok, Beeldenrij):
            return self._beelden(blok)
        if isinstance(blok, Invulvak):
            return self._invulvak(blok)
        if isinstance(blok, Regel):
            return {"soort": "tekst", "regel": self._regel(blok)}
        return self._tabel(blok)

    def _beelden(self, rij: Beeldenrij) -> Gegevens:
        beelden = [{"kop": self._kort(b.kop), "svg": b.svg, "zin": self._kort(b.zin)} for b in rij.beelden]
        onder = self._alineas(rij.toelichting)
        return {"soort": "beelden", "titel": self._kort(rij.titel), "beelden": beelden, "toelichting": onder}

    def _invulvak(self, vak: Invulvak) -> Gegevens:
        keuzes = [self._kort(keuze) for keuze in vak.keuzes]
        toelichting = self._alineas(vak.toelichting)
        return {
            "soort": "invulvak", "label": self._kort(vak.label), "regels": vak.regels, "keuzes": keuzes,
            "toelichting": toelichting,
        }  # fmt: skip

    def _regel(self, regel: Regel) -> Gegevens:
        return {
            "label": self._kort(regel.label),
            # Hyphenation knows where a Dutch word may break; a word that fits is never broken.
            "afbreken": any(len(woord) > LABELWOORD for woord in regel.label.split()),
            "alineas": self._alineas(regel.waarde, taal=regel.taal),
            "toelichting": self._alineas(regel.toelichting),
        }

    def _tabel(self, tabel: Tabel) -> Gegevens:
        breedte = len(tabel.kolommen)
        if not breedte:
            raise PdfFout(f"Tabel '{tabel.titel}' heeft geen kolommen.")
        if any(len(rij) != breedte for rij in tabel.rijen):
            raise PdfFout(f"Tabel '{tabel.titel}': elke rij moet {breedte} cellen hebben.")
        breedten = verhouding(tabel, REGELBREEDTE[self.stijl])
        woorden = langste_woorden(breedten, REGELBREEDTE[self.stijl])
        return {
            "soort": "tabel",
            "titel": self._kort(tabel.titel),
            "kolommen": self._rij(tuple(map(kort, tabel.kolommen)), woorden),
            "verhouding": breedten,
            "rijen": [self._rij(rij, woorden) for rij in tabel.rijen],
            "heel": len(tabel.rijen) <= 8 and sum(map(len, chain(*tabel.rijen))) < 1200,
        }

    def _rij(self, cellen: tuple[str, ...], woorden: list[int]) -> list[Gegevens | None]:
        return [self._cel(cel, woord) for cel, woord in zip(cellen, woorden, strict=True)]

    def _cel(self, cel: str, woord: int) -> Gegevens | None:
        # A common word too long for its column is left to hyphenation, which knows better places;
        # an address or a code is not. Words that fit (shorter than `afbreken`) are never hyphenated.
        gezet = alineas(cel, woord=woord, gewoon=24, streng=self.streng)
        if not gezet:
            return None
        tekst = Alinea("\n".join(alinea.t for alinea in gezet), rtl=gezet[0].rtl)
        return asdict(tekst) | {"afbreken": woord if any(len(deel) >= woord for deel in cel.split()) else 0}

    def _feit(self, label: str, tekst: str) -> Gegevens:
        return self._regel(Regel(label, tekst))

    def _slotfeiten(self) -> list[Gegevens]:
        document = self.document
        feiten = [self._feit("Gemaakt op", moment(document.gemaakt_op))]
        if document.status:
            feiten.append(self._feit("Status", document.status))
        if document.vingerafdruk:
            regel = Regel(
                "Vingerafdruk",
                (in_groepen(document.vingerafdruk[:32]), in_groepen(document.vingerafdruk[32:])),
                "Met deze code (SHA-256) ziet een school dat niets veranderd is.",
            )
            feiten.append(self._regel(regel))
        return feiten

    def _voetregel(self) -> str:
        afdruk = self.document.vingerafdruk
        return f"Vingerafdruk {in_groepen(afdruk[:12], 4)}" if afdruk else "Overstap"

    def _alineas(self, tekst: str | tuple[str, ...], *, taal: str = "") -> list[Gegevens]:
        return [asdict(alinea) for alinea in alineas(tekst, taal=taal, streng=self.streng)]

    def _kort(self, tekst: str) -> str:
        return kort(tekst, streng=self.streng)


def verhouding(tabel: Tabel, regelbreedte: int) -> list[float]:
    """Return the column widths in characters: what a cell wants, and at least its longest word.

    Where not every longest word fits, the longest give way: a short word, such as that of a subject, stays whole.
    """
    kolommen = list(zip(tabel.kolommen, *tabel.rijen, strict=True))
    # A header is bold, so a little wider than its characters.
    wensen = [min(max(len(kolom[0]) + 2, *map(len, kolom)), 40) for kolom in kolommen]
    woorden = [_langste_woord(kolom) for kolom in kolommen]
    plek = regelbreedte - CELRAND * len(kolommen)
    minima = _passend([max(SMALST, min(woord, wens)) for woord, wens in zip(woorden, wensen, strict=True)], plek)
    rek = sum(wensen) - sum(minima)
    if sum(wensen) <= plek or rek <= 0:
        return [CELRAND + max(SMALST, wens) for wens in wensen]
    ruimte = max(0, plek - sum(minima)) / rek
    return [CELRAND + minimum + ruimte * (wens - minimum) for minimum, wens in zip(minima, wensen, strict=True)]


def _passend(minima: list[int], plek: float) -> list[int]:
    """The same widths, the largest of them cut to one size, so that together they fit in `plek` if they can."""
    grens = max(minima)
    while grens > SMALST and sum(min(minimum, grens) for minimum in minima) > plek:
        grens -= 1
    return [min(minimum, grens) for minimum in minima]


def _langste_woord(kolom: tuple[str, ...]) -> int:
    kop, *cellen = kolom
    in_cellen = max((len(woord) for cel in cellen for woord in cel.split()), default=0)
    # One more than its characters: a word of wide letters is wider than the count.
    return max(in_cellen + 1, *(len(woord) + 2 for woord in kop.split()), 0)


def langste_woorden(breedten: list[float], regelbreedte: int) -> list[int]:
    """Return for each column how many characters of one word fit in it."""
    return [max(4, int(regelbreedte * deel / sum(breedten) - CELRAND)) for deel in breedten]


def in_groepen(hex_tekst: str, maat: int = 8) -> str:
    """Return a long code in groups, so that people can compare it."""
    return " ".join(hex_tekst[begin : begin + maat] for begin in range(0, len(hex_tekst), maat))


def moment(tijdstip: datetime) -> str:
    """Return the moment in Dutch words and Dutch time: 22 november 2026, 10.42 uur."""
    hier = tijdstip.astimezone(AMSTERDAM)
    return f"{hier.day} {MAANDEN[hier.month - 1]} {hier.year}, {hier.hour}.{hier.minute:02} uur"
