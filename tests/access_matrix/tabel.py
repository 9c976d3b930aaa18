"""How is the table of expected answers read? One line per address, method and state; a column per role.

    po:advies   POST   klaar   403 | 422 422 422 403 | 404 | 404 | 404 | 404 | 404 | 404

A group with one number means the same for everybody in it. The last ones may be left out where they have no page: 404.
The groups and their roles: `KOLOMMEN`. A guest of a vo school has two: with the pupil of the line, who is somebody
else's, and with the one own pupil, who is always a concept, in whatever state that of the line is.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

BESTANDEN = sorted(Path(__file__).parent.glob("*.txt"))
KOLOMMEN: dict[str, tuple[str, ...]] = {
    "anoniem": ("anoniem",),
    "eigen school": ("leerkracht", "intern begeleider", "directeur", "administratie"),
    "andere basisschool": ("leerkracht B", "intern begeleider B", "directeur B", "administratie B"),
    "ontvangende vo-school": ("toelatingscommissie", "zorgcoördinator", "administratie vo"),
    "andere vo-school": ("toelatingscommissie elders",),
    "ouders": ("ouder 1", "ouder 2 van dezelfde leerling", "ouder van een andere leerling"),
    "samenwerkingsverband": ("loket", "adviescommissie"),
    "ander samenwerkingsverband": ("adviescommissie elders",),
    "regio": ("regiocoördinator",),
    "gast": ("gast", "gast bij de eigen leerling"),
}
EIGEN_LEERLING = "gast bij de eigen leerling"
# The groups that may be left out at the end of a line.
ZONDER_PAGINA = 2
ROLLEN = tuple(rol for groep in KOLOMMEN.values() for rol in groep)
_SOORTEN = {
    "eigen school": "po",
    "andere basisschool": "po",
    "ontvangende vo-school": "vo",
    "andere vo-school": "vo",
    "samenwerkingsverband": "swv",
    "ander samenwerkingsverband": "swv",
    "regio": "regio",
    "ouders": "ouder",
    "gast": "po",
}
# The kind of people (`web.components.publiek.Soort`) of each role that comes in.
SOORT_VAN = {rol: _SOORTEN[groep] for groep, rollen in KOLOMMEN.items() if groep in _SOORTEN for rol in rollen}


@dataclass(frozen=True)
class Regel:
    """One line: which address, how, on a dossier in which state, and the answer for each role."""

    naam: str
    wijze: str
    staat: str
    antwoorden: dict[str, int]
    plaats: str

    @property
    def sleutel(self) -> tuple[str, str, str]:
        """What may stand in the table only once."""
        return self.naam, self.wijze, self.staat


def lees_tabel() -> list[Regel]:
    """Every line of every table; raises `ValueError` with the place of a line that cannot be read."""
    regels = []
    for bestand in BESTANDEN:
        for nummer, tekst in enumerate(bestand.read_text(encoding="utf-8").splitlines(), start=1):
            if tekst.strip() and not tekst.startswith("#"):
                regels.append(_regel(tekst, f"{bestand.name}:{nummer}"))
    return regels


def _regel(tekst: str, plaats: str) -> Regel:
    begin, *groepen = tekst.split("|")
    *kop, anoniem = begin.split()
    if len(groepen) < len(KOLOMMEN) - 1:
        groepen += ["404"] * min(len(KOLOMMEN) - 1 - len(groepen), ZONDER_PAGINA)
    if len(kop) != 3 or len(groepen) != len(KOLOMMEN) - 1:
        raise ValueError(f"{plaats}: een regel is naam, wijze, staat en {len(KOLOMMEN)} groepen met |")
    antwoorden: dict[str, int] = {}
    for (groep, rollen), cellen in zip(KOLOMMEN.items(), (anoniem, *groepen), strict=True):
        getallen = [int(cel) for cel in cellen.split()]
        if len(getallen) not in {1, len(rollen)}:
            raise ValueError(f"{plaats}: {groep} heeft {len(rollen)} rollen, hier staan {len(getallen)} antwoorden")
        antwoorden |= dict(zip(rollen, getallen * (len(rollen) // len(getallen)), strict=True))
    return Regel(kop[0], kop[1], kop[2], antwoorden, plaats)
