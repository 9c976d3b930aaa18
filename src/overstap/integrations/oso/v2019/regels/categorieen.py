"""Does the content fit what the file says about itself, category by category (OS.cat01 to 16), and what do we say?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from overstap.integrations.oso.v2019.naam import q
from overstap.integrations.oso.v2019.profielen import Profiel
from overstap.integrations.oso.v2019.regels.dossier import Dossier, type_element, vind
from overstap.integrations.oso.v2019.regels.regel import ALLE, Regel

VERPLICHT, OPTIONEEL, VERBODEN, OPT_UIT = "VERPLICHT", "OPTIONEEL", "VERBODEN", "OPT-UIT"
_ONDERSTEUNING = (
    "toelichting_onderwijsbehoeften", "diagnose", "medicijngebruik", "opp", "tlv",
    "arrangement_cluster12", "arrangement_pao", "lwoo", "rvc",
)  # fmt: skip
_VOMBO = (
    "bevorderd", "examenresultaat", "resultaatvakkenvo", "certificaat", "competenties", "stage", "overigvombo",
)  # fmt: skip


@dataclass(frozen=True)
class Uitlevering:
    """One delivery category: its number, its Dutch name, where its content is, and what POVO says of it.

    The paths start at `blok` ("wortel" or "leerling"). A category that POVO calls OPTIONEEL may be
    switched off by the school.
    """

    nummer: int
    naam: str
    label: str
    blok: str
    paden: tuple[str, ...]
    povo: str

    def inhoud(self, dossier: Dossier) -> list[type_element]:
        """The elements of this category that are in the file."""
        hier = getattr(dossier, self.blok)
        return [element for pad in self.paden if (element := vind(hier, pad)) is not None]


UITLEVERINGEN: tuple[Uitlevering, ...] = (
    Uitlevering(1, "cat_metadata", "gegevens over het bestand", "wortel", ("metadata", "overdrachtsoort"), VERPLICHT),
    Uitlevering(2, "cat_ouderinzage", "inzage door de ouders", "wortel", ("inzage",), VERPLICHT),
    Uitlevering(3, "cat_school", "de school", "wortel", ("huidigeschool",), VERPLICHT),
    Uitlevering(4, "cat_leerling", "de leerling", "wortel", ("huidigeschool/leerling",), VERPLICHT),
    Uitlevering(
        5,
        "cat_oudersverzorgers",
        "ouders en verzorgers",
        "leerling",
        ("verzorgersaansprakelijk", "verzorger", "aansprakelijkeinstelling"),
        VERPLICHT,
    ),
    Uitlevering(
        6,
        "cat_vve",
        "voor- en vroegschoolse educatie",
        "leerling",
        ("vanpeuterspeelzaal", "naampeuterspeelzaal", "voorschools", "vroegschools"),
        VERBODEN,
    ),
    Uitlevering(7, "cat_schoolloopbaan", "schoolloopbaan", "leerling", ("schoolloopbaanlijst",), VERPLICHT),
    Uitlevering(8, "cat_overstapadvies", "schooladvies", "leerling", ("overstapadvies",), VERPLICHT),
    Uitlevering(
        9,
        "cat_onderwijsondersteuning",
        "ondersteuning",
        "leerling",
        tuple(f"onderwijsondersteuning/{naam}" for naam in _ONDERSTEUNING),
        OPTIONEEL,
    ),
    Uitlevering(10, "cat_verzuim", "verzuim", "leerling", ("verzuim",), OPTIONEEL),
    Uitlevering(11, "cat_eindtoetsbo", "doorstroomtoets", "leerling", ("eindtoets_basisonderwijs",), OPTIONEEL),
    Uitlevering(12, "cat_toetsresultaten", "toetsresultaten", "leerling", ("toetslijst",), OPTIONEEL),
    Uitlevering(
        13,
        "cat_handelingsplannen",
        "handelingsplannen",
        "leerling",
        ("onderwijsondersteuning/handelingsplan",),
        OPTIONEEL,
    ),
    Uitlevering(14, "cat_cijferlijsten", "cijferlijsten", "leerling", ("cijferlijstlijst",), OPTIONEEL),
    Uitlevering(15, "cat_vombo", "gegevens uit vo of mbo", "leerling", _VOMBO, VERBODEN),
    Uitlevering(16, "cat_bijlagedocs", "losse bijlagen", "leerling", ("overigdocumentlijst",), OPTIONEEL),
)


def _regels(uitlevering: Uitlevering) -> Iterator[Regel]:
    tag = q(uitlevering.naam)

    def te_weinig(dossier: Dossier, _: date) -> Iterator[type_element]:
        if dossier.categorieen.get(tag) == VERPLICHT and not uitlevering.inhoud(dossier):
            yield dossier.metadata

    def te_veel(dossier: Dossier, _: date) -> Iterator[type_element]:
        if dossier.categorieen.get(tag) in (VERBODEN, OPT_UIT):
            yield from uitlevering.inhoud(dossier)

    nummer = f"OS.cat{uitlevering.nummer:02}"
    yield Regel(
        nummer,
        ALLE,
        f"Het bestand zegt dat {uitlevering.label} meegaat, maar dat onderdeel ontbreekt.",
        "Vul dit onderdeel in uw leerlingadministratie in, of zet de levering ervan uit.",
        te_weinig,
    )
    yield Regel(
        nummer,
        ALLE,
        f"Het bestand zegt dat {uitlevering.label} niet meegaat, maar dat onderdeel staat erin.",
        "Zet de levering van dit onderdeel aan, of laat het uit het bestand weg.",
        te_veel,
    )


def _matrix(dossier: Dossier, _: date) -> Iterator[type_element]:
    """Our own rule: what POVO forbids is not there, whatever the file says about itself."""
    for uitlevering in UITLEVERINGEN:
        if uitlevering.povo == VERBODEN:
            yield from uitlevering.inhoud(dossier)


REGELS: tuple[Regel, ...] = (
    *(regel for uitlevering in UITLEVERINGEN for regel in _regels(uitlevering)),
    Regel(
        "matrix",
        frozenset({Profiel.POVO}),
        "Dit onderdeel hoort niet in een dossier van po naar vo.",
        "U hoeft niets te doen: Overstap neemt dit niet over. Lever het bij een volgende keer niet mee.",
        _matrix,
        raad=True,
    ),
)
