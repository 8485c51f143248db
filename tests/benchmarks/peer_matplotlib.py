"""Draws the steps of a JSON file with matplotlib on A0: phases, cards, heartbeat, contacts and notes, in bands."""

import json
import sys
import textwrap
from pathlib import Path

import matplotlib as mpl

mpl.use("pdf")

from matplotlib import pyplot as plt
from matplotlib.patches import FancyBboxPatch

WIDE, HIGH = 1189, 841
BANDS = 7


def draw(data, out):
    """Same page, same words, same bands; the sizes were chosen by hand, as one does with matplotlib."""
    plt.rcParams["font.family"] = "DejaVu Sans"
    figure = plt.figure(figsize=(WIDE / 25.4, HIGH / 25.4))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, WIDE)
    axes.set_ylim(HIGH, 0)
    axes.axis("off")
    axes.text(30, 40, data["title"], size=60, weight="bold")
    steps = [(phase["name"], step) for phase in data["phases"] for step in phase["steps"]]
    a_band = -(-len(steps) // BANDS)
    for band in range(BANDS):
        one_band(axes, steps[band * a_band : (band + 1) * a_band], 80 + band * 106, (WIDE - 60) / a_band)
    figure.savefig(out, format="pdf")


def one_band(axes, steps, top, wide):
    points = []
    phase = None
    for index, (name, step) in enumerate(steps):
        x = 30 + index * wide
        if name != phase:
            phase = name
            axes.text(x, top, name, size=9, weight="bold", va="top")
        box(axes, x, top + 8, wide - 6, 30, "white")
        axes.text(x + 1, top + 10, wrapped(step["title"], 22), size=6, weight="bold", va="top")
        axes.text(x + 1, top + 14, wrapped(step["body"], 26), size=5.5, va="top")
        axes.text(x + 1, top + 30, wrapped("\n".join(step["contacts"]), 28), size=5, va="top")
        if index:
            axes.annotate("", (x, top + 23), (x - 6, top + 23), arrowprops={"arrowstyle": "-"})
        points.append((x + wide / 2, top + 52 - step["emotion"] * 5))
        for number, pill in enumerate(step["contacts"]):
            box(axes, x, top + 66 + number * 5, wide - 8, 4, "#174A7C")
            axes.text(x + 1, top + 66 + number * 5, pill, size=5, color="white", va="top")
        for number, note in enumerate(step["notes"]):
            box(axes, x, top + 80 + number * 9, wide - 6, 8, "#FFEFB0")
            axes.text(x + 1, top + 81 + number * 9, wrapped(note, 26), size=5.5, va="top")
    axes.plot([x for x, _ in points], [y for _, y in points], color="#C75000", linewidth=2)
    axes.scatter([x for x, _ in points], [y for _, y in points], color="#F4C430", zorder=3)


def box(axes, x, y, w, h, fill):
    axes.add_patch(FancyBboxPatch((x, y), w, h, boxstyle="round,pad=0,rounding_size=1.5", facecolor=fill))


def wrapped(words, width):
    return "\n".join(textwrap.fill(line, width) for line in words.split("\n"))


if __name__ == "__main__":
    with Path(sys.argv[1]).open(encoding="utf-8") as file:
        draw(json.load(file), sys.argv[2])
