"""How does a PDF lose everything that does something by itself, and what it says about its maker?"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from overstap.domain.bijlagen.enums import Ingreep, Weigerreden
from overstap.integrations.schoonmaak.uitkomst import Uitkomst

# A list of what may stay: a new kind of action is closed until somebody judged it.
_RUSTIG = frozenset({"/GoTo", "/Named", "/URI"})
_ADRESSEN = ("http:", "https:", "mailto:", "tel:")
_INGREEP = {"/JavaScript": Ingreep.SCRIPT, "/Launch": Ingreep.START, "/Rendition": Ingreep.MEDIA,
            "/Movie": Ingreep.MEDIA, "/Sound": Ingreep.MEDIA, "/RichMediaExecute": Ingreep.MEDIA,
            "/GoToE": Ingreep.BESTAND}  # fmt: skip
_AANTEKENINGEN = {"/FileAttachment": Ingreep.BESTAND, "/RichMedia": Ingreep.MEDIA, "/Movie": Ingreep.MEDIA,
                  "/Sound": Ingreep.MEDIA, "/Screen": Ingreep.MEDIA, "/3D": Ingreep.MEDIA}  # fmt: skip
_ACTIES = ("/A", "/PA", "/OpenAction", "/Next")
_WEG = {
    "/AA": Ingreep.OPDRACHT,
    "/JS": Ingreep.SCRIPT,
    "/JavaScript": Ingreep.SCRIPT,
    "/EmbeddedFiles": Ingreep.BESTAND,
    "/EF": Ingreep.BESTAND,
    "/AF": Ingreep.BESTAND,
    "/Collection": Ingreep.BESTAND,
    "/XFA": Ingreep.FORMULIER,
    "/Renditions": Ingreep.MEDIA,
    "/Metadata": Ingreep.GEGEVENS,
    "/PieceInfo": Ingreep.GEGEVENS,
}
_DIEPST = 60


def schoon(inhoud: bytes) -> Uitkomst:
    """Take out scripts, actions, files, forms with a will of their own, sound and film, and the hidden data."""
    try:
        pdf = Pdf.open(io.BytesIO(inhoud))
    except pikepdf.PasswordError:
        return Uitkomst(reden=Weigerreden.WACHTWOORD)
    with pdf:
        gevonden = set(_ruim_op(pdf))
        if _ondertekend(pdf):
            gevonden.add(Ingreep.HANDTEKENING)
        uit = io.BytesIO()
        # What nothing points at any more is not written, and neither are the earlier states of the file: in those may
        # stand what its maker took out. So it is written anew also when nothing was found.
        pdf.save(uit, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return Uitkomst(ingrepen=tuple(ingreep for ingreep in Ingreep if ingreep in gevonden), inhoud=uit.getvalue())


def _ruim_op(pdf: Pdf) -> Iterator[Ingreep]:
    if "/Info" in pdf.trailer:
        if list(pdf.trailer.Info.keys()):
            yield Ingreep.GEGEVENS
        del pdf.trailer["/Info"]
    for ding in pdf.objects:
        yield from _ruim(ding, _DIEPST)


def _ruim(ding: Object, diep: int) -> Iterator[Ingreep]:
    """Clean one object and what lies directly in it; what it points at is an object of its own."""
    if diep == 0:
        raise ValueError(_DIEPST)
    if isinstance(ding, Array):
        yield from _ruim_lijst(ding, diep)
    elif isinstance(ding, Dictionary | Stream):
        yield from _ruim_woordenboek(ding, diep)


def _ruim_lijst(lijst: Array, diep: int) -> Iterator[Ingreep]:
    for nummer in reversed(range(len(lijst))):
        lid = lijst[nummer]
        soort = _naam(lid, "/Subtype") if isinstance(lid, Dictionary) else ""
        if soort in _AANTEKENINGEN and ("/Rect" in lid or _naam(lid, "/Type") == "/Annot"):
            yield _AANTEKENINGEN[soort]
            del lijst[nummer]
        else:
            yield from _ruim_deel(lid, diep)


def _ruim_woordenboek(ding: Dictionary | Stream, diep: int) -> Iterator[Ingreep]:
    for sleutel in list(ding.keys()):
        waarde = ding[sleutel]
        if sleutel in _WEG:
            yield _WEG[sleutel] if sleutel != "/AA" else _van_actie(waarde, Ingreep.OPDRACHT)
            del ding[sleutel]
        elif sleutel in _ACTIES and (slecht := _slechte_actie(waarde)):
            yield slecht
            del ding[sleutel]
        else:
            yield from _ruim_deel(waarde, diep)


def _ruim_deel(deel: object, diep: int) -> Iterator[Ingreep]:
    """Only what lies directly in it; numbers are plain Python."""
    if isinstance(deel, Object) and not deel.is_indirect:
        yield from _ruim(deel, diep - 1)


def _slechte_actie(waarde: object) -> Ingreep | None:
    """What is wrong with this action (or list of actions); None when it is a quiet one, or no action at all."""
    if isinstance(waarde, Array):
        return next((slecht for lid in waarde if (slecht := _slechte_actie(lid))), None)
    soort = _naam(waarde, "/S")
    # Structure elements and transparency groups have an /S too, but no page opens them by /A.
    if not isinstance(waarde, Dictionary) or not soort:
        return None
    if soort == "/URI":
        return None if str(waarde.get("/URI", "")).strip().lower().startswith(_ADRESSEN) else Ingreep.OPDRACHT
    return None if soort in _RUSTIG else _van_actie(waarde, Ingreep.OPDRACHT)


def _van_actie(waarde: object, anders: Ingreep) -> Ingreep:
    """The name for what an action does; of a set of actions that of the first."""
    soort = _naam(waarde, "/S")
    if not soort and isinstance(waarde, Dictionary):
        soort = next((naam for lid in waarde.values() if (naam := _naam(lid, "/S"))), "")
    return _INGREEP.get(soort, anders)


def _naam(ding: object, sleutel: str) -> str:
    waarde = ding.get(sleutel) if isinstance(ding, Dictionary | Stream) else None
    return str(waarde) if isinstance(waarde, Name) else ""


def _ondertekend(pdf: Pdf) -> bool:
    return any(isinstance(ding, Dictionary) and "/ByteRange" in ding for ding in pdf.objects)
