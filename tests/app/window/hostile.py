"""Texts that somebody may type, paste or send to make a program do what it should not."""

from __future__ import annotations

HOSTILE = {
    "image": '<img src="file:///etc/hostname"><b>vet</b>',
    "share": '<img src="\\\\srv\\s\\x.png">',
    "link": '<a href="file:///etc/passwd">klik</a>',
    "style": "</style><script>alert(1)</script>",
    "ampersands": "R&D &Bestand && &amp; &#60;b&#62;",
    "placeholders": "{title} {n} %1 %s %n {0.__class__} [*] $HOME",
    "override": "rekening\u202efdp.exe",
    "zalgo": "z" + "\u0301\u0316" * 250,
    "emoji": "\U0001f600 \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1f3\U0001f1f1",
    "arabic": "\u0645\u0631\u062d\u0628\u0627 123 \u05e9\u05dc\u05d5\u05dd",
    "surrogate": "half \ud83d heel",
    "nul": "a\x00b\x0bc\uffffd\ufeffe",
    "long": "tien" * 2_500,
    "word": "x" * 200_000,
    "lines": "een\ntwee\r\ndrie\tvier",
}
