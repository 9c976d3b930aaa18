"""What can go wrong between two systems, in a fixed word for programs and logs?"""

from __future__ import annotations


class Draadfout(Exception):
    """This exchange did not succeed.

    `code` is a fixed word or a code of the standard, `onderweg` whether the message may have arrived all the same.
    Neither holds anything of a message, so both may stand in a log.
    """

    def __init__(self, code: str, *, onderweg: bool = False) -> None:
        super().__init__(code)
        self.code = code
        self.onderweg = onderweg


class Soapfout(Draadfout):
    """The other side answered with a SOAP fault; `code` is what it says, cut off to what a code can be."""
