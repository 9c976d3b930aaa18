"""What of a file was not taken over while walking through it, and why? Gathered here, with a limit."""

from collections import Counter

from lxml import etree

from overstap.domain.importen.snapshot import KAPOT, Melding, Weigering
from overstap.domain.rapporten.enums import Ernst
from overstap.integrations.oso.v2019.lot import lot, reden
from overstap.integrations.oso.v2019.profielen import Profiel
from overstap.integrations.oso.v2019.regels.dossier import plaats
from overstap.integrations.oso.v2019.structuur import Pad, paden

_MEEST = 200
_GEHEIM = "Dit is geheim. Een geheim gegeven gaat niet mee."
_ONLEESBAAR = "De waarde past niet in OSO 2019.1. Bij de meldingen staat wat eraan mankeert."
_ONBEKEND = "Dit onderdeel bestaat niet in OSO 2019.1."
_LABELS = {
    "nnca": "Culturele achtergrond",
    "tehuis": "Woont in een tehuis",
    "iban": "Bankrekening",
    "banknummer": "Bankrekening",
    "postcode4adres": "Adres van alleen vier cijfers",
    "onderwijssinds": "Onderwijs in Nederland sinds",
    "teruggeplaatstnaarbrin": "School waarnaar de leerling terugging",
    "overlijdensdatum": "Datum van overlijden",
    "vanpeuterspeelzaal": "Peuterspeelzaal",
    "naampeuterspeelzaal": "Naam van de peuterspeelzaal",
    "voorschools": "Voorschoolse educatie",
    "vroegschools": "Vroegschoolse educatie",
    "frequentie": "Aantal keren verzuim",
    "contactleerplicht": "Contact met leerplicht",
    "rmcmelding": "Melding bij het RMC",
    "documentLijst": "Bijlagen over verzuim",
    "bevorderd": "Bevordering in het vo",
    "examenresultaat": "Uitslag van het examen",
    "resultaatvakkenvo": "Vakken in het vo",
    "certificaat": "Certificaten",
    "stage": "Stages",
    "overigvombo": "Keuze na het vo",
    "rvc": "Besluit van de RVC",
    "bsn": "Burgerservicenummer",
    "eindtoets_basisonderwijs": "Doorstroomtoets",
}


def _label(pad: str) -> str:
    naam = pad.rsplit("/", 1)[-1]
    return _LABELS.get(naam, naam.capitalize())


class Bevindingen:
    """What was refused or lost on the way, and remarks about attachments. It never holds a value of the file."""

    def __init__(self, profiel: Profiel) -> None:
        self._profiel = profiel
        self.meldingen: list[Melding] = []
        self.geweigerd: Counter[str] = Counter()
        self.geheim: Counter[str] = Counter()
        self._onleesbaar: Counter[str] = Counter()
        self._onbekend: Counter[str] = Counter()

    def onleesbaar(self, pad: Pad) -> None:
        """A value that is not of the kind that this path holds; the rules say what is wrong with it."""
        self._onleesbaar[pad.pad] += 1

    def onbekend(self, boven: Pad, element: etree._Element) -> None:
        """An element that OSO does not know at this place."""
        pad = f"{boven.pad}/{etree.QName(element).localname[:60]}"
        if pad in self._onbekend or len(self._onbekend) < _MEEST:
            self._onbekend[pad] += 1

    def _bijlage(self, element: etree._Element, tekst: str, herstel: str, regel: str = "bijlagenaam") -> None:
        if len(self.meldingen) < _MEEST:
            self.meldingen.append(Melding(regel, Ernst.WAARSCHUWING, plaats(element), tekst, herstel))

    def kapotte_bijlage(self, element: etree._Element, reden: str) -> None:
        """An attachment that cannot be taken out; nobody else looks at it."""
        self._bijlage(element, "Deze bijlage is niet te gebruiken.", reden, KAPOT)

    def bsn_in_naam(self, element: etree._Element) -> None:
        """The name of an attachment gives a number away."""
        self._bijlage(
            element,
            "De naam van een bijlage bevat een nummer dat een BSN kan zijn.",
            "Geef de bijlage in uw leerlingadministratie een naam zonder BSN.",
        )

    def andere_naam(self, element: etree._Element) -> None:
        """What is inside an attachment is called otherwise, or is of another type."""
        self._bijlage(
            element,
            "De naam van een bijlage past niet bij wat erin zit.",
            "Open de bijlage in uw leerlingadministratie en kijk of het de goede is.",
        )

    def weigeringen(self) -> tuple[Weigering, ...]:
        """What was refused, by element, with the article."""
        wet = [Weigering(pad, _label(pad), aantal, self._reden(pad)) for pad, aantal in self.geweigerd.items()]
        geheim = [
            Weigering(
                pad, f"Geheim {pad.rsplit('/', 1)[-1]}", aantal, "Dit is geheim. Een geheim gegeven gaat niet mee."
            )
            for pad, aantal in self.geheim.items()
            if aantal
        ]
        verloren = [
            Weigering(pad, _label(pad), aantal, reden)
            for teller, reden in ((self._onleesbaar, _ONLEESBAAR), (self._onbekend, _ONBEKEND))
            for pad, aantal in teller.items()
        ]
        return tuple(wet + geheim + verloren)

    def _reden(self, pad: str) -> str:
        weigering = lot(paden()[pad], self._profiel).weigering
        return reden(weigering) if weigering else ""
