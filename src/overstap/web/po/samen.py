"""Which acts can be done for many pupils at once, for whom can one not be done, and what came of it?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.domain.adviezen.actions import leg_gesprek_vast
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.dossiers.rules import INVULBAAR
from overstap.domain.gebruikers.rules import leesbaar
from overstap.domain.inzages.actions import InzageGeweigerd, bied_op_papier_aan, nodig_uit
from overstap.domain.inzages.enums import Inzagerecht
from overstap.domain.inzages.queries import reactietermijn_for
from overstap.domain.overdrachten.actions import (
    geef_unieke_code,
    geef_vrij,
    leg_aanmelding_vast,
)
from overstap.domain.overdrachten.queries import Regel, gevraagd_for
from overstap.domain.rapporten.actions import leg_advies_vast
from overstap.domain.rapporten.queries import pdf_for, versies_for
from overstap.domain.scholen.queries import organisaties_for
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.web.components.jinja.filters import datum
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.forms.advies import Gesprek
from overstap.web.po.forms.ouders import Papierformulier
from overstap.web.po.forms.overdracht import Aanmeldformulier
from overstap.web.po.ouderkaarten import Kaart, kaarten_for
from overstap.web.po.samenact import Brief, Doen, Samenact, Uitkomst, voer_uit

if TYPE_CHECKING:
    from overstap.domain.rapporten.models import Versie

__all__ = ["ACTEN", "PDF", "Brief", "Samenact", "Uitkomst", "pdf_van", "voer_uit"]


def _niets(_request: Verzoek, _regel: Regel) -> str:
    return ""


def _te_schrijven(_request: Verzoek, regel: Regel) -> str:
    return "" if regel.feiten.staat in INVULBAAR else _("Het rapport is definitief.")


def _nog_niet_definitief(_request: Verzoek, regel: Regel) -> str:
    return _("Het rapport is nog niet definitief.") if regel.feiten.staat in INVULBAAR else ""


def _zonder_advies(_request: Verzoek, regel: Regel) -> str:
    return "" if regel.feiten.definitief else _("Er is nog geen definitief advies.")


def _kan_naar_ouders(request: Verzoek, regel: Regel) -> str:
    feiten = regel.feiten
    if te_laat := _te_schrijven(request, regel):
        return te_laat
    if feiten.klaar < feiten.totaal:
        telling = {"klaar": feiten.klaar, "totaal": feiten.totaal}
        return _("Het rapport is nog niet ingevuld: %(klaar)s van %(totaal)s onderdelen zijn klaar.") % telling
    if not _nog_uit_te_nodigen(request, regel):
        return _("Iedereen met gezag kreeg het rapport al.")
    return ""


def _nog_uit_te_nodigen(request: Verzoek, regel: Regel) -> list[Kaart]:
    return [kaart for kaart in _met_gezag(request, regel) if kaart.inzage is None]


def _met_gezag(request: Verzoek, regel: Regel) -> list[Kaart]:
    dossier = dossier_for(request.actor, regel.dossier_id)
    kaarten = kaarten_for(request.actor, dossier, slot_for(request.actor, dossier), dag(request.nu))
    return [kaart for kaart in kaarten if kaart.gezag]


def _wie_krijgt_mail(request: Verzoek, regel: Regel) -> list[str]:
    """Of everybody with gezag: where the mail goes, or why none goes."""
    kaarten = _met_gezag(request, regel)
    adressen = [kaart.mail.casefold() for kaart in kaarten]
    return [f"{kaart.naam}: {_waarheen(kaart, adressen.count(kaart.mail.casefold()))}" for kaart in kaarten]


def _waarheen(kaart: Kaart, hoe_vaak: int) -> str:
    if kaart.inzage is not None:
        return _("kreeg het rapport al")
    if bezwaar := _geen_mail(kaart):
        return bezwaar
    zelfde = _("%(mail)s. Let op: de andere ouder heeft hetzelfde adres.")
    return zelfde % {"mail": kaart.mail} if hoe_vaak > 1 else kaart.mail


def _geen_mail(kaart: Kaart) -> str:
    """Why this person gets no mail together with the others; empty when nothing is in the way."""
    if not kaart.mail:
        return _("Er is geen e-mailadres. Nodig deze ouder zelf uit, of geef het rapport op papier.")
    if kaart.recht is Inzagerecht.INSTELLING:
        return _("Nodig een instelling zelf uit: daar hoort de naam van de contactpersoon bij.")
    return ""


def _wie_krijgt_papier(request: Verzoek, regel: Regel) -> list[str]:
    return [kaart.naam for kaart in _nog_uit_te_nodigen(request, regel)]


def _wie_wacht(request: Verzoek, regel: Regel) -> list[str]:
    """The vo schools to which the report goes at once, because they gave the code of the parents before."""
    zin = _("%(school)s gaf op %(dag)s de code op. Het rapport gaat er meteen heen.")
    gevraagd = gevraagd_for(request.actor, dossier_for(request.actor, regel.dossier_id))
    return [zin % {"school": vraag.naam, "dag": datum(vraag.op)} for vraag in gevraagd]


def _uitnodigen(request: Verzoek, regel: Regel, _waarden: dict[str, Any], uit: Uitkomst) -> Iterator[tuple[str, Doen]]:
    for kaart in _nog_uit_te_nodigen(request, regel):
        yield kaart.naam, _uitnodiging(request, regel, kaart, uit)


def _uitnodiging(request: Verzoek, regel: Regel, kaart: Kaart, uit: Uitkomst) -> Doen:
    def doe() -> None:
        if bezwaar := _geen_mail(kaart):
            raise InzageGeweigerd(bezwaar)
        inzage_id, code = nodig_uit(
            dossier_id=regel.dossier_id, verzorger_id=kaart.sleutel, mail=kaart.mail, by=request.actor, at=request.nu
        )
        dossier = dossier_for(request.actor, regel.dossier_id)
        kaarten = kaarten_for(request.actor, dossier, slot_for(request.actor, dossier), dag(request.nu))
        nieuw = next(een for een in kaarten if een.inzage and een.inzage.id == inzage_id)
        uit.brieven.append(Brief(dossier, nieuw, leesbaar(code), reactietermijn_for(request.actor, dossier)))

    return doe


def _op_papier(request: Verzoek, regel: Regel, waarden: dict[str, Any], _uit: Uitkomst) -> Iterator[tuple[str, Doen]]:
    for kaart in _nog_uit_te_nodigen(request, regel):
        yield (
            kaart.naam,
            _een(bied_op_papier_aan, request, regel, verzorger_id=kaart.sleutel, op=waarden["op"], weg=waarden["weg"]),
        )


def _gesprek(request: Verzoek, regel: Regel, waarden: dict[str, Any], _uit: Uitkomst) -> Iterator[tuple[str, Doen]]:
    yield "", _een(leg_advies_vast, request, regel, handeling=leg_gesprek_vast, **waarden)


def _aanmelding(request: Verzoek, regel: Regel, waarden: dict[str, Any], _uit: Uitkomst) -> Iterator[tuple[str, Doen]]:
    yield "", _een(leg_aanmelding_vast, request, regel, **waarden)


def _een(act: Callable[..., object], request: Verzoek, regel: Regel, **waarden: Any) -> Doen:
    return lambda: act(dossier_id=regel.dossier_id, by=request.actor, at=request.nu, **waarden)


def _aanmeldformulier(request: Verzoek) -> forms.Form:
    return Aanmeldformulier(organisaties_for(request.actor, "vo", open_op=dag(request.nu)), getypt(request))


def pdf_van(request: Verzoek, regel: Regel) -> tuple[bytes, Versie] | None:
    """The newest version as parents read it, or None while there is none."""
    dossier = dossier_for(request.actor, regel.dossier_id)
    versie = versies_for(request.actor, dossier).first()
    pdf = pdf_for(request.actor, versie, "ouders", slot_for(request.actor, dossier)) if versie else None
    return (pdf, versie) if pdf is not None and versie is not None else None


def _zonder_pdf(request: Verzoek, regel: Regel) -> str:
    return (
        "" if pdf_van(request, regel) else _("Er is nog geen pdf. Die komt er als de eerste ouder het rapport krijgt.")
    )


def _geen_stappen(
    _request: Verzoek, _regel: Regel, _waarden: dict[str, Any], _uit: Uitkomst
) -> Iterator[tuple[str, Doen]]:
    yield from ()


# A download is no act that is done pupil by pupil: the view makes one file.
PDF = Samenact(
    "pdf",
    gettext_lazy("Download de rapporten (pdf)"),
    gettext_lazy("U krijgt één ZIP-bestand met per leerling de nieuwste versie, zoals de ouders die lezen."),
    Recht.DOSSIER_BEKIJKEN,
    _zonder_pdf,
    _geen_stappen,
    weegt=True,
)
ACTEN = {
    act.naam: act
    for act in (
        Samenact(
            "gesprek",
            gettext_lazy("Leg het adviesgesprek vast"),
            gettext_lazy("Voor een middag met gesprekken: dezelfde dag en dezelfde mensen bij iedereen."),
            Recht.ADVIES_VASTLEGGEN,
            _te_schrijven,
            _gesprek,
            lambda request: Gesprek(getypt(request)),
        ),
        Samenact(
            "uitnodigen",
            gettext_lazy("Nodig de ouders uit"),
            gettext_lazy("Iedere ouder met gezag krijgt een e-mail. Daarna ziet u de brieven met de codes, één keer."),
            Recht.OUDERS_UITNODIGEN,
            _kan_naar_ouders,
            _uitnodigen,
            vooraf=_wie_krijgt_mail,
        ),
        Samenact(
            "papier",
            gettext_lazy("Leg vast: op papier gegeven"),
            gettext_lazy("Iedere ouder met gezag kreeg het rapport op papier, op dezelfde dag."),
            Recht.OUDERS_UITNODIGEN,
            _kan_naar_ouders,
            _op_papier,
            lambda request: Papierformulier(getypt(request), recht=Inzagerecht.GEZAG),
            _wie_krijgt_papier,
        ),
        Samenact(
            "aanmelding",
            gettext_lazy("Leg de aanmelding vast"),
            gettext_lazy("Voor leerlingen die naar dezelfde vo-school gaan."),
            Recht.AANMELDING_VASTLEGGEN,
            _niets,
            _aanmelding,
            _aanmeldformulier,
        ),
        Samenact(
            "code",
            gettext_lazy("Maak de adviesformulieren"),
            gettext_lazy("Iedere leerling krijgt een unieke code. De ouders zien die op hun eigen pagina."),
            Recht.ADVIESFORMULIER_GEVEN,
            _zonder_advies,
            lambda request, regel, _waarden, _uit: iter([("", _een(geef_unieke_code, request, regel))]),
        ),
        Samenact(
            "vrijgeven",
            gettext_lazy("Geef vrij voor de school die aanmeldt"),
            gettext_lazy("Het definitieve rapport staat dan open voor de vo-school met de code van de ouders."),
            Recht.DOSSIER_OVERDRAGEN,
            _nog_niet_definitief,
            lambda request, regel, _waarden, _uit: iter([("", _een(geef_vrij, request, regel))]),
            vooraf=_wie_wacht,
            weegt=True,
        ),
        PDF,
    )
}
