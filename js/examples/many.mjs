// One person answered step by step, then many who differ in two answers:  node many.mjs shanghai 2026-11-24
import { readFile } from "node:fs/promises";
import init, { prepare } from "jifen";

await init({ module_or_path: await readFile(new URL(import.meta.resolve("jifen/jifen_bg.wasm"))) });

const [scheme, on] = process.argv.slice(2);
const person = prepare(scheme, { "birth-date": "1990-01-01", education: "associate" }, { on });
const { verdicts, conditions, indicators, states, width } = person.layout();

person.set("education-accepted", true);
const row = person.assess();
console.log(`${row[1]} to ${row[2]} points, ${verdicts[row[0]]}`);
for (const { id, at } of indicators) if (row[at + 1] !== 0) console.log(`${id}: ${row[at]} to ${row[at + 1]}`);
for (const { id, at } of conditions) if (states[row[at]] !== "met") console.log(`${id}: ${states[row[at]]}`);

// Eleven people, insured for none to ten years; the second column is a yes or no.
const questions = ["insured-months", "insured-now"];
const values = Float64Array.from({ length: 22 }, (_, index) => (index % 2 ? 1 : index * 6));
const rows = person.assessAll(questions, values);
for (let at = 0; at < rows.length; at += width) console.log(`${rows[at + 1]} to ${rows[at + 2]}`);
