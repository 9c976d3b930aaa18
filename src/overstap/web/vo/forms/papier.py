"""What does a vo school type of a paper form of a pupil from outside the region, with the scan beside it?

Only who it is and the advice: the rest is read from the scan, so that nobody types a child's file over with mistakes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.bijlagen.rules import GRENZEN
from overstap.domain.bijlagen.snapshot import Bron
from overstap.domain.dossiers.enums import Nummersoort
from overstap.domain.importen.snapshot import Gelezen, Persoonsnummer
from overstap.domain.leerlingen.rules import LANGSTE_NAAM, LANGSTE_VOORVOEGSEL, is_bsn, is_onderwijsnummer
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.web.components.documenten import Document, GeenDocument, document
from overstap.web.vo.forms.aanmelden import Geboortedag

MEESTE = 10
SCANS = ("application/pdf", "image/jpeg", "image/png")


def _tekst(label: Any, nodig: Any = "", lang: int = LANGSTE_NAAM) -> forms.CharField:
    uit = forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"})
    fouten = {"required": nodig, "max_length": _("Maak de tekst korter: er passen %(limit_value)s tekens.")}
    return forms.CharField(label=label, required=bool(nodig), max_length=lang, widget=uit, error_messages=fouten)


class Papierformulier(forms.Form):
    """Who the pupil is, which school sent the form, its advice, and the scans; `vandaag` bounds the birth date."""

    roepnaam = _tekst(_("Roepnaam"), _("Vul de roepnaam in."))
    voorvoegsel = _tekst(_("Voorvoegsel"), lang=LANGSTE_VOORVOEGSEL)
    achternaam = _tekst(_("Achternaam"), _("Vul de achternaam in."))
    geboortedatum = Geboortedag()
    nummer = _tekst(_("BSN of onderwijsnummer"), lang=15)
    school = _tekst(_("Naam van de basisschool"), _("Vul de naam van de basisschool in."))
    brin = _tekst(_("BRIN van de basisschool"), lang=4)
    advies = forms.ChoiceField(
        label=_("Definitief schooladvies"),
        choices=[("", _("Staat niet op het formulier")), *Niveau.choices],
        required=False,
    )
    verklaring = forms.BooleanField(
        label=_("De ouders hebben deze leerling bij onze school aangemeld."),
        error_messages={"required": _("Zonder aanmelding mag u geen rapport innemen. Vink aan dat dit zo is.")},
    )

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        self.scans: list[Document] = []

    def clean_geboortedatum(self) -> date:
        """Nobody who goes to the vo is a baby, or grown up."""
        geboren: date = self.cleaned_data["geboortedatum"]
        if not 8 <= self.vandaag.year - geboren.year <= 18:
            raise forms.ValidationError(_("Controleer de geboortedatum: dit kan geen nieuwe brugklasser zijn."))
        return geboren

    def clean_nummer(self) -> str:
        """Empty, or nine digits that can be a number."""
        nummer = "".join(teken for teken in str(self.cleaned_data["nummer"]) if teken not in " .-")
        if nummer and not (is_bsn(nummer) or is_onderwijsnummer(nummer)):
            raise forms.ValidationError(_("Dit nummer kan niet kloppen. Kijk het na, of laat het leeg."))
        return nummer

    def clean(self) -> dict[str, Any]:
        """There is at least one scan, and each is what it calls itself."""
        gekozen = self.files.getlist("scans") if hasattr(self.files, "getlist") else []
        if not gekozen or len(gekozen) > MEESTE:
            self.add_error(None, _("Kies een tot tien scans of foto's van het formulier."))
        else:
            self.scans = list(self._scans(gekozen))
        return self.cleaned_data

    def _scans(self, gekozen: list[UploadedFile]) -> Iterator[Document]:
        for upload in gekozen:
            try:
                scan = document(upload)
            except GeenDocument as fout:
                self.add_error(None, str(fout))
                continue
            if scan.mime not in SCANS:
                self.add_error(None, _("Kies een pdf of een foto (jpg of png) van het formulier."))
            elif scan.omvang > GRENZEN.per_stuk:
                self.add_error(None, _("Dit bestand is te groot. Maak de scan kleiner."))
            else:
                yield scan

    def gelezen(self) -> Gelezen:
        """What was typed, as what a file would have given, with the scans as its attachments."""
        wat = self.cleaned_data
        inhoud: dict[str, Any] = {veld: wat[veld] for veld in ("roepnaam", "achternaam", "geboortedatum")}
        inhoud["school"] = {"naam": wat["school"], **({"brincode": wat["brin"].upper()} if wat["brin"] else {})}
        if wat["voorvoegsel"]:
            inhoud["voorvoegsel"] = wat["voorvoegsel"]
        if wat["advies"]:
            inhoud["advies_definitief"] = wat["advies"]
        soort = Nummersoort.BSN if is_bsn(wat["nummer"]) else Nummersoort.ONDERWIJSNUMMER
        nummer = Persoonsnummer(soort, wat["nummer"]) if wat["nummer"] else None
        bestanden = tuple(_bron(nummer_, scan) for nummer_, scan in enumerate(self.scans, start=1))
        return Gelezen(Inhoud(inhoud), nummer, bestanden, aantal_bijlagen=len(bestanden), pakket="papier")


def _bron(nummer: int, scan: Document) -> Bron:
    return Bron(f"scan-{nummer}", "", scan.naam, f"Scan {nummer} van het papieren formulier", scan.mime, scan.omvang,
                lambda: _Blijft(scan.bestand))  # fmt: skip


class _Blijft(io.BufferedIOBase, BinaryIO):
    """The upload from its first byte; Django closes it after the answer, and nobody before."""

    def __init__(self, bestand: BinaryIO) -> None:
        self._bestand = bestand
        bestand.seek(0)

    def read(self, size: int | None = -1, /) -> bytes:
        """The next bytes."""
        return self._bestand.read(-1 if size is None else size)
