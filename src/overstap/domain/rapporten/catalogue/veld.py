"""What is a veld, and what is a sectie? The declaration from which everything else is made."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from overstap.domain.rapporten.catalogue.grondslag import Grondslag
from overstap.domain.rapporten.catalogue.typen import Veldtype, is_leeg, type_waarde


class Privacyklasse(StrEnum):
    """How sensitive a veld is."""

    GEWOON = "gewoon"
    GEVOELIG = "gevoelig"
    GEZONDHEID = "gezondheid"
    NUMMER = "nummer"


class Publiek(StrEnum):
    """Who may see a veld besides the school that wrote it."""

    VO = "vo"
    SWV = "swv"
    OUDERS = "ouders"


class Bron(StrEnum):
    """Where the value of a veld comes from, and so who changes it."""

    SCHOOL = "school"
    """Filled in on the form of its sectie (and prefilled by an import)."""
    LAS = "las"
    """Taken over from the school's own administration; mended there and imported again."""
    ADVIES = "advies"
    """Set by the acts of the concept adviezen."""


class Categorie(StrEnum):
    """The delivery category (uitleveringscategorie) of OSO to which a veld belongs."""

    SCHOOL = "cat_school"
    LEERLING = "cat_leerling"
    OUDERS = "cat_oudersverzorgers"
    SCHOOLLOOPBAAN = "cat_schoolloopbaan"
    OVERSTAPADVIES = "cat_overstapadvies"
    ONDERSTEUNING = "cat_onderwijsondersteuning"
    VERZUIM = "cat_verzuim"
    EINDTOETS = "cat_eindtoetsbo"
    TOETSRESULTATEN = "cat_toetsresultaten"
    HANDELINGSPLANNEN = "cat_handelingsplannen"
    CIJFERLIJSTEN = "cat_cijferlijsten"
    VO = "cat_vombo"
    BIJLAGEN = "cat_bijlagedocs"


ALLEN = frozenset(Publiek)
VO_EN_OUDERS = frozenset({Publiek.VO, Publiek.OUDERS})


@dataclass(frozen=True)
class Voorwaarde:
    """A veld counts only when another veld of the report (or its part `deel`) has one of these values.

    None among the values means: also as long as nobody answered. `en` is a condition that must hold as well,
    for a question under a question.
    """

    veld: str
    waarden: tuple[type_waarde, ...]
    deel: str = ""
    en: "Voorwaarde | None" = None

    def beantwoord(self, inhoud: Mapping[str, type_waarde]) -> bool:
        """Is the other veld filled in, so that it is known whether the condition holds?"""
        return self.veld in inhoud

    def geldt(self, inhoud: Mapping[str, type_waarde]) -> bool:
        """Does the condition hold for this content?"""
        waarde = inhoud.get(self.veld)
        if self.deel:
            waarde = (waarde or {}).get(self.deel)
        return waarde in self.waarden and (self.en is None or self.en.geldt(inhoud))


@dataclass(frozen=True, kw_only=True)
class Deel:
    """One part of a `Groep` or `Rijen`; it rests on the grondslag of the veld around it.

    `verborgen` parts (keys of rows) are stored and exchanged, but no reader sees them. A `technisch` part is a
    code from one administration to another that says nothing about the pupil: parents do not see it. A `bijzaak` is
    shown to every reader too, but together with the others in one place. A yes/no that is `stil_bij_nee`
    is only worth a line when the answer is yes. `geheim_als` names the yes/no
    beside it (or in what surrounds it) that closes this part for everybody outside the school.
    `label` is what the writer is asked, `lezers` what every reader sees above the answer. `code_van` names the part
    beside it that says the same in better words: where that is filled, no reader needs this one. Without a part that
    is `onmisbaar` its neighbours say nothing ("87"), so also parents see its code when nobody published what it means.
    `met_de_hand` is what it says when it is empty and people fill it in, because the pupil came without a file from the
    LAS; without it only the LAS gives this part.
    """

    naam: str
    label: str
    type: Veldtype
    verplicht: bool = False
    bron: Bron = Bron.LAS
    uitleg: str = ""
    bij_leeg: str = "Vul dit in."
    lezers: str = ""
    verborgen: bool = False
    technisch: bool = False
    bijzaak: bool = False
    stil_bij_nee: bool = False
    code_van: str = ""
    onmisbaar: bool = False
    geheim_als: str = ""
    met_de_hand: str = ""

    def lezerslabel(self) -> str:
        """How readers see this part named: no question, and nothing that speaks to the writer."""
        return self.lezers or self.label

    def in_zin(self) -> str:
        """The same before its value within a line: "maanden onderwijs (DL): 35"."""
        label = self.lezerslabel()
        return label if label[:2].isupper() else f"{label[:1].lower()}{label[1:]}"

    def toont(self, waarde: type_waarde, *, ouders: bool = False) -> bool:
        """Does a reader (a parent) see this part, with this value?"""
        stil = self.verborgen or (ouders and self.technisch) or (self.stil_bij_nee and waarde is False)
        return not (stil or is_leeg(waarde))


@dataclass(frozen=True, kw_only=True)
class Veld:
    """One admissible piece of data in the report.

    `label` (often a question), `uitleg` and `waarom` are for the writer; `lezers` names the answer for those who read
    it, where the question would not, and `ouders` does so on the parents' page (B1: at most twelve words a sentence).
    `bij_leeg` is the sentence shown when an obligatory veld is empty. Without `alleen_als` a veld is always asked;
    without `verplicht_als` `verplicht` decides. A form asks what is `alleen_op_verzoek` only where the region asks for
    it. `gevraagd` and `regio_uitleg` are what a region adds. `met_de_hand` is the `uitleg` of a veld of the LAS that
    people fill in when the pupil came without a file from there; without it they do not.
    """

    naam: str
    label: str
    type: Veldtype
    grondslag: Grondslag
    privacy: Privacyklasse = Privacyklasse.GEWOON
    bron: Bron = Bron.SCHOOL
    categorie: Categorie = Categorie.BIJLAGEN
    uitleg: str = ""
    waarom: str = ""
    lezers: str = ""
    ouders: str = ""
    zichtbaar_voor: frozenset[Publiek] = ALLEN
    verplicht: bool = False
    alleen_als: Voorwaarde | None = None
    verplicht_als: Voorwaarde | None = None
    bij_leeg: str = "Vul dit in."
    geheim_als: str = ""
    alleen_op_verzoek: bool = False
    gevraagd: bool = False
    regio_uitleg: str = ""
    met_de_hand: str = ""

    def telt_mee(self, inhoud: Mapping[str, type_waarde]) -> bool:
        """Is this veld asked at all, given the other answers?"""
        return self.alleen_als is None or self.alleen_als.geldt(inhoud)

    def is_verplicht(self, inhoud: Mapping[str, type_waarde]) -> bool:
        """Must this veld be filled in, given the other answers?"""
        nodig = self.verplicht or (self.verplicht_als is not None and self.verplicht_als.geldt(inhoud))
        return nodig and self.telt_mee(inhoud)

    def lezerslabel(self) -> str:
        """How readers see this veld named: no question, and nothing that speaks to the writer."""
        return self.lezers or self.label

    def ouderlabel(self) -> str:
        """How the parents' page names this veld."""
        return self.ouders or self.lezerslabel()


@dataclass(frozen=True, kw_only=True)
class Sectie:
    """One section (onderdeel) of the report: one page of the form, one chapter of the PDF.

    `opent_met` names the yes/no that opens it: after a no the sectie is closed, and complete.
    """

    naam: str
    titel: str
    groep: str
    ouders: str
    velden: tuple[Veld, ...]
    inleiding: str = ""
    opent_met: str = ""

    def is_dicht(self, inhoud: Mapping[str, type_waarde]) -> bool:
        """Did somebody answer no to the question that opens this sectie?"""
        return bool(self.opent_met) and inhoud.get(self.opent_met) is False

    def zichtbaar(self, publiek: Publiek) -> tuple[Veld, ...]:
        """The velden of this section that `publiek` may see."""
        return tuple(veld for veld in self.velden if publiek in veld.zichtbaar_voor)
