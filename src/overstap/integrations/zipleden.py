"""Which members of a ZIP do we unpack, and what does `zipfile` let out when one is damaged?"""

import struct
import zipfile
import zlib

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


def op_slot(lid: zipfile.ZipInfo) -> bool:
    """Does this member have a password?"""
    return bool(lid.flag_bits & 0x1)


def uitpakbaar(lid: zipfile.ZipInfo) -> bool:
    """Is it packed in one of the two usual ways? `zipfile` unpacks the rarer ones without a limit."""
    return lid.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
