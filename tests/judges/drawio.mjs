// Reads a draw.io file with mxGraph, the engine of draw.io, draws every page in Chromium and says what came of it.
// Words: the browser, the folder for pictures or nothing; the file comes in on stdin; prints JSON, a page each.
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";

const [browser, pictures] = process.argv.slice(2);
const engine = fileURLToPath(import.meta.resolve("mxgraph/javascript/mxClient.js"));
const file = await text(process.stdin);

// In the page: what draw.io adds to its engine and our files use, and then what the engine made of a page.
const draw = (source, number) => {
  const here = document.body.appendChild(document.createElement("div"));
  here.style.cssText = "position:absolute;left:0;top:0;background:white";
  const graph = new mxGraph(here);
  graph.setHtmlLabels(true);
  const sheet = graph.getStylesheet();
  const named = (name, more) => sheet.putCellStyle(name, Object.assign({}, sheet.getDefaultVertexStyle(), more));
  named("swimlane", { shape: "swimlane" });
  named("ellipse", { shape: "ellipse", perimeter: mxPerimeter.EllipsePerimeter });
  named("text", { fillColor: "none", strokeColor: "none" });
  const page = mxUtils.parseXml(source).getElementsByTagName("diagram")[number];
  const model = page.getElementsByTagName("mxGraphModel")[0];
  const own = mxUtils.parseXml(mxUtils.getXml(model));
  new mxCodec(own).decode(own.documentElement, graph.getModel());
  const bounds = graph.getGraphBounds();
  here.style.width = `${bounds.x + bounds.width + 20}px`;
  here.style.height = `${bounds.y + bounds.height + 20}px`;
  const cells = Object.values(graph.getModel().cells);
  const found = { name: page.getAttribute("name"), cells: cells.length, shapes: {}, edges: {}, wide: 0, high: 0 };
  found.wide = Math.ceil(bounds.x + bounds.width + 20);
  found.high = Math.ceil(bounds.y + bounds.height + 20);
  for (const cell of cells) {
    const state = graph.view.getState(cell);
    if (!state || !(cell.edge || cell.vertex)) continue;
    if (cell.edge) {
      const ends = [cell.source?.id ?? null, cell.target?.id ?? null];
      found.edges[cell.id] = { ends, drawn: state.absolutePoints.every((point) => point && isFinite(point.x + point.y)) };
    } else {
      const words = state.text?.node?.querySelector("foreignObject > div > div > div");
      found.shapes[cell.id] = {
        parent: cell.parent.id,
        place: [state.x, state.y, state.width, state.height],
        words: words ? words.innerText : "",
        tags: words ? [...new Set([...words.querySelectorAll("*")].map((one) => one.tagName))] : [],
        needs: words ? [words.offsetWidth, words.offsetHeight] : [0, 0],
      };
    }
  }
  return found;
};

const chromium = await puppeteer.launch({
  executablePath: browser,
  args: ["--no-sandbox", "--hide-scrollbars", "--disable-gpu"],
});
const told = { said: [], asked: [], pages: [] };
try {
  const pages = (file.match(/<diagram /g) ?? []).length;
  for (let number = 0; number < pages; number++) {
    const page = await chromium.newPage();
    page.on("console", (message) => told.said.push(message.text()));
    page.on("pageerror", (error) => told.said.push(String(error)));
    page.on("request", (request) => told.asked.push(request.url()));
    page.on("dialog", async (dialog) => {
      told.said.push(`dialog: ${dialog.message()}`);
      await dialog.dismiss();
    });
    await page.setContent("<!DOCTYPE html><body style='margin:0'></body>");
    await page.evaluate("mxLoadResources = false; mxLoadStylesheets = false; mxBasePath = ''; mxImageBasePath = ''");
    await page.addScriptTag({ content: readFileSync(engine, "utf8") });
    const found = await page.evaluate(draw, file, number);
    told.pages.push(found);
    if (pictures) {
      await page.setViewport({ width: Math.min(found.wide, 8000), height: Math.min(found.high, 8000) });
      await page.screenshot({ path: `${pictures}/${number}.png` });
    }
    await page.close();
  }
} finally {
  await chromium.close();
}
process.stdout.write(JSON.stringify(told));
