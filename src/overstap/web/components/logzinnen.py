"""How does a reader see what happened: one sentence per event of the logboek?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.foundation.access import Rol
from overstap.foundation.klok import dag

if TYPE_CHECKING:
    from overstap.foundation.audit.models import AuditEvent

# What somebody did, after who did it: "Marije Vonk" + "bekeek het rapport". {naar} is the school in `object_id`.
DADEN = {
    "dossier.gemaakt": gettext_lazy("maakte het dossier"),
    "dossier.bekeken": gettext_lazy("bekeek het dossier"),
    "bijlagen.bekeken": gettext_lazy("bekeek de lijst met bijlagen"),
    "ouders.bekeken": gettext_lazy("bekeek hoe ver de ouders zijn"),
    "ouderversie.bekeken": gettext_lazy("bekeek het rapport zoals ouders het zien"),
    "definitief.bekeken": gettext_lazy("controleerde of het rapport definitief kan"),
    "overdracht.bekeken": gettext_lazy("bekeek de overdracht"),
    "logboek.bekeken": gettext_lazy("bekeek het logboek"),
    "import.overgenomen": gettext_lazy("nam gegevens over uit de leerlingadministratie"),
    "zin.bewaard": gettext_lazy("bewaarde een zin van de school"),
    "zin.gewijzigd": gettext_lazy("veranderde een zin van de school"),
    "zin.weggegooid": gettext_lazy("gooide een zin van de school weg"),
    "leerling.ingevoerd": gettext_lazy("voerde de leerling met de hand in"),
    "leerling.verbeterd": gettext_lazy("verbeterde gegevens met de hand"),
    "import.ongedaan": gettext_lazy("maakte het overnemen van gegevens ongedaan"),
    "nummer.vastgelegd": gettext_lazy("legde het persoonsnummer vast"),
    "nummer.onthuld": gettext_lazy("bekeek het hele persoonsnummer"),
    "rapport.bekeken": gettext_lazy("bekeek het rapport"),
    "rapport.ingevuld": gettext_lazy("schreef in het rapport"),
    "rapport.naam_vervangen": gettext_lazy("haalde een andere naam uit het rapport"),
    "rapport.ververst": gettext_lazy("haalde nieuwe gegevens op uit de leerlingadministratie"),
    "rapport.gezien": gettext_lazy("tekende voor gezien"),
    "rapport.gezien_op_papier": gettext_lazy("legde een handtekening op papier vast"),
    "rapport.definitief_gemaakt": gettext_lazy("maakte het rapport definitief"),
    "rapport.heropend": gettext_lazy("heropende het rapport"),
    "versies.bekeken": gettext_lazy("bekeek de versies van het rapport"),
    "verschil.bekeken": gettext_lazy("bekeek wat een nieuwe versie verandert"),
    "osobestand.bekeken": gettext_lazy("haalde een verstuurd bestand nog eens op"),
    "aanvulling.gemaakt": gettext_lazy("schreef een aanvulling bij het definitieve rapport"),
    "aanvulling.bekeken": gettext_lazy("las een aanvulling bij het rapport"),
    "aanvulling.op_papier_gegeven": gettext_lazy("gaf een ouder een aanvulling op papier"),
    "aanvulling.ingetrokken": gettext_lazy("trok een aanvulling in"),
    "aanvulling.verstuurd": gettext_lazy("stuurde een aanvulling naar de middelbare school"),
    "overdracht.ontvanger_ingelicht": gettext_lazy("meldde {naar} dat er iets veranderde"),
    "kopie.bekeken": gettext_lazy("haalde een kopie van het rapport op"),
    "advies.voorlopig_gegeven": gettext_lazy("gaf het voorlopige advies"),
    "advies.besproken": gettext_lazy("legde het adviesgesprek vast"),
    "advies.vastgesteld": gettext_lazy("gaf het definitieve advies"),
    "advies.vervallen": gettext_lazy("liet het definitieve advies vervallen"),
    "toets.vastgelegd": gettext_lazy("vulde de uitslag van de doorstroomtoets in"),
    "bijlage.toegevoegd": gettext_lazy("voegde een bijlage toe"),
    "bijlage.bekeken": gettext_lazy("opende een bijlage"),
    "bijlage.veilig": gettext_lazy("controleerde een bijlage en vond geen virus"),
    "bijlage.niet_gescand": gettext_lazy("kon een bijlage niet op virussen controleren"),
    "bijlage.geweigerd": gettext_lazy("controleerde een bijlage en weigerde die"),
    "bijlage.opgeschoond": gettext_lazy("haalde verboden gegevens uit een bijlage"),
    "bijlage.ingetrokken": gettext_lazy("trok een bijlage in"),
    "toestemming.vastgelegd": gettext_lazy("legde toestemming voor een bijlage vast"),
    "toestemming.ingetrokken": gettext_lazy("trok toestemming voor een bijlage in"),
    "bijlage.vrijgegeven": gettext_lazy("liet een bijlage meegaan"),
    "bijlage.later_verstuurd": gettext_lazy("stuurde een latere bijlage mee"),
    "bijlage.vrijgegeven_door_regio": gettext_lazy("liet een bijlage meegaan, volgens regioafspraak"),
    "bijlage.vrijgegeven_swv": gettext_lazy("gaf een bijlage aan het samenwerkingsverband"),
    "bijlage.gesloten_swv": gettext_lazy("sloot een bijlage voor het samenwerkingsverband"),
    "bijlage.anders_benoemd": gettext_lazy("veranderde de soort van een bijlage"),
    "bijlage.gesloten": gettext_lazy("liet een bijlage niet meer meegaan"),
    "ouders.uitgenodigd": gettext_lazy("nodigde een ouder uit om te lezen"),
    "ouders.op_papier_aangeboden": gettext_lazy("gaf een ouder het rapport op papier"),
    "ouders.nieuwe_code": gettext_lazy("gaf een ouder een nieuwe code"),
    "ouders.nieuwe_versie_gemeld": gettext_lazy("liet de ouders een nieuwe versie lezen"),
    "ouders.uitnodiging_ingetrokken": gettext_lazy("trok een uitnodiging in"),
    "ouders.mail_verzonden": gettext_lazy("stuurde een ouder een e-mail"),
    "ouders.opnieuw_gemaild": gettext_lazy("stuurde een ouder de uitnodiging opnieuw"),
    "ouders.mail_mislukt": gettext_lazy("zag dat een e-mail niet aankwam"),
    "ouders.mail_aangekomen": gettext_lazy("hoorde dat een e-mail wel aankwam"),
    "ouders.toegang_gesloten": gettext_lazy("sloot de toegang van een ouder"),
    "ouders.toegang_geopend": gettext_lazy("opende de toegang van een ouder weer"),
    "ouders.herinnerd": gettext_lazy("herinnerde een ouder aan het rapport"),
    "ouders.meelezen_vastgelegd": gettext_lazy("legde vast dat een ouder meeleest"),
    "ouders.meelezen_ingetrokken": gettext_lazy("liet een ouder stoppen met meelezen"),
    "bewijs.bekeken": gettext_lazy("bekeek het bewijs van inzage"),
    "stuk.toegevoegd": gettext_lazy("voegde een bestand van een ouder toe"),
    "stuk.bekeken": gettext_lazy("opende een bestand van een ouder"),
    "stuk.geweigerd": gettext_lazy("weigerde een bestand van een ouder"),
    "zienswijze.op_papier_toegevoegd": gettext_lazy("voegde een mening op papier toe"),
    "correctie.op_papier_vastgelegd": gettext_lazy("legde een melding op papier vast"),
    "correctie.verlengd": gettext_lazy("nam meer tijd voor een antwoord"),
    "warme_overdracht.aangekondigd": gettext_lazy("kondigde een gesprek aan met {naar}"),
    "warme_overdracht.gehouden": gettext_lazy("sprak over de leerling met {naar}"),
    "warme_overdracht.vervallen": gettext_lazy("liet het gesprek vervallen met {naar}"),
    "zienswijze.gegeven": gettext_lazy("gaf een mening over het rapport"),
    "zienswijze.bekeken": gettext_lazy("las een mening van een ouder"),
    "correctie.bekeken": gettext_lazy("las een melding van een fout"),
    "correctie.gevraagd": gettext_lazy("meldde een fout in het rapport"),
    "correctie.beantwoord": gettext_lazy("beantwoordde een melding van een fout"),
    "aanmelding.vastgelegd": gettext_lazy("legde de aanmelding vast bij {naar}"),
    "aanmelding.ingetrokken": gettext_lazy("trok de aanmelding in bij {naar}"),
    "unieke_code.gemaakt": gettext_lazy("maakte het adviesformulier met de unieke code"),
    "unieke_code.vernieuwd": gettext_lazy("maakte een nieuwe unieke code"),
    "unieke_code.ingetrokken": gettext_lazy("trok de unieke code in"),
    "adviesformulier.bekeken": gettext_lazy("bekeek het adviesformulier"),
    "overdracht.vrijgegeven": gettext_lazy("gaf het rapport vrij voor de school die de leerling aanmeldt"),
    "overdracht.niet_meer_vrijgegeven": gettext_lazy("trok het vrijgeven van het rapport in"),
    "overdracht.geopend": gettext_lazy("meldde de leerling aan bij {naar} en opende het rapport"),
    "overdracht.gevraagd": gettext_lazy("meldde de leerling aan bij {naar}; het rapport was nog dicht"),
    "overdracht.niet_geopend": gettext_lazy("vulde een code of gegevens in waar geen rapport bij hoort"),
    "overdracht.meegenomen": gettext_lazy("nam het rapport mee in een ZIP-bestand"),
    "besluit.genomen": gettext_lazy("besloot over de aanmelding bij {naar}"),
    "besluit.herzien": gettext_lazy("herzag het besluit over de aanmelding bij {naar}"),
    "besluit.verlengd": gettext_lazy("nam meer tijd voor het besluit bij {naar}"),
    "plaatsing.verplaatst": gettext_lazy("zette de leerling in een andere brugklas"),
    "brugklas.bewaard": gettext_lazy("bewaarde een brugklas"),
    "brugklas.verwijderd": gettext_lazy("verwijderde een brugklas"),
    "vraag.gesteld": gettext_lazy("stelde een vraag aan {naar}"),
    "vraag.beantwoord": gettext_lazy("beantwoordde een vraag van {naar}"),
    "aanmeldstatus.bekeken": gettext_lazy("bekeek hoe ver de aanmelding is"),
    "lasbestand.gemaakt": gettext_lazy("maakte een bestand voor de eigen leerlingadministratie"),
    "overdracht.verstuurd": gettext_lazy("stuurde het rapport naar {naar}"),
    "overdracht.klaargezet": gettext_lazy("zette het bestand klaar om te versturen"),
    "bestanden.opnieuw_gevraagd": gettext_lazy("liet een bestand opnieuw maken"),
    "overdracht.gelezen": gettext_lazy("las het rapport voor het eerst"),
    "overdracht.meegegeven": gettext_lazy("haalde het bestand op voor {naar}"),
    "overdracht.opgehaald": gettext_lazy("haalde het bestand op voor de leerlingadministratie"),
    "overdracht.vervangen": gettext_lazy("verving de versie bij de middelbare school"),
    "overdracht.ingetrokken": gettext_lazy("trok het rapport terug bij {naar}"),
    "overdracht.tegengehouden": gettext_lazy("hield een bestand met een virus tegen"),
    "overdracht.teruggenomen": gettext_lazy("hield een bestand tegen om een bijlage"),
    "ontvangst.ingenomen": gettext_lazy("nam het rapport in"),
    "ontvangst.bekeken": gettext_lazy("bekeek het rapport"),
    "ontvangst.bijlage_geopend": gettext_lazy("opende een bijlage"),
    "ontvangst.bijlage_veilig": gettext_lazy("controleerde een bijlage en vond geen virus"),
    "ontvangst.bijlage_niet_gescand": gettext_lazy("kon een bijlage niet op virussen controleren"),
    "ontvangst.bijlage_geweigerd": gettext_lazy("controleerde een bijlage en weigerde die"),
}
# The same fact stands beside it in other words, so a reader would see everything twice.
STIL = frozenset({"dossier.stap", "toegang.gegeven", "toegang.beeindigd", "versie.gemaakt"})
_PDF = gettext_lazy("haalde het rapport op als pdf")
# What a parent did is about this parent's own.
_DOOR_OUDER = {
    "stuk.toegevoegd": gettext_lazy("voegde een bestand toe"),
    "stuk.bekeken": gettext_lazy("opende een eigen bestand"),
}
# What somebody else read of the parent who reads this.
_VAN_U = {
    "zienswijze.bekeken": gettext_lazy("las uw mening"),
    "correctie.bekeken": gettext_lazy("las uw melding van een fout"),
    "stuk.bekeken": gettext_lazy("opende een bestand van u"),
}
# The pages around the report are one thing to a parent; which page of it says nothing more.
_IN_HET_DOSSIER = frozenset({
    "bijlagen.bekeken", "ouders.bekeken", "ouderversie.bekeken", "definitief.bekeken", "overdracht.bekeken",
    "logboek.bekeken", "versies.bekeken", "bewijs.bekeken", "osobestand.bekeken", "aanmelding.bekeken",
})  # fmt: skip


@dataclass(frozen=True)
class Logregel:
    """One line for a reader: when, the sentence, and of how many people of the same function it is true."""

    op: datetime
    zin: str
    mensen: int = 1

    @property
    def tekst(self) -> str:
        """The sentence, with how many people when it is more than one."""
        if self.mensen == 1:
            return f"{self.zin}."
        return _("%(zin)s (%(num)s personen).") % {"zin": self.zin, "num": self.mensen}


type_wie = Callable[["AuditEvent"], str]


def logregels(
    gebeurtenissen: Iterable[AuditEvent], wie: type_wie, organisaties: Mapping[UUID, str], *, per_dag: bool = False
) -> list[Logregel]:
    """The lines in the order of the events; with `per_dag` the same sentence stands once for every day.

    How often somebody looked on one day says nothing to anybody.
    """
    regels: dict[tuple[object, ...], Logregel] = {}
    for nummer, gebeurtenis in enumerate(gebeurtenissen):
        if gebeurtenis.wat in STIL:
            continue
        zin = _zin(wie(gebeurtenis), _daad(gebeurtenis, organisaties))
        sleutel = (dag(gebeurtenis.op), zin) if per_dag else (nummer,)
        regels.setdefault(sleutel, Logregel(gebeurtenis.op, zin))
    return list(regels.values())


def dagregels(gebeurtenissen: Iterable[AuditEvent], ouder_id: UUID, organisaties: Mapping[UUID, str]) -> list[Logregel]:
    """What one parent reads: one line for everybody and every day, with a short sentence for each thing done that day.

    Colleagues of one function have no names here, so the same sentence of two of them is one line that says so.
    """
    wie = als_ouder(ouder_id, organisaties)
    dagen: dict[tuple[object, ...], tuple[datetime, str, list[str]]] = {}
    for gebeurtenis in gebeurtenissen:
        if gebeurtenis.wat in STIL:
            continue
        sleutel = (dag(gebeurtenis.op), gebeurtenis.actor_id, gebeurtenis.rol, gebeurtenis.organisatie_id)
        daden = dagen.setdefault(sleutel, (gebeurtenis.op, wie(gebeurtenis), []))[2]
        daad = _daad_voor_ouder(gebeurtenis, ouder_id, organisaties)
        if daad not in daden:
            # Events come newest first; a day is told from its morning.
            daden.insert(0, daad)
    regels: dict[tuple[object, ...], Logregel] = {}
    for op, naam, daden in dagen.values():
        zin = ". ".join(_zin(naam, daad) for daad in daden)
        eerder = regels.get((dag(op), zin))
        regels[dag(op), zin] = replace(eerder, mensen=eerder.mensen + 1) if eerder else Logregel(op, zin)
    return list(regels.values())


def _zin(wie: str, daad: str) -> str:
    # Other languages put it otherwise ("A teacher: …"), because their verb follows the person.
    return _("%(wie)s %(daad)s") % {"wie": wie, "daad": daad}


def genoemde_organisaties(gebeurtenissen: Iterable[AuditEvent]) -> set[UUID]:
    """The organisations whose names the lines need: where somebody worked, and where something went."""
    paren = ((g.organisatie_id, g.object_id) for g in gebeurtenissen)
    return {gevonden for paar in paren for gevonden in paar if gevonden}


def als_ouder(ouder_id: UUID, organisaties: Mapping[UUID, str]) -> type_wie:
    """Who it was, as a parent reads it: the parent self, or a function and a school; never a name."""

    def wie(gebeurtenis: AuditEvent) -> str:
        if gebeurtenis.actor_id == ouder_id:
            return _("U")
        functie = str(_FUNCTIE.get(Rol(gebeurtenis.rol), gettext_lazy("Overstap")))
        naam = organisaties.get(gebeurtenis.organisatie_id) if gebeurtenis.organisatie_id else None
        return _("%(functie)s van %(school)s") % {"functie": functie, "school": naam} if naam else functie

    return wie


def als_collega(namen: Mapping[UUID, str], organisaties: Mapping[UUID, str]) -> type_wie:
    """Who it was, as a colleague reads it: the name of a colleague, else the function and the school."""

    def wie(gebeurtenis: AuditEvent) -> str:
        if gebeurtenis.rol == Rol.OUDER:
            return _("Een ouder")
        if gebeurtenis.actor_id and (collega := namen.get(gebeurtenis.actor_id)):
            return collega
        functie = str(_FUNCTIE.get(Rol(gebeurtenis.rol), gettext_lazy("Overstap")))
        naam = organisaties.get(gebeurtenis.organisatie_id) if gebeurtenis.organisatie_id else None
        return _("%(functie)s van %(school)s") % {"functie": functie, "school": naam} if naam else functie

    return wie


_FUNCTIE = {
    Rol.LEERKRACHT: gettext_lazy("Een leerkracht"),
    Rol.INTERN_BEGELEIDER: gettext_lazy("De intern begeleider"),
    Rol.DIRECTEUR: gettext_lazy("De directeur"),
    Rol.ADMINISTRATIE_PO: gettext_lazy("De administratie"),
    Rol.TOELATINGSCOMMISSIE: gettext_lazy("De toelatingscommissie"),
    Rol.ZORGCOORDINATOR: gettext_lazy("De zorgcoördinator"),
    Rol.ADMINISTRATIE_VO: gettext_lazy("De administratie"),
    Rol.SWV_LOKET: gettext_lazy("Het loket"),
    Rol.SWV_COMMISSIE: gettext_lazy("De adviescommissie"),
}


def _daad_voor_ouder(gebeurtenis: AuditEvent, ouder_id: UUID, organisaties: Mapping[UUID, str]) -> str:
    if gebeurtenis.actor_id != ouder_id and gebeurtenis.wat in _VAN_U:
        return str(_VAN_U[gebeurtenis.wat])
    if gebeurtenis.wat in _IN_HET_DOSSIER:
        return str(DADEN["dossier.bekeken"])
    return _daad(gebeurtenis, organisaties)


def _daad(gebeurtenis: AuditEvent, organisaties: Mapping[UUID, str]) -> str:
    if gebeurtenis.rol == Rol.OUDER and gebeurtenis.wat in _DOOR_OUDER:
        return str(_DOOR_OUDER[gebeurtenis.wat])
    if gebeurtenis.wat == "overdracht.opgehaald" and gebeurtenis.gegevens.get("vorm") == "pdf":
        return str(_PDF)
    naar = organisaties.get(gebeurtenis.object_id) if gebeurtenis.object_id else None
    return str(DADEN.get(gebeurtenis.wat, gebeurtenis.wat)).format(naar=naar or _("een school"))
