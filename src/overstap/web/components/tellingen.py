"""How do numbers of pupils look: in words, as a picture with its table, and as a file?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from markupsafe import Markup

from overstap.domain.overdrachten.rules import csv
from overstap.domain.scholen.rules import Kalender
from overstap.domain.tellingen.rules import KLEINSTE_AANTAL, Aantal, Verloop, zelfde_dag
from overstap.integrations.grafiek import Merk, Staaf, staafgrafiek, verloopgrafiek
from overstap.integrations.rekenblad import rekenblad
from overstap.web.components.downloads import download
from overstap.web.components.jinja.filters import dag as dag_maand
from overstap.web.components.jinja.filters import datum_jaar, getal

# The colours of the stages (`tellingen.queries.STAPPEN`) in the bar of a school.
VLAKKEN = ("bij-u", "ouders", "gereed", "definitief")
_EEN_WEEK = timedelta(days=7)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Telbeeld:
    """A picture as the macro `telbeeld` draws it; the sentence and the rows say the same."""

    naam: str
    nu: str
    svg: Markup
    zin: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]


def in_woorden(aantal: Aantal, totaal: int | None = None) -> str:
    """A number as it may be told: "20", "niemand", "minder dan 5", "18 tot en met 21", "10 of meer"."""
    if aantal.exact:
        return getal(aantal.laag) if aantal.laag else _("niemand")
    if aantal.klein:
        return _("minder dan %(n)s") % {"n": KLEINSTE_AANTAL}
    if totaal is not None and aantal.onbekend(totaal):
        return _("niet te zeggen")
    if aantal.hoog == totaal:
        return _("%(n)s of meer") % {"n": getal(aantal.laag)}
    return _("%(laag)s tot en met %(hoog)s") % {"laag": getal(aantal.laag), "hoog": getal(aantal.hoog)}


def procent(aantal: Aantal, totaal: int) -> str:
    """The same as a part of a total: "61%" or "58 tot 63%"."""
    if aantal.onbekend(totaal):
        return _("niet te zeggen")
    laag, hoog = (round(grens * 100) for grens in aantal.delen(totaal))
    return f"{laag}%" if laag == hoog else _("%(laag)s tot %(hoog)s%%") % {"laag": laag, "hoog": hoog}


def verloopbeeld(nu: Verloop, vorig: Verloop, kalender: Kalender, vandaag: date, stand: str) -> Telbeeld:
    """The line of this year beside the year before, from its first report on; `stand` is how far it is in words."""
    eerder = tuple((zelfde_dag(dag, 1), n) for dag, n in vorig.dagen)
    eerste = min([dag for dag, _n in (*nu.dagen, *eerder)], default=kalender.voorlopig_van)
    van = min(eerste, vandaag) - _EEN_WEEK
    tot = max(vandaag, kalender.aanmeldweek_tot)
    tijd = (tot - van).days

    def punten(reeks: Iterable[tuple[date, int]], totaal: int, einde: date) -> list[tuple[float, float]]:
        """Where the line goes up, from the first day to the last."""
        waar = [((dag - van).days / tijd, n / totaal) for dag, n in reeks if dag <= einde] if totaal else []
        laatste = waar[-1][1] if waar else 0.0
        return [(0.0, 0.0), *waar, ((einde - van).days / tijd, laatste)]

    merken = [Merk(0.0, dag_maand(van)), Merk(1.0, dag_maand(tot))]
    if van < kalender.definitief < tot:
        merken.append(Merk((kalender.definitief - van).days / tijd, dag_maand(kalender.definitief), doel=True))
    toen = punten(eerder, vorig.totaal, tot) if vorig.totaal else []
    return Telbeeld(
        naam=_("Definitief, dag voor dag"),
        nu=stand,
        svg=Markup(verloopgrafiek(punten(nu.dagen, nu.totaal, vandaag), toen, merken)),  # noqa: S704 - we escape
        zin=_zin(nu, vorig, vandaag),
        koppen=(_("Op"), _("Dit jaar"), *((_("Vorig jaar"),) if vorig.totaal else ())),
        rijen=tuple(_rijen(nu, vorig, van, vandaag)),
    )


def _zin(nu: Verloop, vorig: Verloop, vandaag: date) -> str:
    if not vorig.totaal:
        return _("Van vorig jaar zijn er geen gegevens in Overstap. Daarom staat er geen lijn van vorig jaar bij.")
    hier, toen = (round(deel * 100) for deel in (nu.deel_op(vandaag), vorig.deel_op(zelfde_dag(vandaag, -1))))
    wat = {"nu": hier, "toen": toen}
    if hier == toen:
        return _("Net zo ver als vorig jaar op deze dag: %(nu)s%%. De streepjeslijn is vorig jaar.") % wat
    if hier > toen:
        return _("Verder dan vorig jaar op deze dag: %(nu)s%% tegen %(toen)s%%. De streepjeslijn is vorig jaar.") % wat
    return _("Minder ver dan vorig jaar op deze dag: %(nu)s%% tegen %(toen)s%%. De streepjeslijn is vorig jaar.") % wat


def _rijen(nu: Verloop, vorig: Verloop, van: date, vandaag: date) -> Iterable[tuple[str, ...]]:
    """A row a week, back from today."""
    weken = range((vandaag - van).days // 7, -1, -1)
    for dag in (vandaag - _EEN_WEEK * week for week in weken):
        toen = (_aandeel(vorig, zelfde_dag(dag, -1)),) if vorig.totaal else ()
        yield (datum_jaar(dag), _aandeel(nu, dag), *toen)


def _aandeel(verloop: Verloop, dag: date) -> str:
    return f"{getal(verloop.op(dag))} ({round(verloop.deel_op(dag) * 100)}%)"


def staafbeeld(naam: str, zin: str, wat: str, aantallen: Sequence[tuple[str, Aantal]], totaal: int) -> Telbeeld:
    """Numbers as bars; the longest possible is `totaal`."""
    woorden = [(label, in_woorden(aantal, totaal)) for label, aantal in aantallen]
    staven = [
        Staaf(label, zegt, *((0.0, 0.0) if aantal.onbekend(totaal) else aantal.delen(totaal)))
        for (label, zegt), (_label, aantal) in zip(woorden, aantallen, strict=True)
    ]
    svg = Markup(staafgrafiek(staven))  # noqa: S704 - made by integrations.grafiek, which escapes
    return Telbeeld(naam, "", svg, zin, (wat, _("Aantal")), tuple(woorden))


def als_bestand(
    uitgang: str, woord: str, koppen: Sequence[str], rijen: Iterable[Sequence[str | int]], van: UUID
) -> HttpResponse:
    """The same numbers as a file of the organisation `van`: `uitgang` is csv or xlsx."""
    if uitgang == "xlsx":
        return download(rekenblad(woord, koppen, rijen), XLSX, woord, van)
    return download(csv(koppen, [[str(cel) for cel in rij] for rij in rijen]), "text/csv", woord, van)
