// What Mermaid itself understands of each diagram: stdin is a JSON list of texts, stdout a JSON list of journeys.
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<!doctype html><body></body>");
globalThis.window = window;
globalThis.document = window.document;

const { default: mermaid } = await import("mermaid");
mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });

// Mermaid keeps `#58;` as a mark until it has drawn, and decodes it then.
const shown = (text) => text.replace(/ﬂ°°(\d+)¶ß/g, (_, point) => String.fromCodePoint(Number(point)));

async function understood(text) {
  try {
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    return {
      title: shown(db.getDiagramTitle()),
      about: shown(db.getAccTitle()),
      description: shown(db.getAccDescription()),
      sections: db.getSections().map(shown),
      tasks: db.getTasks().map((task) => ({
        section: shown(task.section),
        task: shown(task.task),
        score: task.score,
        actors: task.people.map(shown),
      })),
    };
  } catch (error) {
    return { error: String(error) };
  }
}

const read = [];
for await (const part of process.stdin) read.push(part);
const found = [];
for (const text of JSON.parse(Buffer.concat(read).toString("utf8"))) found.push(await understood(text));
process.stdout.write(JSON.stringify(found));
