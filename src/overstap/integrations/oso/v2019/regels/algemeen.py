"""Is the file as such in order: versions, kind of transfer, inzage, and the school that sends it?"""

import re
from collections.abc import Iterator
from datetime import date

from overstap.integrations.oso.v2019.naam import GEHEIM, STANDAARDVERSIE, VALIDATIEVERSIE
from overstap.integrations.oso.v2019.regels.dossier import Dossier, heeft, tekst, type_element, waar
from overstap.integrations.oso.v2019.regels.regel import ALLE, Regel, regel, type_toets, verplicht

_LEVERANCIER = "Meld dit bij de leverancier van uw leerlingadministratie en maak het bestand daarna opnieuw."
_EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@]+")


@regel(
    "OG.01",
    "Een e-mailadres heeft niet de goede vorm.",
    "Verbeter het e-mailadres in uw leerlingadministratie, bijvoorbeeld naam@school.nl.",
    profielen=ALLE,
)
def email_goed(dossier: Dossier, _: date) -> Iterator[type_element]:
    for element, soort, nummer, _geheim in dossier.communicatie:
        if soort == "e-mail" and not (4 <= len(nummer) <= 256 and _EMAIL.fullmatch(nummer)):
            yield element


@regel("OG.02", "De versie van de standaard is niet 2019.1.", _LEVERANCIER, profielen=ALLE)
def standaardversie(dossier: Dossier, _: date) -> Iterator[type_element]:
    if tekst(dossier.metadata, "standaardversie") != STANDAARDVERSIE:
        yield dossier.metadata


@regel("OVa.MD01", "Het bestand is geen deel uit een leerlingadministratie (LAS of LASLVS).", _LEVERANCIER)
def deeldossier(dossier: Dossier, _: date) -> Iterator[type_element]:
    if tekst(dossier.metadata, "deeldossier") not in ("LAS", "LASLVS"):
        yield dossier.metadata


@regel("OVa.MD02", "De versie van de controle is niet 2019.1.1.", _LEVERANCIER)
def validatieversie(dossier: Dossier, _: date) -> Iterator[type_element]:
    if tekst(dossier.metadata, "validatieversie") != VALIDATIEVERSIE:
        yield dossier.metadata


@regel(
    "OVa.OS02", "Het bestand is niet bedoeld voor een overstap naar po of vo.", "Kies bij het maken het profiel POVO."
)
def overstap(dossier: Dossier, _: date) -> Iterator[type_element]:
    soort = tekst(dossier.metadata, "overstap")
    if soort and soort not in ("POPO", "POVO", "VOVO"):
        yield dossier.metadata


@regel(
    "OVa.OS03",
    "Het bestand is geen overstapdossier.",
    "Kies bij het maken een overstapdossier, geen dossier voor het samenwerkingsverband.",
)
def overdrachtsoort(dossier: Dossier, _: date) -> Iterator[type_element]:
    if tekst(dossier.wortel, "overdrachtsoort") not in ("overstapdossier", "overdrachtbinnenbrin"):
        yield dossier.wortel


@regel("OVa.IZ02", "De ouders hebben het dossier nog niet ingezien.", "Laat de ouders eerst het rapport inzien.")
def ingezien(dossier: Dossier, _: date) -> Iterator[type_element]:
    if dossier.inzage is not None and not waar(dossier.inzage, "inzage"):
        yield dossier.inzage


def _bij_inzage(pad: str) -> type_toets:
    """The test that `pad` is there when the parents have seen the report."""

    def toets(dossier: Dossier, _: date) -> Iterator[type_element]:
        if dossier.inzage is not None and waar(dossier.inzage, "inzage") and not heeft(dossier.inzage, pad):
            yield dossier.inzage

    return toets


@regel(
    "OVa.LL08",
    "Een geheim telefoonnummer of e-mailadres staat toch in het bestand.",
    "Zet bij een geheim nummer 9999999999 en bij een geheim e-mailadres geheim@geheim.geheim.",
)
def geheim_nummer(dossier: Dossier, _: date) -> Iterator[type_element]:
    for element, soort, nummer, geheim in dossier.communicatie:
        if geheim and nummer != GEHEIM.get(soort):
            yield element


def _zonder_inzage(dossier: Dossier, _: date) -> Iterator[type_element]:
    if dossier.inzage is None:
        yield dossier.wortel


_SCHOOL = "Vul dit in bij de gegevens van uw school in de leerlingadministratie."
_OUDERS = "Laat de ouders eerst het rapport inzien en leg dat vast."

REGELS: tuple[Regel, ...] = (
    email_goed,
    standaardversie,
    deeldossier,
    validatieversie,
    verplicht(
        "OVa.MD03",
        "metadata",
        "categorie_uitlevering",
        "De lijst met meegeleverde categorieën ontbreekt.",
        _LEVERANCIER,
    ),
    verplicht(
        "OVa.OS01", "metadata", "overstap", "De soort overstap ontbreekt.", "Kies bij het maken het profiel POVO."
    ),
    overstap,
    overdrachtsoort,
    regel("OVa.IZ01", "Het bestand zegt niet of de ouders het hebben ingezien.", _OUDERS)(_zonder_inzage),
    ingezien,
    regel("OVa.IZ03", "De datum van de inzage ontbreekt.", _OUDERS)(_bij_inzage("inzagedatum")),
    regel("OVa.IZ04", "Of de ouders het eens zijn met de inhoud ontbreekt.", _OUDERS)(_bij_inzage("akkoord")),
    verplicht("OVa.SL01", "school", "adreslijst/adres", "De school heeft geen adres.", _SCHOOL),
    verplicht(
        "OVa.SL02",
        "school",
        "communicatielijst/communicatie",
        "De school heeft geen telefoonnummer en geen e-mailadres.",
        _SCHOOL,
    ),
    geheim_nummer,
)
