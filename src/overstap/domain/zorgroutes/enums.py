"""Which care routes are there, how far can one be, and what can come of it?"""

from __future__ import annotations

from overstap.foundation.choice import Choice, SentenceChoice


class Routesoort(SentenceChoice):
    """What is asked of the samenwerkingsverband. Columns: key, label, the sentence with which a school chooses."""

    PRO = "pro", "Praktijkonderwijs", "De leerling heeft vermoedelijk praktijkonderwijs nodig."
    LWOO = "lwoo", "Leerwegondersteuning (lwoo)", "De leerling heeft extra hulp nodig om een vmbo-diploma te halen."
    VSO = "vso", "Voortgezet speciaal onderwijs", "De leerling heeft meer nodig dan een gewone vo-school kan geven."
    ARRANGEMENT = "arrangement", "Arrangement", "De leerling kan naar een gewone vo-school, met extra hulp."
    ADVIES = "advies", "Alleen advies", "U wilt weten wat het samenwerkingsverband passend vindt."


class Routestaat(Choice):
    """How far a care route is; the words are those of the board of the samenwerkingsverband."""

    IN_VOORBEREIDING = "in_voorbereiding", "In voorbereiding"
    AANGEMELD = "aangemeld", "Aangemeld"
    VRAAG_GESTELD = "vraag_gesteld", "Vraag gesteld"
    BEANTWOORD = "beantwoord", "Vraag beantwoord"
    COMPLEET = "compleet", "Dossier compleet"
    IN_COMMISSIE = "in_commissie", "In de commissie"
    BESLUIT = "besluit", "Besluit genomen"
    TERUGGEKOPPELD = "teruggekoppeld", "Teruggekoppeld"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class Partij(Choice):
    """Who asks for a route, who decides, or who takes a step."""

    PO = "po", "de basisschool"
    VO = "vo", "de vo-school"
    SWV = "swv", "het samenwerkingsverband"


class Uitkomst(Choice):
    """What a decision gives."""

    TLV = "tlv", "Toelaatbaarheidsverklaring"
    LWOO = "lwoo", "Leerwegondersteuning toegewezen"
    ARRANGEMENT = "arrangement", "Arrangement toegekend"
    ADVIES = "advies", "Advies"
    AFGEWEZEN = "afgewezen", "Afgewezen"


class Tlvcategorie(Choice):
    """The support category of a TLV (OSO codelijst; DUO programma van eisen)."""

    LAAG = "L", "L (laag)"
    MIDDEN = "M", "M (midden)"
    HOOG = "H", "H (hoog)"


class Domein(Choice):
    """The four domains of the leerachterstand (Inrichtingsbesluit WVO art. 15d). `kern`: one of these must count."""

    INZICHTELIJK_REKENEN = "inzichtelijk_rekenen", "Inzichtelijk rekenen"
    BEGRIJPEND_LEZEN = "begrijpend_lezen", "Begrijpend lezen"
    TECHNISCH_LEZEN = "technisch_lezen", "Technisch lezen"
    SPELLEN = "spellen", "Spellen"

    @property
    def kern(self) -> bool:
        """Must this domain, or the other one of these two, be among those that count?"""
        return self in {Domein.INZICHTELIJK_REKENEN, Domein.BEGRIJPEND_LEZEN}


class Seprobleem(Choice):
    """The social-emotional problems that count for lwoo (art. 15d)."""

    PRESTATIEMOTIVATIE = "prestatiemotivatie", "Prestatiemotivatie"
    FAALANGST = "faalangst", "Faalangst"
    INSTABILITEIT = "instabiliteit", "Emotionele instabiliteit"


class Onderzoeker(Choice):
    """Who may take an intelligence or personality test: under the responsibility of one of these."""

    PSYCHOLOOG = "psycholoog", "Psycholoog met bevoegdheid in de diagnostiek"
    ORTHOPEDAGOOG = "orthopedagoog", "Orthopedagoog met bevoegdheid in de diagnostiek"


class Oordeel(Choice):
    """How scores lie beside the criteria. Never a decision."""

    PAST = "past", "Past bij de criteria"
    GRENSGEVAL = "grensgeval", "Grensgeval"
    PAST_NIET = "past_niet", "Past niet bij de criteria"
    ONVOLLEDIG = "onvolledig", "Nog niet te zeggen"


class Geadresseerde(Choice):
    """Whom the samenwerkingsverband asks something; what it asks of the parents they read themselves."""

    SCHOOL = "school", "De basisschool"
    OUDERS = "ouders", "De ouders, via de basisschool"


class Zaakstuksoort(Choice):
    """What the samenwerkingsverband itself writes in its case."""

    DESKUNDIGENADVIES = "deskundigenadvies", "Deskundigenadvies"
    NOTITIE = "notitie", "Notitie"
    BESLUIT = "besluit", "Besluit"
    VRAGEN = "vragen", "Vragen en antwoorden"


class Zaakbestandsoort(Choice):
    """Which files lie in a case: the OSO file as a whole, and every attachment by itself."""

    OSO = "oso", "OSO-bestand"
    BIJLAGE = "bijlage", "Bijlage"


class Deskundige(Choice):
    """Who may give a deskundigenadvies (Besluit samenwerkingsverbanden; WPO 18a lid 11). `eerste`: one must be this."""

    ORTHOPEDAGOOG = "orthopedagoog", "Orthopedagoog"
    PSYCHOLOOG = "psycholoog", "Psycholoog"
    PEDAGOOG = "pedagoog", "Pedagoog"
    KINDERPSYCHIATER = "kinderpsychiater", "Kinder- en jeugdpsychiater"
    MAATSCHAPPELIJK = "maatschappelijk", "Maatschappelijk werker"
    ARTS = "arts", "Arts"

    @property
    def eerste(self) -> bool:
        """Must the first of the advices be by one of these?"""
        return self in {Deskundige.ORTHOPEDAGOOG, Deskundige.PSYCHOLOOG}


# The job that tells a system of the samenwerkingsverband: acts begin it, and a query sees whether it was given up.
TAAK_AANBIEDEN = "zorg.aanbieden"
# The other way around: what a school elsewhere offered is fetched, and told what was decided.
TAAK_HALEN, TAAK_TERUGKOPPELEN = "zorg.halen", "zorg.terugkoppelen"
# The job that still signs off a fetch when the Traffic Center was away.
TAAK_ZORG_AFMELDEN = "zorg.afmelden"


class Aanbodstand(Choice):
    """How far over the line (OSO) is what a school elsewhere offered to the samenwerkingsverband?"""

    GEMELD = "gemeld", "Klaargezet"
    ONDERWEG = "onderweg", "Wordt opgehaald"
    NIET_GELUKT = "niet_gelukt", "Niet opgehaald"
    OPGEHAALD = "opgehaald", "Opgehaald"
    AANGENOMEN = "aangenomen", "Aangenomen"
    GEWEIGERD = "geweigerd", "Niet aangenomen"


class Zorgintrekreden(Choice):
    """Why a care route ends without a decision."""

    OUDERS = "ouders", "De ouders willen dit niet meer"
    ANDERE_ROUTE = "andere_route", "Een andere route past beter"
    NIET_NODIG = "niet_nodig", "De leerling heeft dit niet meer nodig"
    VERGISSING = "vergissing", "De aanmelding was een vergissing"
    BEANTWOORD = "beantwoord", "Het samenwerkingsverband gaf antwoord vanuit het eigen systeem"
