"""Which support was planned or granted, as the school's own administration keeps it (article 6, onder c)?"""

from functools import partial

from overstap.domain.rapporten.catalogue import codelijsten, voortgezet
from overstap.domain.rapporten.catalogue.delen import BRIN, DOCUMENT, DOCUMENTEN, VESTIGING
from overstap.domain.rapporten.catalogue.grondslag import ART_6_C
from overstap.domain.rapporten.catalogue.typen import Alinea, Datum, Groep, Keuze, Rijen, Tekst
from overstap.domain.rapporten.catalogue.veld import Bron, Categorie, Deel, Privacyklasse, Veld

_uit_las = partial(
    Veld,
    grondslag=ART_6_C,
    privacy=Privacyklasse.GEVOELIG,
    bron=Bron.LAS,
    categorie=Categorie.ONDERSTEUNING,
)

TOEGEKEND = (
    _uit_las(
        naam="handelingsplannen",
        label="Handelingsplannen",
        type=Rijen(
            Groep(
                (
                    Deel(naam="startdatum", label="Van", type=Datum(), verplicht=True),
                    Deel(naam="einddatum", label="Tot en met", type=Datum(toekomst=True)),
                    Deel(naam="gericht_op", label="Gericht op", type=Tekst(2000), verplicht=True),
                    DOCUMENT,
                )
            ),
            "handelingsplan",
        ),
        categorie=Categorie.HANDELINGSPLANNEN,
        ouders="De plannen voor extra hulp aan uw kind",
    ),
    _uit_las(
        naam="opp",
        label="Ontwikkelingsperspectief (OPP)",
        type=Groep(
            (
                Deel(naam="ingangsdatum", label="Van", type=Datum(toekomst=True), verplicht=True),
                Deel(naam="einddatum", label="Tot en met", type=Datum(toekomst=True)),
                DOCUMENTEN,
            )
        ),
        ouders="Het plan voor de ontwikkeling van uw kind",
    ),
    Veld(
        naam="opp_toelichting",
        label="Gaat het ontwikkelingsperspectief (OPP) niet mee? Schrijf op waarom.",
        lezers="Reden dat het OPP niet meegaat",
        type=Alinea(600),
        grondslag=ART_6_C,
        privacy=Privacyklasse.GEVOELIG,
        uitleg="Nodig in het speciaal onderwijs en het speciaal basisonderwijs. Elders alleen als er een OPP is.",
        waarom="In het so en sbo is het nieuwste OPP deel van het onderwijskundig rapport (artikel 43 van de WEC).",
        ouders="Waarom het ontwikkelingsperspectief er niet bij zit",
    ),
    _uit_las(
        naam="tlv",
        label="Toelaatbaarheidsverklaringen (TLV)",
        type=Rijen(
            Groep(
                (
                    Deel(naam="ingangsdatum", label="Van", type=Datum(toekomst=True), verplicht=True),
                    Deel(naam="einddatum", label="Tot en met", type=Datum(toekomst=True)),
                    Deel(naam="swvnummer", label="Samenwerkingsverband", type=Tekst(20, code=True), verplicht=True),
                    Deel(
                        naam="categorie",
                        label="Categorie",
                        type=Keuze(codelijsten.TLV_CATEGORIE),
                        verplicht=True,
                    ),
                    Deel(
                        naam="beschikkingsnummer",
                        label="Nummer van de verklaring",
                        type=Tekst(50, code=True),
                        verplicht=True,
                    ),
                    DOCUMENT,
                )
            ),
            "verklaring",
            maximum=50,
        ),
        ouders="Toestemming voor een speciale school",
    ),
    _uit_las(
        naam="arrangementen_cluster12",
        label="Arrangementen voor zien, horen of taal",
        type=Rijen(
            Groep(
                (
                    Deel(naam="datum", label="Datum", type=Datum(), verplicht=True),
                    Deel(naam="brincode", technisch=True, label="BRIN", type=BRIN),
                    Deel(naam="vestigingscode", technisch=True, label="Vestiging", type=VESTIGING),
                )
            ),
            "arrangement",
            maximum=50,
        ),
        ouders="Afgesproken hulp bij zien, horen of taal",
    ),
    _uit_las(
        naam="arrangementen_passend",
        label="Arrangementen van het samenwerkingsverband",
        type=Rijen(
            Groep(
                (
                    Deel(naam="datum", label="Van", type=Datum(), verplicht=True),
                    Deel(naam="einddatum", label="Tot en met", type=Datum(toekomst=True)),
                    Deel(naam="kenmerk", label="Kenmerk", type=Tekst()),
                    Deel(naam="beschikkingsnummer", label="Nummer van het besluit", type=Tekst(50, code=True)),
                )
            ),
            "arrangement",
            maximum=50,
        ),
        ouders="Afgesproken extra hulp voor uw kind",
    ),
    voortgezet.LWOO,
)
