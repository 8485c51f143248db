// Draws a file of SVG in Chromium. Words: the browser, the file, where the PNG goes, its width in pixels.
// Prints as JSON how wide the letters of each text are drawn, beside how wide they were meant to be.
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [browser, file, picture, width] = process.argv.slice(2);
const chromium = await puppeteer.launch({
  executablePath: browser,
  args: ["--no-sandbox", "--hide-scrollbars", "--disable-gpu"],
});
try {
  const page = await chromium.newPage();
  await page.goto(pathToFileURL(file).href);
  const size = await page.evaluate(() => {
    const box = document.documentElement.viewBox.baseVal;
    return [box.width, box.height];
  });
  const scale = Number(width) / size[0];
  await page.setViewport({ width: Math.ceil(size[0]), height: Math.ceil(size[1]), deviceScaleFactor: scale });
  await page.screenshot({ path: picture });
  const said = await page.evaluate(() => {
    const lines = [...document.querySelectorAll("[textLength]")];
    return {
      errors: document.querySelectorAll("parsererror").length,
      off: lines.map((one) => Math.abs(one.getComputedTextLength() - Number(one.getAttribute("textLength"))))
        .reduce((most, one) => Math.max(most, one), 0),
      texts: lines.length,
      title: document.documentElement.querySelector("title").textContent,
    };
  });
  process.stdout.write(JSON.stringify(said));
} finally {
  await chromium.close();
}
