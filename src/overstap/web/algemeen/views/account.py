"""What does somebody see of the own account, and where is this person logged in?"""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from overstap.domain.gebruikers.actions import eindig_sessies
from overstap.domain.gebruikers.queries import sessies_for
from overstap.domain.koppelingen.queries import gestopte_for
from overstap.domain.medewerkers.queries import controle_for, vragen_for
from overstap.domain.scholen.rules import schooljaar_van
from overstap.domain.schoollogins.queries import is_gekoppeld_for, schoollogin_for
from overstap.domain.seintjes.queries import onbereikbaar_for, seintje_for
from overstap.foundation.access import SYSTEEM, Recht
from overstap.foundation.klok import dag
from overstap.foundation.rls import als
from overstap.web.algemeen.sessies import rijsleutel
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import ingelogd
from overstap.web.components.verzoek import OpenVerzoek


@ingelogd
@require_GET
def account(request: OpenVerzoek) -> HttpResponse:
    """Show who is logged in, in which browsers, and what this person may change about that."""
    assert request.user.is_authenticated
    hier = rijsleutel(request.session.session_key)
    schoollogin = request.actor is not None and schoollogin_for(request.actor, request.actor.werkt_bij) is not None
    sessies = sessies_for(request.actor, request.user.id, request.nu - settings.OVERSTAP_STILTE)
    context = {
        "aanstellingen": request.aanstellingen,
        # This one first, then by when they were last used.
        "sessies": sorted(sessies, key=lambda sessie: sessie.session_key != hier),
        "hier": hier,
        "taken": _taken(request),
        "mail_mislukt": _mail_mislukt(request),
        "schoollogin": schoollogin,
        "gekoppeld": schoollogin and request.actor is not None and is_gekoppeld_for(request.actor),
    }
    return render(request, "algemeen/account.html", context)


def _taken(request: OpenVerzoek) -> list[str]:
    """What waits for who manages the colleagues: a request for an account, and the yearly look at the list."""
    actor = request.actor
    if actor is None or not actor.mag(Recht.MEDEWERKERS_BEHEREN):
        return []
    vragen = vragen_for(actor).count()
    taken = [ngettext("%(num)s vraag om een account", "%(num)s vragen om een account", vragen) % {"num": vragen}]
    taken = taken if vragen else []
    if terug := onbereikbaar_for(actor).count():
        zin = ngettext("mail komt bij %(num)s collega niet aan", "mail komt bij %(num)s collega’s niet aan", terug)
        taken.append(zin % {"num": terug})
    if stil := gestopte_for(actor).count():
        taken.append(
            ngettext(
                "%(num)s koppeling krijgt geen berichten meer", "%(num)s koppelingen krijgen geen berichten meer", stil
            )
            % {"num": stil}
        )
    controle = controle_for(actor, schooljaar_van(dag(request.nu)))
    return taken + ([] if controle else [_("kijk één keer per schooljaar of de lijst nog klopt")])


def _mail_mislukt(request: OpenVerzoek) -> bool:
    """Did the own mail come back?"""
    rij = seintje_for(request.actor) if request.actor and request.actor.mag(Recht.SEINTJES_KIEZEN) else None
    return rij is not None and rij.mislukt_op is not None


@ingelogd
@require_POST
def elders_uit(request: OpenVerzoek) -> HttpResponse:
    """End one other session of the own account, or all of them; this one stays, for that is what Log uit is for."""
    assert request.user.is_authenticated
    wie, hier, gevraagd = request.user.id, rijsleutel(request.session.session_key), request.POST.get("sessie", "")
    sessies = sessies_for(request.actor, wie, request.nu - settings.OVERSTAP_STILTE)
    een = next((sessie.nummer for sessie in sessies if str(sessie.nummer) == gevraagd), None)
    if een or not gevraagd:
        # Who has no function anywhere is nobody in the logboek; what happened stands there all the same.
        with als(request.actor or SYSTEEM) as by:
            eindig_sessies(account_id=wie, by=by, at=request.nu, alleen=een, behalve=hier)
    messages.success(request, _("U bent daar uitgelogd.") if gevraagd else _("U bent overal elders uitgelogd."))
    return Naar("algemeen:account")
