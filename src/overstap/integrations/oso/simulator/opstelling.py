"""How does a whole simulator start and stop: a Traffic Center, a register and the systems of schools?"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_hex

from overstap.integrations.oso.draad.certificaat import Papieren
from overstap.integrations.oso.draad.zoeksleutel import Herhaalbaar, Strategie
from overstap.integrations.oso.simulator.centrale import Centrale, Punt
from overstap.integrations.oso.simulator.las import Las
from overstap.integrations.oso.simulator.register import Serviceregister, registerdeur
from overstap.integrations.oso.simulator.swv import Swv
from overstap.integrations.oso.simulator.systeem import Verloop
from overstap.integrations.oso.simulator.waarmerk import Waarmerk

# An OIN of an organisation that cannot exist, for each system.
_OIN = "0000000999999900{:04d}"
OIN_PLATFORM, OIN_CENTRALE, OIN_PO, OIN_VO, OIN_SWV, OIN_BUITEN = (_OIN.format(nummer) for nummer in range(1, 7))
# A samenwerkingsverband has no BRIN of a school; this one does not exist. Its code is that of the example region.
SWV_BRIN, SWV_CODE = "00SV", "VO9901"
# A school that does not work in Overstap: its administration offers a zorgaanmelding itself.
BUITEN_BRIN = "00BU"

# The part of a routeringskenmerk that a school may choose: of Overstap, for every school.
STAART = 931
GEHEIM = "zoeksleutel.geheim"


def kenmerk(brin: str, staart: int) -> str:
    """A routeringskenmerk of a school, as the published ones are built up."""
    return f"00000007000{brin}{staart:05d}"


@dataclass
class Simulator:
    """Everything that runs. `map` holds the papers; `strategie` is how pupils are named; `platform` our own papers."""

    map: Path
    waarmerk: Waarmerk
    verloop: Verloop
    strategie: Strategie
    platform: Papieren
    centrale: Centrale
    centrale_url: str
    po: Las
    vo: Las
    swv: Swv
    buiten: Las
    register: Serviceregister
    register_url: str
    swv_code: str = SWV_CODE

    @property
    def mandaten(self) -> tuple[tuple[Las, str], ...]:
        """Which system (OIN) each school mandates, and the samenwerkingsverband."""
        return ((self.po, OIN_PO), (self.vo, OIN_VO), (self.swv, OIN_SWV), (self.buiten, OIN_BUITEN))

    def meld_platform_aan(self, brin: str, url: str, doel: str = "OV") -> str:
        """Register Overstap as an aanleverpunt of a school, or of the samenwerkingsverband (SWV); its kenmerk."""
        naam = kenmerk(brin, STAART)
        self.centrale.punten[naam] = Punt(naam, brin, OIN_PLATFORM, url, doel)
        return naam

    def schrijf_aansluiting(self, luister: str = "127.0.0.1:0", *, osr: bool = False) -> Path:
        """The file with which Overstap connects to this simulator, for both schools; all systems may ask.

        The samenwerkingsverband has a system of its own, and hears of schools elsewhere at Overstap as well. With `osr`
        the register says who may ask, else the file itself.
        """
        regels = [
            'omgeving = "simulator"',
            f'centrale = "{self.centrale_url}"',
            f'luister = "{luister}"',
            f'certificaat = "{self.platform.certificaat.name}"',
            f'sleutel = "{self.platform.sleutel.name}"',
            f'uitgevers = "{self.platform.uitgevers.name}"',
            f'zoeksleutel = {{ strategie = "herhaalbaar", sleutel = "{GEHEIM}" }}',
        ]
        regels += ['machtiging = "osr"', f'osr = {{ adres = "{self.register_url}" }}'] if osr else []
        for las, oin in self.mandaten:
            regels += [] if osr else ["[[machtigingen]]", f'brin = "{las.brin}"', f'oin = "{oin}"']
        for las in (self.po, self.vo):
            punt = self.meld_platform_aan(las.brin, f"https://{luister}/oso")
            regels += ["[[aanleverpunten]]", f'brin = "{las.brin}"', f'kenmerk = "{punt}"']
        regels += ["[[samenwerkingsverbanden]]", f'code = "{self.swv_code}"']
        regels += [f'brin = "{self.swv.brin}"', f'kenmerk = "{self.swv.kenmerk}"']
        punt = self.meld_platform_aan(self.swv.brin, f"https://{luister}/oso", "SWV")
        regels += ["[[aanleverpunten_swv]]", f'code = "{self.swv_code}"']
        regels += [f'brin = "{self.swv.brin}"', f'kenmerk = "{punt}"']
        bestand = self.map / "aansluiting.toml"
        # Who waits for it finds it whole.
        half = bestand.with_suffix(".half")
        half.write_text("\n".join([*regels, ""]), encoding="utf-8")
        return half.replace(bestand)

    def opnieuw(self) -> None:
        """Forget everything that went by, as on a new day."""
        systemen: list[Centrale | Las] = [self.centrale, *(las for las, _oin in self.mandaten)]
        for systeem in systemen:
            systeem.storingen.clear()
            systeem.vergeet()
        self.machtig_allen()
        self.verloop.regels.clear()
        self.verloop.breuken.clear()

    def machtig_allen(self) -> None:
        """Every school mandates its own system and Overstap, and so does the samenwerkingsverband, as on day one."""
        self.register.machtigingen.clear()
        self.register.weg = False
        for las, oin in self.mandaten:
            self.register.machtig(oin, las.brin)
        for las in (self.po, self.vo, self.swv):
            self.register.machtig(OIN_PLATFORM, las.brin)

    def verslag(self) -> str:
        """What went by and what was wrong, for who must judge it."""
        breuken = [f"BREUK  {zin}" for zin in self.verloop.breuken] or ["Geen breuk van het protocol gezien."]
        return "\n".join([*self.verloop.regels, *breuken])


@contextmanager
def simulator(
    map_: Path,
    *,
    nu: datetime,
    po_brin: str = "00YY",
    vo_brin: str = "00AH",
    poort: int = 0,
) -> Iterator[Simulator]:
    """Run one; everything stops at the end of the block. `poort` is the first of six; zero: any that is free."""
    verloop, waarmerk = Verloop(), Waarmerk(map_, nu=nu)
    geheim = token_hex(32)
    (map_ / GEHEIM).touch(mode=0o600)
    (map_ / GEHEIM).write_text(geheim, encoding="ascii")
    strategie = Herhaalbaar(geheim.encode())
    sectoren = {po_brin: "PO", vo_brin: "VO", SWV_BRIN: "SWV", BUITEN_BRIN: "PO"}
    # One key for all: making six takes a second, and none of them leaves this machine.
    platform = waarmerk.geef("platform", OIN_PLATFORM)
    papieren = {
        naam: waarmerk.geef(naam, oin, sleutel=platform.sleutel)
        for naam, oin in (
            ("centrale", OIN_CENTRALE),
            ("po", OIN_PO),
            ("vo", OIN_VO),
            ("swv", OIN_SWV),
            ("buiten", OIN_BUITEN),
        )
    }
    centrale = Centrale(papieren["centrale"], verloop, sectoren)
    with ExitStack() as stapel:
        adres = f"https://127.0.0.1:{stapel.enter_context(centrale.deur(poort)).poort}/tc"
        po, vo, buiten = (
            Las(papieren[naam], verloop, brin=brin, kenmerk=kenmerk(brin, 1), centrale=adres, strategie=strategie)
            for naam, brin in (("po", po_brin), ("vo", vo_brin), ("buiten", BUITEN_BRIN))
        )
        swv_kenmerk = kenmerk(SWV_BRIN, 1)
        swv = Swv(papieren["swv"], verloop, brin=SWV_BRIN, kenmerk=swv_kenmerk, centrale=adres, strategie=strategie)
        rollen: tuple[tuple[Las, str, str, int], ...] = (
            (po, OIN_PO, "OV", 1), (vo, OIN_VO, "OV", 2), (swv, OIN_SWV, "SWV", 3), (buiten, OIN_BUITEN, "OV", 5),
        )  # fmt: skip
        for las, oin, doel, volg in rollen:
            deur = stapel.enter_context(las.deur(poort + volg if poort else 0))
            url = f"https://127.0.0.1:{deur.poort}/oso"
            centrale.punten[las.kenmerk] = Punt(las.kenmerk, las.brin, oin, url, doel)
        register = Serviceregister(verloop, centrale, nu)
        url = stapel.enter_context(registerdeur(register, papieren["centrale"], poort + 4 if poort else 0))
        systemen = (po, vo, swv, buiten)
        sim = Simulator(map_, waarmerk, verloop, strategie, platform, centrale, adres, *systemen, register, url)
        sim.machtig_allen()
        yield sim


def vo_las(map_: Path) -> tuple[Las, str]:
    """The administration of the vo school of a simulator that runs elsewhere from this folder, to ask with; and the
    BRIN of its basisschool. Raises OSError or KeyError when no simulator ran there."""
    ruw = tomllib.loads((map_ / "aansluiting.toml").read_text(encoding="utf-8"))
    po_brin, vo_brin = (punt["brin"] for punt in ruw["aanleverpunten"])
    papieren = Papieren(certificaat=map_ / "vo.pem", sleutel=map_ / ruw["sleutel"], uitgevers=map_ / ruw["uitgevers"])
    strategie = Herhaalbaar((map_ / GEHEIM).read_bytes().strip())
    plek = {"brin": vo_brin, "kenmerk": kenmerk(vo_brin, 1), "centrale": ruw["centrale"], "strategie": strategie}
    return Las(papieren, Verloop(), **plek), po_brin
