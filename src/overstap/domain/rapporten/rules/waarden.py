"""Does the report hold values that the law refuses, or that a person should look at again?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from overstap.domain.rapporten.catalogue import Bron, Catalogus, Veld, catalogus
from overstap.domain.rapporten.catalogue.grondslag import ART_6_B, ART_7, AVG_5_1_C
from overstap.domain.rapporten.catalogue.typen import (
    MAANDEN,
    Datum,
    Groep,
    Rijen,
    Tekst,
    Veldtype,
    is_leeg,
    type_waarde,
)
from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.rules.teksten import Geschreven, bezwaren_in, lijkt_persoonsnummer
from overstap.domain.rapporten.snapshot import Inhoud, gaat_niet_mee
from overstap.domain.rapporten.snapshot.ondersteuning import VRAAG
from overstap.domain.rapporten.snapshot.reeksen import buiten_schaal


@dataclass(frozen=True)
class Opmerking:
    """One thing about one veld: what to do, and why (with the article, when there is one)."""

    veld: str
    label: str
    ernst: Ernst
    zin: str
    reden: str


def controleer_waarden(inhoud: Inhoud, opgesteld_op: date, lijst: Catalogus | None = None) -> tuple[Opmerking, ...]:
    """Everything to mend or to look at, in the order of the report.

    `opgesteld_op` is the day the report is (or will be) drawn up: art. 7 counts back from it.
    """
    lijst = lijst or catalogus()
    geldend = inhoud.geldend(lijst)
    return tuple(
        opmerking
        for veld in lijst.velden.values()
        for opmerking in (
            _over(veld, inhoud, geldend[veld.naam], opgesteld_op, lijst)
            if veld.naam in geldend
            else _verzoek_van_de_regio(veld, geldend)
        )
    )


def met_nummer(inhoud: Inhoud) -> tuple[str, ...]:
    """The velden (as readers know them) in which somebody here wrote a personal number."""
    velden = (veld for veld in catalogus().velden.values() if veld.naam in inhoud)
    return tuple(
        veld.lezerslabel()
        for veld in velden
        if any(
            stuk.van_de_school and lijkt_persoonsnummer(stuk.tekst)
            for stuk in _teksten_in(veld.type, inhoud[veld.naam], van_de_school=veld.bron is not Bron.LAS)
        )
    )


def _over(veld: Veld, inhoud: Inhoud, waarde: type_waarde, opgesteld_op: date, lijst: Catalogus) -> Iterator[Opmerking]:
    eigen = " ".join((inhoud.get("roepnaam", ""), *inhoud.get("voornamen", ()))).split()
    yield from _opmerkingen(veld, waarde, opgesteld_op, eigen)
    if veld.naam == VRAAG:
        yield from _na_een_nee(veld, inhoud, lijst)


def _verzoek_van_de_regio(veld: Veld, geldend: Inhoud) -> Iterator[Opmerking]:
    """What the region asks for and nobody filled in; the law leaves it free, so this never stops the school."""
    if veld.gevraagd and not veld.verplicht and veld.telt_mee(geldend):
        zin = "Uw regio vraagt om dit antwoord."
        yield Opmerking(veld.naam, veld.lezerslabel(), Ernst.WAARSCHUWING, zin, "De wet laat u vrij: leeg laten mag.")


def _na_een_nee(veld: Veld, inhoud: Inhoud, lijst: Catalogus) -> Iterator[Opmerking]:
    """What somebody wrote about support, and then said no."""
    blijft = gaat_niet_mee(inhoud, lijst)
    if blijft:
        wat = ", ".join(blijvend.lezerslabel() for blijvend in blijft)
        zin = f"U koos nee, maar er staat al iets bij: {wat}. Dat blijft bewaard en gaat niet mee."
        reden = f"Hoort het in het rapport? Kies dan ja ({veld.grondslag.kort})."
        yield Opmerking(veld.naam, veld.lezerslabel(), Ernst.WAARSCHUWING, zin, reden)


def _opmerkingen(veld: Veld, waarde: type_waarde, opgesteld_op: date, eigen: list[str]) -> Iterator[Opmerking]:
    yield from _toekomst(veld, waarde, opgesteld_op)
    yield from _oud_verzuim(veld, waarde, opgesteld_op)
    yield from _diagnose_zonder_relatie(veld, waarde)
    yield from _oude_toets(veld, waarde, opgesteld_op)
    yield from _score_buiten_schaal(veld, waarde)
    teksten = _teksten_in(veld.type, waarde, van_de_school=veld.bron is not Bron.LAS)
    for wat in dict.fromkeys(bezwaren_in(teksten, een_jaar_eerder(opgesteld_op), eigen)):
        yield Opmerking(veld.naam, veld.lezerslabel(), wat.ernst, wat.zin, wat.reden)


def _toekomst(veld: Veld, waarde: type_waarde, opgesteld_op: date) -> Iterator[Opmerking]:
    for soort, dag in _waarden_in(veld.type, waarde):
        if isinstance(soort, Datum) and not soort.toekomst and dag > opgesteld_op:
            zin = f"{_dag(dag)} ligt na {_dag(opgesteld_op)}. Vul de juiste datum in."
            yield Opmerking(
                veld.naam, veld.lezerslabel(), Ernst.FOUT, zin, "Het rapport kan niet gaan over wat nog komt."
            )


def _oud_verzuim(veld: Veld, waarde: type_waarde, opgesteld_op: date) -> Iterator[Opmerking]:
    if veld.naam != "verzuim_vanaf" or waarde >= (grens := een_jaar_eerder(opgesteld_op)):
        return
    zin = f"Tel alleen het verzuim vanaf {_dag(grens)}."
    yield Opmerking(veld.naam, veld.lezerslabel(), Ernst.FOUT, zin, f"Ouder verzuim mag niet mee ({ART_7.kort}).")


def _diagnose_zonder_relatie(veld: Veld, waarde: type_waarde) -> Iterator[Opmerking]:
    if veld.naam != "diagnoses":
        return
    for nummer, diagnose in enumerate(waarde, start=1):
        if is_leeg(diagnose.get("relatie")):
            zin = f"Schrijf bij diagnose {nummer} op wat die betekent voor meedoen en leren op school."
            reden = f"Zonder die uitleg mag een diagnose niet mee ({ART_6_B.kort})."
            yield Opmerking(veld.naam, veld.lezerslabel(), Ernst.FOUT, zin, reden)


def _oude_toets(veld: Veld, waarde: type_waarde, opgesteld_op: date) -> Iterator[Opmerking]:
    grens = _twee_schooljaren_terug(opgesteld_op)
    if veld.naam != "toetsen" or not any(toets.get("afnamedatum", grens) < grens for toets in waarde):
        return
    zin = f"Er zijn toetsen van voor {_dag(grens)}. Laat die weg bij het ophalen uit uw leerlingadministratie."
    reden = f"Dit schooljaar en de twee jaren ervoor zijn genoeg ({AVG_5_1_C.kort})."
    yield Opmerking(veld.naam, veld.lezerslabel(), Ernst.WAARSCHUWING, zin, reden)


def _score_buiten_schaal(veld: Veld, waarde: type_waarde) -> Iterator[Opmerking]:
    """What somebody typed here must be mended; what the LAS gave is only left out of the picture."""
    for toets in waarde if veld.naam == "toetsen" else ():
        for schaal, tekst in buiten_schaal(toets):
            naam = toets.get("toetsnaam") or toets.get("leergebied") or "een toets"
            zin = f"“{tekst}” bij {naam} staat niet op de schaal {schaal.naam}."
            if veld.bron is Bron.SCHOOL:
                yield Opmerking(veld.naam, veld.lezerslabel(), Ernst.FOUT, f"{zin} Verbeter het.", schaal.uitleg)
            else:
                reden = "Het staat wel in de tabel en niet in het beeld. Klopt het niet? Verbeter het in uw LAS."
                yield Opmerking(veld.naam, veld.lezerslabel(), Ernst.WAARSCHUWING, zin, reden)


def een_jaar_eerder(dag: date) -> date:
    """The same day a year earlier; 28 February for a leap day."""
    try:
        return dag.replace(year=dag.year - 1)
    except ValueError:
        return dag.replace(year=dag.year - 1, day=28)


def _twee_schooljaren_terug(dag: date) -> date:
    """1 August of the school year two years before the one of this day (OSO rule TR04)."""
    begin = dag.year if dag.month >= 8 else dag.year - 1
    return date(begin - 2, 8, 1)


def _teksten_in(soort: Veldtype, waarde: type_waarde, *, van_de_school: bool) -> Iterator[Geschreven]:
    """Every text, however deep; in rows of the LAS people write some parts themselves."""
    if isinstance(soort, Rijen):
        for rij in waarde:
            yield from _teksten_in(soort.groep, rij, van_de_school=van_de_school)
    elif isinstance(soort, Groep):
        for deel in soort.gevuld(waarde):
            hier = van_de_school or deel.bron is Bron.SCHOOL
            yield from _teksten_in(deel.type, waarde[deel.naam], van_de_school=hier)
    elif isinstance(soort, Tekst) and not soort.code:
        yield Geschreven(soort, waarde, van_de_school=van_de_school)


def _waarden_in(soort: Veldtype, waarde: type_waarde) -> Iterator[tuple[Veldtype, type_waarde]]:
    """Every single value with its type, however deep it lies."""
    if isinstance(soort, Rijen):
        for rij in waarde:
            yield from _waarden_in(soort.groep, rij)
    elif isinstance(soort, Groep):
        for deel in soort.gevuld(waarde):
            yield from _waarden_in(deel.type, waarde[deel.naam])
    else:
        yield soort, waarde


def _dag(dag: date) -> str:
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"
