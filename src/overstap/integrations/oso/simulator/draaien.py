"""How does a person run the simulator: with which dossiers, until when, and what is printed?"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from overstap.integrations.oso.draad.fouten import Draadfout
from overstap.integrations.oso.lezen import lees
from overstap.integrations.oso.simulator.las import Dossier
from overstap.integrations.oso.simulator.lezer import Onleesbaar
from overstap.integrations.oso.simulator.opstelling import STAART, SWV_BRIN, Simulator, kenmerk, simulator
from overstap.integrations.xml import Leesfout

_TIK = 0.5


def draai(
    map_: Path,
    dossiers: Path | None,
    *,
    brins: tuple[str, str],
    poort: int,
    luister: str,
    minuten: float,
    nu: datetime,
    osr: bool = False,
    swv_werkt: bool = False,
    zeg: Callable[[str], None],
) -> bool:
    """Run until `minuten` have passed or somebody presses Ctrl-C; True when nobody broke the protocol.

    `brins` are those of the basisschool and the vo school. The file `aansluiting.toml` in `map_` is written last: who
    waits for it may begin. The papers are of `nu`. With `osr` mandates come from the register that runs along. With
    `swv_werkt` somebody at the samenwerkingsverband fetches what is offered, and answers a little later; and
    a school elsewhere offers what stands ready for the samenwerkingsverband to Overstap.
    """
    with simulator(map_, nu=nu, po_brin=brins[0], vo_brin=brins[1], poort=poort) as sim:
        for zin in _zet_klaar(sim, dossiers):
            zeg(zin)
        zeg(f"OVERSTAP_OSO_AANSLUITING={sim.schrijf_aansluiting(luister, osr=osr)}")
        try:
            _wacht(sim, time.monotonic() + minuten * 60, zeg, _Collega(sim) if swv_werkt else None)
        except KeyboardInterrupt:
            zeg("Gestopt.")
        sim.centrale.sluit()
        for zin in sim.verloop.breuken:
            zeg(f"BREUK  {zin}")
        zeg(
            "Er is een breuk van het protocol gezien." if sim.verloop.breuken else "Geen breuk van het protocol gezien."
        )
        return not sim.verloop.breuken


def _zet_klaar(sim: Simulator, dossiers: Path | None) -> Iterator[str]:
    """Put every file in the po LAS under the number in it; who has none stays out."""
    for bestand in sorted(dossiers.rglob("*.xml")) if dossiers else ():
        ruw = bestand.read_bytes()
        try:
            gelezen = lees(ruw, bijlagen=False)
        except Leesfout:
            yield f"{bestand.name}: overgeslagen, er is geen nummer in te lezen"
            continue
        if gelezen.voor_swv:
            sim.buiten.dossiers[bestand.name] = Dossier(ruw)
            yield f"{bestand.name}: staat klaar voor het samenwerkingsverband"
        elif gelezen.nummer is None:
            yield f"{bestand.name}: overgeslagen, er is geen nummer in te lezen"
        else:
            sim.po.dossiers[gelezen.nummer.waarde] = Dossier(ruw)
            # Invented numbers only: to fetch one, a person must know it.
            yield f"{bestand.name}: staat klaar onder nummer {gelezen.nummer.waarde}"


@dataclass
class _Collega:
    """Somebody at the samenwerkingsverband, who sees a notification after a while, fetches, and answers later on."""

    sim: Simulator
    tikken: dict[int, int] = field(default_factory=dict)
    geduld: int = 0

    def tik(self) -> None:
        """Half a second more passed."""
        self.geduld += 1
        if self.geduld in _BIEDT_AAN:
            self._bied_aan()
        for welke in range(len(self.sim.swv.notificaties)):
            keer = self.tikken[welke] = self.tikken.get(welke, 0) + 1
            try:
                if keer == _NA_BERICHT:
                    self.sim.swv.haal(welke)
                elif keer == _NA_OPHALEN and self._laatste(welke):
                    self.sim.swv.koppel_terug(_TERUGKOPPELING, welke)
            except (Draadfout, Onleesbaar):
                self.sim.verloop.meld("las 00SV: kreeg geen antwoord")

    def _bied_aan(self) -> None:
        """What a school elsewhere set ready, and Overstap did not take yet: its door may be shut."""
        naar = kenmerk(SWV_BRIN, STAART)
        gedaan = set(self.sim.buiten.aangeboden.values())
        for nummer in [een for een in self.sim.buiten.dossiers if een not in gedaan]:
            try:
                self.sim.buiten.bied_aan(nummer, SWV_BRIN, naar)
            except (Draadfout, Onleesbaar, KeyError):
                self.sim.buiten.aangeboden.clear()

    def _laatste(self, welke: int) -> bool:
        """Is this the newest of its school? Of an older one the koppelsleutel opens nothing any more."""
        van = [een["bron_kenmerk"] for een in self.sim.swv.notificaties]
        return van[welke] not in van[welke + 1 :]


# In ticks of half a second: long enough for a person to see each step on the page.
_NA_BERICHT, _NA_OPHALEN = 40, 120
# Overstap begins a little later than the simulator.
_BIEDT_AAN = range(60, 361, 60)
_TERUGKOPPELING = "Status: in behandeling genomen. De adviescommissie bespreekt de aanvraag binnen zes weken."


def _wacht(sim: Simulator, eind: float, zeg: Callable[[str], None], collega: _Collega | None) -> None:
    """Print what goes by until `eind`; also what went by in the last moment, whoever ends it."""
    gezegd = 0
    try:
        while time.monotonic() < eind:
            time.sleep(_TIK)
            if collega is not None:
                collega.tik()
            nieuw = sim.verloop.regels[gezegd:]
            gezegd += len(nieuw)
            for regel in nieuw:
                zeg(regel)
    finally:
        for regel in sim.verloop.regels[gezegd:]:
            zeg(regel)
