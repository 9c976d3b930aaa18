"""How do we know of an aanmelding, and in which words does the werkvoorraad say what is to be done?"""

from __future__ import annotations

from typing import Self

from overstap.foundation.access import Recht
from overstap.foundation.choice import Choice


class Aanmeldwijze(Choice):
    """By what the po school knows of the aanmelding; without one nothing is sent.

    The last three are acts of the vo school itself, by what the parents gave it or told.
    """

    OUDERS = "ouders", "De ouders vertelden het"
    VO_SCHOOL = "vo_school", "De vo-school bevestigde het"
    AANMELDFORMULIER = "aanmeldformulier", "Wij zagen het aanmeldformulier"
    CODE = "code", "De vo-school gaf de unieke code van de ouders op"
    GEGEVENS = "gegevens", "De vo-school gaf naam, nummer en geboortedatum van de leerling op"
    GASTROUTE = "gastroute", "De vo-school nodigde de basisschool voor deze leerling uit"


# What only the vo school says.
DOOR_VO = frozenset({Aanmeldwijze.CODE, Aanmeldwijze.GEGEVENS, Aanmeldwijze.GASTROUTE})


class Gaststand(Choice):
    """How far a basisschool without Overstap is with what a vo school invited it for, as that vo school reads it."""

    UITGENODIGD = "uitgenodigd", "Uitgenodigd"
    BEGONNEN = "begonnen", "Begonnen"
    DEFINITIEF = "definitief", "Definitief"
    ONTVANGEN = "ontvangen", "Ontvangen"
    VERLOPEN = "verlopen", "Verlopen"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class Intrekreden(Choice):
    """Why an aanmelding no longer holds."""

    OUDERS = "ouders", "De ouders trokken de aanmelding in"
    VO_SCHOOL = "vo_school", "De vo-school plaatst de leerling niet"
    VERGISSING = "vergissing", "De aanmelding was verkeerd vastgelegd"


class Overdrachtstand(Choice):
    """How far the file of one transfer is."""

    VERSTUURD = "verstuurd", "Verstuurd"
    KLAARGEZET = "klaargezet", "Klaargezet"
    TEGENGEHOUDEN = "tegengehouden", "Tegengehouden"
    INGETROKKEN = "ingetrokken", "Ingetrokken of vervangen"


class Tegenhoudreden(Choice):
    """Why a file that was sent leaves us no more."""

    VIRUS = "virus", "Er zat een virus in een bijlage"
    BIJLAGE = "bijlage", "Een bijlage mag niet meer mee"


class Meldstand(Choice):
    """How far telling is that a report is ready now, to the administration that asked for it before."""

    NIET = "niet", "Niet gemeld"
    ONDERWEG = "onderweg", "Wordt gemeld"
    ONTVANGEN = "ontvangen", "Ontvangen"
    NIET_GELUKT = "niet_gelukt", "Niet gelukt"


# The job that tells it: acts begin it, and a query sees whether it was given up.
TAAK_MELDEN = "oso.melden"


class Rijstatus(Choice):
    """With whom a pupil's report is now."""

    BIJ_U = "bij_u", "Bij u"
    BIJ_OUDERS = "bij_ouders", "Bij ouders"
    KAN_DEFINITIEF = "kan_definitief", "Kan definitief"
    DEFINITIEF = "definitief", "Definitief"


class Volgende(Choice):
    """The next step of one report. Columns: key, the verb on its link, the words without a link, who may do it.

    A step without a verb is waiting: nobody at the school can do anything now.
    """

    wacht: str
    recht: Recht | None

    BEGIN = "begin", "Begin met invullen", "De leerkracht vult in", Recht.RAPPORT_INVULLEN
    VUL_IN = "vul_in", "Vul verder in", "De leerkracht vult in", Recht.RAPPORT_INVULLEN
    GEEF_VOORLOPIG = "geef_voorlopig", "Geef voorlopig advies", "Voorlopig advies volgt", Recht.ADVIES_VASTLEGGEN
    WACHT_OP_TOETS = "wacht_op_toets", "", "Wacht op toetsuitslag"
    LEG_TOETS_VAST = "leg_toets_vast", "Vul toetsuitslag in", "Toetsuitslag volgt", Recht.ADVIES_VASTLEGGEN
    STEL_BIJ = "stel_bij", "Stel advies bij", "Advies wordt bijgesteld", Recht.ADVIES_VASTLEGGEN
    GEEF_DEFINITIEF = "geef_definitief", "Geef definitief advies", "Definitief advies volgt", Recht.ADVIES_VASTLEGGEN
    BEKIJK_BIJLAGE = (
        "bekijk_bijlage",
        "Bekijk geweigerde bijlage",
        "Een bijlage is geweigerd",
        Recht.BIJLAGE_TOEVOEGEN,
    )
    BEKIJK_STUK = (
        "bekijk_stuk",
        "Bekijk geweigerd bestand",
        "Een bestand van een ouder is geweigerd",
        Recht.CORRECTIE_BESLUITEN,
    )
    BEANTWOORD = "beantwoord", "Beantwoord correctie", "Ouders vroegen een correctie", Recht.CORRECTIE_BESLUITEN
    LEES_ZIENSWIJZE = "lees_zienswijze", "Lees zienswijze", "Ouders gaven hun mening", Recht.CORRECTIE_BESLUITEN
    NODIG_UIT = "nodig_uit", "Nodig ouders uit", "Klaar voor de ouders", Recht.OUDERS_UITNODIGEN
    STUUR_OPNIEUW = (
        "stuur_opnieuw",
        "Stuur uitnodiging opnieuw",
        "Een e-mail kwam niet aan",
        Recht.OUDERS_UITNODIGEN,
    )
    HERINNER = "herinner", "Herinner ouders", "Wacht op ouders", Recht.OUDERS_UITNODIGEN
    WACHT_OP_OUDERS = "wacht_op_ouders", "", "Wacht op ouders"
    MAAK_DEFINITIEF = (
        "maak_definitief",
        "Maak definitief",
        "De directeur maakt definitief",
        Recht.RAPPORT_DEFINITIEF_MAKEN,
    )
    DRAAG_OVER = "draag_over", "Draag over", "Klaar voor het vo", Recht.DOSSIER_OVERDRAGEN
    LEZEN_AANVULLING = "lezen_aanvulling", "", "Ouders lezen de aanvulling"
    STUUR_AANVULLING = (
        "stuur_aanvulling",
        "Stuur aanvulling",
        "Een aanvulling kan mee",
        Recht.DOSSIER_OVERDRAGEN,
    )
    BIJ_HET_VO = "bij_het_vo", "", "Verstuurd naar het vo"
    OPGEHAALD = "opgehaald", "", "Opgehaald door het vo"
    GELEZEN = "gelezen", "", "Gelezen door het vo"

    def __new__(cls, value: str, label: str = "", wacht: str = "", recht: Recht | None = None) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.wacht, member.recht = label, wacht, recht
        return member


class Bundelsoort(Choice):
    """What lies in a bundel."""

    OSO = "oso", "OSO-bestanden"
    DOCUMENTEN = "documenten", "Rapporten en bijlagen"
