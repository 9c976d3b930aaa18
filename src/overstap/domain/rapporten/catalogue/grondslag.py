"""On which article does a veld rest? A veld without a grondslag cannot be declared."""

from dataclasses import dataclass

_BESLUIT = "Besluit uitwisseling leer- en begeleidingsgegevens"


@dataclass(frozen=True)
class Grondslag:
    """A place in a law: `artikel` with lid and onderdeel ("4-1-b"), the name of the law and its lidwoord."""

    artikel: str
    regeling: str = _BESLUIT
    lidwoord: str = "het"

    @property
    def kort(self) -> str:
        """Behind a sentence: `art. 4, lid 1, onder b`; the law is named when it is not the Besluit itself."""
        return f"art. {self._plaats}" if self.regeling == _BESLUIT else f"art. {self._plaats}, {self.regeling}"

    @property
    def tekst(self) -> str:
        """For people: `artikel 4, lid 1, onder b van het Besluit …`."""
        return f"artikel {self._plaats} van {self.lidwoord} {self.regeling}"

    @property
    def _plaats(self) -> str:
        nummer, *rest = self.artikel.split("-")
        return ", ".join((nummer, *(f"lid {deel}" if deel.isdigit() else f"onder {deel}" for deel in rest)))


ART_2 = Grondslag("2")
ART_3_A = Grondslag("3-a")
ART_3_B = Grondslag("3-b")
ART_3_C = Grondslag("3-c")
ART_3_D = Grondslag("3-d")
ART_4_1_A = Grondslag("4-1-a")
ART_4_1_B = Grondslag("4-1-b")
ART_4_1_C = Grondslag("4-1-c")
ART_4_1_D = Grondslag("4-1-d")
ART_4_2 = Grondslag("4-2")
ART_5_1 = Grondslag("5-1")
ART_5_2 = Grondslag("5-2")
ART_5_3 = Grondslag("5-3")
ART_6_A = Grondslag("6-a")
ART_6_B = Grondslag("6-b")
ART_6_C = Grondslag("6-c")
ART_6_D = Grondslag("6-d")
ART_6_E = Grondslag("6-e")
ART_7 = Grondslag("7")
ART_8 = Grondslag("8")
TOETSBESLUIT_8_3 = Grondslag("8-3", "Toetsbesluit PO")
AVG_5_1_C = Grondslag("5-1-c", "Algemene verordening gegevensbescherming", "de")
AVG_16 = Grondslag("16", "Algemene verordening gegevensbescherming", "de")
