"""How does the simulator write a message? As text, with another shape than the product: other prefixes, other order."""

from __future__ import annotations

import base64
import gzip
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

_KOP = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
_VERKLARING = re.compile(rb"^\s*<\?xml[^>]*\?>\s*")


def schrijf(
    soort: str,
    ruimte: str,
    bladen: Mapping[str, str],
    punten: Sequence[Mapping[str, str]] = (),
    dossier: bytes = b"",
) -> bytes:
    """An envelope. A leaf may be a path ("a/b"); `punten` are written as the children of a list that nobody named."""
    binnen = _bladen(bladen) + "".join(f"<t:punt>{_bladen(punt)}</t:punt>" for punt in punten)
    kop = f'{_KOP}<S:Envelope xmlns:S="{_SOAP}"><S:Header/><S:Body><t:{soort} xmlns:t="{escape(ruimte)}">{binnen}'
    return kop.encode() + dossier + f"</t:{soort}></S:Body></S:Envelope>".encode()


def _bladen(bladen: Mapping[str, str]) -> str:
    per_schil: dict[str, str] = {}
    for pad, waarde in bladen.items():
        schil, _, naam = pad.rpartition("/")
        per_schil[schil] = per_schil.get(schil, "") + f"<t:{naam}>{escape(waarde)}</t:{naam}>"
    return "".join(f"<t:{schil}>{tekst}</t:{schil}>" if schil else tekst for schil, tekst in per_schil.items())


def fault(code: str) -> bytes:
    """A SOAP fault."""
    binnen = f"<faultcode>S:Server</faultcode><faultstring>{escape(code)}</faultstring>"
    return f'{_KOP}<S:Envelope xmlns:S="{_SOAP}"><S:Body><S:Fault>{binnen}</S:Fault></S:Body></S:Envelope>'.encode()


def draag(dossier: bytes, manier: str) -> bytes:
    """A dossier as it can lie in an answer: as `element`, as `tekst`, or as `base64` of the file, `gzip` or `zip`."""
    kaal = _VERKLARING.sub(b"", dossier)
    if manier == "element":
        return kaal
    if manier == "tekst":
        return b"<t:dossier>" + escape(kaal.decode()).encode() + b"</t:dossier>"
    ruw = {"base64": lambda: dossier, "gzip": lambda: gzip.compress(dossier), "zip": lambda: _zip(dossier)}[manier]()
    return b"<t:dossier>" + base64.encodebytes(ruw) + b"</t:dossier>"


def _zip(dossier: bytes) -> bytes:
    bytes_ = io.BytesIO()
    with zipfile.ZipFile(bytes_, "w", zipfile.ZIP_DEFLATED) as uit:
        uit.writestr("dossier.xml", dossier)
    return bytes_.getvalue()
