"""What does a program get? The shape of every answer, with an example from the demo region."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from ninja import Field, Schema

from overstap.domain.dossiers.enums import Staat
from overstap.domain.koppelingen.enums import Bereik
from overstap.domain.overdrachten.enums import Rijstatus, Volgende
from overstap.domain.plaatsingen.enums import Aanmeldstatus
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.zorgroutes.enums import Routesoort, Routestaat

_ID = "7b0c1f7e-6a55-4a1e-9d0b-0c1b5b6f2a10"


class Organisatie(Schema):
    """A school, a samenwerkingsverband or a region."""

    naam: str = Field(examples=["De Klaproos"])
    brin: str = Field(examples=["99XA"])
    vestiging: str = Field(examples=["00"])
    soort: Organisatiesoort


class Ik(Schema):
    """Who the key says you are."""

    organisatie: Organisatie
    koppeling: str = Field(description="De naam die de school aan de koppeling gaf.", examples=["ParnasSys"])
    bereik: list[Bereik]
    tot: date = Field(description="De laatste dag waarop deze koppeling werkt.", examples=["2027-07-31"])


class Lijst(Schema):
    """What every list says of itself."""

    totaal: int = Field(description="Hoeveel er in alle bladzijden samen zijn.", examples=[2])
    pagina: int = Field(description="Na de laatste bladzijde blijft dit de laatste.", examples=[1])
    paginas: int = Field(examples=[1])


class Aanmelding(Schema):
    """How far one vo school is with a pupil."""

    school: str = Field(examples=["Meerdorp College"])
    brin: str = Field(examples=["99XV"])
    vestiging: str = Field(examples=["00"])
    status: Aanmeldstatus
    besluit_voor: date = Field(description="De dag voor welke de school beslist.", examples=["2027-05-12"])


class Dossier(Schema):
    """One pupil of the own school: how far the report is, and nothing of what is in it."""

    dossier_id: UUID = Field(examples=[_ID])
    naam: str = Field(examples=["Sofie de Vries"])
    groep: str = Field(examples=["8A"])
    staat: Staat
    bij: Rijstatus = Field(description="Bij wie het rapport nu ligt.")
    volgende: Volgende = Field(description="De volgende stap.")
    volgende_zin: str = Field(description="Dezelfde stap in woorden.", examples=["Klaar voor de ouders"])
    aanmeldingen: list[Aanmelding] = Field(description="De vo-scholen die het rapport kregen.")


class Dossiers(Lijst):
    """The pupils of one school year, by surname."""

    schooljaar: str = Field(examples=["2026-2027"])
    rijen: list[Dossier]


class Aangeleverd(Schema):
    """A file that waits for a person."""

    bestand_id: UUID = Field(examples=[_ID])
    vervalt_op: datetime = Field(description="Dan is het weg, als niemand het overnam.")
    bekijken: str = Field(
        description="Hier bekijkt een medewerker het bestand en neemt het over.",
        examples=[f"https://overstap.example/po/importeren/{_ID}/"],
    )


class Regioaangeleverd(Schema):
    """The file of a region that waits for a person."""

    bestand_id: UUID = Field(examples=[_ID])
    bekijken: str = Field(
        description="Hier ziet wie de regio beheert wat er anders wordt, en neemt het over.",
        examples=["https://overstap.example/regio/beheer/aangeleverd/"],
    )


class Overdracht(Schema):
    """One report that a basisschool sent to this school."""

    overdracht_id: UUID = Field(examples=[_ID])
    naam: str = Field(examples=["Sofie de Vries"])
    basisschool: str = Field(examples=["De Klaproos, Meerdorp"])
    verstuurd_op: datetime
    gelezen_op: datetime | None = Field(description="Toen een medewerker het voor het eerst las.")
    opgehaald_op: datetime | None = Field(description="Toen het OSO-bestand voor het eerst is opgehaald.")
    heropend_op: datetime | None = Field(description="De basisschool werkt aan een nieuwe versie.")
    status: Aanmeldstatus
    besluit_voor: date = Field(examples=["2027-05-12"])


class Overdrachten(Lijst):
    """What was sent here, the newest first."""

    rijen: list[Overdracht]


class Zaak(Schema):
    """One zorgaanmelding at this samenwerkingsverband, and nothing of what is in it."""

    route_id: UUID = Field(examples=[_ID])
    naam: str = Field(examples=["Daan Smit"])
    school: str = Field(examples=["De Klaproos"])
    soort: Routesoort
    staat: Routestaat
    dagen: int = Field(description="Hoeveel dagen de aanmelding er is.", examples=[12])
    uiterlijk_op: date = Field(examples=["2027-04-20"])
    te_laat: bool


class Zaken(Lijst):
    """The zorgaanmeldingen: the oldest first, then what was told back."""

    rijen: list[Zaak]


class Aantal(Schema):
    """A number as it may be told: between `laag` and `hoog`, the same when it is exact (ADR 24)."""

    laag: int = Field(examples=[1])
    hoog: int = Field(examples=[4])
    tekst: str = Field(examples=["minder dan 5"])


class Stapaantal(Schema):
    """How many reports are at one step."""

    stap: str = Field(examples=["invullen"])
    aantal: Aantal


class Schoolaantallen(Schema):
    """One basisschool; `stappen` is empty where only the total may be told."""

    naam: str = Field(examples=["De Klaproos"])
    plaats: str = Field(examples=["Meerdorp"])
    totaal: int = Field(examples=[19])
    stappen: list[Stapaantal]
    definitief: Aantal
    loopt_achter: bool


class Voortgang(Schema):
    """The same numbers as on the page of the region."""

    schooljaar: str = Field(examples=["2026-2027"])
    op: date
    totaal: int = Field(examples=[29])
    definitief: Aantal
    zorgaanmeldingen_zonder_besluit: Aantal
    scholen: list[Schoolaantallen]
