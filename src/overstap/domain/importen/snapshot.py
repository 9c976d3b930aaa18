"""What came out of a file from a school's administration, before anyone has accepted it?"""

from dataclasses import dataclass, field
from datetime import date

from overstap.domain.bijlagen.snapshot import Bestand, Bron, KapotBestand
from overstap.domain.dossiers.enums import Nummersoort
from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.snapshot import Inhoud


@dataclass(frozen=True)
class Persoonsnummer:
    """The BSN or onderwijsnummer of the pupil (Besluit art. 3-b). Its `repr` never shows the number."""

    soort: Nummersoort
    waarde: str = field(repr=False)


@dataclass(frozen=True)
class Weigering:
    """Data in the file that the report may not hold; the value itself is thrown away.

    `element` is a path in the file without positions, `aantal` how often it was there,
    `reden` a Dutch sentence with the article.
    """

    element: str
    label: str
    aantal: int
    reden: str


# What OSO calls the number of a pupil: where it may not stand, reading throws it away.
_NUMMERS = {"bsn", "onderwijsnummer"}
# The rule of ours about an attachment that cannot be used; a page tells those apart, with their names.
KAPOT = "bijlage"


@dataclass(frozen=True)
class Melding:
    """One finding: the number of the rule, where it is, what is wrong and how to mend it.

    `regel` is the number in the OSO rules ("OVa.LL01"), or one of our own ("structuur", "code",
    "nummer"). `pad` has positions ("/dossier/huidigeschool/leerling/verzorger[2]"). No values.
    """

    regel: str
    ernst: Ernst
    pad: str
    tekst: str
    herstel: str


@dataclass(frozen=True)
class InzageInOso:
    """The inzage block of an OSO file. Of an imported file it is information only, never our proof.

    `akkoord` is "Ja", "Nee" or "Onbekend" (codelijst 37): agreed with the content.
    """

    datum: date | None
    akkoord: str = "Onbekend"
    reden: str = ""
    ingezien: bool = True
    voorlopig: bool = False
    toestemming: str = ""


@dataclass(frozen=True)
class Gelezen:
    """Everything that was taken from one file, and everything that was not, with the reason.

    `profiel` ("POVO") and `overdrachtsoort` are what the file calls itself; what such a profile means is said by
    `van_het_vo` (the pupil is at a vo school already) and `voor_swv` (meant for a samenwerkingsverband). `schooljaar`
    ("2026-2027") follows from `datum`; `categorieen` are its delivery categories as written. Of a big file the
    `bestanden` lie on disk (`Bron`), until nobody holds this value any more.
    """

    inhoud: Inhoud
    nummer: Persoonsnummer | None
    bestanden: tuple[Bestand | Bron, ...] = ()
    kapot: tuple[KapotBestand, ...] = ()
    aantal_bijlagen: int = 0
    geweigerd: tuple[Weigering, ...] = ()
    meldingen: tuple[Melding, ...] = ()
    inzage: InzageInOso | None = None
    profiel: str = ""
    van_het_vo: bool = False
    voor_swv: bool = False
    overdrachtsoort: str = ""
    datum: date | None = None
    schooljaar: str = ""
    pakket: str = ""
    pakketversie: str = ""
    standaardversie: str = ""
    categorieen: tuple[tuple[str, str], ...] = ()

    @property
    def uitgezet(self) -> frozenset[str]:
        """The delivery categories that the sender switched off on purpose: not the same as empty."""
        return frozenset(naam for naam, keuze in self.categorieen if keuze == "OPT-UIT")

    @property
    def draagt_nummer(self) -> bool:
        """Does the file hold a BSN or onderwijsnummer, also where reading it took that out already?"""
        weg = {weigering.element.rsplit("/", 1)[-1] for weigering in self.geweigerd}
        return self.nummer is not None or not weg.isdisjoint(_NUMMERS)

    @property
    def fouten(self) -> tuple[Melding, ...]:
        """The findings that make the file invalid for its profile."""
        return tuple(melding for melding in self.meldingen if melding.ernst is Ernst.FOUT)
