"""How the page of a report looks: on a wide screen, on a phone, in the dark, and on paper."""

from __future__ import annotations

from typing import Final

_INKS: Final = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1b2333; --muted: #4f596c; --line: #b9c0cb; --soft: #f1f4f8;
  --accent: #164a7c; --bad: #a1260f; --good: #164a7c; --badge: #fff3f0; --curve: #c9581c; --focus: #1a66c2; }
@media screen and (prefers-color-scheme: dark) { :root { --paper: #1b2029; --ink: #e9edf3; --muted: #b6c0ce;
  --line: #4a5464; --soft: #252c38; --accent: #8fc1f2; --bad: #ffb3a5; --good: #8fc1f2; --badge: #35201e;
  --curve: #f2935c; --focus: #6cb0ff; } }
"""
_PAGE: Final = """
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word;
  font: 1rem/1.55 "Source Sans 3", "Source Sans Pro", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
body > * { max-width: 84rem; margin-inline: auto; padding-inline: 1.25rem; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
a { color: var(--accent); }
.skip { position: absolute; left: -100rem; padding: .75rem 1.25rem; background: var(--paper); }
.skip:focus { left: 0; top: 0; z-index: 1; }
header { padding-block: 2.5rem .5rem; }
h1 { font-size: clamp(1.9rem, 5vw, 2.9rem); line-height: 1.12; margin: 0 0 .6rem; }
h2 { font-size: 1.65rem; line-height: 1.2; margin: 0 0 1rem; padding-top: 2rem; }
h3 { font-size: 1.2rem; line-height: 1.3; margin: 2rem 0 .5rem; }
section + section > h2 { border-top: 1px solid var(--line); margin-top: 2.5rem; }
p, ul, blockquote, figcaption { max-width: 46rem; }
p { margin: .5rem 0 1rem; }
blockquote { margin: .5rem 0 1rem; padding-left: 1rem; border-left: .25rem solid var(--accent);
  font-size: 1.15rem; font-style: italic; }
.muted { color: var(--muted); }
nav ul { list-style: none; margin: .5rem 0; padding: 0; columns: 17rem; max-width: none; }
nav a { display: block; padding: .25rem 0; }
nav h2 { font-size: 1rem; margin: 1rem 0 0; padding: 0; }
.portrait { float: right; width: 7rem; height: 7rem; border-radius: 50%; margin: 0 0 1rem 1.5rem; }
footer { padding-block: 2rem 3rem; color: var(--muted); clear: both; }
"""
_TABLES: Final = """
table { border-collapse: collapse; width: 100%; margin: 1rem 0 1.5rem; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { text-align: left; overflow-wrap: anywhere; vertical-align: top; padding: .5rem .75rem .5rem 0;
  border-bottom: 1px solid var(--line); }
thead th { color: var(--muted); font-size: .9rem; border-bottom: 2px solid var(--line); }
tbody th { font-weight: 600; min-width: 11rem; }
tbody th small { font-size: 1em; font-weight: 400; }
td { min-width: 6.5rem; } td span { display: block; } td span + span { margin-top: .3rem; }
td.muted { color: var(--muted); }
td.good { color: var(--good); font-weight: 600; }
td.bad { color: var(--bad); font-weight: 600; }
@media screen and (max-width: 46rem) {
  table, caption, tbody, tr, tbody th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { border-bottom: 1px solid var(--line); padding: .75rem 0; }
  tbody th, td { border: 0; padding: 0 0 .35rem; }
  td { display: flex; gap: .75rem; } td:empty { display: none; }
  td::before { content: attr(data-label); flex: 0 0 6.5rem; color: var(--muted); font-weight: 400; font-size: .9rem; }
  .portrait { width: 5rem; height: 5rem; }
}
"""
_FIGURES: Final = """
figure { margin: 1rem 0 1.5rem; }
figcaption { color: var(--muted); font-size: .9rem; margin-top: .5rem; }
.map div { overflow-x: auto; padding-bottom: .5rem; }
.map svg { display: block; max-width: 100%; height: auto; }
.curve svg { width: 100%; max-width: 46rem; height: auto; display: block; }
.curve svg polyline { stroke: var(--curve); } .curve svg circle { fill: var(--curve); }
"""
_PAPER: Final = """
@page { size: A4 landscape; margin: 12mm; }
@media print {
  body { font-size: 10pt; } body > * { max-width: none; padding-inline: 0; }
  nav, .skip { display: none; } header { padding-top: 0; }
  h2 { padding-top: 6mm; } section + section > h2 { margin-top: 6mm; }
  section:has(> .map) { break-before: page; } section:has(> .map) > h2 { border: 0; padding: 0; margin-top: 0; }
  h2 { font-size: 15pt; margin-bottom: 2mm; } h3:has(+ .map) { display: none; } figure, p { margin: 1mm 0 2mm; }
  h2, h3, caption { break-after: avoid; } tr, figure { break-inside: avoid; } thead { display: table-header-group; }
  .portrait, .portrait + p, blockquote { break-before: avoid; }
  .map div { overflow: visible; padding: 0; }
  .map svg { min-width: 0 !important; width: auto; max-width: 100%; max-height: 152mm; }
}
"""
STYLE: Final = f"{_INKS}{_PAGE}{_TABLES}{_FIGURES}{_PAPER}"
