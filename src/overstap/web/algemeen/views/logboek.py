"""What happened at this organisation in a time, as a list for its board: in sentences, and with nobody's name?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from overstap.domain.bewaren.actions import noteer_logboek
from overstap.domain.overdrachten.rules import csv
from overstap.domain.scholen.queries import organisatienamen_for
from overstap.foundation.access import Actor, Recht, Rol
from overstap.foundation.audit.queries import gebeurtenissen_tussen_for
from overstap.foundation.klok import NEDERLAND
from overstap.web.algemeen.views.incident import dagenform, pagina
from overstap.web.components.bevestigen import na_bevestiging
from overstap.web.components.downloads import download
from overstap.web.components.logzinnen import als_collega, genoemde_organisaties, logregels
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek

if TYPE_CHECKING:
    from overstap.foundation.audit.models import AuditEvent

# More lines than a spreadsheet handles well, and than a worker should hold at once.
HOOGSTENS = 100_000
# One question for the names takes so many lines at most: a database takes only so many ids at once.
_PER_VRAAG = 5_000
_KOPPEN = ("Wanneer", "Wat", "Functie", "Organisatie", "Dossier")


@voor("po", "vo", "swv")
@require_POST
@na_bevestiging()
def lijst(request: Verzoek) -> HttpResponse:
    """Give the logboek of some days; that somebody took it along stands in it from then on."""
    request.actor.require(Recht.MEDEWERKERS_BEHEREN)
    form = dagenform(request, request.POST)
    if not form.is_valid():
        return pagina(request, dagen=form)
    gebeurd = list(gebeurtenissen_tussen_for(request.actor, *form.grenzen)[: HOOGSTENS + 1])
    if len(gebeurd) > HOOGSTENS:
        form.add_error("van", _("Er gebeurde te veel voor één lijst. Kies minder dagen."))
        return pagina(request, dagen=form)
    noteer_logboek(aantal=len(gebeurd), by=request.actor, at=request.nu)
    return download(csv(_KOPPEN, _rijen(request.actor, gebeurd)), "text/csv", "logboek", request.actor.werkt_bij)


def _rijen(actor: Actor, gebeurd: Sequence[AuditEvent]) -> Iterator[tuple[str, ...]]:
    """Each event as a sentence by function, never by name; what is only a step has no line."""
    for begin in range(0, len(gebeurd), _PER_VRAAG):
        deel = gebeurd[begin : begin + _PER_VRAAG]
        organisaties = organisatienamen_for(actor, genoemde_organisaties(deel))
        wie = als_collega({}, organisaties)
        for een in deel:
            plek = organisaties.get(een.organisatie_id, "") if een.organisatie_id else ""
            op = f"{een.op.astimezone(NEDERLAND):%Y-%m-%d %H:%M}"
            for regel in logregels([een], wie, organisaties):
                yield op, regel.tekst, Rol(een.rol).label, plek, str(een.dossier_id or "")
