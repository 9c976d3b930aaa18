"""Which codes exist, and what do they mean? A meaning that was never published is None, not a guess.

The codes are those that OSO 2019.1 allows and that may occur in a report from po to vo; where a Dutch
word is clearer than a number (geslacht, niveaus, toets) the word is stored and the adapter translates.
"""

from overstap.domain.adviezen.enums import (
    Aanbieder,
    Bijstellingsuitkomst,
    Niveau,
    Referentieniveau,
    Toetsadvies,
    Toetsdomein,
)
from overstap.domain.rapporten.catalogue.typen import Codelijst


def _zonder_betekenis(*codes: str) -> dict[str, str | None]:
    return dict.fromkeys(codes)


def _is_een_woord(*codes: str) -> dict[str, str | None]:
    """Codes that a reader understands as they stand."""
    return {code: code for code in codes}


# In OSO free text; administrations write these codes. The names are those of the WPO, the WEC and the WVO 2020.
SCHOOLSOORT = Codelijst(
    "soort onderwijs",
    {
        "BO": "basisonderwijs",
        "BAO": "basisonderwijs",
        "SBO": "speciaal basisonderwijs",
        "SBAO": "speciaal basisonderwijs",
        "SO": "speciaal onderwijs",
        "VSO": "voortgezet speciaal onderwijs",
        "VO": "voortgezet onderwijs",
    },
)
SCHOOLTYPE = Codelijst("type school", {f"REC{nummer}": f"cluster {nummer}" for nummer in range(1, 5)})
LAND = Codelijst("land", {"6030": "Nederland"})

GESLACHT = Codelijst("geslacht", {"vrouw": "vrouw", "man": "man", "onbekend": "onbekend"})

SOORT_ADRES = Codelijst(
    "soort adres",
    {"bezoek": "woonadres of bezoekadres", "post": "postadres", "gba": "adres bij de gemeente"},
)
AANDUIDING_HUISNUMMER = Codelijst("aanduiding bij huisnummer", _zonder_betekenis("TO", "BY"))
SOORT_COMMUNICATIE = Codelijst("soort contact", {"e-mail": "e-mail", "telefoon": "telefoon"})
AANDUIDING_COMMUNICATIE = Codelijst("werk of privé", {"werk": "werk", "prive": "privé", "overig": "overig"})
RELATIE_TOT_KIND = Codelijst(
    "relatie tot kind",
    {"1": "vader", "2": "moeder", "3": "voogd", **_zonder_betekenis("4", "5", "6", "7", "8", "9")},
)

JAARGROEP = Codelijst(
    "jaargroep",
    {
        **{str(groep): f"groep {groep}" for groep in range(9)},
        **{str(10 + jaar): f"leerjaar {jaar} van het vo" for jaar in range(1, 7)},
        "S": "speciaal (basis)onderwijs",
        "P": "peutergroep",
    },
)

REFERENTIESCORE = Codelijst(
    "soort score",
    {
        # The values of these two speak for themselves (A to E, I to V); the leerachterstand rests on the third.
        "AE": "niveau A-E",
        **_zonder_betekenis("CAE"),
        "IV": "niveau I-V",
        **_zonder_betekenis("CIV", "FN", "ON"),
        "DLE": "DLE",
        **_is_een_woord("Percentiel", "Percentage", "T-score", "Stanine"),
        **_zonder_betekenis("DQ"),
        **_is_een_woord("IQ"),
        **_zonder_betekenis("ERK"),
        **_is_een_woord("C-score"),
        **_zonder_betekenis("Norm", "RNTRM", "ZML", "LGH", "AVI", "NAZ", "LM"),
        **_is_een_woord("Standaardscore"),
        **_zonder_betekenis("LA"),
    },
)
VERGELIJKINGSGROEP = Codelijst(
    "vergeleken met",
    {**_zonder_betekenis("BB+", "BB", "KB", "GT"), **_is_een_woord("HAVO", "VWO", "Landelijk")},
)

# The ordered scales among these scores, lowest first.
BANDEN = {"IV": ("V", "IV", "III", "II", "I"), "AE": ("E", "D", "C", "B", "A")}
# What a test is about, where people type it; a file of an administration says it in words of its own.
TOETSVAK = Codelijst(
    "vak van een toets",
    _is_een_woord(
        "Begrijpend lezen",
        "Technisch lezen",
        "Spelling",
        "Taalverzorging",
        "Woordenschat",
        "Begrijpend luisteren",
        "Rekenen",
        "Studievaardigheden",
        "Wereldoriëntatie",
        "Engels",
    ),
)
TOETSGROEP = Codelijst(
    "groep waarin een toets is gemaakt",
    {groep: JAARGROEP.codes[groep] for groep in ("3", "4", "5", "6", "7", "8", "S")},
)

DIAGNOSE = Codelijst(
    "diagnosecode",
    {
        "F79.VB": "verstandelijke beperking",
        "F79.ZB": "zwakbegaafd",
        "HB": "hoogbegaafd",
        "F80": "taalontwikkelingsstoornis (TOS)",
        **_zonder_betekenis("F81.0", "F81.1", "F81.2"),
        "F81.9": "leerstoornis",
        **_zonder_betekenis("F82", "F84", "F84.0", "F84.2", "F84.5", "F84.nld", "F84.mcdd", "F90", "F90.0"),
        "F90.0+": "ADHD of ADD met medicijnen",
        **_zonder_betekenis("F90.0-", "F91", "F91.3", "F95", "F95.2", "F41.0", "F43.1"),
        "F43.2": "aanpassingsstoornis",
        **_zonder_betekenis("F50", "F92.0", "F93.1", "F94", "Fspd", "G40", "H54.0"),
        "H54.2": "slechtziend",
        **_zonder_betekenis("H91.9.d"),
        "H91.9.s": "slechthorend",
        **_zonder_betekenis("Z62"),
    },
)
TLV_CATEGORIE = Codelijst(
    "bekostigingscategorie", {"H": "hoog", "M": "middel", "L": "laag", "Nvt": "niet van toepassing"}
)
PROFIEL = Codelijst("profiel", _is_een_woord("basis", "plus", "bespreek", "disharmonisch", "ondersteuning"))

# OSO names neither 0014 nor 0016; they are kept as received.
TOETSAANBIEDER = Codelijst(
    "toets",
    {**{toets.value: toets.label for toets in Aanbieder}, **_zonder_betekenis("0014", "0016")},
    alleen_lezen=frozenset({Aanbieder.CET.value, "0014", "0016"}),
)
TOETSADVIES = Codelijst("toetsadvies", {advies.value: advies.label for advies in Toetsadvies})
TOETSONDERDEEL = Codelijst("onderdeel", {"taal": "Nederlandse taal", "rekenen": "Rekenen"})
TOETSDOMEIN = Codelijst("domein", {domein.value: domein.label for domein in Toetsdomein})
REFERENTIENIVEAU = Codelijst("referentieniveau", {niveau.value: niveau.label for niveau in Referentieniveau})

NIVEAU = Codelijst(
    "niveau",
    {niveau.value: niveau.lang for niveau in Niveau},
    alleen_lezen=frozenset(niveau.value for niveau in Niveau if niveau.alleen_lezen),
)
WENS = Codelijst(
    "wens",
    {**NIVEAU.codes, "geen_wens": "geen wens uitgesproken"},
    alleen_lezen=NIVEAU.alleen_lezen | {Niveau.GEEN.value},
)
BIJSTELLING = Codelijst("bijstelling", {uitkomst.value: uitkomst.label for uitkomst in Bijstellingsuitkomst})

TOETSBEELD = Codelijst(
    "past de toets bij de klas",
    {
        "past": "Ja, dit beeld klopt",
        "kan_meer": "Nee, in de klas zie ik meer dan de toetsen laten zien",
        "laat_minder_zien": "Nee, in de klas zie ik minder dan de toetsen laten zien",
    },
)
EXAMENUITSLAG = Codelijst("uitslag van het examen", _is_een_woord("geslaagd", "afgewezen", "herexamen"))
BEOORDELING_EXAMENVAK = Codelijst("beoordeling van een vak", _is_een_woord("voldoende", "onvoldoende"))
HULP_BIJ_TOETSEN = Codelijst(
    "hulp bij toetsen",
    {
        "meer_tijd": "meer tijd",
        "voorlezen": "opgaven voorgelezen of gehoord",
        "vergroot": "vergrote opgaven",
        "aparte_ruimte": "een rustige plek",
        "hulpmiddel": "een hulpmiddel, zoals een rekenmachine of laptop",
        "anders": "andere hulp",
        "geen": "geen hulp",
    },
    exclusief="geen",
)
BEGAAFDHEID = Codelijst(
    "begaafdheid",
    {"nee": "nee", "meerbegaafd": "meerbegaafd", "hoogbegaafd": "hoogbegaafd"},
)
