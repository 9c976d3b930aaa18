"""What does the template draw? Questions, groups of questions, rows, and what comes from the LAS."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from overstap.domain.rapporten.catalogue import Deel, Veld
from overstap.domain.rapporten.catalogue.typen import Meerkeuze
from overstap.domain.rapporten.rules import Opmerking
from overstap.domain.rapporten.snapshot import Stuk

# With more choices than this a list that folds out is easier than radios.
MAX_RADIOS = 8
# In rows, of which there may be many, sooner.
MAX_RADIOS_IN_RIJ = 4


@dataclass(frozen=True)
class Vraag:
    """One input. `soort` = "vraag"; `vorm`: tekst, alinea, datum, getal, keuze, keuzelijst or meerkeuze."""

    naam: str
    label: str
    hint: str
    vorm: str
    ruw: str | list[str]
    fouten: tuple[str, ...]
    keuzes: tuple[tuple[str, str, bool], ...] = ()
    max_lengte: int = 0
    exclusief: str = ""
    op_code: bool = False
    soort: str = field(default="vraag", init=False)

    @property
    def getypt(self) -> str:
        """What was typed as a code and is none of the list."""
        bekend = {code for code, _, _ in self.keuzes}
        return " ".join(code for code in self.ruw if code not in bekend) if self.op_code else ""

    @property
    def id(self) -> str:
        """The id of the input (of the first radio or tick), for the label and the error summary."""
        return f"veld-{self.naam}"


@dataclass(frozen=True)
class Groepvraag:
    """Questions that belong together, once. `soort` = "groep"."""

    vragen: tuple[Vraag, ...]
    soort: str = field(default="groep", init=False)


@dataclass(frozen=True)
class Rij:
    """One row: what the LAS says about it, and the questions."""

    titel: str
    vast: tuple[Stuk, ...]
    vragen: tuple[Vraag, ...]
    verwijder: str = ""

    @property
    def kort(self) -> bool:
        """Is every question answered on one line, so that two fit beside each other?"""
        return not {vraag.vorm for vraag in self.vragen} - {"tekst", "datum", "getal", "keuzelijst"}


@dataclass(frozen=True)
class Rijvraag:
    """Rows of questions. `soort` = "rijen"; `voeg_toe` is the value of a button, empty when the LAS makes the rows."""

    enkelvoud: str
    rijen: tuple[Rij, ...]
    voeg_toe: str = ""
    aantal_naam: str = ""
    soort: str = field(default="rijen", init=False)


@dataclass(frozen=True)
class Vast:
    """What is shown but not typed here. `soort` = "vast"; `waar` says where it is mended."""

    stukken: tuple[Stuk, ...]
    waar: str
    soort: str = field(default="vast", init=False)


@dataclass(frozen=True)
class Blok:
    """One veld on the page. `als` and `als_waarden` tell a script which answer opens it; `dicht`: not now.

    `opmerkingen` are remarks about what is stored; nothing needs to be mended before going on.
    """

    veld: Veld
    inhoud: Vraag | Groepvraag | Rijvraag | Vast
    fouten: tuple[str, ...] = ()
    als: str = ""
    als_waarden: tuple[str, ...] = ()
    dicht: bool = False
    opmerkingen: tuple[Opmerking, ...] = ()

    @property
    def id(self) -> str:
        """The id of the first input, where a link in the error summary goes."""
        return f"veld-{self.veld.naam}"


def vraag(
    *,
    naam: str,
    bij: Veld | Deel,
    vorm: str,
    ruw: str | list[str],
    keuzes: Sequence[tuple[str, str]],
    fouten: Sequence[str],
    in_rij: bool = False,
) -> Vraag:
    """A question for one veld or part."""
    gekozen = ruw if isinstance(ruw, list) else [ruw]
    return Vraag(
        naam=naam,
        label=bij.label,
        hint=bij.uitleg,
        vorm="keuzelijst" if vorm == "keuze" and len(keuzes) > (MAX_RADIOS_IN_RIJ if in_rij else MAX_RADIOS) else vorm,
        ruw=ruw,
        fouten=tuple(fouten),
        keuzes=tuple((code, woorden, code in gekozen) for code, woorden in keuzes),
        max_lengte=getattr(bij.type, "max_lengte", 0),
        exclusief=bij.type.lijst.exclusief if isinstance(bij.type, Meerkeuze) else "",
        op_code=isinstance(bij.type, Meerkeuze) and bij.type.op_code,
    )
