// Reads the cards of a JSON Canvas with marked, as programs for such files do; the file comes in on stdin.
// Prints as JSON, by the id of a card: its text as a reader sees it, and the elements that the Markdown made.
import { text } from "node:stream/consumers";
import { JSDOM } from "jsdom";
import { marked } from "marked";

const found = {};
const { document } = new JSDOM("").window;
for (const node of JSON.parse(await text(process.stdin)).nodes) {
  if (node.type !== "text") continue;
  const holder = document.createElement("div");
  holder.innerHTML = marked.parse(node.text, { gfm: true });
  const elements = [...holder.querySelectorAll("*")];
  for (const line of holder.querySelectorAll("br, h1, p")) line.after("\n");
  found[node.id] = {
    lines: holder.textContent.split("\n").map((line) => line.trim()).filter(Boolean),
    elements: [...new Set(elements.map((one) => one.tagName.toLowerCase()))],
  };
}
process.stdout.write(JSON.stringify(found));
