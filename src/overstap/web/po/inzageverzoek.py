"""What of one pupil does the school hand over to who asks for it (art. 15 AVG), and what does it leave out?"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from overstap.domain.bijlagen.enums import Scanstaat
from overstap.domain.bijlagen.queries import bestand_for, bijlagen_for
from overstap.domain.dossiers.queries import nummer_for
from overstap.domain.inzages.queries import Verzoeker
from overstap.domain.inzages.rules import voor_ouder
from overstap.domain.overdrachten.queries import overdrachten_for
from overstap.domain.plaatsingen.queries import vragen_for
from overstap.domain.rapporten.queries import inhoud_for, pdf_for, versies_for
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.foundation.klok import NEDERLAND
from overstap.integrations import pdf
from overstap.web.components.downloads import soort
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.kopie_ouder import eigen_woorden, zonder_andere_ouder
from overstap.web.po.kopie_zorg import zorgaanmeldingen
from overstap.web.po.views.logboek import loglijst

if TYPE_CHECKING:
    from datetime import datetime

    from overstap.domain.dossiers.models import Dossier
    from overstap.foundation.sleutels.kast import Slot

_SLOT = (
    "Hoe een andere ouder te bereiken is, staat er niet bij: de ene ouder leest niet waar de andere woont.",
    "Wat een andere ouder schreef, inleverde of bekeek, zit er ook niet bij.",
    "Een mening op papier bij een zorgaanmelding geeft de school apart: Overstap weet niet zeker van wie die is.",
    "Adviezen en notities van het samenwerkingsverband vraagt u daar.",
    "Namen van medewerkers staan hier niet: u leest hun functie en waar zij werken.",
)


def alles_van(request: Verzoek, dossier: Dossier, slot: Slot, wie: Verzoeker | None) -> bytes:
    """The ZIP: a sheet with who received and who looked, the content as it is now, each version, the attachments.

    And the zorgaanmeldingen; for one parent (`wie`) also what that parent wrote and handed in.
    """
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as bestand:
        for naam, inhoud in _leden(request, dossier, slot, wie):
            bestand.writestr(naam, inhoud)
    return uit.getvalue()


def _leden(request: Verzoek, dossier: Dossier, slot: Slot, wie: Verzoeker | None) -> Iterator[tuple[str, bytes]]:
    actor = request.actor
    yield "overzicht.pdf", pdf.maak_pdf(_overzicht(request, dossier, slot, wie))
    # One of two parents may ask, who must not read from us where the other one lives (AVG 15-4).
    nu = inhoud_for(actor, dossier, slot)
    over = voor_ouder(nu, wie.sleutel, wie.recht) if wie else voor_ouder(nu, None)
    yield "gegevens-nu.json", Inhoud(over).naar_bytes()
    for versie in versies_for(actor, dossier):
        ruw = pdf_for(actor, versie, "ouders", slot)
        if ruw is not None:
            yield f"versie-{versie.nummer}.pdf", ruw
    schoon = (een for een in bijlagen_for(actor, dossier) if een.scanstaat is not Scanstaat.GEWEIGERD)
    for nummer, bijlage in enumerate(schoon, start=1):
        yield f"bijlage-{nummer}.{soort(bijlage.mime)}", bestand_for(actor, bijlage, slot).inhoud
    yield from zorgaanmeldingen(request, dossier, slot, wie)
    if wie:
        yield from eigen_woorden(request, dossier, slot, wie)


def _overzicht(request: Verzoek, dossier: Dossier, slot: Slot, wie: Verzoeker | None) -> pdf.PdfDocument:
    nummer = nummer_for(request.actor, dossier, slot)
    return pdf.PdfDocument(
        titel=f"Wat de school van {dossier.leerling.naam} bewaart",
        ondertitel=f"{dossier.school.naam}, schooljaar {dossier.schooljaar}",
        gemaakt_op=request.nu,
        kenmerken=(
            ("Leerling", dossier.leerling.naam),
            ("Persoonsnummer", nummer[1] if nummer else ""),
            ("Groep", dossier.groep),
            ("Voor", wie.naam if wie else "–"),
            ("Gemaakt op", _moment(request.nu)),
        ),
        afdelingen=(_kregen(request, dossier), _vragen(request, dossier, slot), _keken(request, dossier, slot, wie)),
        slotregels=_SLOT,
        auteur=dossier.school.naam,
    )


def _kregen(request: Verzoek, dossier: Dossier) -> pdf.Afdeling:
    rijen = tuple(
        (rij.ontvanger.naam, str(rij.versie.nummer), _moment(rij.verstuurd_op), _moment(rij.ingetrokken_op) or "–")
        for rij in overdrachten_for(request.actor, dossier)
    )
    return _afdeling("Wie het rapport kreeg", ("School", "Versie", "Verstuurd", "Teruggetrokken"), rijen)


def _vragen(request: Verzoek, dossier: Dossier, slot: Slot) -> pdf.Afdeling:
    rijen = tuple(
        (vraag.rij.ontvanger.naam, vraag.tekst, vraag.antwoord or "–")
        for vraag in vragen_for(request.actor, dossier, slot)
    )
    return _afdeling("Vragen van de middelbare school", ("School", "Vraag", "Antwoord"), rijen)


def _keken(request: Verzoek, dossier: Dossier, slot: Slot, wie: Verzoeker | None) -> pdf.Afdeling:
    regels = loglijst(request, zonder_andere_ouder(request, dossier, slot, wie), met_namen=False)
    rijen = tuple((_moment(regel["op"]), regel["zin"], regel["organisatie"] or "–") for regel in regels)
    return _afdeling("Wie keek of iets deed", ("Wanneer", "Wat", "Waar"), rijen)


def _afdeling(titel: str, kolommen: tuple[str, ...], rijen: tuple[tuple[str, ...], ...]) -> pdf.Afdeling:
    return pdf.Afdeling(titel, "" if rijen else "Niets.", (pdf.Tabel(titel, kolommen, rijen),) if rijen else ())


def _moment(op: datetime | None) -> str:
    return f"{op.astimezone(NEDERLAND):%-d-%-m-%Y om %H:%M}" if op else ""
