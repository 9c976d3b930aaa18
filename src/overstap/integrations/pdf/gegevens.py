"""Which data does the template get for a document?"""

from dataclasses import asdict
from datetime import datetime
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from overstap.integrations.pdf.document import (
    Afdeling,
    PdfDocument,
    PdfFout,
    Regel,
    Stijl,
    Tabel,
)
from overstap.integrations.pdf.tekst import Alinea, alineas, kort

# A longer text reads better under its label than beside it.
LANG = {Stijl.RAPPORT: 420, Stijl.OUDERS: 220}
INHOUD_VANAF = 4
MAANDEN = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NIET_TOONBAAR = (
    "Dit document kan een of meer tekens niet tonen. Daar staat \ufffd. "
    "In Overstap leest u de volledige tekst."
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
            "ondertitel": self._kort(document.ondertitel),
            "auteur": self._kort(document.auteur),
            "taal": document.taal,
            "status": self._kort(document.status),
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

    def _soort(self, blok: Regel | Tabel) -> str:
        if isinstance(blok, Tabel):
            return "tabel"
        lengte = len(blok.waarde) if isinstance(blok.waarde, str) else sum(map(len, blok.waarde))
        return "tekst" if lengte > LANG[self.stijl] else "feiten"

    def _los_blok(self, blok: Regel | Tabel) -> Gegevens:
        if isinstance(blok, Regel):
            return {"soort": "tekst", "regel": self._regel(blok)}
        return self._tabel(blok)

    def _regel(self, regel: Regel) -> Gegevens:
        return {
            "label": kort(regel.label, woord=20, streng=self.streng),
            "alineas": self._alineas(regel.waarde, taal=regel.taal),
            "toelichting": self._alineas(regel.toelichting),
        }

    def _tabel(self, tabel: Tabel) -> Gegevens:
        breedte = len(tabel.kolommen)
        if not breedte:
            raise PdfFout(f"Tabel '{tabel.titel}' heeft geen kolommen.")
        if any(len(rij) != breedte for rij in tabel.rijen):
            raise PdfFout(f"Tabel '{tabel.titel}': elke rij moet {breedte} cellen hebben.")
        return {
            "soort": "tabel",
            "titel": self._kort(tabel.titel),
            "kolommen": [kort(kop, woord=self._woord(tabel)) for kop in tabel.kolommen],
            "verhouding": verhouding(tabel),
            "rijen": [[self._cel(cel, tabel) for cel in rij] for rij in tabel.rijen],
        }

    def _woord(self, tabel: Tabel) -> int:
        """Return how long a word may be in the narrowest column, in characters."""
        return max(4, 60 // len(tabel.kolommen))

    def _cel(self, cel: str, tabel: Tabel) -> Gegevens | None:
        gezet = alineas(cel, woord=self._woord(tabel), streng=self.streng)
        if not gezet:
            return None
        return asdict(Alinea("\n".join(alinea.t for alinea in gezet), rtl=gezet[0].rtl))

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
                in_groepen(document.vingerafdruk),
                "Met deze code (SHA-256) kan een school nagaan dat de inhoud niet veranderd is.",
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


def verhouding(tabel: Tabel) -> list[float]:
    """Return the relative column widths: the fuller a column, the wider, within bounds."""
    kolommen = zip(tabel.kolommen, *tabel.rijen, strict=True)
    langst = [max(len(cel) for cel in kolom) for kolom in kolommen]
    return [float(min(max(lengte, 8), 40)) for lengte in langst]


def in_groepen(hex_tekst: str, maat: int = 8) -> str:
    """Return a long code in groups, so that people can compare it."""
    return " ".join(hex_tekst[begin : begin + maat] for begin in range(0, len(hex_tekst), maat))


def moment(tijdstip: datetime) -> str:
    """Return the moment in Dutch words and Dutch time: 22 november 2026, 10.42 uur."""
    hier = tijdstip.astimezone(AMSTERDAM)
    return f"{hier.day} {MAANDEN[hier.month - 1]} {hier.year}, {hier.hour}.{hier.minute:02} uur"
