"""What have all systems of the simulator in common: papers, a door, a way to ask, faults on order, and a log?"""

from __future__ import annotations

import gzip
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from overstap.integrations.oso.draad.certificaat import Papieren
from overstap.integrations.oso.draad.deur import Antwoordbrief, Brief, Deur
from overstap.integrations.oso.draad.klant import DOSSIER, haal
from overstap.integrations.oso.draad.uitgave import Uitgave, uitgaven
from overstap.integrations.oso.simulator.lezer import Onleesbaar, Post, lees
from overstap.integrations.oso.simulator.schrijver import fault, schrijf

VERGIF = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


@dataclass
class Storing:
    """One fault on order: `bij` which message, `soort` what goes wrong, `waarde` with what, `keer` how often.

    `resultaat` (a code), `fault` (a code), `http` (a status), `knip` (after so many bytes), `traag` (seconds), `ruimte`
    (a namespace), `vergif` (a DOCTYPE) and `leeg`; for a bron also `zonder_controle` and `andere_sleutel`. Of a
    session: `verlopen` (from this message on its time is over), `verhuisd` (the address `waarde` is named, where a
    system was) and `andere_soort` (of another overdrachtsoort than was asked; for a doel: it asks for another). Of a
    dossier: `ander_dossier` (that of the number `waarde`) and `met_nummer` (with that number in it). Of the content:
    `mist` (leaves out a field of ours, or `punten`), `extra` (says what nobody asked), `omgekeerd` (the other order),
    `bom`, `dubbel` (the answer twice). Of the line: `verbreek` (hangs up before a word), `soort` (another
    Content-Type), `gzip` (packed, unasked), `honderd` (100 Continue first).
    """

    bij: str
    soort: str
    waarde: str = ""
    keer: int = 1


@dataclass
class Verloop:
    """What went by, in order, without anything of a pupil; and every breach of the protocol that was seen."""

    regels: list[str] = field(default_factory=list)
    breuken: list[str] = field(default_factory=list)
    slot: threading.Lock = field(default_factory=threading.Lock)

    def meld(self, regel: str) -> None:
        """Add a line."""
        with self.slot:
            self.regels.append(regel)

    def breuk(self, zin: str) -> None:
        """Add a breach."""
        with self.slot:
            self.breuken.append(zin)


class Reactie(NamedTuple):
    """What a system answers: our names of fields, aanleverpunten (kenmerk, url), and what is written of a dossier."""

    waarden: Mapping[str, str]
    punten: tuple[tuple[str, str], ...] = ()
    dossier: bytes = b""


class Systeem(ABC):
    """One system: reads what comes in, lets `antwoord` decide, and writes what goes out."""

    naam = "systeem"

    def __init__(self, papieren: Papieren, verloop: Verloop) -> None:
        self.papieren, self.verloop = papieren, verloop
        self.storingen: list[Storing] = []
        self._slot = threading.Lock()

    def deur(self, poort: int = 0) -> Deur:
        """The door of this system on this machine."""
        return Deur(("127.0.0.1", poort), self.papieren, self._behandel)

    @abstractmethod
    def antwoord(self, soort: str, waarden: Mapping[str, str], oin: str) -> Reactie:
        """What this system says to a message; every system says it for itself."""

    def stoor(self, bij: str, soort: str) -> Storing | None:
        """The fault that is on order now, once less afterwards."""
        with self._slot:
            for storing in self.storingen:
                if (storing.bij, storing.soort) == (bij, soort) and storing.keer > 0:
                    storing.keer -= 1
                    return storing
        return None

    def vraag(self, url: str, soort: str, waarden: Mapping[str, str], uitgave: Uitgave) -> Post:
        """Ask another system; raises `Draadfout` and `Onleesbaar`."""
        ruw = schrijf(soort, uitgave.naamruimte, {uitgave.velden[veld]: waarde for veld, waarde in waarden.items()})
        return lees(haal(url, ruw, self.papieren, DOSSIER))

    def _behandel(self, brief: Brief) -> Antwoordbrief:
        try:
            post = lees(brief.ruw)
            uitgave = next(een for een in uitgaven().values() if post.ruimte in een.naamruimten)
            soort = uitgave.vormen[post.soort].antwoord
        except (Onleesbaar, StopIteration, KeyError):
            self.verloop.breuk(f"{self.naam}: een bericht dat niet te lezen is")
            return Antwoordbrief(fault("BerichtOnjuist"), 500)
        if wacht := self.stoor(post.soort, "traag"):
            time.sleep(float(wacht.waarde))
        reactie = self._reactie(post, uitgave, brief.oin)
        self.verloop.meld(f"{self.naam}: {post.soort} -> {reactie.waarden.get('resultaat') or 'goed'}")
        return self._verpakt(post.soort, soort, reactie, uitgave)

    def _reactie(self, post: Post, uitgave: Uitgave, oin: str) -> Reactie:
        if anders := self.stoor(post.soort, "resultaat"):
            return Reactie({"resultaat": anders.waarde})
        waarden = {
            veld: post.bladen[naam]
            for veld, plek in uitgave.velden.items()
            if (naam := plek.rsplit("/", 1)[-1]) in post.bladen
        }
        return self.antwoord(post.soort, waarden, oin)

    def _verpakt(self, vraag: str, soort: str, reactie: Reactie, uitgave: Uitgave) -> Antwoordbrief:
        ruimte = self.stoor(vraag, "ruimte")
        if mist := self.stoor(vraag, "mist"):
            waarden = {veld: waarde for veld, waarde in reactie.waarden.items() if veld != mist.waarde}
            reactie = Reactie(waarden, () if mist.waarde == "punten" else reactie.punten, reactie.dossier)
        bladen = {uitgave.velden[veld]: waarde for veld, waarde in reactie.waarden.items()}
        if self.stoor(vraag, "extra"):
            bladen = {"nieuw/vanLater": "dit kent u niet"} | bladen | {"toelichting": "en dit ook niet"}
        if self.stoor(vraag, "omgekeerd"):
            bladen = dict(reversed(bladen.items()))
        sleutels = (uitgave.punt["kenmerk"], uitgave.punt["url"])
        punten = [dict(zip(sleutels, punt, strict=True)) for punt in reactie.punten]
        ruw = schrijf(soort, ruimte.waarde if ruimte else uitgave.naamruimte, bladen, punten, reactie.dossier)
        for naam, maak in _BEDERF.items():
            if storing := self.stoor(vraag, naam):
                return maak(storing.waarde, ruw)
        return Antwoordbrief(ruw)


_BEDERF: dict[str, Callable[[str, bytes], Antwoordbrief]] = {
    "fault": lambda waarde, _ruw: Antwoordbrief(fault(waarde), 500),
    "http": lambda waarde, _ruw: Antwoordbrief(b"", int(waarde)),
    "knip": lambda waarde, ruw: Antwoordbrief(ruw, knip=int(waarde)),
    "vergif": lambda _waarde, _ruw: Antwoordbrief(VERGIF),
    "leeg": lambda _waarde, _ruw: Antwoordbrief(b""),
    "bom": lambda _waarde, ruw: Antwoordbrief(b"\xef\xbb\xbf" + ruw),
    "dubbel": lambda _waarde, ruw: Antwoordbrief(ruw + ruw),
    "verbreek": lambda _waarde, _ruw: Antwoordbrief(b"", 0),
    "soort": lambda waarde, ruw: Antwoordbrief(ruw, koppen={"Content-Type": waarde}),
    "gzip": lambda _waarde, ruw: Antwoordbrief(gzip.compress(ruw), koppen={"Content-Encoding": "gzip"}),
    "honderd": lambda _waarde, ruw: Antwoordbrief(ruw, vooraf=b"HTTP/1.1 100 Continue\r\n\r\n"),
}
