"""How is a ZIP opened, which members do we unpack, and what does `zipfile` let out when one is damaged?"""

import io
import re
import struct
import zipfile
import zlib
from typing import BinaryIO

# Room for some ten thousand names.
INHOUDSOPGAVE = 2 * 1024 * 1024
# What zipfile lets out for damaged bytes; found by trying.
ZIPFOUTEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
# What systems put in a ZIP unasked; a name that climbs out of its folder (`../`) is not that.
_ROMMEL = re.compile(r"(^|/)(__MACOSX/|\.(?!\.)|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)


def inzendingen(zip_: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The files that somebody put in, in the order of the ZIP."""
    return [lid for lid in zip_.infolist() if not lid.is_dir() and not _ROMMEL.search(lid.filename)]


def op_slot(lid: zipfile.ZipInfo) -> bool:
    """Does this member have a password?"""
    return bool(lid.flag_bits & 0x1)


def uitpakbaar(lid: zipfile.ZipInfo) -> bool:
    """Is it packed in one of the two usual ways? `zipfile` unpacks the rarer ones without a limit."""
    return lid.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def eis_uitpakbaar(lid: zipfile.ZipInfo) -> None:
    """Raises one of `ZIPFOUTEN` for a member that is packed in another way."""
    if not uitpakbaar(lid):
        raise NotImplementedError(lid.compress_type)


def open_zip(bron: BinaryIO, inhoudsopgave: int = INHOUDSOPGAVE) -> zipfile.ZipFile:
    """A ZIP to read; raises one of `ZIPFOUTEN`, also when its list of files is bigger than `inhoudsopgave` bytes.

    `zipfile` takes that list into memory as a whole before anything can be counted: 20 MB of names of one letter cost
    ten seconds and 200 MB.
    """
    return zipfile.ZipFile(_Voorzichtig(bron, inhoudsopgave))


class _Voorzichtig(io.RawIOBase):
    """Reads no more at once than its limit, which stops only the list of files: members are read in portions."""

    def __init__(self, bron: BinaryIO, grens: int) -> None:
        self._bron, self._grens = bron, grens

    def read(self, size: int = -1, /) -> bytes:
        if size > self._grens:
            raise zipfile.BadZipFile
        # Without a size `zipfile` asks for the end of the file, which is short.
        return self._bron.read(size if size >= 0 else self._grens)

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        try:
            return self._bron.seek(offset, whence)
        except ValueError as fout:
            # What a real file says of a place before its beginning, and what `zipfile` counts on.
            raise OSError from fout

    def tell(self) -> int:
        return self._bron.tell()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True
