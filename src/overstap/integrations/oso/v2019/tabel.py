"""What happens to every path of OSO 2019.1, as a page that people can read?"""

from collections import Counter
from collections.abc import Iterable

from overstap.domain.rapporten.catalogue import Geweigerd
from overstap.integrations.oso.v2019.lot import lot
from overstap.integrations.oso.v2019.naam import STANDAARDVERSIE
from overstap.integrations.oso.v2019.profielen import MATRIX, Profiel, schrijf_als
from overstap.integrations.oso.v2019.structuur import AFGELEID, GEWEIGERD, VELD, Pad, paden

_LEERLING = "/dossier/huidigeschool/leerling/"
_KOP_PROFIELEN = ("Profiel", "Wat", "Overstap", "Terug als", "Veld", "Afgeleid", "Geweigerd")
_INLEIDING = """# OSO {versie}: wat er met elk gegeven gebeurt

*Gemaakt met `overstap oso tabel > docs/oso-{versie}.md`; verander dit bestand niet met de hand. De tabel zelf is
`src/overstap/integrations/oso/v2019/paden.csv`, de velden staan in de gegevenscatalogus.*

Elk van de {aantal} paden van de gegevensset heeft één lot:

* **veld**: de waarde gaat naar dit veld van de gegevenscatalogus, en bij het schrijven weer terug;
* **afgeleid**: Overstap maakt dit zelf, of het is alleen een omhulsel om andere gegevens;
* **geweigerd**: de waarde wordt weggegooid en genoemd, met het artikel; een bankrekening in elk profiel.

Een profiel neemt hooguit iets weg: wat de ontvanger niet mag weten, en wat de leveringsmatrix verbiedt. Dat staat in
de kolom *Anders in*.

Een bestand van een profiel dat Overstap alleen leest, schrijft het terug in het profiel dat alles mag bevatten wat er
wettig in staat (kolom *Terug als*). Wie een ander profiel kiest (`overstap oso rondreis --profiel`), leest per gegeven
wat niet meegaat en waarom.
"""


def tabel() -> str:
    """The whole page in Markdown; the same table always gives the same page."""
    delen = (
        _INLEIDING.format(versie=STANDAARDVERSIE, aantal=len(paden())),
        "## Profielen\n",
        _tabel(_KOP_PROFIELEN, map(_profiel, Profiel)),
        "## Levering per profiel\n",
        _tabel(("Categorie", *Profiel), ((naam, *(MATRIX[profiel][naam] for profiel in Profiel)) for naam in _namen())),
        "## Waarom iets niet meegaat\n",
        _tabel(("Sleutel", "Reden", "Grondslag"), map(_weigering, _weigeringen())),
        "## De paden\n",
        f"`…/` staat voor `{_LEERLING}`.\n",
        _tabel(("Pad", "Soort", "Keer", "Codelijst", "Lot", "Anders in"), map(_rij, paden().values())),
    )
    return "\n".join(delen)


def _tabel(kop: tuple[str, ...], rijen: Iterable[tuple[str, ...]]) -> str:
    regels = [kop, tuple("---" for _ in kop), *rijen]
    return "".join(f"| {' | '.join(regel)} |\n" for regel in regels)


def _namen() -> list[str]:
    return list(MATRIX[Profiel.POVO])


def _profiel(profiel: Profiel) -> tuple[str, ...]:
    geteld = Counter(lot(pad, profiel).soort for pad in paden().values())
    doet = "leest en schrijft" if profiel.schrijfbaar else "leest"
    return (
        profiel,
        profiel.label,
        doet,
        schrijf_als(profiel),
        *(str(geteld[soort]) for soort in (VELD, AFGELEID, GEWEIGERD)),
    )


def _weigeringen() -> list[Geweigerd]:
    """Every reason for which a path is refused in any profile, once."""
    alle = (lot(pad, profiel).weigering for pad in paden().values() for profiel in Profiel)
    return list(dict.fromkeys(weigering for weigering in alle if weigering is not None))


def _weigering(weigering: Geweigerd) -> tuple[str, ...]:
    return f"`{weigering.element}`", weigering.reden, weigering.grondslag.tekst


def _rij(pad: Pad) -> tuple[str, ...]:
    keer = f"{pad.minimum}–{'n' if pad.maximum is None else pad.maximum}"
    kort = pad.pad.replace(_LEERLING, "…/")
    return f"`{kort}`", pad.soort, keer, pad.codelijst or "–", _lot(pad), _anders(pad)


def _lot(pad: Pad) -> str:
    if pad.lot == GEWEIGERD:
        return f"geweigerd: `{pad.reden}`"
    return f"veld `{pad.sleutel}`" if pad.lot == VELD else f"afgeleid: {_afgeleid(pad)}"


def _afgeleid(pad: Pad) -> str:
    if pad.soort == "blok":
        return "omhulsel"
    if pad.omzetting == "nummer":
        return "`persoonsnummer`, buiten het rapport bewaard"
    if pad.omzetting.startswith("vast:"):
        return f"altijd {pad.omzetting.removeprefix('vast:')}"
    if "/document/" in pad.pad:
        return "deel van de bijlage"
    return "de inzage door de ouders" if pad.categorie == "cat_ouderinzage" else "over het bestand zelf"


def _anders(pad: Pad) -> str:
    """In which profiles a path is refused that the table does not refuse, and why."""
    if pad.lot == GEWEIGERD:
        return "–"
    per_reden: dict[str, list[str]] = {}
    for profiel in Profiel:
        if (weigering := lot(pad, profiel).weigering) is not None:
            per_reden.setdefault(weigering.element, []).append(profiel)
    return "; ".join(f"{', '.join(wie)}: geweigerd, `{waarom}`" for waarom, wie in per_reden.items()) or "–"
