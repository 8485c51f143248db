"""Texts by their case: what comes in, and what is told of it."""

from __future__ import annotations

from typing import NamedTuple

from journeys import text as texts


class Odd(NamedTuple):
    """`told` are the kinds of characters that are taken out of it, with a notice."""

    case: str
    raw: str
    told: tuple[str, ...] = ()

    @property
    def kept(self) -> str:
        """As it is stored for a title."""
        return texts.title(self.raw)


def odd(secret: str, address: str) -> list[Odd]:
    """One line each, that would open this file or ask at this address if it were taken for markup."""
    return [
        Odd("C1", f'<img src="file://{secret}">'),
        Odd("C1", f'<b>vet</b><img src="{address}">'),
        Odd("C1", '<img src="\\\\srv\\s\\x.png">'),
        Odd("C2", "a < b & c > d, if x <b, </para> <!-- x --> &#0; &amp; <![CDATA[ weg"),
        Odd("C3", "<font color=\"__import__('os').system('touch GEHACKT')\">rood</font>"),
        Odd("C4", "nul \x00 half \ud83d geen \uffff merk \ufeff toets \x07 einde", ("unreadable",)),
        Odd("C5", "blij \U0001f600 gezin \U0001f468\u200d\U0001f469\u200d\U0001f467 vlag \U0001f1f3\U0001f1f1"),
        Odd("C6", "مرحبا 123 שלום"),
        Odd("C7", "rekening\u202efdp.exe", ("direction",)),
        Odd("C8", "z" + "\u0301\u0316" * 40 + "algo", ("marks",)),
        Odd("C9", "R&D && &Bestand [*] {title} %s"),
        Odd("C10", '=HYPERLINK("http://x.example";"klik")'),
        Odd("C10", "+1 plus"),
        Odd("C12", 'A"]; klik A "javascript:x" %%{init}%% end `x` #quot;'),
        Odd("C13", "</text><script>alert(1)</script>\"onload='x' ]]>"),
        Odd("C15", "javascript:alert(1) file:///c:/windows/calc.exe data:text/html,x"),
        Odd("C16", "Zoe\u0308 en Rene\u0301"),
    ]
