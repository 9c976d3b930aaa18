"""An invented pupil with everything OSO can carry, and everything around it that a file needs."""

from datetime import date
from decimal import Decimal
from typing import Any

from overstap.domain.bijlagen.snapshot import Bestand
from overstap.domain.dossiers.enums import Nummersoort
from overstap.domain.importen.snapshot import InzageInOso, Persoonsnummer
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.integrations.oso import Geschreven, stel_op

DATUM = date(2026, 11, 20)
NUMMER = Persoonsnummer(Nummersoort.BSN, "999990019")
INZAGE = InzageInOso(datum=date(2026, 11, 19), akkoord="Nee", reden="De ouders zien meer in havo.")
ADRES = {
    "soortadres": "bezoek",
    "straat": "Kerkstraat",
    "nummer": "12",
    "toevoeging": "b",
    "aanduiding": "TO",
    "locatieomschrijving": "boven de bakker",
    "postcode": "9999ZZ",
    "plaats": "Ergenshuizen",
    "land": "6030",
    "land_omschrijving": "Nederland",
}
TELEFOON = {"soort": "telefoon", "aanduiding": "prive", "nummer": "0600000000", "geheim": False, "noodnummer": True}
MAIL = {"soort": "e-mail", "nummer": "school@voorbeeld.nl"}
GEHEIME_TELEFOON = {"soort": "telefoon", "geheim": True}
SCHOOL = {
    "naam": "De Springplank",
    "adressen": (ADRES,),
    "communicatie": (TELEFOON, MAIL),
    "brincode": "99XX",
    "vestigingscode": "00",
    "aanleverpunt": "1",
    "soort": "BO",
    "directeur": "I. de Vries",
}
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
OPP = Bestand("opp-1", "opp.documenten", "opp.pdf", "Groeidocument", "application/pdf", PDF)
LOS = Bestand("los-1", "", "brief.txt", "", "text/plain", "Een brief met een é.".encode())
BESTANDEN = (OPP, LOS)

WAARDEN: dict[str, Any] = {
    "voornamen": ("Anne-Fleur", "Zoë Maria"),
    "voorletters": "A.Z.",
    "voorvoegsel": "van der",
    "achternaam": "Groot 🌷 x\u0323y",
    "roepnaam": "Fleur",
    "geboortedatum": date(2015, 2, 28),
    "geslacht": "vrouw",
    "leerlingid": "L-123",
    "adresgeheim": False,
    "adressen": (ADRES,),
    "communicatie": (TELEFOON, GEHEIME_TELEFOON),
    "datum_inschrijving": date(2019, 8, 1),
    "verzorgers_aansprakelijk": True,
    "verzorgers": (
        {
            "voornamen": ("Jan",),
            "achternaam": "Groot",
            "geslacht": "man",
            "adresgeheim": True,
            "relatietotkind": "1",
            "wettigevertegenwoordiger": True,
        },
    ),
    "school": SCHOOL,
    "schoolloopbaan": (
        {
            "schooljaar": "2026-2027",
            "groepscode": "8a",
            "jaargroep": "8",
            "brincode": "99XX",
            "vestigingscode": "00",
        },
    ),
    "advies_voorlopig": "vmbo_gt_havo",
    "advies_definitief": "havo",
    "bijstelling_motivatie": "Na de doorstroomtoets bijgesteld.",
    "wens_leerling": "havo",
    "wens_ouders": "havo_vwo",
    "argumentatie": "Werkt hard.\nLeest veel.",
    "contactnodig": True,
    "contactpersoon": "I. de Vries",
    "contacttelefoon": "0100000000",
    "opp": {"ingangsdatum": date(2024, 8, 1), "documenten": ("opp-1",)},
    "diagnoses": (
        {
            "codes": ("F81.0", "HB"),
            "naam": "Dyslexie",
            "datum": date(2023, 5, 1),
            "doorwie": "Praktijk Noord",
            "instantie": "Noord",
        },
    ),
    "verzuim_geoorloofd": 4,
    "verzuim_ongeoorloofd": 0,
    "doorstroomtoets": {
        "deelgenomen": True,
        "aanbieder": "iep",
        "afgenomen_op": date(2027, 2, 3),
        "standaardscore": 84,
        "toetsadvies": "havo_vwo",
        "toetsadvies_tekst": "havo/vwo",
        "onderdelen": (
            {
                "onderdeel": "taal",
                "domeinen": (
                    {"domein": "lezen", "referentieniveau": "2f"},
                    {"domein": "taalverzorging", "referentieniveau": "1f"},
                ),
            },
            {"onderdeel": "rekenen", "referentieniveau": "1s"},
        ),
    },
    "toetsen": (
        {
            "toetscode": "BL8",
            "toetsnaam": "Begrijpend lezen",
            "afnamedatum": date(2026, 1, 20),
            "jaargroep": "7",
            "toetsscore": {"vaardigheidsscore": Decimal("103.50"), "bivlaag": Decimal(98), "bivhoog": Decimal(108)},
            "referentiescores": ({"soort": "IV", "vergelijkingsgroep": "Landelijk", "waarde": "II"},),
            "afgenomen_door": {"naam": "I. de Vries", "school": SCHOOL},
        },
    ),
    "cijferlijsten": (
        {
            "jaargroep": "8",
            "vakken": (
                {"naam": "Rekenen", "scores": ({"waarde": "7,5"}, {"kwalificatie": "goed"})},
                {
                    "naam": "Taal",
                    "onderdelen": ({"naam": "Spelling", "waarde": "8"}, {"naam": "Lezen", "kwalificatie": "ruim"}),
                    "scores": ({"waarde": "8"},),
                },
            ),
        },
    ),
}
LEERLING = Inhoud(WAARDEN)


def opgesteld(inhoud: Inhoud = LEERLING, **anders: Any) -> Geschreven:
    """The written file of a pupil, with anything else changed."""
    vast: dict[str, Any] = {"nummer": NUMMER, "inzage": INZAGE, "bestanden": BESTANDEN, "datum": DATUM}
    return stel_op(inhoud, **{**vast, **anders})
