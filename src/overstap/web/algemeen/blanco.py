"""What does the report ask, as a blank form to fill in with a pen?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from overstap.domain.rapporten.catalogue import Catalogus, Deel, Sectie, Veld, Voorwaarde, voortgezet
from overstap.domain.rapporten.catalogue.regio import catalogus_van_regio
from overstap.domain.rapporten.catalogue.typen import Alinea, Documenten, Groep, JaNee, Keuze, Meerkeuze, Rijen
from overstap.integrations import pdf

# A longer list of answers is not ticked but written.
MEESTE_KEUZES = 16
_TEKENS_OP_EEN_REGEL = 150
_IN_EEN_LIJST = 5
# What only a file of somebody who left a vo school holds; and the name at the gemeente, which is in no pupil's hands.
_NIET_OP_PAPIER = frozenset(
    {
        veld.naam
        for deel in vars(voortgezet).values()
        if isinstance(deel, tuple)
        for veld in deel
        if isinstance(veld, Veld)
    }
    | {"gba"}
)
_SLOT = (
    "De ouders lezen het rapport voordat het naar de middelbare school gaat. Een zienswijze van de ouders gaat mee.",
    "Schrijf nergens een BSN, behalve in het vak dat ervoor is.",
    "Stuur dit formulier niet onbeveiligd per e-mail.",
)


def blanco(regio: str, instellingen: Mapping[str, Any], gemaakt_op: datetime) -> pdf.PdfDocument:
    """The blank form of a region: the same questions as in Overstap, made from the same catalogue."""
    lijst = catalogus_van_regio(instellingen)
    woord = (instellingen.get("woorden") or {}).get("rapport_lang") or "onderwijskundig rapport"
    return pdf.PdfDocument(
        titel=f"{woord[0].upper()}{woord[1:]}: leeg formulier",
        ondertitel=regio,
        gemaakt_op=gemaakt_op,
        kenmerken=(("Voor", "basisscholen die niet met Overstap werken"),),
        afdelingen=tuple(_afdeling(sectie, lijst) for sectie in lijst.secties),
        slotregels=_SLOT,
        auteur="Overstap",
    )


def _afdeling(sectie: Sectie, lijst: Catalogus) -> pdf.Afdeling:
    vakken = [vak for veld in sectie.velden for vak in _vakken(veld, lijst)]
    if sectie.naam == "leerling":
        vakken.insert(0, pdf.Invulvak("BSN of onderwijsnummer", toelichting="Negen cijfers (artikel 3, onder b)."))
    return pdf.Afdeling(sectie.titel, blokken=tuple(vakken))


def _vakken(veld: Veld, lijst: Catalogus) -> Iterator[pdf.Kop | pdf.Invulvak]:
    niet_gevraagd = veld.alleen_op_verzoek and not veld.gevraagd
    if niet_gevraagd or veld.naam in _NIET_OP_PAPIER or isinstance(veld.type, Documenten):
        return
    uitleg = " ".join(deel for deel in (_wanneer(veld.alleen_als, lijst), veld.uitleg, _regio(veld)) if deel)
    if isinstance(veld.type, Groep) and all(not isinstance(deel.type, Groep | Rijen) for deel in _delen(veld.type)):
        yield pdf.Kop(veld.label)
        for nummer, deel in enumerate(_delen(veld.type)):
            yield _vak(deel, deel.label, " ".join(filter(None, (uitleg if nummer == 0 else "", deel.uitleg))))
    else:
        yield _vak(veld, veld.label, uitleg)


def _vak(bij: Veld | Deel, label: str, uitleg: str) -> pdf.Invulvak:
    soort = bij.type
    if isinstance(soort, Groep | Rijen):
        noem = ", ".join(deel.label.rstrip("?").lower() for deel in _delen(soort))
        aantal = "Per regel: " if isinstance(soort, Rijen) else "Noem: "
        return pdf.Invulvak(label, _IN_EEN_LIJST, toelichting=f"{uitleg} {aantal}{noem}.".strip())
    if isinstance(soort, JaNee):
        return pdf.Invulvak(label, keuzes=("Ja", "Nee"), toelichting=uitleg)
    if isinstance(soort, Keuze | Meerkeuze) and len(soort.lijst.kiesbaar) <= MEESTE_KEUZES:
        keuzes = tuple(woorden[:1].upper() + woorden[1:] for _code, woorden in soort.lijst.kiesbaar)
        meer = "U mag meer kiezen." if isinstance(soort, Meerkeuze) else ""
        return pdf.Invulvak(label, keuzes=keuzes, toelichting=f"{uitleg} {meer}".strip())
    regels = max(3, min(8, soort.max_lengte // _TEKENS_OP_EEN_REGEL)) if isinstance(soort, Alinea) else 1
    return pdf.Invulvak(label, regels, toelichting=uitleg)


def _delen(soort: Groep | Rijen) -> list[Deel]:
    """The parts that a person knows: no keys of rows, no codes from one administration to another, no attachments."""
    return [
        deel
        for deel in soort.delen
        if not (deel.verborgen or deel.technisch or deel.bijzaak or isinstance(deel.type, Documenten))
    ]


def _wanneer(voorwaarde: Voorwaarde | None, lijst: Catalogus) -> str:
    if voorwaarde is None:
        return ""
    baas = lijst.velden[voorwaarde.veld]
    bij: Veld | Deel = next(
        (deel for deel in getattr(baas.type, "delen", ()) if deel.naam == voorwaarde.deel),
        baas,
    )
    # None: also as long as nobody answered, which says nothing on paper.
    waarden = [waarde for waarde in voorwaarde.waarden if waarde is not None]
    antwoorden = " of ".join(bij.type.tekst(waarde).lower() for waarde in waarden)
    return f"Alleen als het antwoord op \u201c{bij.label}\u201d dit is: {antwoorden}."


def _regio(veld: Veld) -> str:
    """What the region says about this question: it helps whoever writes with a pen as much as on the screen."""
    eigen = f"Uw regio: {veld.regio_uitleg}" if veld.regio_uitleg else ""
    delen = (eigen, "Uw regio vraagt om dit antwoord." if veld.gevraagd and not veld.verplicht else "")
    return " ".join(deel for deel in delen if deel)
