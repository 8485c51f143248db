// Opens a page in Chromium as a reader would, and lets axe-core judge it.
// Words: the browser, the file, the width in pixels, "light" or "dark"; prints what was found as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [browser, file, width, scheme, picture] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const chromium = await puppeteer.launch({
  executablePath: browser,
  args: ["--no-sandbox", "--hide-scrollbars", "--disable-gpu"],
});
const found = { said: [], asked: [] };
try {
  const page = await chromium.newPage();
  page.on("console", (message) => found.said.push(message.text()));
  page.on("pageerror", (error) => found.said.push(String(error)));
  page.on("dialog", async (dialog) => {
    found.said.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith("data:")) found.asked.push(request.url());
  });
  await page.setViewport({ width: Number(width), height: 900, isMobile: Number(width) < 600 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(pathToFileURL(file).href);
  if (picture) await page.screenshot({ path: picture });
  found.wide = await page.evaluate("document.documentElement.scrollWidth");
  found.scripts = await page.evaluate("document.scripts.length");
  found.title = await page.evaluate("document.title");
  await page.evaluate(axe);
  const judged = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
  found.passes = judged.passes.length;
  found.violations = judged.violations.map((one) => ({
    id: one.id, help: one.help, nodes: one.nodes.slice(0, 5).map((node) => `${node.target} ${node.failureSummary}`),
  }));
  await page.keyboard.press("Tab");
  found.first = await page.evaluate("document.activeElement.className + ' ' + document.activeElement.textContent");
} finally {
  await chromium.close();
}
process.stdout.write(JSON.stringify(found));
