"""What can the doorstroomtoets say, who makes it, and who need not take it?"""

from __future__ import annotations

import re
import unicodedata
from typing import Self

from overstap.domain.adviezen.enums.niveaus import Niveau
from overstap.foundation.choice import Choice


class Toetsadvies(Choice):
    """The six categories in which every doorstroomtoets reports (Toetsbesluit PO art. 4 a).

    Columns: key, label, rank on the scale of ``Niveau.rang``, ladder steps, the
    schooladvies that is in accordance with it. For pro/vmbo-bb no such schooladvies exists.
    """

    rang: int
    treden: tuple[int, ...]
    niveau_waarde: str

    PRO_B = ("pro_b", "pro/vmbo-b", 2, (0, 1), "")
    VMBO_BK = ("vmbo_bk", "vmbo-b/k", 4, (1, 2), "vmbo_bk")
    VMBO_KGT = ("vmbo_kgt", "vmbo-k/gt", 6, (2, 3), "vmbo_kgt")
    VMBO_GT_HAVO = ("vmbo_gt_havo", "vmbo-gt/havo", 8, (3, 4), "vmbo_gt_havo")
    HAVO_VWO = ("havo_vwo", "havo/vwo", 10, (4, 5), "havo_vwo")
    VWO = ("vwo", "vwo", 11, (5,), "vwo")

    def __new__(
        cls,
        value: str,
        label: str = "",
        rang: int = 0,
        treden: tuple[int, ...] = (),
        niveau: str = "",
    ) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.rang, member.treden, member.niveau_waarde = (
            label,
            rang,
            treden,
            niveau,
        )
        return member

    @property
    def niveau(self) -> Niveau | None:
        """The schooladvies with exactly this meaning; ``None`` for pro/vmbo-b."""
        return Niveau(self.niveau_waarde) if self.niveau_waarde else None

    @classmethod
    def uit_tekst(cls, tekst: str) -> Toetsadvies | None:
        """The category in OSO's free text ``toets_advies``, such as "vmbo kb/vmbo gl-tl".

        Tolerant in spelling, order and separators. A text with one word that is not
        understood, or a set of levels that is no category, gives ``None``: a person chooses then.
        """
        genoemd = _treden_in(tekst[:1024])
        return next((advies for advies in cls if advies.treden == genoemd), None)


_TREDE_VAN_WOORD = {
    **dict.fromkeys(("pro", "praktijkonderwijs"), 0),
    **dict.fromkeys(
        (
            "b",
            "bb",
            "bl",
            "bbl",
            "basis",
            "basisberoepsgericht",
            "basisberoepsgerichte",
        ),
        1,
    ),
    **dict.fromkeys(
        (
            "k",
            "kb",
            "kl",
            "kbl",
            "kader",
            "kaderberoepsgericht",
            "kaderberoepsgerichte",
        ),
        2,
    ),
    **dict.fromkeys(
        (
            "g",
            "t",
            "gt",
            "gl",
            "tl",
            "gemengd",
            "gemengde",
            "theoretisch",
            "theoretische",
            "mavo",
        ),
        3,
    ),
    "havo": 4,
    "vwo": 5,
}
_ZONDER_BETEKENIS = frozenset({"vmbo", "tm", "of", "en", "leerweg", "leerwegen"})


def _treden_in(tekst: str) -> tuple[int, ...]:
    """The ladder steps named in a text, rising; empty when any word is not understood."""
    # "t/m" would fall apart into the t of theoretisch and a loose m.
    schoon = re.sub(
        r"\bt\s*/\s*m\b|\btot en met\b",
        " tm ",
        unicodedata.normalize("NFKC", tekst).lower(),
    )
    woorden = [woord for woord in re.split(r"[\s/_.,()\-\u2010-\u2014]+", schoon) if woord]
    betekenis = [woord for woord in woorden if woord not in _ZONDER_BETEKENIS]
    if any(woord not in _TREDE_VAN_WOORD for woord in betekenis):
        return ()
    return tuple(sorted({_TREDE_VAN_WOORD[woord] for woord in betekenis}))


class Aanbieder(Choice):
    """Who made the doorstroomtoets.

    Columns: key, label, OSO code, name in the toetsketen, first and last school year.

    The years are those for which a source says or implies that the test was allowed; the CvTE recognises
    tests for a period and publishes them in the Staatscourant, so this table must be looked at every year
    (docs/regelwijzigingen.md). OSO codelijst 42 (2019.1) also knows 0014 and 0016 without naming them:
    they stay unread rather than guessed. 0011 is the Centrale Eindtoets of the old regime.
    """

    oso_code: str | None
    ketennaam: str | None
    eerste_jaar: str | None
    laatste_jaar: str | None

    LEERLING_IN_BEELD = (
        "leerling_in_beeld",
        "Leerling in beeld (Cito)",
        None,
        "LEERLING_IN_BEELD",
        "2023-2024",
        None,
    )
    IEP = ("iep", "IEP (Bureau ICE)", "0013", "ICE", "2023-2024", None)
    ROUTE_8 = ("route_8", "Route 8", "0012", "ROUTE_8", "2023-2024", None)
    DIA = ("dia", "Dia", None, "DIA", "2023-2024", None)
    AMN = ("amn", "AMN", None, "AMN", "2023-2024", None)
    DOE = ("doe", "DOE (overheid)", None, "DOE", "2023-2024", None)
    # Named in the toetsketen only; no source says in which year it was an allowed test.
    OCW = ("ocw", "Doorstroomtoets van OCW", None, "OCW_DOORSTROOMTOETS", None, None)
    CET = ("cet", "Centrale Eindtoets (oude regeling)", "0011", None, None, "2022-2023")

    def __new__(  # noqa: PLR0917  # the columns of the table above
        cls,
        value: str,
        label: str = "",
        oso_code: str | None = None,
        ketennaam: str | None = None,
        eerste_jaar: str | None = None,
        laatste_jaar: str | None = None,
    ) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.oso_code, member.ketennaam = label, oso_code, ketennaam
        member.eerste_jaar, member.laatste_jaar = eerste_jaar, laatste_jaar
        return member

    @classmethod
    def in_schooljaar(cls, schooljaar: str) -> tuple[Aanbieder, ...]:
        """The tests a school can choose from in a school year ("2026-2027")."""
        return tuple(
            aanbieder
            for aanbieder in cls
            if aanbieder.eerste_jaar is not None
            and aanbieder.eerste_jaar <= schooljaar <= (aanbieder.laatste_jaar or schooljaar)
        )

    @classmethod
    def uit_oso(cls, code: str) -> Aanbieder | None:
        """The provider of an OSO code ``toetssoort`` (codelijst 42), or ``None`` when the code is unnamed."""
        return next((aanbieder for aanbieder in cls if aanbieder.oso_code == code), None)


class Ontheffingsgrond(Choice):
    """Why a pupil need not take the test (WPO 45c lid 2, WEC 48d lid 2). Illness is no ground.

    ``raadplegen``: parents are consulted beforehand; for the other grounds they are informed.
    """

    raadplegen: bool

    ZEER_MOEILIJK_LEREND = ("zeer_moeilijk_lerend", "Zeer moeilijk lerend", False)
    MEERVOUDIG_GEHANDICAPT = (
        "meervoudig_gehandicapt",
        "Meervoudig gehandicapt, en zeer moeilijk lerend is een van de handicaps",
        False,
    )
    KORT_IN_NEDERLAND = (
        "kort_in_nederland",
        "Vier jaar of korter in Nederland en nog niet genoeg Nederlands",
        True,
    )

    def __new__(cls, value: str, label: str = "", raadplegen: bool = False) -> Self:  # noqa: FBT001, FBT002  # a column of the table above
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.raadplegen = label, raadplegen
        return member


class Referentieniveau(Choice):
    """The reference level reached in one domain. Columns: key, label, OSO code (codelijst 45)."""

    oso_code: str

    ONDER_1F = ("onder_1f", "lager dan 1F", "01")
    F1 = ("1f", "1F", "02")
    S1 = ("1s", "1S", "03")
    F2 = ("2f", "2F", "04")

    def __new__(cls, value: str, label: str = "", oso_code: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.oso_code = label, oso_code
        return member

    @classmethod
    def uit_oso(cls, code: str) -> Referentieniveau | None:
        """The level of an OSO code, or ``None`` when unknown."""
        return next((niveau for niveau in cls if niveau.oso_code == code), None)


class Toetsdomein(Choice):
    """The three domains with a reference level. Columns: key, label, OSO code, highest level of that domain.

    Source: doorstroomtoetsketen 1.1.0; OSO onderdeel 8001, domeinen 8050 and 8051.
    """

    oso_code: str
    hoogste_waarde: str

    LEZEN = ("lezen", "Lezen", "8050", "2f")
    TAALVERZORGING = ("taalverzorging", "Taalverzorging", "8051", "2f")
    REKENEN = ("rekenen", "Rekenen", "8001", "1s")

    def __new__(cls, value: str, label: str = "", oso_code: str = "", hoogste: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.oso_code, member.hoogste_waarde = (
            label,
            oso_code,
            hoogste,
        )
        return member

    @property
    def niveaus(self) -> tuple[Referentieniveau, ...]:
        """The levels that exist in this domain, lowest first."""
        return (
            Referentieniveau.ONDER_1F,
            Referentieniveau.F1,
            Referentieniveau(self.hoogste_waarde),
        )
