"""How does a reader see the report? The one answer for the parents' page, the vo page and the PDF.

The result is neutral: labels with paragraphs, and tables. Whoever draws it adds nothing and leaves
nothing out. Blocks of one veld follow each other and share their `kop`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from overstap.domain.rapporten.catalogue import Catalogus, Deel, Publiek, Sectie, Veld, catalogus
from overstap.domain.rapporten.catalogue.typen import Groep, Rijen, is_leeg, type_waarde, zonder_leeg
from overstap.domain.rapporten.snapshot.codes import zonder_codes
from overstap.domain.rapporten.snapshot.geheim import zonder_geheim
from overstap.domain.rapporten.snapshot.inhoud import Inhoud

# More columns than this do not fit on a page or a telephone; then every row becomes a list.
MAX_KOLOMMEN = 6
VERDER = "Verder"


@dataclass(frozen=True)
class Regel:
    """A label with its text in paragraphs. `kop` names the veld (and row) it belongs to, or is empty."""

    veld: str
    label: str
    alineas: tuple[str, ...]
    kop: str = ""


@dataclass(frozen=True)
class Tabel:
    """Rows of a veld under their columns; every row has as many cells as there are columns."""

    veld: str
    label: str
    kolommen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    kop: str = ""


type_blok = Regel | Tabel


@dataclass(frozen=True)
class Stuk:
    """Blocks that are drawn together: lines under one `kop`, or one table."""

    kop: str
    regels: tuple[Regel, ...] = ()
    tabel: Tabel | None = None


@dataclass(frozen=True)
class Sectieweergave:
    """One sectie for one audience; `blokken` is empty when nothing is filled in."""

    naam: str
    titel: str
    blokken: tuple[type_blok, ...]

    @property
    def stukken(self) -> tuple[Stuk, ...]:
        """The same blocks, put together for a page."""
        return stukken(self.blokken)


def stukken(blokken: tuple[type_blok, ...]) -> tuple[Stuk, ...]:
    """Neighbouring lines under the same kop as one list; a kop that stays the same is said once."""
    gemaakt: list[Stuk] = []
    laatste_kop = ""
    for (kop, is_tabel), groep in groupby(blokken, key=lambda blok: (blok.kop, isinstance(blok, Tabel))):
        delen = tuple(groep)
        if is_tabel:
            nieuw = [
                Stuk(kop if nummer == 0 else "", tabel=tabel)
                for nummer, tabel in enumerate(delen)
                if isinstance(tabel, Tabel)
            ]
        else:
            nieuw = [Stuk(kop, tuple(regel for regel in delen if isinstance(regel, Regel)))]
        if kop == laatste_kop:
            nieuw[0] = replace(nieuw[0], kop="")
        gemaakt, laatste_kop = gemaakt + nieuw, kop
    return tuple(gemaakt)


def weergave(
    inhoud: Inhoud, publiek: Publiek | None, lijst: Catalogus | None = None, *, later: Inhoud | None = None
) -> tuple[Sectieweergave, ...]:
    """The whole report for an audience; None is the school itself, which also sees what is secret.

    Only what counts is shown (`Inhoud.geldend`), the same as what travels; without what became secret in a `later` one.
    In a short report (kOKR) a sectie about support of which nothing counts is left out.
    """
    lijst = lijst or catalogus()
    geldend = inhoud.geldend(lijst)
    if publiek is not None:
        geldend = Inhoud(zonder_geheim(geldend, lijst.velden.values(), later))
    delen = ((sectie, weergave_sectie(sectie, geldend, publiek)) for sectie in lijst.secties)
    return tuple(deel for sectie, deel in delen if deel.blokken or not sectie.is_dicht(inhoud))


def weergave_sectie(sectie: Sectie, inhoud: Inhoud, publiek: Publiek | None) -> Sectieweergave:
    """One sectie of a content from which secrets are already gone, if they must be."""
    velden = sectie.velden if publiek is None else sectie.zichtbaar(publiek)
    ouders = publiek is Publiek.OUDERS
    blokken = tuple(
        blok for veld in velden if veld.naam in inhoud for blok in veldblokken(veld, inhoud[veld.naam], ouders)
    )
    return Sectieweergave(sectie.naam, sectie.ouders if ouders else sectie.titel, blokken)


def veldblokken(veld: Veld, waarde: type_waarde, ouders: bool = False) -> Iterator[type_blok]:  # noqa: FBT001, FBT002 - two audiences, one switch
    """The blocks of one filled veld, without codes that this reader does not need."""
    waarde = zonder_leeg(zonder_codes(veld.type, waarde, ouders=ouders))
    if is_leeg(waarde):
        return
    label = veld.ouderlabel() if ouders else veld.lezerslabel()
    if isinstance(veld.type, Rijen):
        yield from _rijblokken(veld.naam, label, veld.type, waarde, "", ouders=ouders)
    elif isinstance(veld.type, Groep):
        yield from _groepblokken(veld.naam, veld.type, waarde, label, ouders=ouders)
    else:
        yield Regel(veld.naam, label, _alineas(veld.type.tekst(waarde)))


def _groepblokken(naam: str, groep: Groep, waarde: type_waarde, kop: str, *, ouders: bool) -> Iterator[type_blok]:
    for deel in _zichtbaar(groep.delen, (waarde,), ouders=ouders):
        inhoud = waarde[deel.naam]
        if isinstance(deel.type, Rijen) and not deel.type.groep.opmaak:
            yield from _rijblokken(naam, deel.lezerslabel(), deel.type, inhoud, kop, ouders=ouders)
        else:
            yield Regel(naam, deel.lezerslabel(), _alineas(deel.type.tekst(inhoud)), kop)


def _rijblokken(
    naam: str, label: str, rijen: Rijen, waarde: type_waarde, kop: str, *, ouders: bool
) -> Iterator[type_blok]:
    delen = _zichtbaar(rijen.delen, waarde, ouders=ouders)
    hoofd = [deel for deel in delen if not deel.bijzaak]
    if len(hoofd) > MAX_KOLOMMEN or not hoofd:
        for nummer, rij in enumerate(waarde, start=1):
            titel = f"{kop or label}: {rijen.enkelvoud} {nummer}"
            yield from _groepblokken(naam, rijen.groep, rij, titel, ouders=ouders)
        return
    bijzaken = [deel for deel in delen if deel.bijzaak]
    kolommen = [deel.lezerslabel() for deel in hoofd] + ([VERDER] if bijzaken else [])
    cellen = tuple(
        (*(_cel(deel, rij) for deel in hoofd), *([_verder(bijzaken, rij)] if bijzaken else [])) for rij in waarde
    )
    yield Tabel(naam, label, tuple(kolommen), cellen, kop)


def _zichtbaar(delen: tuple[Deel, ...], rijen: tuple[type_waarde, ...], *, ouders: bool) -> list[Deel]:
    """The parts that any row fills and that a reader may see, in order."""
    return [deel for deel in delen if any(deel.toont(rij.get(deel.naam), ouders=ouders) for rij in rijen)]


def _cel(deel: Deel, rij: type_waarde) -> str:
    inhoud = rij.get(deel.naam)
    return deel.type.tekst(inhoud) if deel.toont(inhoud) else ""


def _verder(bijzaken: list[Deel], rij: type_waarde) -> str:
    return "; ".join(f"{deel.in_zin()}: {tekst}" for deel in bijzaken if (tekst := _cel(deel, rij)))


def _alineas(tekst: str) -> tuple[str, ...]:
    return tuple(alinea.strip() for alinea in tekst.split("\n") if alinea.strip())
