"""What does an attacker, or a cat on a keyboard, put into every question and every address?"""

from __future__ import annotations

# By this word an answer is known to show what was put in.
MERK = "kruipmerk"
# Each would do something if it came out as it went in: in a page, in an attribute, in a script, in a template.
UITBREKEN = (
    f'"><img src=x onerror={MERK}()>',
    f"'><svg/onload={MERK}()>",
    f"</textarea></title></script><script>{MERK}()</script>",
    f'javascript:{MERK}() data:text/html,<b onmouseover="{MERK}()">',
    f"{MERK}{{{{7*7}}}}{{% raw %}}${{7*7}}<%= 7*7 %>#{{7*7}}",
    f"{MERK}' or '1'='1'; drop table dossiers_dossier; --",
)
# Each would be a formula in a spreadsheet.
FORMULES = (f"=HYPERLINK({MERK})", f"+{MERK}", f"-{MERK}", f"@{MERK}", f"\t={MERK}")
VREEMD = (
    "",
    "\x00",
    f"{MERK}\x00\x1b[31m\r\nBcc: iemand@voorbeeld.nl",
    "\ud83d".encode("utf-8", "surrogatepass").decode("utf-8", "replace") + "\u202e\u200b\U0001f600",
    "9" * 400,
    "-1",
    "1e999",
    "NaN",
    "31-2-2027",
    "0001-01-01",
    "9999-12-31",
    "../../../../etc/passwd",
    "00000000-0000-4000-8000-000000000000",
    "x" * 30_000,
)
WIJZEN = ("PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE")
