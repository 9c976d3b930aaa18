"""What is a rule of OSO, in which profiles does it count, and how serious is it when it finds something?"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from overstap.domain.importen.snapshot import Melding
from overstap.domain.rapporten.enums import Ernst
from overstap.integrations.oso.v2019.profielen import Profiel
from overstap.integrations.oso.v2019.regels.dossier import PADEN, Deel, Dossier, plaats, type_element

ALLE = frozenset(Profiel)
OVERSTAP = frozenset({Profiel.POVO, Profiel.POPO, Profiel.VOVO})
_REEKSEN = {
    "OVa": OVERSTAP,
    "OVb": frozenset({Profiel.BB}),
    "PaO": frozenset({Profiel.POSWV, Profiel.VOSWV}),
}
_BRONNEN = {
    "OVa": "OSO 2019.1, overstapprofielen",
    "OVb": "OSO 2019.1, binnen-BRIN",
    "PaO": "OSO 2019.1, profielen voor het samenwerkingsverband",
    "OG": "OSO 2019.1, gegevensset",
    "OS": "OSO 2019.1, gegevensset",
}
# A hostile file may break one rule very often; nobody reads that.
_MEEST_PER_REGEL = 50

# Where it goes wrong: an element, and what is missing below it (empty: the element itself is wrong).
type_vondst = tuple[type_element, str]
type_vind = Callable[[Dossier, date], Iterable[type_vondst]]


@dataclass(frozen=True)
class Regel:
    """One rule, said once: official number, profiles, place, what is wrong, how and where to mend it, and the test.

    `plek` is the path that it is about. `ook` is a second official number for the same test. `stil` marks what the
    official check does not look at although it is meant: such a rule warns when we read somebody else's file, and
    stops us from writing one. `vind` yields the places where the rule is broken, at a day: that of the file.
    """

    nummer: str
    profielen: frozenset[Profiel]
    plek: str
    tekst: str
    herstel: str
    vind: type_vind
    stil: bool = False
    ook: str = ""
    # Of a rule that only asks whether a child is there: the part, the name, and whether it must be.
    eis: tuple[str, str, bool] | None = None

    @property
    def bron(self) -> str:
        """Where the rule comes from."""
        return _BRONNEN.get(self.nummer.split(".")[0], "Overstap")

    def ernst(self, *, schrijven: bool) -> Ernst:
        """How serious a finding is."""
        return Ernst.WAARSCHUWING if self.stil and not schrijven else Ernst.FOUT

    def meldingen(self, vondsten: Iterable[type_vondst], *, schrijven: bool) -> Iterator[Melding]:
        """One Melding for every place where this rule was found to be broken, up to a limit."""
        for element, onder in islice(vondsten, _MEEST_PER_REGEL):
            pad = plaats(element) + (f"/{onder}" if onder else "")
            yield Melding(self.nummer, self.ernst(schrijven=schrijven), pad, self.tekst, self.herstel)


class Regelboek(list[Regel]):
    """The rules of one part of the file. A test of several profiles is one declaration, with a number for each."""

    def regel(
        self,
        *nummers: str,
        plek: str,
        tekst: str,
        herstel: str,
        alleen: Iterable[Profiel] = ALLE,
        stil: bool = False,
        eis: tuple[str, str, bool] | None = None,
    ) -> Callable[[type_vind], type_vind]:
        """Decorator: this test is the rule with these numbers, in the profiles of each number as far as in `alleen`.

        A number "OVa.LL08 = OVa.OV04" is one test with two. `stil` never holds for the rules of the
        samenwerkingsverband: the official check does look at those.
        """

        def declareer(vind: type_vind) -> type_vind:
            for heel in nummers:
                nummer, _, ook = heel.partition(" = ")
                profielen = _REEKSEN.get(nummer[:3], ALLE) & frozenset(alleen)
                zacht = stil and not nummer.startswith("PaO")
                self.append(Regel(nummer, profielen, plek, tekst, herstel, vind, zacht, ook, eis))
            return vind

        return declareer

    def verplicht(
        self,
        *nummers: str,
        deel: str,
        pad: str,
        tekst: str,
        herstel: str,
        alleen: Iterable[Profiel] = ALLE,
        stil: bool = False,
    ) -> None:
        """The rule that `pad` must be in this part of the Dossier (when that part is there).

        Of a list ("adreslijst/adres") the structure already asks that it has something in it.
        """
        naam = pad.split("/", maxsplit=1)[0]

        def vind(dossier: Dossier, _: date) -> Iterator[type_vondst]:
            hier: Deel | None = getattr(dossier, deel)
            if hier is not None and not hier.heeft(naam):
                yield hier.element, pad

        plek, eis = f"{PADEN[deel]}/{pad}", (deel, naam, True)
        self.regel(*nummers, plek=plek, tekst=tekst, herstel=herstel, alleen=alleen, stil=stil, eis=eis)(vind)

    def verboden(self, *nummers: str, pad: str, tekst: str, herstel: str, alleen: Iterable[Profiel] = ALLE) -> None:
        """The rule that `pad` may not be in leerling."""

        def vind(dossier: Dossier, _: date) -> Iterator[type_vondst]:
            element = dossier.leerling.vind(pad)
            if element is not None:
                yield element, ""

        plek, eis = f"{PADEN['leerling']}/{pad}", ("leerling", pad, False)
        self.regel(*nummers, plek=plek, tekst=tekst, herstel=herstel, alleen=alleen, eis=eis)(vind)
