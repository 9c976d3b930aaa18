"""Does the content fit what the file and its profile say, category by category (OS.cat01 to 16 and our own matrix)?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from overstap.integrations.oso.v2019.naam import q
from overstap.integrations.oso.v2019.profielen import MATRIX, OPT_UIT, OPTIONEEL, VERBODEN, VERPLICHT, Profiel
from overstap.integrations.oso.v2019.regels.dossier import PADEN, Dossier, type_element
from overstap.integrations.oso.v2019.regels.regel import Regelboek, type_vind, type_vondst

REGELS = Regelboek()

_CATEGORIEEN = "categorie_uitlevering"
_ONDERSTEUNING = (
    "diagnose", "medicijngebruik", "opp", "tlv", "arrangement_cluster12", "arrangement_pao", "lwoo", "rvc",
)  # fmt: skip
# The official check spells this one wrong, so it travels unseen when support is switched off: a leak of privacy.
_LEK = "onderwijsondersteuning/toelichting_onderwijsbehoeften"
_VOMBO = (
    "bevorderd", "examenresultaat", "resultaatvakkenvo", "certificaat", "competenties", "stage", "overigvombo",
)  # fmt: skip


@dataclass(frozen=True)
class Uitlevering:
    """One delivery category: its number, its name in the file and in Dutch, and where its content is.

    The paths start at `deel` of the Dossier. `stil`: the official check has no test of this one, because the
    structure already asks for the content.
    """

    nummer: int
    naam: str
    label: str
    deel: str
    paden: tuple[str, ...]
    stil: bool = False

    def inhoud(self, dossier: Dossier) -> list[type_element]:
        """The elements of this category that are in the file, at most one of each kind."""
        hier = getattr(dossier, self.deel)
        return [element for pad in self.paden if (element := hier.vind(pad)) is not None]

    def zegt(self, dossier: Dossier) -> str:
        """What the file says about this category; empty when it says nothing."""
        return dossier.categorieen.get(q(self.naam), "")


UITLEVERINGEN: tuple[Uitlevering, ...] = (
    Uitlevering(1, "cat_metadata", "gegevens over het bestand", "wortel", ("metadata", "overdrachtsoort")),
    Uitlevering(2, "cat_ouderinzage", "inzage door de ouders", "wortel", ("inzage",)),
    Uitlevering(3, "cat_school", "de school", "wortel", ("huidigeschool",), stil=True),
    Uitlevering(4, "cat_leerling", "de leerling", "wortel", ("huidigeschool/leerling",), stil=True),
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
        "leerling",
        (_LEK, *(f"onderwijsondersteuning/{naam}" for naam in _ONDERSTEUNING)),
    ),
    Uitlevering(10, "cat_verzuim", "verzuim", "leerling", ("verzuim",)),
    Uitlevering(11, "cat_eindtoetsbo", "doorstroomtoets", "leerling", ("eindtoets_basisonderwijs",)),
    Uitlevering(12, "cat_toetsresultaten", "toetsresultaten", "leerling", ("toetslijst",)),
    Uitlevering(
        13, "cat_handelingsplannen", "handelingsplannen", "leerling", ("onderwijsondersteuning/handelingsplan",)
    ),
    Uitlevering(14, "cat_cijferlijsten", "cijferlijsten", "leerling", ("cijferlijstlijst",)),
    Uitlevering(15, "cat_vombo", "gegevens uit vo of mbo", "leerling", _VOMBO),
    Uitlevering(16, "cat_bijlagedocs", "losse bijlagen", "leerling", ("overigdocumentlijst",)),
)
_LEKTAG = q(_LEK.rsplit("/", 1)[-1])


def _te_weinig(uitlevering: Uitlevering) -> type_vind:
    def vind(dossier: Dossier, _: date) -> Iterator[type_vondst]:
        if uitlevering.zegt(dossier) == VERPLICHT and not uitlevering.inhoud(dossier):
            yield getattr(dossier, uitlevering.deel).element, uitlevering.paden[0]

    return vind


def _te_veel(uitlevering: Uitlevering, *, lek: bool) -> type_vind:
    def vind(dossier: Dossier, _: date) -> Iterator[type_vondst]:
        if uitlevering.zegt(dossier) in (VERBODEN, OPT_UIT):
            for element in uitlevering.inhoud(dossier):
                if (element.tag == _LEKTAG) is lek:
                    yield element, ""

    return vind


for _cat in UITLEVERINGEN:
    _nummer, _plek = f"OS.cat{_cat.nummer:02}", f"{PADEN[_cat.deel]}/{_cat.paden[0]}"
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
    if _LEK in _cat.paden:
        REGELS.regel(
            _nummer,
            plek=f"{PADEN[_cat.deel]}/{_LEK}",
            tekst="De toelichting op de onderwijsbehoeften staat in het bestand, maar de ondersteuning is uitgezet.",
            herstel=_WEL_OF_NIET[1],
            stil=True,
        )(_te_veel(_cat, lek=True))


def _matrix(profiel: Profiel) -> type_vind:
    """What the file says of a category is what the profile says of it, or that the school switched it off."""

    def vind(dossier: Dossier, _: date) -> Iterator[type_vondst]:
        for uitlevering in UITLEVERINGEN:
            zegt, hoort = uitlevering.zegt(dossier), MATRIX[profiel][uitlevering.naam]
            if zegt and zegt != hoort and (zegt, hoort) != (OPT_UIT, OPTIONEEL):
                yield dossier.metadata.element, f"{_CATEGORIEEN}/{uitlevering.naam}"

    return vind


def _matrix_inhoud(profiel: Profiel, keuze: str) -> type_vind:
    """The content itself: what is forbidden is not there and what is obligatory is, whatever the file says."""

    def vind(dossier: Dossier, _: date) -> Iterator[type_vondst]:
        for uitlevering in UITLEVERINGEN:
            if MATRIX[profiel][uitlevering.naam] != keuze:
                continue
            inhoud = uitlevering.inhoud(dossier)
            if keuze == VERBODEN:
                yield from ((element, "") for element in inhoud)
            elif not inhoud:
                yield getattr(dossier, uitlevering.deel).element, uitlevering.paden[0]

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
    )(_matrix_inhoud(_profiel, VERBODEN))
    REGELS.regel(
        "matrix",
        plek=PADEN["leerling"],
        tekst=f"Dit onderdeel ontbreekt, maar hoort in een dossier voor {_profiel.value}.",
        herstel="Vul dit onderdeel in uw leerlingadministratie in en maak het bestand opnieuw.",
        alleen={_profiel},
        stil=True,
    )(_matrix_inhoud(_profiel, VERPLICHT))
