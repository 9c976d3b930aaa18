"""Are the data of the pupil complete, and are no forbidden ones there?"""

from collections.abc import Iterator
from datetime import date

from overstap.integrations.oso.v2019.profielen import Profiel
from overstap.integrations.oso.v2019.regels.dossier import PADEN, Dossier, vind
from overstap.integrations.oso.v2019.regels.regel import Regelboek, type_vondst

REGELS = Regelboek()

_L = PADEN["leerling"]
_LEERLING = "Vul dit in uw leerlingadministratie in bij de leerling."
_WEGLATEN = "Laat dit weg uit het bestand: zet het uit in uw leerlingadministratie, of meld het bij de leverancier."
_ADRES = "Kijk in uw leerlingadministratie bij het adres van de leerling of dat geheim is."
_VERZORGERS = "Vul dit in uw leerlingadministratie in bij de verzorgers van de leerling."

REGELS.verplicht(
    "OVa.LL01", "PaO.LL01", deel="leerling", pad="voornaam", tekst="De leerling heeft geen voornaam.", herstel=_LEERLING
)
REGELS.verplicht(
    "OVa.LL02",
    "PaO.LL02",
    deel="leerling",
    pad="geboortedatum",
    tekst="De geboortedatum van de leerling ontbreekt.",
    herstel=_LEERLING,
)
REGELS.verboden(
    "OVa.LL03",
    "OVb.LL01",
    "PaO.LL03",
    pad="geboortemaand",
    tekst="Er staat een geboortemaand in het bestand. Dat mag niet.",
    herstel="Vul in uw leerlingadministratie de hele geboortedatum van de leerling in.",
)
REGELS.verplicht(
    "OVa.LL04",
    "PaO.LL04",
    deel="leerling",
    pad="adresgeheim",
    tekst="Het bestand zegt niet of het adres van de leerling geheim is.",
    herstel="Leg dat vast in uw leerlingadministratie bij het adres van de leerling.",
)


@REGELS.regel(
    "OVa.LL05",
    "PaO.LL05",
    plek=f"{_L}/adreslijst/adres",
    tekst="De leerling heeft geen adres, en het adres is niet geheim.",
    herstel="Vul het adres in uw leerlingadministratie in bij de leerling. Een adres in het buitenland mag ook.",
)
def zonder_adres(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    leerling = dossier.leerling
    if not leerling.heeft("adreslijst", "adresbuitenland") and not leerling.waar("adresgeheim"):
        yield leerling.element, "adreslijst/adres"


@REGELS.regel(
    "OVa.LL06",
    "OVb.LL02",
    "PaO.LL06",
    plek=f"{_L}/adreslijst/adres",
    tekst="Het adres van de leerling is geheim, maar staat toch in het bestand.",
    herstel=_ADRES,
)
def geheim_adres(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    if dossier.leerling.waar("adresgeheim") and dossier.leerling.heeft("adreslijst"):
        yield dossier.leerling.element, "adreslijst/adres"


REGELS.verboden(
    "OVa.LL07",
    "OVb.LL03",
    "PaO.LL07",
    pad="postcode4adres",
    tekst="Er staat een adres van alleen vier cijfers in het bestand. Dat mag niet.",
    herstel="Vul in uw leerlingadministratie het hele adres van de leerling in.",
)


@REGELS.regel(
    "OVa.LL09",
    "OVb.LL05",
    "PaO.LL09",
    plek=f"{_L}/adresbuitenland",
    tekst="Het adres van de leerling is geheim, maar een adres in het buitenland staat in het bestand.",
    herstel=_ADRES,
)
def geheim_adres_buitenland(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    if dossier.leerling.waar("adresgeheim") and dossier.leerling.heeft("adresbuitenland"):
        yield dossier.leerling.element, "adresbuitenland"


REGELS.verboden(
    "OVa.LL10",
    "OVb.LL??",
    "PaO.LL10",
    pad="geboorteplaats",
    tekst="De geboorteplaats van de leerling staat in het bestand. Dat mag niet.",
    herstel=_WEGLATEN,
)
REGELS.verboden(
    "OVa.LL11",
    "OVb.LL??",
    "PaO.LL11",
    pad="nationaliteit",
    tekst="De nationaliteit van de leerling staat in het bestand. Dat mag niet.",
    herstel=_WEGLATEN,
)


@REGELS.regel(
    "OVa.LL12",
    plek=f"{_L}/bsn",
    tekst="De leerling heeft geen BSN en geen onderwijsnummer.",
    herstel=_LEERLING,
)
def zonder_nummer(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    if not dossier.leerling.heeft("bsn", "onderwijsnummer"):
        yield dossier.leerling.element, "bsn"


@REGELS.regel(
    "PaO.LL12",
    plek=f"{_L}/bsn",
    tekst="Het BSN of onderwijsnummer staat in het bestand. Naar het samenwerkingsverband mag dat niet.",
    herstel="Maak het bestand opnieuw zonder dit nummer, of meld het bij de leverancier van uw leerlingadministratie.",
)
def met_nummer(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    for naam in ("bsn", "onderwijsnummer"):
        if dossier.leerling.heeft(naam):
            yield dossier.leerling.element, naam


REGELS.verplicht(
    "OVa.LL13",
    deel="leerling",
    pad="leerlingid",
    tekst="Het nummer van de leerling in uw administratie ontbreekt.",
    herstel=_LEERLING,
    alleen={Profiel.POVO},
)
REGELS.verplicht(
    "OVa.LL14",
    deel="leerling",
    pad="datuminschrijving",
    tekst="De datum waarop de leerling is ingeschreven ontbreekt.",
    herstel="Vul de datum in uw leerlingadministratie in bij de inschrijving van de leerling.",
)
REGELS.verplicht(
    "OVa.LL15",
    deel="leerling",
    pad="verzorgersaansprakelijk",
    tekst="Het bestand zegt niet of de verzorgers verantwoordelijk zijn voor de leerling.",
    herstel=_VERZORGERS,
)


@REGELS.regel(
    "OVa.AI01",
    plek=f"{_L}/aansprakelijkeinstelling",
    tekst="De verzorgers zijn niet verantwoordelijk, maar er staat ook geen instelling.",
    herstel="Vul in uw leerlingadministratie bij de verzorgers in wie verantwoordelijk is: zijzelf of een instelling.",
    alleen={Profiel.POVO, Profiel.POPO},
)
def zonder_instelling(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    leerling = dossier.leerling
    # Without an answer OVa.LL15 has already asked.
    niet = leerling.heeft("verzorgersaansprakelijk") and not leerling.waar("verzorgersaansprakelijk")
    if niet and not leerling.heeft("aansprakelijkeinstelling"):
        yield leerling.element, "aansprakelijkeinstelling"


@REGELS.regel(
    "OVa.OV01",
    "PaO.OV01",
    plek=f"{_L}/verzorger",
    tekst="De verzorgers zijn verantwoordelijk, maar er staat geen verzorger in het bestand.",
    herstel=_VERZORGERS,
)
def zonder_verzorger(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    if dossier.leerling.waar("verzorgersaansprakelijk") and not dossier.leerling.heeft("verzorger"):
        yield dossier.leerling.element, "verzorger"


_VVE = {
    "vanpeuterspeelzaal": ("", "PaO.VV01", "Of de leerling van een peuterspeelzaal komt"),
    "naampeuterspeelzaal": ("", "PaO.VV02", "De naam van de peuterspeelzaal"),
    "voorschools": ("OVa.VV01", "PaO.VV03", "Voorschoolse educatie"),
    "vroegschools": ("OVa.VV02", "PaO.VV04", "Vroegschoolse educatie"),
}
for _pad, (_ov, _swv, _wat) in _VVE.items():
    REGELS.verboden(
        *filter(None, (_ov, _swv)),
        pad=_pad,
        tekst=f"{_wat} staat in het bestand. Dat mag niet bij deze overdracht.",
        herstel=_WEGLATEN,
        alleen={Profiel.POVO, Profiel.VOVO, Profiel.VOSWV},
    )

REGELS.verplicht(
    "OVa.SL01",
    "PaO.SL01",
    deel="leerling",
    pad="schoolloopbaanlijst/schoolloopbaan",
    tekst="De schoolloopbaan van de leerling ontbreekt.",
    herstel="Vul in uw leerlingadministratie minstens één schooljaar in bij de schoolloopbaan van de leerling.",
)

_VO = {
    "bevorderd": "PaO.VM01",
    "examenresultaat": "PaO.VM02",
    "resultaatvakkenvo": "PaO.VM03",
    "certificaat": "PaO.VM04",
    "competenties": "PaO.VM05",
    "stage": "PaO.VM06",
    "overigvombo": "PaO.VM07",
}
for _pad, _nummer in _VO.items():
    REGELS.verboden(
        _nummer,
        pad=_pad,
        tekst=f"Het onderdeel “{_pad}” is van het vo. Een basisschool mag dat niet sturen.",
        herstel=_WEGLATEN,
        alleen={Profiel.POSWV},
    )
REGELS.verboden(
    "PaO.EB01",
    pad="eindtoets_basisonderwijs",
    tekst="De doorstroomtoets staat in het bestand. Naar het samenwerkingsverband mag een basisschool die niet sturen.",
    herstel=_WEGLATEN,
    alleen={Profiel.POSWV},
)

# The block zorg is gone in 2019.1, so the structure already refuses what these two are about.
for _pad, _nummer, _wat in (("vir", "PaO.ZB01", "de verwijsindex"), ("zat", "PaO.ZB02", "het zorgadviesteam")):

    @REGELS.regel(
        _nummer,
        plek=f"{_L}/zorg/{_pad}",
        tekst=f"Gegevens van {_wat} staan in het bestand. Dat mag niet.",
        herstel=_WEGLATEN,
    )
    def zorg(dossier: Dossier, _: date, pad: str = _pad) -> Iterator[type_vondst]:
        element = vind(dossier.leerling.element, f"zorg/{pad}")
        if element is not None:
            yield element, ""
