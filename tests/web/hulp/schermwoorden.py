"""Which names does somebody see on the screens: of buttons, links, headings, fields and points of the menu?

Read from the templates and modules themselves, so that a button that goes away takes its name along. What stands in a
plain sentence is no name. A part that differs each time (`%(naam)s`) is written as `…`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

from babel.messages.extract import extract_from_file
from django.utils.translation import gettext

from overstap import web

WEB = Path(web.__file__).parent
_TE_KIEZEN = frozenset({"a", "button", "summary"})
_BENOEMD = _TE_KIEZEN | {"h1", "h2", "h3", "label", "legend", "th", "dt"}
_TEKST = re.compile(r"""_\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")""")


def namen(map_: str) -> frozenset[str]:
    """The names on the screens of one folder of `web`: "po", "ouders"."""
    uit_sjablonen = (naam for pad in (WEB / map_).rglob("*.html") for naam in _in_sjabloon(pad.read_text("utf-8")))
    uit_modules = (naam for pad in (WEB / map_).rglob("*.py") for naam in _in_module(pad))
    return frozenset({_heel(naam) for naam in (*uit_sjablonen, *uit_modules)})


def te_kiezen(map_: str) -> frozenset[str]:
    """The names of what can be chosen on the screens of one folder of `web`: links and buttons, no headings."""
    bronnen = (pad.read_text("utf-8") for pad in (WEB / map_).rglob("*.html"))
    return frozenset({_heel(naam) for bron in bronnen for naam in _in_sjabloon(bron, _TE_KIEZEN)})


def vingerafdruk(sjabloon: str) -> str:
    """A short hash of every text of one template ("po/dossier.html") and of what it includes in its own room.

    In the language that is active.
    """
    te_lezen, gelezen = [sjabloon], {}
    while te_lezen:
        naam = te_lezen.pop()
        [pad] = WEB.glob(f"*/jinja2/{naam}")
        gelezen[naam] = pad.read_text("utf-8")
        ruimte = naam.split("/")[0]
        verder = re.findall(r"{%-?\s*(?:include|extends) '([^']+)'", gelezen[naam])
        te_lezen += [een for een in verder if een.startswith(f"{ruimte}/") and een not in gelezen]
    woorden = sorted(gettext(tekst) for bron in gelezen.values() for tekst in _teksten(bron))
    return sha256("\n".join(woorden).encode()).hexdigest()[:12]


def filmafdruk(schermen: Iterable[str], stappen: Iterable[str]) -> str:
    """A short hash of every text of the templates that a clip passes, and of the steps it shows."""
    return sha256("\n".join((*map(vingerafdruk, schermen), *stappen)).encode()).hexdigest()[:12]


def _heel(naam: str) -> str:
    return re.sub(r"%\(\w+\)s|\{\w+\}", "…", " ".join(naam.replace("\\'", "'").replace("()", "").split()))


def _in_module(pad: Path) -> Iterator[str]:
    """What a view, form or menu calls something: short, and no sentence."""
    for _regel, tekst, _opmerkingen, _context in extract_from_file("python", pad, keywords={"_": None}):
        if isinstance(tekst, str) and not tekst.endswith((".", "!")):
            yield tekst


class _Lezer(HTMLParser):
    """Collects what somebody sees within an element that has a name; what only a screen reader says comes after it."""

    def __init__(self, elementen: frozenset[str]) -> None:
        super().__init__()
        self.elementen = elementen
        self.open: list[str] = []
        self.namen: list[str] = []
        self.verborgen = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.elementen:
            self.open.append("")
        self.verborgen = tag == "span" and "visually-hidden" in (dict(attrs).get("class") or "")

    def handle_data(self, data: str) -> None:
        if self.open and not self.verborgen:
            self.open[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self.verborgen = False
        if tag in self.elementen and self.open:
            self.namen.append(self.open.pop())


def _in_sjabloon(bron: str, elementen: frozenset[str] = _BENOEMD) -> list[str]:
    kaal = re.sub(r"\{#.*?#\}", "", bron, flags=re.DOTALL)
    kaal = re.sub(r"\{%-?\s*block titel\s*-?%\}(.*?)\{%", r"<h1>\1</h1>{%", kaal, flags=re.DOTALL)
    kaal = re.sub(r"\{%-?\s*call\b(.*?)%\}", _macro, kaal, flags=re.DOTALL)
    kaal = re.sub(r"\{\{(.*?)\}\}", _uitdrukking, kaal, flags=re.DOTALL)
    lezer = _Lezer(elementen)
    lezer.feed(re.sub(r"\{%.*?%\}", "", kaal, flags=re.DOTALL))
    lezer.close()
    return lezer.namen


def _uitdrukking(gevonden: re.Match[str]) -> str:
    """A text itself, or what is given to one of our parts: a card and a button have names, a whole sentence is none."""
    binnen = gevonden[1].strip()
    if binnen.startswith("_("):
        return " ".join(_teksten(binnen)[:1])
    return _macro(gevonden)


def _macro(gevonden: re.Match[str]) -> str:
    return "".join(f"<button>{tekst}</button>" for tekst in _teksten(gevonden[1]) if not tekst.endswith("."))


def _teksten(uitdrukking: str) -> list[str]:
    return [een or ander for een, ander in _TEKST.findall(uitdrukking)]
