"""Which texts does a parent meet, and where do their translations stand?

The texts are found, not listed: everything marked with `_()` in our own templates and modules, in the parts of
`components` that those templates use, and the words of the domain in `domeinteksten`. The .po files keep the
translations; the .mo files beside them are made from these (`./dev talen`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, nodes
from jinja2.ext import extract_from_ast

from overstap.web.components.talen import VERTAALD
from overstap.web.ouders.domeinteksten import domeinteksten

_HIER = Path(__file__).parent
_WEB = _HIER.parent
_COMPONENTS = _WEB / "components"
_SJABLONEN = _COMPONENTS / "jinja2"
# What a parent can meet besides our own pages: the errors, drawn by `components`.
_FOUTEN = tuple(f"fout/{naam}.html" for naam in ("400", "404", "405", "413", "500", "503", "507", "verlopen"))
_MODULES = ("fouten.py", "groei.py", "jinja/filters.py", "logdaden.py", "logzinnen.py")
_WOORDEN = {"_": None, "gettext": None, "gettext_lazy": None, "ngettext": (1, 2), "ngettext_lazy": (1, 2)}
_KOP = "# What parents read in another language; `./dev talen` keeps the list of texts up to date."
# A header that says when it was made would differ at every run.
_BEGIN = datetime(2026, 11, 22, tzinfo=UTC)
_PLAATSHOUDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")


@cache
def teksten() -> Catalog:
    """Every Dutch text that a parent can meet, with the files it stands in."""
    gevonden = Catalog(domain="django", fuzzy=False, creation_date=_BEGIN)
    for bron, bericht in (*_uit_sjablonen(), *_uit_modules(), *(("domain", tekst) for tekst in domeinteksten())):
        gevonden.add(bericht, locations=[(bron, 0)])
    return gevonden


def bestand(code: str) -> Path:
    """The .po file of one language."""
    return _HIER / "locale" / code / "LC_MESSAGES" / "django.po"


def vertalingen(code: str) -> Catalog:
    """What is translated in one language; nothing when the file is not there yet."""
    pad = bestand(code)
    if not pad.exists():
        return Catalog(locale=code, domain="django", fuzzy=False, revision_date=_BEGIN)
    with pad.open("rb") as bron:
        return read_po(bron, locale=code, domain="django")


def verzamel() -> None:
    """Bring the .po file of every language up to date: new texts in, untranslated; texts nobody uses any more out."""
    gevonden = teksten()
    for taal in VERTAALD:
        catalogus, pad = vertalingen(taal.code), bestand(taal.code)
        # Never guess at what resembles it: a parent reads it as if it were meant.
        catalogus.update(gevonden, no_fuzzy_matching=True)
        catalogus.fuzzy, catalogus.project, catalogus.version = False, "Overstap", "1"
        catalogus.header_comment = _KOP
        catalogus.last_translator = catalogus.language_team = catalogus.msgid_bugs_address = "-"
        pad.parent.mkdir(parents=True, exist_ok=True)
        with pad.open("wb") as doel:
            write_po(doel, catalogus, width=110, ignore_obsolete=True, include_lineno=False, sort_by_file=True)


def bouw() -> None:
    """Make the .mo file of every language, which is what Django reads."""
    for taal in VERTAALD:
        with bestand(taal.code).with_suffix(".mo").open("wb") as doel:
            write_mo(doel, vertalingen(taal.code))


def te_doen(code: str) -> list[str]:
    """What is wrong in one language, one line each: not translated, not sure, or with other placeholders."""
    gedaan = vertalingen(code)
    return [
        f"{klacht}: {_enkel(bericht)!r}"
        for bericht in teksten()
        if bericht.id and (klacht := _klacht(bericht, gedaan.get(bericht.id, bericht.context), gedaan.num_plurals))
    ]


def _klacht(bericht: Message, vertaald: Message | None, meervouden: int) -> str:
    vormen = _vormen(vertaald.string) if vertaald else ()
    if not all(vormen) or not vormen or (bericht.pluralizable and len(vormen) != meervouden):
        return "niet vertaald"
    if vertaald and vertaald.fuzzy:
        return "twijfelachtig (fuzzy)"
    nodig = set(_PLAATSHOUDER.findall(_vormen(bericht.id)[-1]))
    if set(_PLAATSHOUDER.findall(vormen[-1])) != nodig:
        return f"andere invulplekken dan {sorted(nodig)}"
    return ""


def _vormen(tekst: str | Iterable[str | None] | None) -> tuple[str, ...]:
    return (tekst,) if isinstance(tekst, str) else tuple(vorm for vorm in tekst or () if vorm)


def _enkel(bericht: Message) -> str:
    return _vormen(bericht.id)[0]


type_vondst = tuple[str, str | tuple[str, ...]]


def _uit_modules() -> Iterator[type_vondst]:
    for pad in (*sorted(_HIER.rglob("*.py")), *(_COMPONENTS / naam for naam in _MODULES)):
        for _regel, bericht, _opmerkingen, _context in extract_from_file("python", pad, keywords=_WOORDEN):
            yield _naam(pad), bericht


def _uit_sjablonen() -> Iterator[type_vondst]:
    """Our templates with what these extend and include; of what they import only the macros that are called."""
    env = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], autoescape=True)
    eigen = (str(pad.relative_to(_HIER / "jinja2")) for pad in sorted((_HIER / "jinja2").rglob("*.html")))
    heel = _bereikbaar(env, (*eigen, *_FOUTEN), (nodes.Extends, nodes.Include))
    for pad, boom in heel.items():
        yield from _berichten(pad, boom)
    for pad, macro in _gebruikte_macros(env, heel):
        yield from _berichten(pad, macro)


def _gebruikte_macros(env: Environment, heel: dict[Path, nodes.Template]) -> Iterator[tuple[Path, nodes.Macro]]:
    namen = [naam for boom in heel.values() for naam in _gevolgd(boom, (nodes.Import, nodes.FromImport))]
    gedeeld = _bereikbaar(env, namen, (nodes.Import, nodes.FromImport))
    macros = [(pad, macro) for pad, boom in gedeeld.items() if pad not in heel for macro in boom.find_all(nodes.Macro)]
    te_doen = {naam for boom in heel.values() for naam in _geroepen(boom)}
    gezien: set[str] = set()
    while nieuw := te_doen - gezien:
        gezien |= nieuw
        gevonden = [(pad, macro) for pad, macro in macros if macro.name in nieuw]
        yield from gevonden
        te_doen = {naam for _pad, macro in gevonden for naam in _geroepen(macro)}


def _bereikbaar(
    env: Environment, namen: Iterable[str], soorten: tuple[type[nodes.Node], ...]
) -> dict[Path, nodes.Template]:
    """The templates with these names, and those that they lead to in one of these ways."""
    bomen: dict[Path, nodes.Template] = {}
    te_lezen = list(namen)
    while te_lezen:
        pad = _pad(te_lezen.pop(0))
        if pad not in bomen:
            bomen[pad] = env.parse(pad.read_text(encoding="utf-8"))
            te_lezen += _gevolgd(bomen[pad], soorten)
    return bomen


def _gevolgd(boom: nodes.Template, soorten: tuple[type[nodes.Node], ...]) -> list[str]:
    doelen = [getattr(knoop, "template", None) for knoop in boom.find_all(soorten)]
    return [str(doel.value) for doel in doelen if isinstance(doel, nodes.Const)]


def _pad(naam: str) -> Path:
    eigen = _HIER / "jinja2" / naam
    return eigen if eigen.exists() else _SJABLONEN / naam


def _geroepen(boom: nodes.Node) -> list[str]:
    """The names that are called in a template, whatever they were imported as: `m.status(…)`, `icoon(…)`."""
    doelen = [roep.node for roep in boom.find_all(nodes.Call)]
    return [doel.attr if isinstance(doel, nodes.Getattr) else getattr(doel, "name", "") for doel in doelen]


def _berichten(pad: Path, boom: nodes.Node) -> Iterator[type_vondst]:
    for _regel, _functie, bericht in extract_from_ast(boom):  # type: ignore[arg-type]  # any node can be searched, not only a template
        if delen := _vormen(bericht):
            yield _naam(pad), delen if len(delen) > 1 else delen[0]


def _naam(pad: Path) -> str:
    return str(pad.relative_to(_WEB))
