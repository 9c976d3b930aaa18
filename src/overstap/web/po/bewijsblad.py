"""What proof of inzage has the school for one pupil, on a sheet for the directeur and the inspectie?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from overstap.domain.inzages.enums import Akkoord, Correctiebesluit, Inzagerecht, Papierweg
from overstap.domain.inzages.queries import Gesprek, Tekst
from overstap.domain.rapporten.enums import Versiesoort
from overstap.foundation.klok import NEDERLAND, dag
from overstap.integrations import pdf
from overstap.web.po.ouderkaarten import Kaart

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier
    from overstap.domain.rapporten.models import Versie
    from overstap.foundation.audit.models import AuditEvent

_SLOT = (
    "Tekenen voor gezien betekent: ik heb het gelezen. Het is geen instemming.",
    "Dit blad is voor de school en de inspectie. Er staan gegevens van meer ouders op: geef het niet aan een ouder.",
)
_PER_EVENT = {
    "ouders.versie_op_papier": "Nieuwe versie op papier gegeven",
    "ouders.nieuwe_code": "Nieuwe code gegeven",
    "ouders.opnieuw_gemaild": "Uitnodiging opnieuw gestuurd",
    "ouders.herinnerd": "Herinnerd",
    "ouders.mail_aangekomen": "E-mail kwam toch aan",
    "ouders.toegang_gesloten": "Toegang gesloten",
    "ouders.toegang_geopend": "Toegang weer geopend",
}


def bewijsblad(
    dossier: Dossier,
    kaarten: Iterable[Kaart],
    versies: Sequence[Versie],
    gebeurtenissen: Sequence[AuditEvent],
    gesprekken: Iterable[Gesprek],
    *,
    door: str,
    at: datetime,
) -> pdf.PdfDocument:
    """The sheet: for each person the right, offered when and how, read, signed, answered; no text of anybody."""
    per_persoon = [_persoon(kaart, versies, gebeurtenissen) for kaart in kaarten]
    return pdf.PdfDocument(
        titel=f"Bewijs van inzage: {dossier.leerling.naam}",
        ondertitel=f"{dossier.school.naam}, groep {dossier.groep}, schooljaar {dossier.schooljaar}",
        gemaakt_op=at,
        kenmerken=(("Leerling", dossier.leerling.naam), ("School", dossier.school.naam), ("Gemaakt door", door)),
        afdelingen=(*per_persoon, _versies(versies), *_gesprekken(gesprekken)),
        slotregels=_SLOT,
        auteur=dossier.school.naam,
    )


def _persoon(kaart: Kaart, versies: Sequence[Versie], gebeurtenissen: Sequence[AuditEvent]) -> pdf.Afdeling:
    blokken = tuple(pdf.Regel(label, waarde) for label, waarde in _regels(kaart, versies, gebeurtenissen) if waarde)
    return pdf.Afdeling(f"{kaart.naam} ({kaart.contact})" if kaart.contact else kaart.naam, blokken=blokken)


def _regels(
    kaart: Kaart, versies: Sequence[Versie], gebeurtenissen: Sequence[AuditEvent]
) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    inzage = kaart.inzage
    recht = Inzagerecht(inzage.recht) if inzage else kaart.recht
    if recht:
        yield "Recht", f"{recht.label}: {recht.grondslag}"
    if inzage is None:
        yield "Aangeboden", "Nog niet aangeboden" if kaart.gezag else "Niet aangeboden: er is niet om gevraagd"
        return
    yield "Op verzoek van", _dag(inzage.gevraagd_op)
    yield "De leerling vond dit goed op", _dag(inzage.meelezen_op)
    if inzage.papier_op:
        yield (
            "Aangeboden",
            f"{_dag(inzage.papier_op)}, op papier: {Papierweg(inzage.papierweg).label}, door {kaart.door}",
        )
    else:
        yield "Aangeboden", f"{_moment(inzage.aangeboden_op)}, per e-mail aan {_gedekt(kaart.mail)}, door {kaart.door}"
        yield "E-mail verstuurd", _moment(inzage.mail_verzonden_op)
        yield "E-mail kwam niet aan", _moment(inzage.mail_mislukt_op)
    yield "Te bewijzen sinds", _dag(inzage.bewezen) or "Nog niet te bewijzen"
    for wat, label in _PER_EVENT.items():
        yield label, tuple(_moment(g.op) for g in gebeurtenissen if g.wat == wat and g.object_id == inzage.id)
    yield "Kon reageren tot en met", _dag(kaart.reageren_tot)
    yield "Geopend", _moment(inzage.geopend_op) or ("" if kaart.op_papier else "Nog niet")
    yield "Getekend voor gezien", _getekend(kaart, versies)
    yield "Antwoord", Akkoord(inzage.akkoord).label if inzage.akkoord else ""
    yield "Zienswijze", tuple(_zienswijze(tekst) for tekst in kaart.zienswijzen)
    yield "Verzoek om correctie", tuple(_correctie(tekst) for tekst in kaart.correcties)


def _getekend(kaart: Kaart, versies: Sequence[Versie]) -> tuple[str, ...]:
    inzage = kaart.inzage
    if inzage is None or inzage.gezien_op is None:
        return ("Nog niet",) if kaart.reageert else ()
    versie = next(versie for versie in versies if versie.id == inzage.gezien_versie_id)
    wanneer = _dag(dag(inzage.gezien_op)) if kaart.op_papier else _moment(inzage.gezien_op)
    regels = [f"{wanneer}, versie {versie.nummer}", f"Vingerafdruk van die versie: {versie.vingerafdruk}"]
    return (*regels, "Scan van de handtekening bewaard") if kaart.handtekeningen else tuple(regels)


def _zienswijze(tekst: Tekst) -> str:
    wanneer = _dag(tekst.gegeven_op) if tekst.gegeven_op else _moment(tekst.op)
    return f"{wanneer}: {tekst.vorm.label.lower()}"


def _correctie(tekst: Tekst) -> str:
    wanneer = f"{_dag(tekst.gegeven_op)}, op papier" if tekst.gegeven_op else _moment(tekst.op)
    if tekst.besluit:
        return f"{wanneer}: {Correctiebesluit(tekst.besluit).label.lower()}"
    verlengd = ", verlengd" if tekst.verlengd_op else ""
    return f"{wanneer}: nog niet beantwoord, uiterlijk {_dag(tekst.antwoord_voor)}{verlengd}"


def _versies(versies: Sequence[Versie]) -> pdf.Afdeling:
    rijen = tuple(
        (str(versie.nummer), Versiesoort(versie.soort).label, _moment(versie.gemaakt_op), versie.vingerafdruk)
        for versie in versies
    )
    kolommen = ("Versie", "Soort", "Gemaakt", "Vingerafdruk (SHA-256)")
    tabellen = (pdf.Tabel("Versies van het rapport", kolommen, rijen),) if rijen else ()
    return pdf.Afdeling("Versies van het rapport", blokken=tabellen)


def _gesprekken(gesprekken: Iterable[Gesprek]) -> Iterator[pdf.Afdeling]:
    rijen = tuple(
        (
            gesprek.rij.ontvanger.naam,
            _moment(gesprek.rij.aangekondigd_op),
            _dag(gesprek.rij.gepland_op),
            _dag(gesprek.rij.gehouden_op) or ("vervallen" if gesprek.rij.vervallen_op else "nog niet"),
        )
        for gesprek in gesprekken
    )
    if rijen:
        kolommen = ("Met", "Aan de ouders verteld", "Afgesproken op", "Gehouden op")
        yield pdf.Afdeling("Warme overdracht", blokken=(pdf.Tabel("Gesprekken", kolommen, rijen),))


def _gedekt(mail: str) -> str:
    """A mail address that says where it went without giving it away: "s…@voorbeeld.nl"."""
    naam, _, domein = mail.partition("@")
    return f"{naam[:1]}…@{domein}"


def _dag(op: date | None) -> str:
    return f"{op.day}-{op.month}-{op.year}" if op else ""


def _moment(op: datetime | None) -> str:
    return f"{op.astimezone(NEDERLAND):%-d-%-m-%Y om %H:%M}" if op else ""
