"""Does the content fit what the file and its profile say, category by category (OS.cat01 to 16 and our own matrix)?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from overstap.integrations.oso.v2019.naam import q
from overstap.integrations.oso.v2019.profielen import MATRIX, OPT_UIT, OPTIONEEL, VERBODEN, VERPLICHT, Profiel
from overstap.integrations.oso.v2019.regels.dossier import PADEN, Deel, Dossier, type_element
from overstap.integrations.oso.v2019.regels.regel import Regelboek, type_vind, type_vondst

REGELS = Regelboek()

NUMMERS = "OS.cat"
"""How the official numbers of the rules of this module begin."""

_CATEGORIEEN = "categorie_uitlevering"
_ONDERSTEUNING = (
    "diagnose", "medicijngebruik", "opp", "tlv", "arrangement_cluster12", "arrangement_pao", "lwoo", "rvc",
)  # fmt: skip
# The official check spells this one wrong, so it travels unseen when support is switched off: a leak of privacy.
_LEK = "toelichting_onderwijsbehoeften"
_VOMBO = (
    "bevorderd", "examenresultaat", "resultaatvakkenvo", "certificaat", "competenties", "stage", "overigvombo",
)  # fmt: skip


@dataclass(frozen=True)
class Uitlevering:
    """One delivery category: its number, its name in the file and in Dutch, and where its content is.

    The content are the elements `namen` in `deel` of the Dossier. `stil`: the official check has no test of this one,
    because the structure already asks for the content.
    """

    nummer: int
    naam: str
    label: str
    deel: str
    namen: tuple[str, ...]
    stil: bool = False

    @cached_property
    def tag(self) -> str:
        """Its full name in the file."""
        return q(self.naam)

    def inhoud(self, dossier: Dossier) -> list[type_element]:
        """The elements of this category that are in the file, at most one of each kind."""
        hier: Deel | None = getattr(dossier, self.deel)
        if hier is None:
            return []
        return [element for naam in self.namen if (element := hier.vind(naam)) is not None]

    def is_er(self, dossier: Dossier) -> bool:
        """Is there any content?"""
        hier: Deel | None = getattr(dossier, self.deel)
        return hier is not None and hier.heeft(*self.namen)

    def plek(self, dossier: Dossier) -> type_vondst:
        """Where the content is missed."""
        hier: Deel | None = getattr(dossier, self.deel)
        if hier is None:
            return dossier.leerling.element, PADEN[self.deel].rsplit("/", 1)[-1]
        return hier.element, self.namen[0]

    def zegt(self, dossier: Dossier) -> str:
        """What the file says about this category; empty when it says nothing."""
        return dossier.categorieen.get(self.tag, "")


UITLEVERINGEN: tuple[Uitlevering, ...] = (
    Uitlevering(1, "cat_metadata", "gegevens over het bestand", "wortel", ("metadata", "overdrachtsoort")),
    Uitlevering(2, "cat_ouderinzage", "inzage door de ouders", "wortel", ("inzage",)),
    Uitlevering(3, "cat_school", "de school", "wortel", ("huidigeschool",), stil=True),
    Uitlevering(4, "cat_leerling", "de leerling", "school", ("leerling",), stil=True),
    Uitlevering(
        5,
        "cat_oudersverzorgers",
        "ouders en verzorgers",
        "leerling",
        ("verzorgersaansprakelijk", "verzorger", "aansprakelijkeinstelling"),
    ),
    Uitlevering(
        6,
        "cat_vve",
        "voor- en vroegschoolse educatie",
        "leerling",
        ("vanpeuterspeelzaal", "naampeuterspeelzaal", "voorschools", "vroegschools"),
    ),
    Uitlevering(7, "cat_schoolloopbaan", "schoolloopbaan", "leerling", ("schoolloopbaanlijst",)),
    Uitlevering(8, "cat_overstapadvies", "schooladvies", "leerling", ("overstapadvies",)),
    Uitlevering(
        9,
        "cat_onderwijsondersteuning",
        "ondersteuning",
        "ondersteuning",
        (_LEK, *_ONDERSTEUNING),
    ),
    Uitlevering(10, "cat_verzuim", "verzuim", "leerling", ("verzuim",)),
    Uitlevering(11, "cat_eindtoetsbo", "doorstroomtoets", "leerling", ("eindtoets_basisonderwijs",)),
    Uitlevering(12, "cat_toetsresultaten", "toetsresultaten", "leerling", ("toetslijst",)),
    Uitlevering(13, "cat_handelingsplannen", "handelingsplannen", "ondersteuning", ("handelingsplan",)),
    Uitlevering(14, "cat_cijferlijsten", "cijferlijsten", "leerling", ("cijferlijstlijst",)),
    Uitlevering(15, "cat_vombo", "gegevens uit vo of mbo", "leerling", _VOMBO),
    Uitlevering(16, "cat_bijlagedocs", "losse bijlagen", "leerling", ("overigdocumentlijst",)),
)
_LEKTAG = q(_LEK)
_HOORT_ER_TE_ZIJN = {VERPLICHT: True, VERBODEN: False, OPT_UIT: False}


def klopt(dossier: Dossier) -> bool:
    """Is of every category there what the file says of it? Then no rule that asks that will find anything."""
    for uitlevering in UITLEVERINGEN:
        hoort_er_te_zijn = _HOORT_ER_TE_ZIJN.get(uitlevering.zegt(dossier))
        if hoort_er_te_zijn is not None and uitlevering.is_er(dossier) is not hoort_er_te_zijn:
            return False
    return True


def _te_weinig(uitlevering: Uitlevering) -> type_vind:
    def vind(dossier: Dossier, _: date) -> Iterator[type_vondst]:
        if uitlevering.zegt(dossier) == VERPLICHT and not uitlevering.is_er(dossier):
            yield uitlevering.plek(dossier)

    return vind


def _te_veel(uitlevering: Uitlevering, *, lek: bool) -> type_vind:
    def vind(dossier: Dossier, _: date) -> Iterator[type_vondst]:
        if uitlevering.zegt(dossier) in (VERBODEN, OPT_UIT):
            for element in uitlevering.inhoud(dossier):
                if (element.tag == _LEKTAG) is lek:
                    yield element, ""

    return vind


for _cat in UITLEVERINGEN:
    _nummer, _plek = f"{NUMMERS}{_cat.nummer:02}", f"{PADEN[_cat.deel]}/{_cat.namen[0]}"
    _WEL_OF_NIET = (
        f"Het bestand zegt dat het onderdeel {_cat.label} niet meegaat, maar het staat erin.",
        "Kies in uw leerlingadministratie bij het maken van het bestand of dit onderdeel meegaat, en maak het opnieuw.",
    )
    REGELS.regel(
        _nummer,
        plek=_plek,
        tekst=f"Het bestand zegt dat het onderdeel {_cat.label} meegaat, maar het ontbreekt.",
        herstel="Vul het in uw leerlingadministratie in, of zet de levering uit bij het maken van het bestand.",
        stil=_cat.stil,
    )(_te_weinig(_cat))
    REGELS.regel(_nummer, plek=_plek, tekst=_WEL_OF_NIET[0], herstel=_WEL_OF_NIET[1], stil=_cat.stil)(
        _te_veel(_cat, lek=False)
    )
    if _LEK in _cat.namen:
        REGELS.regel(
            _nummer,
            plek=f"{PADEN[_cat.deel]}/{_LEK}",
            tekst="De toelichting op de onderwijsbehoeften staat in het bestand, maar de ondersteuning is uitgezet.",
            herstel=_WEL_OF_NIET[1],
            stil=True,
        )(_te_veel(_cat, lek=True))


def _matrix(profiel: Profiel) -> type_vind:
    """What the file says of a category is what the profile says of it, or that the school switched it off."""
    hoort = {uitlevering.tag: (MATRIX[profiel][uitlevering.naam], uitlevering.naam) for uitlevering in UITLEVERINGEN}

    def vind(dossier: Dossier, _: date) -> Iterator[type_vondst]:
        for tag, zegt in dossier.categorieen.items():
            keuze, naam = hoort.get(tag, (zegt, ""))
            if zegt != keuze and (zegt, keuze) != (OPT_UIT, OPTIONEEL):
                yield dossier.metadata.element, f"{_CATEGORIEEN}/{naam}"

    return vind


def _verboden_inhoud(profiel: Profiel) -> type_vind:
    """What the profile forbids is not there, whatever the file says."""
    verboden = [uitlevering for uitlevering in UITLEVERINGEN if MATRIX[profiel][uitlevering.naam] == VERBODEN]

    def vind(dossier: Dossier, _: date) -> Iterator[type_vondst]:
        return ((element, "") for uitlevering in verboden for element in uitlevering.inhoud(dossier))

    return vind


def _verplichte_inhoud(profiel: Profiel) -> type_vind:
    """What the profile asks for is there, whatever the file says."""
    verplicht = [uitlevering for uitlevering in UITLEVERINGEN if MATRIX[profiel][uitlevering.naam] == VERPLICHT]

    def vind(dossier: Dossier, _: date) -> Iterator[type_vondst]:
        return (uitlevering.plek(dossier) for uitlevering in verplicht if not uitlevering.is_er(dossier))

    return vind


# Our own rules. The official check believes what a file says about itself, so a school hears it; we never write it.
for _profiel in Profiel:
    REGELS.regel(
        "matrix",
        plek=f"{PADEN['metadata']}/{_CATEGORIEEN}",
        tekst=f"Het bestand zegt van dit onderdeel iets anders dan is afgesproken voor {_profiel.value}.",
        herstel="U hoeft niets te doen. Kreeg u dit bestand zo? Meld het dan bij de leverancier van de administratie.",
        alleen={_profiel},
        stil=True,
    )(_matrix(_profiel))
    REGELS.regel(
        "matrix",
        plek=PADEN["leerling"],
        tekst=f"Dit onderdeel hoort niet in een dossier voor {_profiel.value}.",
        herstel="Laat het weg: zet het uit in uw leerlingadministratie, of meld het bij de leverancier.",
        alleen={_profiel},
        stil=True,
    )(_verboden_inhoud(_profiel))
    REGELS.regel(
        "matrix",
        plek=PADEN["leerling"],
        tekst=f"Dit onderdeel ontbreekt, maar hoort in een dossier voor {_profiel.value}.",
        herstel="Vul dit onderdeel in uw leerlingadministratie in en maak het bestand opnieuw.",
        alleen={_profiel},
        stil=True,
    )(_verplichte_inhoud(_profiel))
