"""Who writes while it breaks, and what was acknowledged? People who save, import and make definitief, all the time."""

from __future__ import annotations

import json
import random
import re
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tests.chaos.bezoeker import NAAR, Bezoeker, GeenAntwoord
from tests.chaos.opstelling import Opstelling

MENSEN = 10
_PER_MENS = 2
_SECTIE, _VELD = "gedrag", "gedrag_contact"
_REVISIE = re.compile(r'name="revisie" value="(\d+)"')


@dataclass
class Boek:
    """What the server said that it did. `revisies`: of each dossier the numbers under which a save was acknowledged."""

    revisies: dict[UUID, list[int]] = field(default_factory=dict)
    laatste: dict[UUID, str] = field(default_factory=dict)
    geimporteerd: dict[int, str] = field(default_factory=dict)
    definitief: list[UUID] = field(default_factory=list)
    geen_antwoord: Counter[str] = field(default_factory=Counter)
    onverwacht: list[str] = field(default_factory=list)
    bevestigd: list[tuple[float, float]] = field(default_factory=list)


class Druk:
    """`start`, then `aantal` acknowledged so far, then `stop`; the figures are in `boek`."""

    def __init__(self, waar: Opstelling, *, definitief: int, importeren: int) -> None:
        from bench.klas import log_in
        from overstap.domain.dossiers.enums import Staat
        from tests.wereld import dagen_terug, regio

        self.waar, self.boek, self.slot = waar, Boek(), threading.Lock()
        self.wereld = regio()
        school = self.wereld.a
        self.schrijven = [[self._nieuw(Staat.CONCEPT).dossier_id for _ in range(_PER_MENS)] for _mens in range(MENSEN)]
        self.klaar_voor: list[UUID] = []
        for _ in range(definitief):
            geval = self._nieuw(Staat.TER_INZAGE)
            for nummer in range(len(geval.ouders)):
                geval.teken(nummer, dagen_terug(18))
            self.klaar_voor.append(geval.dossier_id)
        self.nummers = list(range(definitief + MENSEN * _PER_MENS + importeren, definitief + MENSEN * _PER_MENS, -1))
        rollen = {"leerkracht": school.leerkracht, "directeur": school.directeur, "administratie": school.administratie}
        self.sessies = [{naam: log_in(wie) for naam, wie in rollen.items()} for _mens in range(MENSEN)]
        self._op, self._mensen = threading.Event(), []

    def _nieuw(self, staat: Any) -> Any:
        return self.wereld.dossier_in(staat)

    def start(self) -> None:
        """Let everybody begin."""
        self._mensen = [threading.Thread(target=self._werk, args=(n,), daemon=True) for n in range(MENSEN)]
        for mens in self._mensen:
            mens.start()

    def stop(self) -> None:
        """Let everybody finish what they are doing."""
        self._op.set()
        for mens in self._mensen:
            mens.join(120)

    def aantal(self) -> int:
        """How many writes were acknowledged."""
        return len(self.boek.bevestigd)

    def eerste_na(self, moment: float) -> float | None:
        """When the first write that began after `moment` was acknowledged."""
        with self.slot:
            gevonden = [eind for begin, eind in self.boek.bevestigd if begin > moment]
        return min(gevonden, default=None)

    def _werk(self, nummer: int) -> None:
        toeval = random.Random(nummer)
        ik = Mens(self, nummer)
        while not self._op.is_set():
            kans = toeval.random()
            if kans < 0.06 and self.nummers:
                ik.probeer(ik.importeer, self._neem(self.nummers))
            elif kans < 0.12 and self.klaar_voor:
                ik.probeer(ik.maak_definitief, self._neem(self.klaar_voor))
            else:
                ik.probeer(ik.bewaar, toeval.choice(self.schrijven[nummer]))

    def _neem(self, lijst: list[Any]) -> Any:
        with self.slot:
            return lijst.pop() if lijst else None


class Mens:
    """One person with a session in each role; tries again until there is an answer, as people do."""

    def __init__(self, druk: Druk, nummer: int) -> None:
        self.druk, self.boek, self._keer, self._nummer = druk, druk.boek, 0, nummer
        self._wie = {naam: Bezoeker(druk.waar.poort, sessie) for naam, sessie in druk.sessies[nummer].items()}
        self._revisie: dict[UUID, int] = {}

    def probeer(self, daad: Any, wat: Any) -> None:
        """Do it until there is an answer. A no that nobody expected is written down."""
        while wat is not None and not self.druk._op.is_set():
            begin = time.monotonic()
            try:
                onverwacht = daad(wat)
            except GeenAntwoord as fout:
                with self.druk.slot:
                    self.boek.geen_antwoord[str(fout)] += 1
                self._revisie.clear()
                time.sleep(0.1)
                continue
            with self.druk.slot:
                if onverwacht:
                    self.boek.onverwacht.append(onverwacht)
                else:
                    self.boek.bevestigd.append((begin, time.monotonic()))
            return

    def bewaar(self, dossier_id: UUID) -> str:
        """Save one section, with words that were never saved before."""
        pad = f"/po/dossiers/{dossier_id}/onderdelen/{_SECTIE}/"
        wie = self._wie["leerkracht"]
        if dossier_id not in self._revisie:
            gevonden = _REVISIE.search(wie.haal(pad).tekst)
            if gevonden is None:
                return f"geen formulier: {pad}"
            self._revisie[dossier_id] = int(gevonden[1])
        self._keer += 1
        tekst = f"Zij praat graag met iedereen, ook keer {self._nummer}-{self._keer}."
        antwoord = wie.stuur(pad, {_VELD: tekst, "revisie": str(self._revisie[dossier_id]), "knop": "vanzelf"})
        if antwoord.status != 200:
            self._revisie.pop(dossier_id)
            return f"bewaren: {antwoord.status} {antwoord.tekst[:200]}"
        revisie = int(json.loads(antwoord.tekst)["revisie"])
        self._revisie[dossier_id] = revisie
        with self.druk.slot:
            self.boek.revisies.setdefault(dossier_id, []).append(revisie)
            self.boek.laatste[dossier_id] = tekst
        return ""

    def importeer(self, nummer: int) -> str:
        """Upload a file of a pupil and take it over; after no answer the whole of it again."""
        from tests.partij import osobestand

        wie = self._wie["administratie"]
        ruw = osobestand(self.druk.wereld.a.gegevens, nummer, achternaam=f"Chaos{nummer}")
        eerst = wie.upload("/po/importeren/", f"{nummer}.xml", ruw)
        if eerst.status not in NAAR:
            return f"uploaden: {eerst.status}"
        daarna = wie.stuur(f"{eerst.naar}overnemen/", {"zelfde": "ja"})
        if daarna.status not in NAAR:
            return f"overnemen: {daarna.status}"
        with self.druk.slot:
            self.boek.geimporteerd[nummer] = daarna.naar
        return ""

    def maak_definitief(self, dossier_id: UUID) -> str:
        """Make it definitief; when it was so already (no answer the first time) that is an answer as well."""
        pad = f"/po/dossiers/{dossier_id}/definitief/"
        antwoord = self._wie["directeur"].stuur(pad, {})
        if antwoord.status not in NAAR and "definitief" not in self._wie["directeur"].haal(pad).tekst:
            return f"definitief: {antwoord.status}"
        with self.druk.slot:
            self.boek.definitief.append(dossier_id)
        return ""
