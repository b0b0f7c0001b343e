// Writes a program of TypeScript in which stands what the package returns, each value under the type that it is
// declared with, for `tsc` to hold one against the other:  node types.mjs exported/shanghai.json person.json values.ts
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import init, { advise, assess, loadScheme, prepare, questions, schemes } from "jifen";

await init({ module_or_path: await readFile(new URL(import.meta.resolve("jifen/jifen_bg.wasm"))) });
const [exported, person] = await Promise.all(process.argv.slice(2, 4).map(async (path) => JSON.parse(await readFile(path))));
const on = "2026-11-24";

let program = 'import type * as jifen from "jifen";\n';
let count = 0;
function is(type, value) {
  count += 1;
  program += `export const value${count}: jifen.${type} = ${JSON.stringify(value)};\n`;
}
/** What `tsc` must refuse; it complains itself where it would not. */
function isNot(type, value) {
  program += "// @ts-expect-error\n";
  is(type, value);
}
function thrown(act) {
  try {
    act();
  } catch (error) {
    return error;
  }
  assert.fail("nothing was thrown");
}

is("Scheme[]", schemes());
for (const { id, edition } of schemes()) {
  is("Question[]", questions(id));
  is("AssessmentReport", assess(id, {}, { on: edition.checked }));
  is("AdviceReport", advise(id, {}, { on: edition.checked }));
}
for (const changes of [
  {},
  { education: "associate", "insured-months": 36, "crime-records": ["2025-01-01"] },
  { "residence-permit": "none", "serious-crime": true, household: "here" },
]) {
  is("AssessmentReport", assess("shanghai", { ...person, ...changes }, { on }));
  is("AdviceReport", advise("shanghai", { ...person, ...changes }, { on }));
}
const prepared = prepare("shanghai", person, { on });
is("Layout", prepared.layout());
is("AssessmentReport", prepared.explain());
assert.equal(prepared.assess().length, prepared.layout().width);
const advice = advise("shanghai", { ...person, education: "associate", "insured-months": 36 }, { on });
assert.equal(advice.missing, 31);
assert.equal(advice.suggestions[0].kind, "reaches");
is("AdviceReport", advice);
is("AdviceReport", advise("beijing", { education: "bachelor" }, { on }));

// A scheme with the parts that no built-in one need have.
const ranking = structuredClone(exported);
ranking.id = "ranking";
ranking.line.ranking = { groups: ["base"], cutoffs: [{ round: "2025", points: 97.13, cite: ranking.line.cite }] };
ranking.edition.to = null;
ranking.together[0].keep = { capped: 40.5 };
ranking.question[0].kind = { number: { unit: "percent", min: 0, max: 100, decimals: 2 } };
is("Scheme", loadScheme(ranking));
is("Question[]", questions("ranking"));
const report = assess("ranking", {}, { on });
assert.equal(report.standings[0].cutoff, 97.13);
is("AssessmentReport", report);

const { code, faults } = thrown(() => assess("shanghai", { education: 1, "insured-months": -1 }, { on }));
is("ErrorCode", code);
is("Fault[]", faults);
is("Fault[]", thrown(() => loadScheme(null)).faults);

// The check itself finds what is undeclared, missing or of another type.
is("Text", { zh: "", en: "" });
for (const wrong of [{ zh: "" }, { zh: "", en: 1 }, { zh: "", en: "", fr: "" }]) isNot("Text", wrong);
isNot("Verdict", "perhaps");
isNot("Day[]", [1]);

await writeFile(process.argv[4], program);
