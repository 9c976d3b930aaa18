"""What helps a parent on each page? Short texts, mostly the sentences of the pages themselves, in every language.

A button is named by its own text, so that it has the same words here as on its page, in each language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from overstap.web.components.taalkeuze import voor_ouders


@dataclass(frozen=True)
class Kies:
    """What to do next: the button or link of this name."""

    knop: Any

    def __str__(self) -> str:
        """As a sentence of the manual of staff: the name between brackets."""
        return f"{_('Kies:')} [{self.knop}]"


@dataclass(frozen=True)
class Stuk:
    """One answer: what it says, in its order, and the pages on which it helps."""

    naam: str
    kop: Any
    zinnen: tuple[Any, ...]
    schermen: tuple[str, ...]

    @property
    def knoppen(self) -> list[str]:
        """What the answer says to choose, in the language of the reader."""
        return [str(zin.knop) for zin in self.zinnen if isinstance(zin, Kies)]


STUKKEN = (
    Stuk(
        "binnen",
        _("Lees het rapport van uw kind"),
        (
            _("U kreeg een e-mail van de basisschool."),
            _("Daarin staat een link die alleen voor u is."),
            _("In e-mails staat niets over uw kind."),
            _("Open die link en typ uw code."),
            _("U kreeg de code van de school."),
            _("Hoofdletters en streepjes maken niet uit."),
            Kies(_("Open het rapport")),
        ),
        ("deur", "code", "uitloggen", "hulp"),
    ),
    Stuk(
        "code",
        _("Bent u de code kwijt?"),
        (
            Kies(_("Vraag een nieuwe code")),
            _("Dan ziet de school uw vraag."),
            _("De code komt niet per e-mail."),
            _("De school geeft de code op een andere manier."),
            _("Bijvoorbeeld in een gesprek of met de post."),
            _("Hoort u na een paar dagen niets?"),
            _("Bel dan de basisschool van uw kind."),
        ),
        ("vraag_code", "vraag_code_link"),
    ),
    Stuk(
        "lezen",
        _("Lees het rapport"),
        (
            _("Open een onderdeel om het te lezen."),
            _("De middelbare school leest dezelfde antwoorden."),
            _("U mag het rapport lezen en een kopie krijgen."),
            Kies(_("Bewaar een kopie van het rapport (pdf)")),
            _("De kopie is in het Nederlands."),
        ),
        (
            "rapport", "verschil", "aanvullingen", "aanvulling", "kopie", "bijlage", "bijlage_bekijken", "stuk",
        ),
    ),
    Stuk(
        "fout",
        _("Klopt er iets niet?"),
        (
            Kies(_("Er staat een fout in")),
            _("Bijvoorbeeld een verkeerd adres. De school moet de fout verbeteren."),
            _("Schrijf ook op hoe het wel moet zijn."),
            Kies(_("Lees uw tekst na")),
            Kies(_("Verstuur uw melding")),
            _("Alleen de basisschool leest dit."),
            _("De school antwoordt binnen een maand."),
            _("Zo lang wordt het rapport niet definitief."),
        ),
        ("fout",),
    ),
    Stuk(
        "mening",
        _("Denkt u er anders over?"),
        (
            Kies(_("Ik denk er anders over")),
            _("Schrijf uw mening op. Dit heet een zienswijze. De middelbare school leest uw mening ook."),
            _("Het mag ook in uw eigen taal."),
            Kies(_("Lees uw tekst na")),
            Kies(_("Verstuur uw mening")),
            _("Niemand kan uw tekst veranderen, u ook niet."),
            _("U mag later wel een nieuwe tekst sturen."),
            _("Doet u niets? Dan gaat het rapport gewoon mee."),
        ),
        ("mening", "verstuurd"),
    ),
    Stuk(
        "tekenen",
        _("Teken dat u het las"),
        (
            Kies(_("Teken nu")),
            _("Tekenen betekent niet dat u het ermee eens bent."),
            _("Tekenen hoeft niet."),
            _("Ook zonder uw naam gaat het rapport mee."),
        ),
        ("tekenen",),
    ),
    Stuk(
        "aanmelden",
        _("Aanmelden bij een middelbare school"),
        (
            _("U krijgt van de basisschool een blad met een code."),
            _("Geef de code alleen aan een school waar u echt aanmeldt."),
            _("Die school kan dan het rapport lezen, als het klaar is."),
            _("Bent u de code kwijt, of heeft iemand anders hem?"),
            _("Vraag dan een nieuwe code aan de basisschool."),
        ),
        (),
    ),
    Stuk(
        "wie-keek",
        _("Wie mag dit lezen?"),
        (
            _("De mensen op de basisschool die aan het rapport werken."),
            _("De middelbare school, als het rapport is verstuurd."),
            _("We schrijven op wie het rapport opent."),
            Kies(_("Bekijk wie het rapport opende")),
            _("U ziet functies en scholen, geen namen."),
        ),
        ("kijkers", "gegevens"),
    ),
    Stuk(
        "extra-hulp",
        _("De school vraagt extra hulp aan"),
        (
            Kies(_("Lees de aanvraag")),
            _("U leest wat er naar het samenwerkingsverband gaat."),
            _("Dat regelt extra hulp op scholen."),
            _("Het burgerservicenummer gaat niet mee."),
            _("U krijgt bericht als er een besluit is."),
        ),
        ("zorgaanmelding", "zorgmening"),
    ),
    Stuk(
        "e-mails",
        _("Kies hoe wij u e-mailen"),
        (
            _("Open het rapport. Onderaan staat: Uw e-mails."),
            _("Kies in welke taal u wilt lezen."),
            Kies(_("Bewaar uw taal")),
            _("De school ziet uw keuze niet."),
            _("Kies ook hoe vaak u een e-mail wilt."),
            Kies(_("Bewaar hoe vaak")),
        ),
        ("mails",),
    ),
    Stuk(
        "zestien",
        _("Uw kind beslist nu zelf"),
        (
            _("Vanaf 16 jaar beslist een leerling zelf over het rapport."),
            _("Vindt uw kind het goed dat u meeleest?"),
            _("Dan kan uw kind dat tegen de school zeggen."),
        ),
        (),
    ),
    Stuk(
        "lukt-niet",
        _("Lukt het niet?"),
        (
            _("Bel de basisschool van uw kind."),
            _("De school kan u een nieuwe code geven."),
            _("U mag het rapport ook op papier vragen."),
        ),
        (),
    ),
)  # fmt: skip


def hulp_hier(request: HttpRequest) -> dict[str, Any]:
    """Give the pages of parents the address of the help about this page."""
    if not voor_ouders(request):
        return {}
    match = request.resolver_match
    hier = next(_bij(match.url_name), None) if match and match.url_name else None
    return {"ouderhulp": f"{reverse('ouders:hulp')}{f'#{hier.naam}' if hier else ''}"}


def _bij(scherm: str) -> Iterator[Stuk]:
    return (stuk for stuk in STUKKEN if scherm in stuk.schermen)
