"""Which findings and refusals were made while walking through a file? Gathered here, with a limit."""

from collections import Counter
from collections.abc import Iterable

from lxml import etree

from overstap.domain.importen.snapshot import Melding, Weigering
from overstap.domain.rapporten.enums import Ernst
from overstap.integrations.oso.v2019.lot import lot, reden
from overstap.integrations.oso.v2019.profielen import Profiel
from overstap.integrations.oso.v2019.regels.dossier import plaats
from overstap.integrations.oso.v2019.structuur import Pad, paden

_MEEST = 300
_LEVERANCIER = "Meld dit bij de leverancier van uw leerlingadministratie."
_SOORTNAAM = {
    "datum": "een datum (jaar-maand-dag)",
    "janee": "true of false",
    "geheel": "een heel getal",
    "decimaal": "een getal",
    "tekst": "tekst van de goede lengte en vorm",
}


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
    "urengeoorloofd": "Uren geoorloofd verzuim",
    "urenongeoorloofd": "Uren ongeoorloofd verzuim",
    "lwoo": "Beschikking lwoo",
    "rvc": "Besluit van de RVC",
    "bsn": "Burgerservicenummer",
    "eindtoets_basisonderwijs": "Doorstroomtoets",
}


def _naam(pad: str) -> str:
    return pad.rsplit("/", 1)[-1]


class Bevindingen:
    """Meldingen about the structure and refused elements. It never holds a value of the file."""

    def __init__(self, profiel: Profiel) -> None:
        self._profiel = profiel
        self.meldingen: list[Melding] = []
        self.geweigerd: Counter[str] = Counter()
        self.geheim: Counter[str] = Counter()

    def _meld(self, ernst: Ernst, element: etree._Element, tekst: str, herstel: str, regel: str) -> None:
        if len(self.meldingen) < _MEEST:
            self.meldingen.append(Melding(regel, ernst, plaats(element), tekst, herstel))

    def fout(self, element: etree._Element, tekst: str, herstel: str = _LEVERANCIER, regel: str = "structuur") -> None:
        """Something is lost or missing."""
        self._meld(Ernst.FOUT, element, tekst, herstel, regel)

    def let_op(
        self, element: etree._Element, tekst: str, herstel: str = _LEVERANCIER, regel: str = "structuur"
    ) -> None:
        """Something is wrong, but nothing is lost."""
        self._meld(Ernst.WAARSCHUWING, element, tekst, herstel, regel)

    def onbekend(self, element: etree._Element) -> None:
        naam = etree.QName(element).localname[:60]
        self.let_op(element, f"Het onderdeel “{naam}” bestaat niet in OSO 2019.1. Het is niet overgenomen.")

    def volgorde(self, element: etree._Element, pad: Pad) -> None:
        self.let_op(element, f"Het onderdeel “{pad.naam}” staat niet op de goede plek. Het is wel overgenomen.")

    def te_vaak(self, element: etree._Element, pad: Pad) -> None:
        self.fout(element, f"Het onderdeel “{pad.naam}” staat er te vaak. Alleen het laatste is overgenomen.")

    def ontbreekt(self, ouder: etree._Element, namen: Iterable[str]) -> None:
        for naam in namen:
            self.fout(
                ouder,
                f"Het verplichte onderdeel “{naam}” ontbreekt.",
                "Vul het in uw leerlingadministratie in en maak het bestand opnieuw.",
            )

    def leeg(self, element: etree._Element, pad: Pad) -> None:
        self.let_op(element, f"Het onderdeel “{pad.naam}” is leeg. Laat een leeg onderdeel weg.")

    def vorm(self, element: etree._Element, pad: Pad, *, overgenomen: bool) -> None:
        tekst = f"Het onderdeel “{pad.naam}” is geen {_SOORTNAAM[pad.soort].removeprefix('een ')}."
        herstel = "Verbeter dit in uw leerlingadministratie en maak het bestand opnieuw."
        if overgenomen:
            self.let_op(element, f"{tekst} Het is wel overgenomen.", herstel)
        else:
            self.fout(element, f"{tekst} Het is niet overgenomen.", herstel)

    def code(self, element: etree._Element, pad: Pad) -> None:
        self.fout(
            element,
            f"De code in “{pad.naam}” staat niet in codelijst {pad.codelijst}. Die is niet overgenomen.",
            "Kies in uw leerlingadministratie een waarde uit de lijst en maak het bestand opnieuw.",
            "code",
        )

    def losse_tekst(self, element: etree._Element, tekst: str) -> None:
        if not tekst.isspace():
            self.fout(element, "Er staat losse tekst tussen de onderdelen. Die is niet overgenomen.")

    def keuze(self, element: etree._Element, namen: list[str]) -> None:
        self.let_op(element, f"Er mag maar een van deze onderdelen staan: {', '.join(namen)}.")

    def bsn_in_naam(self, element: etree._Element) -> None:
        self.let_op(
            element,
            "De naam van een bijlage bevat een nummer dat een BSN kan zijn.",
            "Geef de bijlage een naam zonder BSN.",
            "bijlage",
        )

    def andere_naam(self, element: etree._Element) -> None:
        self.let_op(
            element,
            "De naam van een bijlage past niet bij wat erin zit.",
            "Open de bijlage hier en kijk of het de goede is.",
            "bijlage",
        )

    def weigeringen(self) -> tuple[Weigering, ...]:
        """What was refused, by element, with the article."""
        wet = [
            Weigering(pad, _LABELS.get(_naam(pad), _naam(pad).capitalize()), aantal, self._reden(pad))
            for pad, aantal in self.geweigerd.items()
        ]
        geheim = [
            Weigering(pad, f"Geheim {_naam(pad)}", aantal, "Dit is geheim. Een geheim gegeven gaat niet mee.")
            for pad, aantal in self.geheim.items()
            if aantal
        ]
        return tuple(wet + geheim)

    def _reden(self, pad: str) -> str:
        weigering = lot(paden()[pad], self._profiel).weigering
        return reden(weigering) if weigering else ""
