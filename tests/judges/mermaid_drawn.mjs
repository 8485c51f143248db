// Draws diagrams with Mermaid in a real browser: stdin is a JSON list of texts, the argument the path of the browser.
// stdout: of each the texts in the drawing, and whether a script, a link or an event handler came into the page.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";

const [executablePath, picture] = process.argv.slice(2);
const library = fileURLToPath(new URL("node_modules/mermaid/dist/mermaid.min.js", import.meta.url));
const texts = JSON.parse(readFileSync(0, "utf8"));
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage();
  await page.setOfflineMode(true);
  await page.setContent("<!doctype html><meta charset=utf-8><body><div id=here></div></body>");
  await page.addScriptTag({ path: library });
  const found = [];
  for (const [number, text] of texts.entries()) {
    found.push(
      await page.evaluate(
        async (text, number) => {
          mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });
          try {
            const { svg } = await mermaid.render(`drawn${number}`, text);
            const here = document.getElementById("here");
            here.innerHTML = svg;
            const acts = [...here.querySelectorAll("*")].filter(
              (each) =>
                ["script", "a", "iframe", "img"].includes(each.localName) ||
                [...each.attributes].some(({ name }) => name.startsWith("on")),
            );
            const words = [...here.querySelectorAll("text, .label, div")].map((each) => each.textContent);
            return { words, acts: acts.map((each) => each.outerHTML.slice(0, 200)) };
          } catch (error) {
            return { error: String(error) };
          }
        },
        text,
        number,
      ),
    );
  }
  if (picture) {
    await page.setViewport({ width: 1400, height: 700 });
    await page.screenshot({ path: picture, fullPage: true });
  }
  process.stdout.write(JSON.stringify(found));
} finally {
  await browser.close();
}
