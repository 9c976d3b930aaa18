"""Which kinds of attachment exist, on which ground, and what did the check of their content find?"""

from __future__ import annotations

from typing import Self

from overstap.foundation.choice import Choice, SentenceChoice


class Instemming(Choice):
    """What is needed from the parents before an attachment may travel along."""

    GEEN = "geen", "Geen toestemming nodig: u informeert de ouders"
    GOEDKEURING = "goedkeuring", "Goedkeuring van de ouders nodig"
    UITDRUKKELIJK = "uitdrukkelijk", "Uitdrukkelijke toestemming van de ouders nodig"
    WENS = "wens", "Alleen als de ouders dat willen"


class Ontvanger(Choice):
    """To whom an attachment can be released, each apart."""

    VO = "vo", "de vo-school"
    SWV = "swv", "het samenwerkingsverband"


class Verboden(SentenceChoice):
    """What never goes along, so that it has no kind below. Columns: key, label, what to do (okr-proces §6)."""

    VIR = (
        "vir",
        "Melding in de Verwijsindex (VIR)",
        "Die mag niet in het rapport. Haal haar weg, ook uit andere stukken.",
    )
    ZAT = (
        "zat",
        "Stuk van een zorgadviesteam (ZAT)",
        "Schrijf in het rapport zelf wat de leerling op school nodig heeft. Het stuk blijft op school.",
    )
    JEUGDHULP = (
        "jeugdhulp",
        "Stuk van jeugdhulp of jeugdzorg",
        "De ouders kunnen het zelf geven aan wie zij willen. Het stuk blijft op school.",
    )
    JUSTITIE = ("justitie", "Stuk van politie of justitie", "Dat mag niet mee en hoort niet in het rapport.")


class Bijlagesoort(Choice):
    """The kinds of attachment. Columns: key, label, ground, what is needed from the parents, who opens it.

    `grondslag` is Dutch text; empty where no article names the document, so that only the permission of the parents
    carries it. A `standaard` kind says nothing of health and needs nothing from the parents. What never goes along
    (`Verboden`) has no kind here on purpose.
    """

    grondslag: str
    instemming: Instemming
    standaard: bool

    LEERLINGRAPPORT = (
        "leerlingrapport",
        "Leerlingrapport van de doorstroomtoets",
        "artikel 8, lid 3 van het Toetsbesluit PO",
        "geen",
        "regio",
    )
    LVS_PROFIEL = (
        "lvs_profiel",
        "Overzicht uit het leerlingvolgsysteem",
        "artikel 4, lid 1, onder b van het Besluit",
        "geen",
        "regio",
    )
    RAPPORT = ("rapport", "Rapport met cijfers", "artikel 4, lid 1, onder b van het Besluit", "geen", "regio")
    OPP = (
        "opp",
        "Ontwikkelingsperspectief of groeidocument",
        "artikel 6, onder c van het Besluit; artikel 43, lid 1 van de WEC",
        "geen",
    )
    HANDELINGSPLAN = ("handelingsplan", "Handelingsplan", "artikel 6, onder c van het Besluit", "geen")
    ONDERSTEUNING = (
        "ondersteuning",
        "Beschikking of toelichting over ondersteuning",
        "artikel 6, onder c van het Besluit",
        "geen",
    )
    VERZUIM = ("verzuim", "Overzicht van het verzuim", "artikel 7 van het Besluit", "geen")
    VERKLARING = (
        "verklaring",
        "Dyslexieverklaring of dyscalculieverklaring",
        "artikel 6, onder b van het Besluit",
        "goedkeuring",
    )
    ONDERZOEK = (
        "onderzoek",
        "Verslag van een onderzoek door een deskundige",
        "artikel 4, lid 1, onder d en artikel 6, onder b van het Besluit",
        "uitdrukkelijk",
    )
    PORTFOLIO = ("portfolio", "Portfolio, foto of film", "", "goedkeuring")
    ZIENSWIJZE = ("zienswijze", "Zienswijze van de ouders", "artikel 16 en 18 van de AVG", "wens")
    OVERIG = ("overig", "Ander document", "", "goedkeuring")

    def __new__(
        cls, value: str, label: str = "", grondslag: str = "", instemming: str = "geen", opent: str = "mens"
    ) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.grondslag, member.instemming = label, grondslag, Instemming(instemming)
        member.standaard = opent == "regio"
        return member

    @property
    def ouders_nodig(self) -> bool:
        """Must the parents have said something before this kind may travel along?"""
        return self.instemming is not Instemming.GEEN


class Herkomst(Choice):
    """Where an attachment came from."""

    OSO = "oso", "Uit de leerlingadministratie"
    SCHOOL = "school", "Toegevoegd door de school"


class Scanstaat(Choice):
    """How far the check of an attachment is. Only `VEILIG` says that a scanner looked and found nothing."""

    WORDT_GECONTROLEERD = "wordt_gecontroleerd", "Wordt gecontroleerd"
    VEILIG = "veilig", "Veilig"
    GEWEIGERD = "geweigerd", "Geweigerd"
    NIET_GESCAND = "niet_gescand", "Niet gescand"


class Weigerreden(SentenceChoice):
    """Why an attachment was refused after it came in. Columns: key, label, what to do."""

    VIRUS = "virus", "Virus gevonden", "In dit bestand zit een virus. We hebben het verwijderd. Vraag de maker om hulp."
    MACRO = (
        "macro",
        "Bevat macro's",
        "Dit document bevat macro's of andere programma's, of het haalt iets van buiten. Maak er een PDF van.",
    )
    WACHTWOORD = (
        "wachtwoord",
        "Heeft een wachtwoord",
        "Dit document heeft een wachtwoord. Haal het wachtwoord eraf en voeg het document opnieuw toe.",
    )
    ONLEESBAAR = (
        "onleesbaar",
        "Kan niet worden gelezen",
        "Dit bestand is beschadigd of te ingewikkeld. Maak het opnieuw, bijvoorbeeld als PDF.",
    )


class Ingreep(SentenceChoice):
    """What was taken out of an attachment before anybody could open it. Columns: key, label, what the school reads."""

    SCRIPT = "script", "Script", "We hebben een script uit dit document gehaald."
    START = "start", "Startopdracht", "We hebben een opdracht die een programma start uit dit document gehaald."
    OPDRACHT = (
        "opdracht",
        "Opdracht",
        "We hebben een opdracht die vanzelf iets doet uit dit document gehaald.",
    )
    BESTAND = "bestand", "Ingesloten bestand", "We hebben een bestand dat in dit document zat eruit gehaald."
    FORMULIER = "formulier", "Actief formulier", "We hebben een actief formulier (XFA) uit dit document gehaald."
    MEDIA = "media", "Geluid of film", "We hebben geluid of film uit dit document gehaald."
    HANDTEKENING = (
        "handtekening",
        "Digitale handtekening",
        "De digitale handtekening in dit document geldt niet meer, omdat we het schoonmaakten. Bewaar het origineel.",
    )
    OMGEZET = "omgezet", "Foto werd PDF", "We hebben van deze foto een PDF gemaakt, zoals u vroeg."
    GEGEVENS = (
        "gegevens",
        "Verborgen gegevens",
        "We hebben verborgen gegevens weggehaald, zoals de maker, de datum of de plaats.",
    )


class Koppelgrond(SentenceChoice):
    """Why a loose sheet seems to belong to a pupil: always a proposal. Columns: key, label, what the school reads."""

    NUMMER = "nummer", "Op nummer", "Het nummer van deze leerling staat in de naam van het bestand."
    LEERLINGID = "leerlingid", "Op leerlingnummer", "Het leerlingnummer uit uw LAS staat in de naam van het bestand."
    TEKST = "tekst", "Op nummer in het bestand", "Het nummer van deze leerling staat op de eerste bladzijde."
    GEBOORTE = (
        "geboorte",
        "Op naam en geboortedatum",
        "De naam en de geboortedatum van deze leerling staan in het bestand.",
    )
    NAAM = "naam", "Op naam", "Alleen de naam past. Een naam zegt te weinig: kijk of het klopt."
    MEER = "meer", "Meer leerlingen", "Dit past bij meer dan één leerling. Kies zelf."
    GEEN = "geen", "Geen leerling", "Wij vonden geen leerling bij dit bestand. Kies zelf."

    @property
    def zeker(self) -> bool:
        """Does it rest on more than a name?"""
        return self in {Koppelgrond.NUMMER, Koppelgrond.LEERLINGID, Koppelgrond.TEKST, Koppelgrond.GEBOORTE}


class Bladstand(Choice):
    """What was decided about a loose sheet."""

    WACHT = "wacht", "Wacht op uw keuze"
    TOEGEVOEGD = "toegevoegd", "Toegevoegd"
    WEGGEGOOID = "weggegooid", "Weggegooid"


class Terugneemreden(SentenceChoice):
    """Why a receiver may no longer have an attachment. Columns: key, label, what the receiver reads."""

    VIRUS = (
        "virus",
        "Virus gevonden",
        "Er is later een virus in gevonden. Haalde u dit bestand al op? Verwijder het en waarschuw uw beheerder.",
    )
    GEWEIGERD = (
        "geweigerd",
        "Afgekeurd",
        "De controle keurde dit bestand later af. Open het niet als u het al ophaalde.",
    )
    TOESTEMMING = "toestemming", "Toestemming ingetrokken", "De ouders trokken hun toestemming in."
    INGETROKKEN = "ingetrokken", "Ingetrokken", "De basisschool trok dit bestand in."
    VERVANGEN = "vervangen", "Vervangen", "De basisschool vervangt dit bestand door een ander."
    GESLOTEN = "gesloten", "Niet meer voor u", "De basisschool geeft dit bestand niet meer aan u."
