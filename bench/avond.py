"""How many people can work at once on the evening of 24 March, and what breaks first? `./dev bench avond`.

More and more people, each with a session, reading and thinking between two pages: teachers who save and add
attachments, directors who make reports definitief, parents who read theirs, people of the vo school in an inbox of
1,200 reports. The servers are the real ones, started as an operator does (two web processes of four threads, one
worker, PostgreSQL that waits for its disk), on the same cores as the people. It stops where it breaks: one in a hundred
goes wrong, or one in twenty waits longer than three seconds. Kept as var/bench/avond-<moment>.json.
"""

from __future__ import annotations

import json
import os
import random
import re
import threading
import time
from abc import ABC, abstractmethod
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from overstap.config.environment import PROJECT
from tests.chaos.bezoeker import Bezoeker, GeenAntwoord
from tests.chaos.opstelling import Opstelling, opstelling

if TYPE_CHECKING:
    from bench.avondregio import Avondregio

TRAPPEN = (20, 40, 80, 120, 160, 240, 320, 480, 640)
SECONDEN, OPWARMEN = 30.0, 6.0
# Before the first step: every web process begins, and reads each template for the first time.
AANLOOP = 24.0
DENKTIJD = 4.0
TE_LANG_MS, TE_VEEL_FOUT = 3000.0, 0.01
_REVISIE = re.compile(r'name="revisie" value="(\d+)"')
_VELDEN = {"soort": "lvs_profiel", "omschrijving": "Proef", "besproken_op": "3-11-2026"}


@dataclass
class Stand:
    """What everybody measured since `begin`; `op` says that it is over."""

    slot: threading.Lock = field(default_factory=threading.Lock)
    tijden: dict[str, list[float]] = field(default_factory=dict)
    fouten: Counter[str] = field(default_factory=Counter)
    op: threading.Event = field(default_factory=threading.Event)

    def opnieuw(self) -> tuple[dict[str, list[float]], Counter[str]]:
        """What was measured so far; begin again with nothing."""
        with self.slot:
            uit = self.tijden, self.fouten
            self.tijden, self.fouten = {}, Counter()
        return uit


class Mens(threading.Thread, ABC):
    """One person with a browser and a session; the same in every run."""

    def __init__(self, stand: Stand, poort: int, sessie: str, nummer: int) -> None:
        super().__init__(daemon=True)
        self.stand, self.toeval = stand, random.Random(nummer)  # noqa: S311  # no secret
        self.lijn = Bezoeker(poort, sessie, geduld=30)

    def run(self) -> None:
        """Work until the evening is over."""
        time.sleep(self.toeval.uniform(0, DENKTIJD))
        while not self.stand.op.is_set():
            self.ronde()

    @abstractmethod
    def ronde(self) -> None:
        """What this person does, over and over."""

    def doe(self, soort: str, hoe: str, *wat: Any) -> str:
        """Ask one thing, write down how long it took, and think about the answer; empty when it went wrong."""
        if self.stand.op.is_set():
            return ""
        begin, fout, tekst = time.perf_counter(), "", ""
        try:
            antwoord = getattr(self.lijn, hoe)(*wat)
            tekst = antwoord.tekst or "gedaan"
            fout = "" if antwoord.status in {200, 302, 303} else str(antwoord.status)
        except GeenAntwoord as geen:
            fout = str(geen)
        ms = (time.perf_counter() - begin) * 1000
        self.lijn.hang_op()
        with self.stand.slot:
            self.stand.tijden.setdefault(soort, []).append(ms)
            if fout:
                self.stand.fouten[f"{soort}: {fout}"] += 1
        self.stand.op.wait(self.toeval.uniform(0.4, 1.6) * DENKTIJD)
        return "" if fout else tekst


class Leerkracht(Mens):
    """Looks in the list, opens a dossier, saves three times, and sometimes adds an attachment."""

    dossiers: list[Any]

    def ronde(self) -> None:
        """One pupil."""
        dossier = self.toeval.choice(self.dossiers)
        pad = f"/po/dossiers/{dossier}/onderdelen/gedrag/"
        self.doe("werkvoorraad", "haal", "/po/")
        self.doe("dossier", "haal", f"/po/dossiers/{dossier}/")
        gevonden = _REVISIE.search(self.doe("onderdeel", "haal", pad))
        for keer in range(3):
            if gevonden is None:
                return
            tekst = f"Zij praat graag met iedereen, ook keer {keer} van {self.toeval.random()}."
            velden = {"gedrag_contact": tekst, "revisie": gevonden[1], "knop": "vanzelf"}
            gevonden = re.search(r'"revisie": "?(\d+)', self.doe("opslaan", "stuur", pad, velden))
        if self.toeval.random() < 0.3:
            inhoud = b"%PDF-1.7 " + self.toeval.randbytes(300_000)
            self.doe("upload", "upload", f"/po/dossiers/{dossier}/bijlagen/toevoegen/", "b.pdf", inhoud, _VELDEN)


class Directeur(Mens):
    """Looks who is ready, and makes one definitief."""

    klaar: list[Any]

    def ronde(self) -> None:
        """One pupil, when there is one left."""
        self.doe("werkvoorraad", "haal", "/po/")
        with self.stand.slot:
            dossier = self.klaar.pop() if self.klaar and self.toeval.random() < 0.5 else None
        if dossier:
            self.doe("dossier", "haal", f"/po/dossiers/{dossier}/")
            self.doe("definitief", "stuur", f"/po/dossiers/{dossier}/definitief/", {})
        self.doe("overzicht", "haal", "/po/overzicht/")


class Ouder(Mens):
    """Reads the report of the own child."""

    def ronde(self) -> None:
        """Once, and what is known of oneself."""
        self.doe("ouder_rapport", "haal", "/ouders/rapport/")
        self.doe("ouder_gegevens", "haal", "/ouders/gegevens/")


class Ontvanger(Mens):
    """Goes through the inbox of the vo school."""

    overdrachten: list[Any]

    def ronde(self) -> None:
        """The list, a search, and one report."""
        self.doe("inbox", "haal", "/vo/")
        self.doe("inbox_zoek", "haal", "/vo/?q=dog")
        self.doe("vo_dossier", "haal", f"/vo/overdrachten/{self.toeval.choice(self.overdrachten)}/")


def main() -> int:
    """Measure, print and keep."""
    with opstelling("avond", opties=("shared_buffers=256MB",)) as waar:
        begin = time.monotonic()
        from bench.avondregio import maak_avondregio

        regio = maak_avondregio()
        gemaakt = time.monotonic() - begin
        print(f"{regio.leerlingen} leerlingen in {gemaakt:.0f} s", flush=True)
        mensen = _mensen(regio, waar)
        waar.begin()
        verslag = {
            "moment": datetime.now(UTC).isoformat(timespec="seconds"), "leerlingen": regio.leerlingen,
            "gemaakt_in_s": round(gemaakt), "kernen": os.cpu_count(), "drukte_begin": os.getloadavg(),
            "trappen": _klim(waar, mensen),
        }  # fmt: skip
    bestand = PROJECT / "var" / "bench" / f"avond-{verslag['moment'].replace(':', '')}.json"
    bestand.parent.mkdir(parents=True, exist_ok=True)
    bestand.write_text(json.dumps(verslag, indent=2) + "\n", encoding="utf-8")
    print(f"Bewaard in {bestand}")
    return 0


def _klim(waar: Opstelling, mensen: list[Mens]) -> list[dict[str, Any]]:
    """Let more and more of them work, until it breaks."""
    trappen, stand, binnen = [], mensen[0].stand, 0
    try:
        for aantal in TRAPPEN:
            for mens in mensen[binnen:aantal]:
                mens.start()
            binnen = aantal
            time.sleep(OPWARMEN if trappen else AANLOOP)
            stand.opnieuw()
            cpu, begin = _cpu(waar), time.monotonic()
            time.sleep(SECONDEN)
            duur = time.monotonic() - begin
            trap = {"mensen": aantal, **_cijfers(*stand.opnieuw(), duur), "drukte": round(os.getloadavg()[0], 1)}
            trap["kernen_bezet"] = bezet = {wie: round((na - cpu[wie]) / duur, 2) for wie, na in _cpu(waar).items()}
            # What does not depend on who else is busy on these cores: how much work one question is.
            samen = bezet["web"] + bezet["worker"] + bezet["postgresql"]
            trap["cpu_ms_per_vraag"] = round(1000 * samen / max(0.1, trap["vragen_per_s"]), 1)
            trappen.append(trap)
            print(json.dumps({naam: waarde for naam, waarde in trap.items() if naam != "per_soort"}), flush=True)
            if trap["p95_ms"] > TE_LANG_MS or trap["deel_fout"] > TE_VEEL_FOUT:
                break
    finally:
        stand.op.set()
    return trappen


def _mensen(regio: Avondregio, waar: Opstelling) -> list[Mens]:
    """As many as the highest step, in the mix of that evening, each with a session of the own."""
    from bench.klas import log_in
    from overstap.foundation.access import Rol

    stand, mensen, leerkrachten = Stand(), [], Counter[int]()
    for nummer in range(TRAPPEN[-1]):
        plek = nummer % len(regio.scholen)
        school = regio.scholen[plek]
        soort = (Ouder, Leerkracht, Ontvanger, Leerkracht, Ouder, Leerkracht, Ouder, Directeur, Ouder, Leerkracht)[
            nummer // len(regio.scholen) % 10
        ]
        wie = {
            Ouder: lambda: regio.ouders[nummer % len(regio.ouders)],  # noqa: B023  # called at once
            Leerkracht: lambda: school.mensen[Rol.LEERKRACHT],  # noqa: B023  # called at once
            Directeur: lambda: school.mensen[Rol.DIRECTEUR],  # noqa: B023  # called at once
            Ontvanger: lambda: regio.vo[Rol.TOELATINGSCOMMISSIE],
        }[soort]()
        mens = soort(stand, waar.poort, log_in(wie), nummer)
        # Two teachers never write in one dossier at the same time, as at a school.
        mens.dossiers = school.concepten[leerkrachten[plek] % len(school.concepten) :][:1]
        leerkrachten[plek] += soort is Leerkracht
        mens.klaar, mens.overdrachten = school.klaar_voor_definitief, regio.overdrachten
        mensen.append(mens)
    return mensen


def _cijfers(tijden: dict[str, list[float]], fouten: Counter[str], duur: float) -> dict[str, Any]:
    alle = [ms for van_een in tijden.values() for ms in van_een]
    fout = sum(fouten.values())
    return {
        "vragen_per_s": round(len(alle) / duur, 1), **_percentielen(alle), "fouten": dict(fouten.most_common(8)),
        "deel_fout": round(fout / max(1, len(alle)), 4),
        "per_soort": {soort: {"keer": len(een), **_percentielen(een)} for soort, een in sorted(tijden.items())},
    }  # fmt: skip


def _percentielen(gemeten: list[float]) -> dict[str, float]:
    op_rij = sorted(gemeten) or [0.0]
    return {f"p{p}_ms": round(op_rij[min(len(op_rij) - 1, len(op_rij) * p // 100)], 1) for p in (50, 95, 99)}


def _cpu(waar: Opstelling) -> dict[str, float]:
    """CPU seconds so far of each of our programs, of the people themselves, and of the whole machine."""
    sessies, meester = {waar.programmas[naam].pid: naam for naam in ("web", "worker")}, waar.postmaster()
    uit = dict.fromkeys(("web", "worker", "postgresql"), 0.0)
    for proces in Path("/proc").glob("[0-9]*/stat"):
        try:
            velden = proces.read_text(encoding="utf-8", errors="replace").rsplit(")", 1)[1].split()
        except OSError:
            continue
        if naam := "postgresql" if int(velden[1]) == meester else sessies.get(int(velden[3])):
            uit[naam] += (int(velden[11]) + int(velden[12])) / os.sysconf("SC_CLK_TCK")
    tellers = Path("/proc/stat").read_text(encoding="ascii").split("\n", 1)[0].split()[1:8]
    bezet = sum(map(int, tellers)) - int(tellers[3]) - int(tellers[4])
    return uit | {"mensen": time.process_time(), "machine": bezet / os.sysconf("SC_CLK_TCK")}
