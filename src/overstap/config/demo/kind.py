"""Who is an invented pupil, and which particulars follow from a number alone? Nobody here exists."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.leerlingen.rules import is_bsn

VADERS = ("Mark", "Jeroen", "Bas", "Willem", "Joost", "Ruben", "Erik", "Pieter")
MOEDERS = ("Sanne", "Petra", "Karin", "Annemiek", "Iris", "Marleen", "Judith", "Esther")
STRATEN = ("Dorpsweide", "Havenkade", "Kerkpad", "Molenwerf", "Lindelaan", "Vlierstraat", "Zonnedauw", "Schansweg")


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One invented pupil. `sterkte` is what the tests show (a level), `bijzonder` what else there is to tell.

    Known words in `bijzonder`: dyslexie, adhd, slechthorend, hoogbegaafd, nieuwkomer, verhuisd, doublure,
    gebeurtenis, lwoo, foto. `gezin`: samen, apart, een_ouder, voogd.
    """

    nummer: int
    roepnaam: str
    achternaam: str
    voorvoegsel: str = ""
    doopnamen: tuple[str, ...] = ()
    geslacht: str = "vrouw"
    groep: str = "8A"
    sterkte: Niveau = Niveau.VMBO_GT_HAVO
    gezin: str = "samen"
    moeder: str = ""
    vader: str = ""
    bijzonder: frozenset[str] = field(default_factory=frozenset)

    @property
    def voornamen(self) -> tuple[str, ...]:
        """The given names; the first is the roepnaam unless the list says otherwise."""
        return self.doopnamen or (self.roepnaam,)

    @property
    def bsn(self) -> str:
        """A BSN that nobody has, from the series for tests."""
        return test_bsn(self.nummer)

    @property
    def volledige_achternaam(self) -> str:
        """The surname with what stands before it."""
        return f"{self.voorvoegsel} {self.achternaam}".strip()

    def kies(self, lijst: tuple[str, ...] | list[str], stap: int = 1) -> str:
        """An element of a list: the same pupil always gets the same."""
        return lijst[self.nummer * stap % len(lijst)]

    def geboren(self, schooljaar: str) -> date:
        """The day of birth of a pupil in group 8 of this school year: eleven or twelve years old."""
        ouder = 1 if "doublure" in self.bijzonder else 0
        return date(int(schooljaar[:4]) - 12 - ouder, 10, 1) + timedelta(days=self.nummer * 37 % 364)


def test_bsn(nummer: int) -> str:
    """The number-th BSN of the series 99999dddd that passes the eleven test (series of RvIG for tests)."""
    gevonden = -1
    for laatste in range(10_000):
        bsn = f"99999{laatste:04d}"
        gevonden += is_bsn(bsn)
        if gevonden == nummer:
            return bsn
    raise ValueError(f"de reeks voor tests heeft geen {nummer}e nummer")
