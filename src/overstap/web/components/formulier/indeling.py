"""In which order and shape does the template draw the form of a sectie?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from django.forms import Field

from overstap.domain.rapporten.catalogue import Bron, Deel, Veld, Voorwaarde
from overstap.domain.rapporten.catalogue.typen import Groep, Rijen
from overstap.domain.rapporten.rules import Opmerking
from overstap.domain.rapporten.snapshot import stukken, veldblokken
from overstap.web.components.formulier.invoer import Invoer
from overstap.web.components.formulier.invulbaar import eigen_delen, eigen_rijen, invulbaar
from overstap.web.components.formulier.rijen import VERWIJDER, VOEG_TOE, aantal_naam
from overstap.web.components.formulier.sectie import Sectieformulier
from overstap.web.components.formulier.vragen import Blok, Groepvraag, Rij, Rijvraag, Vast, Vraag, vraag

WAAR = {
    Bron.LAS: "Uit uw leerlingadministratie. Klopt het niet? Verbeter het daar en haal het opnieuw op.",
    Bron.ADVIES: "Dit legt u vast bij Advies en doorstroomtoets.",
}


def indeling(formulier: Sectieformulier, opmerkingen: Sequence[Opmerking] = ()) -> list[Blok]:
    """Every veld of the sectie as a block: with inputs, or only shown. What is empty and not typed here is left out,
    unless it is missing. Each block gets the remarks about its veld.
    """
    open_velden = {veld.naam for veld in formulier.velden()}
    return [
        replace(blok, opmerkingen=tuple(o for o in opmerkingen if o.veld == veld.naam))
        for veld in formulier.sectie.velden
        for blok in _blokken(formulier, veld, veld.naam in open_velden)
    ]


def _blokken(formulier: Sectieformulier, veld: Veld, in_formulier: bool) -> Iterator[Blok]:  # noqa: FBT001 - one of two
    if in_formulier:
        vragen = _vragen(formulier, veld)
        if not isinstance(vragen, Rijvraag) or vragen.rijen or vragen.voeg_toe:
            yield _open_blok(formulier, veld, vragen)
    elif (
        not invulbaar(veld)
        and veld.telt_mee(formulier.inhoud)
        and (veld.naam in formulier.inhoud or formulier.fouten_bij_veld(veld))
    ):
        gevuld = veldblokken(veld, formulier.inhoud[veld.naam]) if veld.naam in formulier.inhoud else ()
        yield Blok(veld, Vast(stukken(tuple(gevuld)), WAAR[veld.bron]), formulier.fouten_bij_veld(veld))


def _open_blok(formulier: Sectieformulier, veld: Veld, vragen: Vraag | Groepvraag | Rijvraag) -> Blok:
    fouten = () if isinstance(vragen, Vraag) else formulier.fouten_bij_veld(veld)
    voorwaarde = veld.alleen_als
    if voorwaarde is None or voorwaarde.veld not in formulier.fields:
        return Blok(veld, vragen, fouten)
    baas = formulier.fields[voorwaarde.veld]
    waarden = _opent(baas, voorwaarde)
    fout = bool(fouten) or (isinstance(vragen, Vraag) and bool(vragen.fouten))
    return Blok(
        veld, vragen, fouten, voorwaarde.veld, waarden, dicht=not fout and _gesloten(formulier, veld, voorwaarde)
    )


def _opent(baas: Field | None, voorwaarde: Voorwaarde) -> tuple[str, ...]:
    """The answers that open a question; no answer yet never does."""
    ruw = [baas.ruw(waarde) for waarde in voorwaarde.waarden] if isinstance(baas, Invoer) else []
    return tuple(waarde for waarde in ruw if waarde)


def _gesloten(formulier: Sectieformulier, veld: Veld, voorwaarde: Voorwaarde | None) -> bool:
    """Does an answer on this page (or that there is none yet) close the question, or the question above it?"""
    if voorwaarde is None:
        return False
    baas = formulier.fields.get(voorwaarde.veld)
    if baas is None:
        return _gesloten(formulier, veld, voorwaarde.en)
    nu = formulier.ruw(voorwaarde.veld)
    dicht = nu not in _opent(baas, voorwaarde) if nu else veld.naam not in formulier.inhoud
    return dicht or _gesloten(formulier, veld, voorwaarde.en)


def _vragen(formulier: Sectieformulier, veld: Veld) -> Vraag | Groepvraag | Rijvraag:
    if isinstance(veld.type, Groep):
        delen = eigen_delen(veld.type)
        return Groepvraag(tuple(_vraag(formulier, f"{veld.naam}-{deel.naam}", deel) for deel in delen))
    if isinstance(veld.type, Rijen):
        return _rijvraag(formulier, veld, veld.type)
    return _vraag(formulier, veld.naam, veld)


def _rijvraag(formulier: Sectieformulier, veld: Veld, soort: Rijen) -> Rijvraag:
    eigen = eigen_rijen(veld)
    rijen = tuple(_rij(formulier, veld, soort, nummer) for nummer in range(formulier.aantal(veld)))
    if not eigen:
        return Rijvraag(soort.enkelvoud, rijen)
    vol = len(rijen) >= soort.maximum
    return Rijvraag(soort.enkelvoud, rijen, "" if vol else f"{veld.naam}:{VOEG_TOE}", aantal_naam(veld))


def _rij(formulier: Sectieformulier, veld: Veld, soort: Rijen, nummer: int) -> Rij:
    eigen = {deel.naam for deel in eigen_delen(soort)}
    opgeslagen = formulier.inhoud.get(veld.naam, ())
    vast: dict[str, Any] = {}
    if not eigen_rijen(veld) and nummer < len(opgeslagen):
        vast = {naam: waarde for naam, waarde in opgeslagen[nummer].items() if naam not in eigen}
    return Rij(
        titel=f"{soort.enkelvoud[0].upper()}{soort.enkelvoud[1:]} {nummer + 1}",
        vast=stukken(tuple(veldblokken(_als_groep(veld, soort), vast))),
        vragen=tuple(
            _vraag(formulier, f"{veld.naam}-{nummer}-{deel.naam}", deel, in_rij=True) for deel in eigen_delen(soort)
        ),
        verwijder=f"{veld.naam}:{VERWIJDER}:{nummer}" if eigen_rijen(veld) else "",
    )


def _als_groep(veld: Veld, soort: Rijen) -> Veld:
    """A veld that holds one row, so that the same weergave shows it."""
    return Veld(naam=veld.naam, label="", type=soort.groep, grondslag=veld.grondslag)


def _vraag(formulier: Sectieformulier, naam: str, bij: Veld | Deel, *, in_rij: bool = False) -> Vraag:
    invoer = formulier.fields[naam]
    assert isinstance(invoer, Invoer)  # every field of this form is made from the catalogue
    return vraag(
        naam=naam,
        bij=bij,
        vorm=invoer.vorm,
        ruw=(ruw := invoer.net(formulier.ruw(naam))),
        keuzes=invoer.keuzes(ruw),
        fouten=formulier.fouten_bij(naam),
        in_rij=in_rij,
    )
