"""Which role has which rights? One table, read by actions, pages and the access matrix."""

from enum import StrEnum

from overstap.foundation.choice import Choice


class Recht(StrEnum):
    """A right: noun.infinitive. The list is closed; an act without a right does not exist."""

    BESTAND_AANLEVEREN = "bestand.aanleveren"
    IMPORT_UITVOEREN = "import.uitvoeren"
    LEERLING_INVOEREN = "leerling.invoeren"
    WERKVOORRAAD_BEKIJKEN = "werkvoorraad.bekijken"
    DOSSIER_BEKIJKEN = "dossier.bekijken"
    RAPPORT_INVULLEN = "rapport.invullen"
    ADVIES_VASTLEGGEN = "advies.vastleggen"
    BIJLAGE_TOEVOEGEN = "bijlage.toevoegen"
    BIJLAGE_VRIJGEVEN = "bijlage.vrijgeven"
    OUDERS_UITNODIGEN = "ouders.uitnodigen"
    CORRECTIE_BESLUITEN = "correctie.besluiten"
    RAPPORT_DEFINITIEF_MAKEN = "rapport.definitief_maken"
    RAPPORT_HEROPENEN = "rapport.heropenen"
    NUMMER_ONTHULLEN = "nummer.onthullen"
    ADVIESFORMULIER_GEVEN = "adviesformulier.geven"
    AANMELDING_VASTLEGGEN = "aanmelding.vastleggen"
    DOSSIER_OVERDRAGEN = "dossier.overdragen"
    DOSSIER_ONTVANGEN = "dossier.ontvangen"
    GAST_UITNODIGEN = "gast.uitnodigen"
    LOGBOEK_BEKIJKEN = "logboek.bekijken"
    RAPPORT_INZIEN = "rapport.inzien"
    ZIENSWIJZE_GEVEN = "zienswijze.geven"
    MAIL_KIEZEN = "mail.kiezen"
    MEDEWERKERS_BEHEREN = "medewerkers.beheren"
    REGIO_INRICHTEN = "regio.inrichten"
    REGIO_BEHEREN = "regio.beheren"
    REGIO_LEZEN = "regio.lezen"
    REGIO_AANLEVEREN = "regio.aanleveren"
    BESLUIT_NEMEN = "besluit.nemen"
    BRUGKLASSEN_INRICHTEN = "brugklassen.inrichten"
    VRAAG_STELLEN = "vraag.stellen"
    VRAAG_BEANTWOORDEN = "vraag.beantwoorden"
    ZORGROUTE_LOPEN = "zorgroute.lopen"
    ZORGAANMELDING_BEKIJKEN = "zorgaanmelding.bekijken"
    ZORGAANMELDING_BEHANDELEN = "zorgaanmelding.behandelen"
    ZORGBESLUIT_NEMEN = "zorgbesluit.nemen"
    ZORGAANMELDING_OPHALEN = "zorgaanmelding.ophalen"
    VOORTGANG_TELLEN = "voortgang.tellen"
    AGENDA_VOLGEN = "agenda.volgen"
    SEINTJES_KIEZEN = "seintjes.kiezen"
    OEFENEN = "oefenen.meedoen"
    BEWAARTERMIJN_BEWAKEN = "bewaartermijn.bewaken"
    GEGEVENS_BEHEREN = "gegevens.beheren"
    MEEKIJKEN_TOESTAAN = "meekijken.toestaan"
    MEEKIJKEN_HELPEN = "meekijken.helpen"


class Rol(Choice):
    """A function at an organisation, or the part a person plays towards one dossier; with the name people read."""

    LEERKRACHT = "leerkracht", "leerkracht"
    INTERN_BEGELEIDER = "intern_begeleider", "intern begeleider"
    DIRECTEUR = "directeur", "directeur"
    ADMINISTRATIE_PO = "administratie_po", "administratie"
    GAST = "gast", "medewerker"
    TOELATINGSCOMMISSIE = "toelatingscommissie", "toelatingscommissie"
    ZORGCOORDINATOR = "zorgcoordinator", "zorgcoördinator"
    ADMINISTRATIE_VO = "administratie_vo", "administratie"
    SWV_LOKET = "swv_loket", "loket"
    SWV_COMMISSIE = "swv_commissie", "adviescommissie"
    REGIOCOORDINATOR = "regiocoordinator", "regiocoördinator"
    LEERLINGADMINISTRATIE = "leerlingadministratie", "leerlingadministratie"
    SWV_SYSTEEM = "swv_systeem", "eigen systeem"
    KOPPELING = "koppeling", "koppeling"
    MEEKIJKER = "meekijker", "meekijker"
    OUDER = "ouder", "ouder"
    SYSTEEM = "systeem", "het systeem"


# What every colleague of an organisation may; a guest has no lists and no dates but those of one pupil.
_COLLEGA = {Recht.AGENDA_VOLGEN, Recht.SEINTJES_KIEZEN, Recht.OEFENEN}
_SCHRIJVER = {
    Recht.WERKVOORRAAD_BEKIJKEN,
    Recht.DOSSIER_BEKIJKEN,
    Recht.RAPPORT_INVULLEN,
    Recht.ADVIES_VASTLEGGEN,
    Recht.BIJLAGE_TOEVOEGEN,
    Recht.BIJLAGE_VRIJGEVEN,
    Recht.OUDERS_UITNODIGEN,
    Recht.CORRECTIE_BESLUITEN,
    Recht.VRAAG_BEANTWOORDEN,
    Recht.LOGBOEK_BEKIJKEN,
    Recht.ADVIESFORMULIER_GEVEN,
}
_INVOERDER = {Recht.BESTAND_AANLEVEREN, Recht.IMPORT_UITVOEREN, Recht.LEERLING_INVOEREN}
_OVERDRAGER = {Recht.AANMELDING_VASTLEGGEN, Recht.DOSSIER_OVERDRAGEN, Recht.NUMMER_ONTHULLEN}
_ONTVANGER = {Recht.DOSSIER_ONTVANGEN, Recht.VRAAG_STELLEN, Recht.GAST_UITNODIGEN} | _COLLEGA
# Two different people of one organisation must be able to have it: one proposes what is destroyed, another releases it.
_BEWAKER = {Recht.BEWAARTERMIJN_BEWAKEN}
_ZORGLOKET = _COLLEGA | _BEWAKER | {Recht.ZORGAANMELDING_BEKIJKEN, Recht.ZORGAANMELDING_BEHANDELEN}
_BESLISSER = _ONTVANGER | {Recht.BESLUIT_NEMEN, Recht.BRUGKLASSEN_INRICHTEN}

RECHTEN: dict[Rol, frozenset[Recht]] = {
    Rol.LEERKRACHT: frozenset(_SCHRIJVER | _COLLEGA),
    Rol.INTERN_BEGELEIDER: frozenset(_SCHRIJVER | _COLLEGA | {Recht.ZORGROUTE_LOPEN, Recht.VOORTGANG_TELLEN}),
    Rol.DIRECTEUR: frozenset(
        _SCHRIJVER
        | _OVERDRAGER
        | _INVOERDER
        | _COLLEGA
        | _BEWAKER
        | {
            Recht.GEGEVENS_BEHEREN,
            Recht.MEEKIJKEN_TOESTAAN,
            Recht.RAPPORT_DEFINITIEF_MAKEN,
            Recht.RAPPORT_HEROPENEN,
            Recht.MEDEWERKERS_BEHEREN,
            Recht.ZORGROUTE_LOPEN,
            Recht.VOORTGANG_TELLEN,
        }
    ),
    Rol.ADMINISTRATIE_PO: frozenset(
        _OVERDRAGER
        | _INVOERDER
        | _COLLEGA
        | _BEWAKER
        | {
            Recht.GEGEVENS_BEHEREN,
            Recht.MEEKIJKEN_TOESTAAN,
            Recht.WERKVOORRAAD_BEKIJKEN,
            Recht.DOSSIER_BEKIJKEN,
            Recht.BIJLAGE_TOEVOEGEN,
            Recht.ADVIESFORMULIER_GEVEN,
        }
    ),
    # One pupil, for the one vo school that invited: no lists, no files of many, no aanmelding elsewhere, and so no
    # adviesformulier, whose code another school could use (ADR 17).
    Rol.GAST: frozenset(
        _SCHRIJVER - {Recht.WERKVOORRAAD_BEKIJKEN, Recht.ADVIESFORMULIER_GEVEN}
        | {
            Recht.LEERLING_INVOEREN,
            Recht.RAPPORT_DEFINITIEF_MAKEN,
            Recht.RAPPORT_HEROPENEN,
            Recht.DOSSIER_OVERDRAGEN,
            Recht.NUMMER_ONTHULLEN,
        }
    ),
    Rol.TOELATINGSCOMMISSIE: frozenset(_BESLISSER | _BEWAKER | {Recht.MEDEWERKERS_BEHEREN}),
    Rol.ZORGCOORDINATOR: frozenset(_BESLISSER),
    Rol.ADMINISTRATIE_VO: frozenset(_ONTVANGER | _BEWAKER),
    Rol.SWV_LOKET: frozenset(_ZORGLOKET),
    Rol.SWV_COMMISSIE: frozenset(_ZORGLOKET | {Recht.ZORGBESLUIT_NEMEN, Recht.MEDEWERKERS_BEHEREN}),
    # No person: the program of a vo school, which asks over the line (OSO) for what was sent to that school (ADR 25).
    Rol.LEERLINGADMINISTRATIE: frozenset({Recht.DOSSIER_ONTVANGEN}),
    # No person either: the own system of a samenwerkingsverband. It fetches what was sent there, and answers (ADR 30).
    Rol.SWV_SYSTEEM: frozenset({Recht.ZORGAANMELDING_OPHALEN}),
    # No person: a program with a key of its organisation. This is the most that any of them may; each has less
    # (`Actor.bereik`). What is somebody's duty is not here: advice, definitief, release, a decision (ADR 34).
    Rol.KOPPELING: frozenset(
        {
            Recht.WERKVOORRAAD_BEKIJKEN,
            Recht.BESTAND_AANLEVEREN,
            Recht.DOSSIER_ONTVANGEN,
            Recht.ZORGAANMELDING_BEKIJKEN,
            Recht.VOORTGANG_TELLEN,
            Recht.REGIO_LEZEN,
            Recht.REGIO_AANLEVEREN,
        }
    ),
    # The settings of the region, its colleagues and counts; nothing of a pupil.
    Rol.REGIOCOORDINATOR: frozenset(
        _COLLEGA
        | {
            Recht.VOORTGANG_TELLEN,
            Recht.REGIO_BEHEREN,
            Recht.REGIO_LEZEN,
            Recht.MEDEWERKERS_BEHEREN,
            Recht.MEEKIJKEN_HELPEN,
        }
    ),
    # Who helps a school and looks along for as long as it said: lists and states, no content (ADR 41).
    Rol.MEEKIJKER: frozenset({Recht.WERKVOORRAAD_BEKIJKEN, Recht.DOSSIER_BEKIJKEN}),
    Rol.OUDER: frozenset({Recht.RAPPORT_INZIEN, Recht.ZIENSWIJZE_GEVEN, Recht.MAIL_KIEZEN}),
    # The command line: whoever may use it already holds the server.
    Rol.SYSTEEM: frozenset({Recht.REGIO_INRICHTEN}),
}

# Who acts without being a person: nobody can ask them anything, and they have no account.
PROGRAMMAS = frozenset({Rol.LEERLINGADMINISTRATIE, Rol.SWV_SYSTEEM, Rol.KOPPELING})
# Who is in a school for one thing and for some time: no colleague whom anybody there could ask.
VOORBIJGANGERS = frozenset({Rol.GAST, Rol.MEEKIJKER})
# Whose transactions the database itself keeps from writing, and for whom no key of a dossier is fetched.
ALLEEN_LEZEN = frozenset({Rol.MEEKIJKER})
