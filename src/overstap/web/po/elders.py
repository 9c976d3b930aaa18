"""What does a section show that is not typed on its form: from the LAS, or from the page about the advice?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from overstap.domain.rapporten.catalogue import Bron
from overstap.domain.rapporten.rules import Opmerking
from overstap.domain.rapporten.snapshot import Stuk
from overstap.web.components.formulier.vragen import Blok, Vast


@dataclass(frozen=True)
class Elders:
    """One card: pieces to read, (id, sentence) of what is missing there, and remarks."""

    stukken: tuple[Stuk, ...]
    fouten: tuple[tuple[str, str], ...]
    opmerkingen: tuple[Opmerking, ...]


def verdeel(blokken: Sequence[Blok]) -> tuple[Elders, Elders, list[Blok]]:
    """(from the LAS, from the advice, what is typed here)."""
    vast = [blok for blok in blokken if isinstance(blok.inhoud, Vast)]
    return (
        _elders(blok for blok in vast if blok.veld.bron is not Bron.ADVIES),
        _elders(blok for blok in vast if blok.veld.bron is Bron.ADVIES),
        [blok for blok in blokken if not isinstance(blok.inhoud, Vast)],
    )


def _elders(blokken: Iterable[Blok]) -> Elders:
    stukken: list[Stuk] = []
    fouten: list[tuple[str, str]] = []
    opmerkingen: list[Opmerking] = []
    for blok in blokken:
        opmerkingen += blok.opmerkingen
        fouten += [(blok.id, f"{blok.veld.lezerslabel()}: {fout}") for fout in blok.fouten]
        for stuk in blok.inhoud.stukken if isinstance(blok.inhoud, Vast) else ():
            _voeg_bij(stukken, stuk)
    return Elders(tuple(stukken), tuple(fouten), tuple(opmerkingen))


def _voeg_bij(stukken: list[Stuk], stuk: Stuk) -> None:
    """Put loose lines of neighbouring velden in one list, so that a page of facts is not a page of boxes."""
    vorige = stukken[-1] if stukken else None
    if vorige and not vorige.kop and not stuk.kop and vorige.tabel is None and stuk.tabel is None:
        stukken[-1] = replace(vorige, regels=vorige.regels + stuk.regels)
    else:
        stukken.append(stuk)
