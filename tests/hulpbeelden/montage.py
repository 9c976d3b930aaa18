"""How do the pictures of a film become files: a video, its captions, and a still?"""

from __future__ import annotations

from fractions import Fraction
from html import escape
from io import BytesIO

import av
from PIL import Image

from overstap.web.components.film import aantekening
from tests.hulpbeelden.film import Opname

# VP9 for a screen: a page that stands still costs nothing, and a second of work is enough for a clip. One thread: the
# other tests have the other core. One key frame: a clip is small enough to be read from its beginning.
_KEUZES = {
    "b": "0", "g": "9999", "deadline": "realtime", "cpu-used": "5", "tune-content": "screen",
    "lag-in-frames": "0", "aq-mode": "0",
}  # fmt: skip
_KLOK = Fraction(1, 1000)


def als_webm(opname: Opname, *, grofheid: int = 50) -> bytes:
    """The pictures as a video, each for its own time; `grofheid`: what may be lost of a point (0 to 63)."""
    uit = BytesIO()
    with av.open(uit, "w", format="webm", options={"fflags": "+bitexact"}) as bak:
        stroom = bak.add_stream("libvpx-vp9", rate=25, options={"crf": str(grofheid), **_KEUZES})
        stroom.width, stroom.height = opname.beelden[0][0].size
        stroom.pix_fmt, stroom.time_base, stroom.codec_context.time_base = "yuv420p", _KLOK, _KLOK
        stroom.codec_context.thread_count = 1
        moment = 0.0
        for beeld, seconden in (*opname.beelden, (opname.beelden[-1][0], 0.04)):
            frame = av.VideoFrame.from_image(beeld)
            frame.pts, frame.time_base = round(moment * 1000), _KLOK
            bak.mux(stroom.encode(frame))
            moment += seconden
        bak.mux(stroom.encode())
    return uit.getvalue()


def als_vtt(opname: Opname, woorden: str) -> bytes:
    """The captions, one after the other until the end of the clip; `woorden` is the fingerprint of what it shows."""
    momenten = [*(begin for begin, _zin, _boven in opname.zinnen[1:]), opname.duur]
    regels = (
        f"\n{_tijd(begin)} --> {_tijd(einde)}{' line:0' if boven else ''}\n{escape(zin, quote=False)}\n"
        for (begin, zin, boven), einde in zip(opname.zinnen, momenten, strict=True)
    )
    return (f"WEBVTT\n\n{aantekening(round(opname.duur), woorden)}\n" + "".join(regels)).encode()


def als_webp(beeld: Image.Image) -> bytes:
    """One picture, small."""
    uit = BytesIO()
    beeld.save(uit, "WEBP", quality=70)
    return uit.getvalue()


def _tijd(seconden: float) -> str:
    return f"{int(seconden // 60):02}:{seconden % 60:06.3f}"
