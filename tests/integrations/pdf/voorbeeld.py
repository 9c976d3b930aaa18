"""Which documents do the tests and the bench of the PDF use? All people are invented."""

from datetime import UTC, date, datetime
from decimal import Decimal

from overstap.domain.rapporten.snapshot.reeksen import NIVEAU_IV, VAARDIGHEID, Punt, Reeks
from overstap.integrations.grafiek import lijngrafiek, tredegrafiek
from overstap.integrations.pdf import Afdeling, Beeld, Beeldenrij, PdfDocument, Regel, Tabel

LANG = (
    "Yara werkt rustig en nauwkeurig. Zij begint uit zichzelf aan een taak en vraagt om hulp als "
    "zij vastloopt. Bij begrijpend lezen legt zij verbanden die niet letterlijk in de tekst "
    "staan. In een groep luistert zij eerst en komt daarna met een voorstel. Rekenopgaven met "
    "veel taal kosten haar meer tijd; zij maakt dan een tekening en komt zo tot een antwoord. "
    "Bij spelling past zij regels wisselend toe. Met een regelkaart naast haar schrift maakt zij "
    "ongeveer de helft minder fouten."
)
TOETSEN = Tabel(
    "Resultaten uit het leerlingvolgsysteem",
    ("Vak", "Toets", "Afgenomen op", "Niveau", "Vaardigheidsscore"),
    (
        ("Begrijpend lezen", "Leerling in beeld M8", "20 januari 2027", "I", "216"),
        ("Rekenen-wiskunde", "Leerling in beeld M8", "21 januari 2027", "II", "264"),
        ("Spelling", "Leerling in beeld M8", "19 januari 2027", "IV", "341"),
        ("Woordenschat", "Leerling in beeld E7", "8 juni 2026", "II", ""),
    ),
)
_PUNTEN = (Punt(date(2026, 1, 20), "M7", "II", Decimal(3)), Punt(date(2027, 1, 20), "M8", "I", Decimal(4)))
GROEI = Beeldenrij(
    "Begrijpend lezen",
    (
        *(
            Beeld(schaal.naam, lijngrafiek(Reeks("Begrijpend lezen", schaal, _PUNTEN)), "Van niveau II naar I.")
            for schaal in (NIVEAU_IV, VAARDIGHEID)
        ),
        Beeld("Lezen", tredegrafiek(("lager dan 1F", "1F", "2F"), 2), "Lezen: 2F"),
    ),
    ("DLE naast DL: één resultaat. Een lijn kan vanaf twee.",),
)
PERSONALIA = Afdeling(
    "Leerling en verzorgers",
    "",
    (
        Regel("Naam", "Yara Bensalem-Świtała"),
        Regel("Roepnaam", "Yara"),
        Regel("Geboortedatum", "14 mei 2015"),
        Regel("Adres", "Lindenlaan 12\n1234 AB Voorbeeldstad"),
        Regel("Telefoonnummer van de leerling", ""),
        Regel("Eerste verzorger", ("Samira Bensalem", "moeder")),
        Regel("Tweede verzorger", ("Nguyễn Văn Doğan", "vader")),
    ),
)
ADVIES = Afdeling(
    "Advies en wensen",
    "De uitslag van de toets, het advies en de wensen staan hier bij elkaar.",
    (
        Regel("Voorlopig schooladvies", "havo", "Gegeven op 22 januari 2027."),
        Regel("Uitslag doorstroomtoets", "havo of vwo"),
        Regel("Definitief schooladvies", "havo of vwo", "Bijgesteld op 17 maart 2027."),
        Regel("Onderbouwing", LANG),
        Regel("Wens van de leerling", "Yara wil graag naar een school met extra techniek."),
        Regel("Wens van de ouders", "Geen wens kenbaar gemaakt."),
    ),
)
GEDRAG = Afdeling(
    "Gedrag, werkhouding en sociaal-emotionele ontwikkeling",
    "Bron: leerlingvolgsysteem, beoordeeld door de leerkracht.",
    (
        Regel("Omgaan met anderen", "Is vriendelijk en betrokken. Zoekt zelf contact."),
        Regel("Speel- en leergedrag", "Nieuwsgierig; probeert eerst zelf."),
        Regel("Huiswerk", "Levert op tijd in."),
        Regel("Concentratie en doorzettingsvermogen van de leerling", "Houdt een half uur vol."),
        Regel("Zelfstandigheid", LANG),
        Regel("Andere aspecten", ""),
    ),
)
RESULTATEN = Afdeling("Leerresultaten", "", (GROEI, TOETSEN, Regel("Toelichting", LANG[:180])))
ONDERSTEUNING = Afdeling(
    "Ondersteuning",
    "",
    (
        Regel("Belemmering bij het leren", "Dyslexie; heeft meer tijd nodig bij lange teksten."),
        Regel("Gegeven hulp", ("Voorleessoftware sinds groep 6.", "Extra tijd bij toetsen.")),
        Tabel("Verzuim in het afgelopen jaar", ("Soort", "Dagdelen"), ()),
    ),
)


def rapport(**anders: object) -> PdfDocument:
    """Return a report of about four pages; keywords replace fields of the document."""
    velden: dict[str, object] = {
        "titel": "Onderwijskundig rapport",
        "ondertitel": "Yara Bensalem-Świtała",
        "kenmerken": (
            ("Basisschool", "De Voorbeeldboom, Voorbeeldstad"),
            ("BRIN en vestiging", "00AA 00"),
            ("Groep", "8b"),
            ("Schooljaar", "2026-2027"),
            ("Opgesteld door", "Bas Verhoef, directeur"),
            ("Ouders geïnformeerd", "24 februari 2027, in een gesprek"),
        ),
        "afdelingen": (PERSONALIA, ADVIES, RESULTATEN, GEDRAG, ONDERSTEUNING),
        "status": "Definitief",
        "vingerafdruk": "3f2a91bc07de44518a6cbb20e9d1f7358f0c6d21b45e9a7710cc3e5d82fa6b94",
        "slotregels": ("De directeur stelde dit rapport op na overleg met het team.",),
        "auteur": "De Voorbeeldboom",
        "gemaakt_op": datetime(2027, 3, 24, 9, 42, tzinfo=UTC),
    } | anders
    return PdfDocument(**velden)  # type: ignore[arg-type]  # keywords come from the tests


def met_tekst(tekst: str) -> PdfDocument:
    """Return a small document with `tekst` in every place where a text can stand."""
    return rapport(
        titel=f"Titel {tekst}",
        ondertitel=tekst,
        kenmerken=((tekst, tekst),),
        afdelingen=(
            Afdeling(f"Kop {tekst}", tekst, (Regel(f"Label {tekst}", tekst, tekst),)),
            Afdeling("Tabel", "", (Tabel(tekst, ("Kop", tekst), ((tekst, tekst),)),)),
        ),
        slotregels=(tekst,),
        auteur=tekst,
    )
