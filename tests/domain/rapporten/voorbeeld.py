"""An invented report in which nothing is missing."""

from datetime import date

from overstap.domain.rapporten.snapshot import Inhoud

SCHOOL = {"naam": "De Voorbeeldboom", "brincode": "99XX", "vestigingscode": "00", "aanleverpunt": "0"}
ADRES = {
    "soortadres": "bezoek",
    "straat": "Dorpsstraat",
    "nummer": "1",
    "postcode": "1234AB",
    "plaats": "Voorbeeldstad",
}

VOLLEDIG = Inhoud(
    {
        "voornamen": ("Noor", "Anna-Lena"),
        "achternaam": "Haddou",
        "geboortedatum": date(2015, 3, 4),
        "leerlingid": "L-1",
        "adresgeheim": False,
        "adressen": (ADRES,),
        "verzorgers_aansprakelijk": True,
        "verzorgers": ({"id": "1", "achternaam": "Haddou", "wettigevertegenwoordiger": True},),
        "school": SCHOOL,
        "datum_inschrijving": date(2019, 8, 1),
        "schoolloopbaan": (
            {
                "schooljaar": "2026-2027",
                "groepscode": "8A",
                "jaargroep": "8",
                "brincode": "99XX",
                "vestigingscode": "00",
            },
        ),
        "verzuim_vanaf": date(2026, 3, 24),
        "verzuim_geoorloofd": 4,
        "verzuim_ongeoorloofd": 0,
        "opvallend": "Noor groeit sterk met rekenen.",
        "toetsbeeld": "past",
        "gedrag_contact": "Speelt met iedereen.",
        "gedrag_spel_en_leren": "Begint zelf.",
        "gedrag_huiswerk": "Maakt het op tijd.",
        "gedrag_concentratie": "Werkt een half uur door.",
        "gedrag_zelfstandigheid": "Plant de week.",
        "gedrag_overig": "Niets bijzonders.",
        "sociaal_emotioneel_problemen": False,
        "ondersteuningsvraag": False,
        "contactnodig": False,
        "wens_leerling": "havo",
        "wens_ouders": "geen_wens",
        "advies_voorlopig": "havo",
        "advies_definitief": "havo_vwo",
        "argumentatie": "De resultaten, de wens en ons beeld wijzen dezelfde kant op.",
    }
)
