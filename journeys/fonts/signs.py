"""Emoji and symbols that are drawn as our own marks: which characters belong together and which mark they get."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_NAMED: Final[dict[str, str]] = {
    # Faces: "face/eyes/mouth" and what comes beside them.
    "face/dots/laugh": "😀😃😄😺",
    "face/closed/laugh": "😁😆🤣😅",
    "face/closed/laugh/tears": "😂",
    "face/dots/smile": "🙂😊☺🤗😋🙃",
    "face/closed/smile": "😌😇🥲😏",
    "face/hearts/smile": "😍🥰😻",
    "face/stars/laugh": "🤩",
    "face/closed/laugh/hat": "🥳",
    "face/wink/smile": "😉😜😝😛🤪",
    "face/glasses/smile": "😎🤓",
    "face/dots/kiss": "😘😗😙😚",
    "face/dots/flat": "😐😑😶🫥😬",
    "face/brows/flat/hand": "🤔🧐🤨",
    "face/dots/sad": "🙁☹😕😟😞😔🥺😒🫤",
    "face/dots/sad/tear": "😢😥😓🥹",
    "face/closed/howl/tears": "😭",
    "face/tight/sad": "😣😖😫😩",
    "face/angry/sad": "😠😡😤👿",
    "face/angry/howl": "🤬",
    "face/wide/round": "😮😯😲😳🫢",
    "face/wide/howl": "😱😨😰😧😦🙀",
    "face/closed/round/sleep": "😴🥱😪😵",
    "face/dots/mask": "😷🤒🤕🤧🤢🤮",
    # Hearts and stars.
    "heart": "❤♥💙💚💛🧡💜🖤💗💖💓💞💕🩷🩵💝💘🫶❣",
    "heart-open": "♡🤍💟🩶",
    "heart-broken": "💔",
    "star": "★⭐🌟",
    "star-open": "☆✩",
    "sparkles": "✨💫❇✳",
    # Hands and people.
    "thumb-up": "👍",
    "thumb-down": "👎",
    "hand": "✋🖐👋🙋🤚✊👊🤙👌✌🤞🤟",
    "finger-up": "☝👆🫵",
    "finger-down": "👇",
    "finger-left": "👈",
    "finger-right": "👉",
    "clap": "👏🙌👐",
    "pray": "🙏🤲",
    "shake": "🤝",
    "strong": "💪",
    "person": "🧑👤👨👩👱🧔👧👦🧒🙍🙎🙅🙆🙇🤷🤦💁🧍🗣👸🤴🧏🫅",
    "old": "👴👵🧓👳🧕👲",
    "worker": "👮👷💂🕵👨",
    "people": "👥👫👬👭🫂👯",
    "family": "👪💑💏🚸",
    "baby": "👶🍼🚼🤱🧸",
    "pregnant": "🤰🫃🫄",
    "walk": "🚶🏃💃🕺",
    "wheelchair": "♿🦽🦼",
    "eye": "👀👁",
    "ear": "👂🦻",
    "brain": "🧠",
    "tooth": "🦷",
    "mouth": "👄💋",
    # Signs.
    "check": "✔✓",
    "check-box": "✅☑🗹",
    "box-open": "☐",
    "cross": "✖❌✗✘🗙",
    "cross-box": "❎☒",
    "plus": "➕",  # noqa: RUF001 - just these
    "minus": "➖",  # noqa: RUF001 - just these
    "divide": "➗",
    "warning": "⚠",
    "forbidden": "🚫⛔🚷",
    "stop": "🛑",
    "info": "ℹ🛈",  # noqa: RUF001 - just these
    "question": "❓❔",
    "exclaim": "❗❕",
    "exclaim-two": "‼",
    "exclaim-question": "⁉",
    "hundred": "💯",
    "recycle": "♻🔄🔁🔃",
    "infinite": "♾",
    # Means.
    "phone": "☎📞📟📠✆",
    "mobile": "📱📲",
    "computer": "💻🖥⌨🖱",
    "printer": "🖨",
    "camera": "📷📸🎥📹",
    "screen": "📺",
    "mail": "✉📧📨📩📬📭📪📫💌🖂",
    "write": "📝✏🖊✍🖋✒🖍",
    "page": "📄📃📋📑📜🗒🧾📰🗞",
    "folder": "📁📂🗂🗃",
    "clip": "📎🖇",
    "push-pin": "📌",
    "pin": "📍",
    "link": "🔗⛓",
    "search": "🔍🔎",
    "lock": "🔒🔐🔏",
    "lock-open": "🔓",
    "key": "🔑🗝",
    "bell": "🔔🛎",
    "bell-off": "🔕",
    "loud": "📢📣",
    "sound": "🔊🔉🔈",
    "speech": "💬🗨💭🗯",
    "book": "📖📚📕📗📘📙📓📔",
    "chart-up": "📈",
    "chart-down": "📉",
    "bars": "📊",
    "target": "🎯◎",
    "map": "🗺🧭",
    "puzzle": "🧩",
    "bin": "🗑",
    "box": "📦",
    "trolley": "🛒🛍",
    # Places and travel.
    "house": "🏠🏡⌂🛖",
    "flats": "🏢🏘🏙🏬🏨🏚",
    "hall": "🏛🏦⛪🕌🏤🏰",
    "hospital": "🏥",
    "school": "🏫",
    "shop": "🏪",
    "works": "🏭",
    "car": "🚗🚙🚕🏎🚘",
    "bus": "🚌🚎🚍🚐",
    "train": "🚆🚂🚇🚋🚄🚃🚊🚉",
    "bike": "🚲🚴🛴🛵🏍",
    "plane": "✈🛫🛬",
    "ship": "🚢⛵🛳",
    "van": "🚚🚛🚑🚒🚓",
    "fuel": "⛽🔌",
    "road": "🛣🛤",
    "bed": "🛏🛌",
    "door": "🚪",
    # Things and times.
    "bulb": "💡",
    "fire": "🔥",
    "flag": "🚩⚑🏁🏴🎌",
    "flag-open": "🏳⚐",
    "trophy": "🏆🏅🥇🥈🥉🎖",
    "party": "🎉🎊🎈",
    "gift": "🎁",
    "graduate": "🎓",
    "ring": "💍",
    "clock": "⏰⏱🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛🕜🕝🕞🕟🕠🕡🕢🕣🕤🕥🕦🕧⌚🕰⏲",
    "hourglass": "⏳⌛",
    "calendar": "📅📆🗓",
    "euro": "💶💰🪙💷",
    "note": "💵💴💸",
    "card": "💳",
    "bag": "💼👜🎒🧳",
    "tool": "🔧🛠🔨🪛⚒",
    "gear": "⚙",
    "scales": "⚖",
    "robot": "🤖",
    "pill": "💊",
    "syringe": "💉",
    "plaster": "🩹",
    "stethoscope": "🩺⚕",
    "cup": "☕🍵🫖",
    "food": "🍽🍴🍕🍔🥪🥗🍲",
    "cake": "🎂🍰🧁",
    "apple": "🍎🍏🍓🍊",
    "music": "🎵🎶♪♫🎤🎧",
    "sun": "☀🌞🌤🌅",
    "cloud": "☁⛅🌥🌫",
    "rain": "🌧☔🌦⛈🌩☂",
    "lightning": "⚡🗲",
    "snow": "❄🌨",
    "moon": "🌙🌛🌜☾",
    "rainbow": "🌈",
    "globe": "🌍🌎🌏🌐",
    "leaf": "🌱🍀🌿🍃🪴☘",
    "tree": "🌳🌲🌴",
    "flower": "🌸🌷🌹🌻🌼💐🌺",
    "paw": "🐾🐶🐕🐱🐈",
    "drop": "💧💦",
    "wave": "🌊",
    "sleep": "💤",
    # Arrows and buttons.
    "arrow/0": "➡⮕➔➜⇒🔜",
    "arrow/45": "↘",
    "arrow/90": "⬇⇓",
    "arrow/135": "↙",
    "arrow/180": "⬅⇐🔙",
    "arrow/225": "↖",
    "arrow/270": "⬆⇑🔝",
    "arrow/315": "↗",
    "arrow-two/0": "↔⇔",
    "arrow-two/90": "↕",
    "arrow-back": "↩",
    "arrow-on": "↪",
    "curve-up": "⤴",
    "curve-down": "⤵",
    "play/0": "▶►🢒",
    "play/180": "◀◄",
    "play/270": "🔼△▲",
    "play/90": "🔽▽▼",
    "pause": "⏸",
    "square": "⏹■⬛◼◾▪⏺",
    "square-open": "⬜□◻◽▫🔲🔳",
    "diamond": "◆🔶🔸🔷🔹♦",
    "diamond-open": "◇",
    # Dots and squares whose colour means something are told apart by their drawing as well.
    "disc/bar": "🔴🟥",
    "disc/half": "🟠🟧",
    "disc/dot": "🟡🟨",
    "disc/check": "🟢🟩",
    "disc/ring": "🔵🟦🔘",
    "disc/plus": "🟣🟪",
    "disc/low": "🟤🟫",
    "disc": "⚫●⬤",
    "disc-open": "⚪○◯⭕",
    "disc-in": "◉⊙",
    # Words in a box.
    "word/OK": "🆗",
    "word/NEW": "🆕",
    "word/SOS": "🆘",
    "word/FREE": "🆓",
    "word/UP": "🆙",
    "word/ID": "🆔",
    "word/P": "🅿",
    "word/A": "🅰",
    "word/B": "🅱",
    "word/10": "🔟",
    "word/ABC": "🔤🔠🔡",
    "word/123": "🔢",
}  # fmt: skip

_SHADES: Final = "\U0001f3fb-\U0001f3ff"
_SELECTORS: Final = "\ufe00-\ufe0f"
_JOINER: Final = "\u200d"
_TAGS: Final = "\U000e0020-\U000e007f"
_LETTERS: Final = "\U0001f1e6-\U0001f1ff"
_AFTER: Final = f"[{_SELECTORS}{_SHADES}\u20e3{_TAGS}]"

BOX: Final = "sign.missing"

UNSEEN: Final = frozenset(
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u200b\u200c\u200d\u200e\u200f"
    "\u2060\u2061\u2062\u2063\u2064\u3164\ufeff\uffa0"
) | frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0001, 0xE0080), *range(0xE0100, 0xE01F0))))  # fmt: skip
"""Characters that are there for the machine: they have no width and nothing is drawn for them."""


@cache
def marks() -> dict[str, str]:
    """Character → the name of its mark."""
    return {character: f"sign.{name}" for name, all_of in reversed(_NAMED.items()) for character in all_of}


@cache
def _sequence() -> re.Pattern[str]:
    base = f"[{re.escape(''.join(marks()))}{_SHADES}]"
    again = f"(?:{_JOINER}[^\\s\\x00-\\x7f]{_AFTER}*)*"
    return re.compile(f"[0-9#*]\ufe0f?\u20e3|[{_LETTERS}]{{2}}|{base}{_AFTER}*{again}")


def found(text: str, start: int = 0) -> re.Match[str] | None:
    """The next characters that are one sign together: an emoji with all that modifies it, a flag, a key."""
    return _sequence().search(text, start)


def mark(sequence: str) -> str | None:
    """The name of the mark that is drawn for these characters."""
    first = sequence[0]
    if first.isascii():
        return f"sign.word/{first}"
    if "\U0001f1e6" <= first <= "\U0001f1ff":
        return "sign.nation/" + "".join(chr(ord(letter) - 0x1F1E6 + ord("A")) for letter in sequence)
    if "\U0001f3fb" <= first <= "\U0001f3ff":
        return "sign.square"  # a shade of skin alone is a patch of colour
    if sequence.count(_JOINER) > 1 and "person" in marks().get(first, ""):
        return "sign.people" if _TOGETHER.intersection(sequence) else "sign.family"
    return _JOINED.get(sequence.replace("\ufe0f", "")) or marks().get(first)


_TOGETHER: Final = frozenset("🤝❤💋")
_JOINED: Final = {
    "\u2764\u200d\U0001f525": "sign.fire",
    "\u2764\u200d\U0001fa79": "sign.plaster",
}
