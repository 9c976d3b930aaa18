"""Which attachments come along from the administration of an invented pupil?"""

from __future__ import annotations

from datetime import date

from overstap.config.demo.bestanden import foto_bestand, pdf_bestand
from overstap.config.demo.kind import Kind
from overstap.domain.bijlagen.snapshot import Bestand


def stukken(kind: Kind, vandaag: date) -> tuple[Bestand, ...]:
    """Small PDFs and pictures, each at its own place in the OSO file; most pupils have one or none."""
    jaar = vandaag.year
    gevonden: list[Bestand] = []
    regels: tuple[tuple[str, str], ...]
    if "dyslexie" in kind.bijzonder:
        regels = (
            ("Voor", f"{kind.roepnaam} {kind.volledige_achternaam}"),
            ("Vastgesteld", "Ernstige dyslexie. Deze verklaring is verzonnen."),
            ("Advies", "Meer tijd bij toetsen, voorleessoftware, spelling apart beoordelen."),
        )
        gevonden.append(
            pdf_bestand(
                "dyslexieverklaring.pdf", "diagnoses.documenten", "Dyslexieverklaring", regels, date(jaar - 2, 11, 12)
            )
        )
    if "slechthorend" in kind.bijzonder:
        regels = (
            ("Uitslag", "Gehoorverlies links 35 dB, rechts 40 dB. Verzonnen."),
            ("Advies", "Vooraan, soloapparatuur."),
        )
        gevonden.append(
            pdf_bestand(
                "audiogram.pdf", "diagnoses.documenten", "Verslag van de audioloog", regels, date(jaar - 1, 3, 9)
            )
        )
    if "lwoo" in kind.bijzonder:
        regels = (
            ("Uitstroom", "Vmbo basis met leerwegondersteuning. Verzonnen."),
            ("Doel", "Rekenen tot en met eind groep 6."),
        )
        gevonden.append(
            pdf_bestand("opp.pdf", "opp.documenten", "Ontwikkelingsperspectief", regels, date(jaar - 1, 9, 1))
        )
    if "foto" in kind.bijzonder:
        gevonden.append(foto_bestand("werkstuk.png", "overige_documenten", "Tekening bij het werkstuk", kind.nummer))
    if kind.nummer % 3 == 0:
        regels = (
            ("Vakken", "Begrijpend lezen, rekenen, spelling en technisch lezen"),
            ("Periode", "Groep 6 tot en met 8"),
        )
        gevonden.append(
            pdf_bestand(
                "overzicht-toetsen.pdf",
                "overige_documenten",
                f"Overzicht uit het leerlingvolgsysteem {4000 + kind.nummer}",
                regels,
                vandaag,
            )
        )
    return tuple(gevonden)
