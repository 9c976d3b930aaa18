"""Which delivery profiles does OSO 2019.1 have, how does a file say which one it is, and what travels in each?

The six columns of the matrix are our own derivation from the official examples; the file only declares
about itself (`categorie_uitlevering`), so what is forbidden is decided here and not by the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Self

from overstap.foundation.choice import Choice

VERPLICHT, OPTIONEEL, VERBODEN, OPT_UIT = "VERPLICHT", "OPTIONEEL", "VERBODEN", "OPT-UIT"
_OVERSTAPDOSSIER, _BINNENBRIN, _SWV_DOSSIER = "overstapdossier", "overdrachtbinnenbrin", "swv-dossier"


class Profiel(Choice):
    """A delivery profile: its code, and what its files hold in `overdrachtsoort` and `metadata/overstap`."""

    overdrachtsoort: str
    overstap: str

    def __new__(cls, value: str, label: str = "", overdrachtsoort: str = "", overstap: str = "") -> Self:
        """One row of the list below."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.overdrachtsoort = overdrachtsoort
        member.overstap = overstap
        return member

    POVO = "POVO", "Van basisschool naar voortgezet onderwijs", _OVERSTAPDOSSIER, "POVO"
    POPO = "POPO", "Van basisschool naar basisschool", _OVERSTAPDOSSIER, "POPO"
    VOVO = "VOVO", "Tussen scholen voor voortgezet onderwijs", _OVERSTAPDOSSIER, "VOVO"
    # Within one school the file says POPO (or another) too; the overdrachtsoort is what tells.
    BB = "BB", "Binnen dezelfde school (binnen-BRIN)", _BINNENBRIN, "POPO"
    POSWV = "POSWV", "Van basisschool naar samenwerkingsverband", _SWV_DOSSIER, "POSWV"
    VOSWV = "VOSWV", "Van vo-school naar samenwerkingsverband", _SWV_DOSSIER, "VOSWV"

    @property
    def voor_swv(self) -> bool:
        """Does a file of this profile go to a samenwerkingsverband?"""
        return self.overdrachtsoort == _SWV_DOSSIER

    @property
    def van_het_vo(self) -> bool:
        """Is the pupil of such a file at a vo school already?"""
        return self in _VAN_HET_VO

    @property
    def schrijfbaar(self) -> bool:
        """Do we write this profile too? All are read."""
        return self in _SCHRIJFBAAR

    @classmethod
    def van_bestand(cls, overdrachtsoort: str, overstap: str) -> Profiel | None:
        """The profile of a file with these two texts; `None` when they name none together."""
        return cls.BB if overdrachtsoort == _BINNENBRIN else _VAN_BESTAND.get((overdrachtsoort, overstap))

    @classmethod
    def uit_tekst(cls, tekst: str) -> Profiel:
        """The profile that a person names on a command line (`povo`, `binnen-BRIN`); raises ValueError."""
        woord = tekst.strip().replace("-", "").upper()
        return cls(_BIJNAMEN.get(woord, woord))


def schrijf_als(profiel: str) -> Profiel:
    """The profile in which a file of this one is written again; of one that nobody knows POVO."""
    soort = Profiel(profiel) if profiel in set(Profiel) else Profiel.POVO
    return _DICHTSTBIJ.get(soort, soort)


_VAN_BESTAND = {(profiel.overdrachtsoort, profiel.overstap): profiel for profiel in Profiel}
OVERSTAP = frozenset({Profiel.POVO, Profiel.POPO, Profiel.VOVO})
SWV = frozenset({Profiel.POSWV, Profiel.VOSWV})
_VAN_HET_VO = frozenset({Profiel.VOVO, Profiel.VOSWV})
_SCHRIJFBAAR = frozenset({Profiel.POVO, Profiel.BB, Profiel.POSWV})
# A file about a pupil of the vo comes from a vo school: of what we write only the file for its own LAS may hold all
# that it lawfully holds. POSWV says that a basisschool speaks.
_DICHTSTBIJ = {Profiel.POPO: Profiel.POVO, Profiel.VOVO: Profiel.BB, Profiel.VOSWV: Profiel.BB}
_BIJNAMEN = {"BINNENBRIN": "BB", "OVERDRACHTBINNENBRIN": "BB"}

# V: goes along, X: never, O: the school may switch it off.
_TEKENS = {"V": VERPLICHT, "X": VERBODEN, "O": OPTIONEEL}
_KOLOMMEN = (Profiel.POVO, Profiel.POPO, Profiel.VOVO, Profiel.BB, Profiel.POSWV, Profiel.VOSWV)
_RIJEN = {
    "cat_metadata": "VVVVVV",
    "cat_ouderinzage": "VVVOOO",
    "cat_school": "VVVVVV",
    "cat_leerling": "VVVVVV",
    "cat_oudersverzorgers": "VVVOVV",
    "cat_vve": "XOXOOX",
    "cat_schoolloopbaan": "VVVOVV",
    "cat_overstapadvies": "VVVOOO",
    "cat_onderwijsondersteuning": "OOOOVV",
    "cat_verzuim": "OOOOOO",
    "cat_eindtoetsbo": "OOOOXO",
    "cat_toetsresultaten": "OOOOOO",
    "cat_handelingsplannen": "OOOOOO",
    "cat_cijferlijsten": "OOOOOO",
    "cat_vombo": "XXOOXO",
    "cat_bijlagedocs": "OOOOOO",
}
# The delivery matrix: per profile what is said of every category, in the order of a file.
MATRIX: Mapping[Profiel, Mapping[str, str]] = MappingProxyType(
    {
        profiel: MappingProxyType({naam: _TEKENS[rij[nummer]] for naam, rij in _RIJEN.items()})
        for nummer, profiel in enumerate(_KOLOMMEN)
    }
)
