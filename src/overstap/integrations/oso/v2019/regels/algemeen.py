"""Is the file as such in order: versions, kind of transfer, inzage, the school that sends it, and every contact?"""

import re
from collections.abc import Iterator
from datetime import date

from overstap.integrations.oso.v2019.naam import GEHEIM, STANDAARDVERSIE, VALIDATIEVERSIE
from overstap.integrations.oso.v2019.profielen import Profiel
from overstap.integrations.oso.v2019.regels.dossier import PADEN, Deel, Dossier
from overstap.integrations.oso.v2019.regels.regel import Regelboek, type_vind, type_vondst

REGELS = Regelboek()

_LEVERANCIER = "Meld dit bij de leverancier van uw leerlingadministratie en maak het bestand daarna opnieuw."
_SOORT = "Kies in uw leerlingadministratie bij het maken van het overstapdossier de goede soort overstap: {}."
_OVERSTAP, _SWV = _SOORT.format("POVO, POPO of VOVO"), _SOORT.format("POSWV of VOSWV")
_OUDERS = "Laat de ouders het dossier inzien en leg dat in uw leerlingadministratie vast, bij inzage door de ouders."
_SCHOOL = "Vul dit in uw leerlingadministratie in bij de gegevens van uw school."
_MAIL = "Verbeter het e-mailadres in uw leerlingadministratie, bijvoorbeeld naam@school.nl."
_NUMMER = "//communicatie/nummer"


def _metadata(naam: str, *goed: str) -> type_vind:
    """The test that this text is one of the good ones; a missing one is the business of another rule."""

    def vind(dossier: Dossier, _: date) -> Iterator[type_vondst]:
        if dossier.metadata.heeft(naam) and dossier.metadata.tekst(naam) not in goed:
            yield dossier.metadata.element, naam

    return vind


REGELS.regel(
    "OG.02",
    plek=f"{PADEN['metadata']}/standaardversie",
    tekst="De versie van de standaard in dit bestand is niet 2019.1.",
    herstel=_LEVERANCIER,
)(_metadata("standaardversie", STANDAARDVERSIE))

REGELS.regel(
    "OVa.MD01",
    "OVb.MD01",
    "PaO.MD01",
    plek=f"{PADEN['metadata']}/deeldossier",
    tekst="Het bestand komt niet uit een leerlingadministratie: het deeldossier is geen LAS of LASLVS.",
    herstel="Maak het bestand in uw leerlingadministratie (LAS), niet in een los leerlingvolgsysteem.",
)(_metadata("deeldossier", "LAS", "LASLVS"))

REGELS.regel(
    "OVa.MD02",
    "OVb.MD02",
    "PaO.MD02",
    plek=f"{PADEN['metadata']}/validatieversie",
    tekst="De versie van de controle in dit bestand is niet 2019.1.1.",
    herstel=_LEVERANCIER,
)(_metadata("validatieversie", VALIDATIEVERSIE))

REGELS.verplicht(
    "OVa.MD03",
    "OVb.MD03",
    "PaO.MD03",
    deel="metadata",
    pad="categorie_uitlevering",
    tekst="Het bestand zegt niet welke soorten gegevens het bevat.",
    herstel=_LEVERANCIER,
)

REGELS.verplicht("OVa.OS01", deel="metadata", pad="overstap", tekst="De soort overstap ontbreekt.", herstel=_OVERSTAP)
REGELS.regel(
    "OVa.OS02",
    plek=f"{PADEN['metadata']}/overstap",
    tekst="Het overstapdossier is niet bedoeld voor een overstap naar po of vo.",
    herstel=_OVERSTAP,
)(_metadata("overstap", "POPO", "POVO", "VOVO"))
REGELS.verplicht(
    "PaO.SO01",
    deel="metadata",
    pad="overstap",
    tekst="De soort dossier voor het samenwerkingsverband ontbreekt.",
    herstel=_SWV,
)
REGELS.regel(
    "PaO.SO02",
    plek=f"{PADEN['metadata']}/overstap",
    tekst="Het dossier voor het samenwerkingsverband heeft een andere soort dan POSWV of VOSWV.",
    herstel=_SWV,
)(_metadata("overstap", "POSWV", "VOSWV"))


def _soort(*goed: str) -> type_vind:
    def vind(dossier: Dossier, _: date) -> Iterator[type_vondst]:
        if dossier.wortel.tekst("overdrachtsoort") not in goed:
            yield dossier.wortel.element, "overdrachtsoort"

    return vind


REGELS.regel(
    "OVa.OS03",
    "OVb.OS01",
    plek="/dossier/overdrachtsoort",
    tekst="Dit is geen overstapdossier en geen overdracht binnen de school.",
    herstel="Kies in uw leerlingadministratie bij het maken van het bestand een overstapdossier.",
)(_soort("overstapdossier", "overdrachtbinnenbrin"))
REGELS.regel(
    "PaO.SO03",
    plek="/dossier/overdrachtsoort",
    tekst="Dit is geen dossier voor het samenwerkingsverband.",
    herstel="Kies in uw leerlingadministratie bij het maken van het bestand een dossier voor het samenwerkingsverband.",
)(_soort("swv-dossier"))

REGELS.verplicht(
    "OVa.IZ01",
    deel="wortel",
    pad="inzage",
    tekst="Het bestand zegt niet of de ouders het hebben ingezien.",
    herstel=_OUDERS,
)


@REGELS.regel(
    "OVa.IZ02",
    plek=f"{PADEN['inzage']}/inzage",
    tekst="De ouders hebben het dossier nog niet ingezien.",
    herstel=_OUDERS,
)
def niet_ingezien(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    if dossier.inzage is not None and not dossier.inzage.waar("inzage"):
        yield dossier.inzage.element, "inzage"


def _na_inzage(pad: str) -> type_vind:
    """The test that `pad` is there when the parents have seen the dossier."""

    def vind(dossier: Dossier, _: date) -> Iterator[type_vondst]:
        if dossier.inzage is not None and dossier.inzage.waar("inzage") and not dossier.inzage.heeft(pad):
            yield dossier.inzage.element, pad

    return vind


REGELS.regel(
    "OVa.IZ03",
    plek=f"{PADEN['inzage']}/inzagedatum",
    tekst="De datum waarop de ouders het dossier inzagen ontbreekt.",
    herstel="Vul de datum in uw leerlingadministratie in, bij inzage door de ouders.",
)(_na_inzage("inzagedatum"))
REGELS.regel(
    "OVa.IZ04",
    plek=f"{PADEN['inzage']}/akkoord",
    tekst="Het bestand zegt niet of de ouders het eens zijn met de inhoud.",
    herstel="Leg in uw leerlingadministratie vast of de ouders akkoord zijn, bij inzage door de ouders. Nee mag ook.",
)(_na_inzage("akkoord"))
REGELS.verplicht(
    "OVa.IZ05",
    deel="inzage",
    pad="toestemming",
    tekst="Het bestand zegt niet of de ouders toestemming geven voor de overdracht.",
    herstel="Leg in uw leerlingadministratie vast of er toestemming is, bij inzage door de ouders.",
    alleen={Profiel.VOVO},
)

REGELS.verplicht(
    "OVa.SL01",
    "PaO.SL01",
    deel="school",
    pad="adreslijst/adres",
    tekst="De school heeft geen adres.",
    herstel=_SCHOOL,
)
REGELS.verplicht(
    "OVa.SL02",
    "PaO.SL02",
    deel="school",
    pad="communicatielijst/communicatie",
    tekst="De school heeft geen telefoonnummer en geen e-mailadres.",
    herstel=_SCHOOL,
)

_TEKENS = r"[a-zA-Z0-9!#$%*+=?^_`{|}~.-]"
_DEEL = r"[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?"
_VOOR_HET_APENSTAARTJE = re.compile(rf"{_TEKENS}{{1,64}}")
_DOMEINDEEL = re.compile(_DEEL)
_GEWOON = re.compile(rf"{_TEKENS}{{1,64}}@{_DEEL}(?:\.{_DEEL})+")


def _is_mail(adres: str) -> bool:
    """The agreed pattern, which counts from the end: what stands further before the at-sign is not looked at."""
    voor, _, domein = adres.rpartition("@")
    goed = _VOOR_HET_APENSTAARTJE.fullmatch(voor[-1:]) is not None
    return 4 <= len(adres) <= 256 and goed and all(map(_DOMEINDEEL.fullmatch, domein.split(".")))


def _bijzondere_mails(dossier: Dossier) -> Iterator[tuple[Deel, str]]:
    """Every contact that is an e-mail address, and the address, unless it is an ordinary one."""
    return ((contact, adres) for contact, adres in dossier.mails if len(adres) > 100 or not _GEWOON.fullmatch(adres))


@REGELS.regel("OG.01", plek=_NUMMER, tekst="Een e-mailadres heeft niet de goede vorm.", herstel=_MAIL)
def email_fout(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    for contact, adres in _bijzondere_mails(dossier):
        if not _is_mail(adres):
            yield contact.element, "nummer"


@REGELS.regel(
    "OG.01",
    plek=_NUMMER,
    tekst="Voor het apenstaartje van een e-mailadres staan te veel of vreemde tekens.",
    herstel=_MAIL,
    stil=True,
)
def email_vreemd(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    # The text of the agreement says so, its pattern does not.
    for contact, adres in _bijzondere_mails(dossier):
        voor = adres.rpartition("@")[0]
        if _is_mail(adres) and not _VOOR_HET_APENSTAARTJE.fullmatch(voor):
            yield contact.element, "nummer"


@REGELS.regel(
    "OVa.LL08 = OVa.OV04",
    "OVb.LL04 = OVb.OV02",
    "PaO.LL08 = PaO.OV04",
    plek=_NUMMER,
    tekst="Een geheim telefoonnummer of e-mailadres staat toch in het bestand.",
    herstel="Kijk in uw leerlingadministratie of dit geheim is. Zo ja, meld dan bij de leverancier"
    " dat er 9999999999 of geheim@geheim.geheim moet staan.",
)
def geheim_contact(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    for contact, soort in dossier.geheim:
        nummer = contact.tekst("nummer")
        if nummer != GEHEIM.get(soort, nummer):
            yield contact.element, "nummer"
