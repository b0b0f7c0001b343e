// Answers in, assessments out, a line each:  node assess.mjs shanghai 2026-11-24 < answers.jsonl
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline/promises";
import init, { assess } from "jifen";

await init({ module_or_path: await readFile(new URL(import.meta.resolve("jifen/jifen_bg.wasm"))) });

const [scheme, on] = process.argv.slice(2);
for await (const line of createInterface({ input: process.stdin })) {
  try {
    console.log(JSON.stringify(assess(scheme, JSON.parse(line), { on })));
  } catch (caught) {
    // `code` is the package's; what JSON.parse throws has none.
    const { message, code, faults } = /** @type {Partial<import("jifen").JifenError>} */ (caught);
    console.log(JSON.stringify({ error: message, code, faults }));
  }
}
