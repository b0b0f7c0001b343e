// The package beside other engines: first whether all say the same of the same people, then how long each takes.
//
//     node run.mjs target/package rules.json-folder cases.json publicodes-folder zen-folder json-logic-folder
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { cpus } from "node:os";
import { pathToFileURL } from "node:url";
import { javascript, jsonLogic, publicodes, zen } from "./engines.mjs";
import { translate } from "./rules.mjs";

const [folder, rules, casesFile, ...installed] = process.argv.slice(2);
const { default: init, advise, assess, forecast, loadScheme, prepare, questions, schemes } = await import(
  new URL("jifen.js", pathToFileURL(`${folder}/`))
);
await init({ module_or_path: await readFile(`${folder}/jifen_bg.wasm`) });
const json = async (path) => JSON.parse(await readFile(path, "utf8"));

const id = "shanghai";
const scheme = await json(`${rules}/${id}.json`);
const { cases } = await json(casesFile);
const translation = translate(scheme);
const ROUNDS = 15;
/** As long as each round of each row takes at least, in milliseconds. */
const ROUND = 60;

/** People who have answered all they are asked, without a history, which no other engine could count. */
const people = cases.flatMap(({ answers, on }) => {
  const options = { on, edition: scheme.edition.id };
  const report = assess(id, answers, options);
  if (report.open.length > 0 || report.followed) return [];
  const input = translation.inputs(answers, on);
  const held = ["met", "not-applicable"];
  const expected = {
    total: report.total.low,
    eligible: report.conditions.every(({ state }) => held.includes(state)),
  };
  return [{ answers, options, input, expected, person: prepare(id, answers, options) }];
});
assert.ok(people.length >= 100, `only ${people.length} of ${cases.length} cases can be compared`);

const { conditions } = people[0].person.layout();
const isEligible = (row) => conditions.every(({ at }) => row[at] === 0 || row[at] === 3);
const others = {
  "plain JavaScript": javascript(translation),
  "GoRules zen": zen(translation, installed[1]),
  "json-logic": jsonLogic(translation, installed[2]),
  publicodes: publicodes(translation, installed[0]),
};
for (const { person, answers, input, expected } of people) {
  const row = person.assess();
  const ours = { total: row[1], eligible: isEligible(row) };
  assert.deepEqual(ours, expected, `the prepared person: ${JSON.stringify(answers)}`);
  for (const [name, engine] of Object.entries(others)) {
    const { total, eligible } = await engine(input);
    assert.deepEqual({ total, eligible }, expected, `${name}: ${JSON.stringify(answers)}`);
  }
}

/** An answer as a number; what is a list has none. */
function asNumber({ id, kind }, answers) {
  const answer = answers[id];
  if (answer === undefined) return Number.NaN;
  if (kind === "choice") return positions.get(id).get(answer);
  return kind === "date" ? Number(answer.replaceAll("-", "")) : Number(answer);
}
const numbered = questions(id).filter(({ kind }) => !["dates", "periods", "month-counts"].includes(kind));
const positions = new Map(
  numbered.filter(({ kind }) => kind === "choice").map((one) => [one.id, new Map(one.options.map((option, at) => [option.id, at]))]),
);
const columns = numbered.map((question) => question.id);
const MANY = 100;
for (const one of people) {
  const numbers = numbered.map((question) => asNumber(question, one.answers));
  one.alike = Float64Array.from({ length: MANY * numbers.length }, (_, at) => numbers[at % numbers.length]);
  one.months = new Float64Array(MANY).fill(one.answers["insured-months"] ?? 0);
  const rows = one.person.assessAll(columns, one.alike);
  assert.deepEqual(rows.slice(-rows.length / MANY), one.person.assess(), JSON.stringify(one.answers));
}
let months = 0;
/** What is timed of each person: how many assessments it is, and the work. */
const beside = {
  "jifen, many at once, one answer of each": [MANY, (one) => one.person.assessAll(["insured-months"], one.months)],
  "jifen, many at once, all answers of each": [MANY, (one) => one.person.assessAll(columns, one.alike)],
  "jifen, the call of a prepared person": [1, (one) => one.person.assess()],
  "jifen, an answer changed and the call": [1, (one) => {
    one.person.set("public-service-months", (months = (months + 1) % 60));
    one.person.assess();
  }],
  "jifen, all answers given anew": [1, (one) => {
    const person = prepare(id, one.answers, one.options);
    person.assess();
    person.free();
  }],
  "jifen, with words and clauses": [1, (one) => assess(id, one.answers, one.options)],
  ...Object.fromEntries(Object.entries(others).map(([name, engine]) => [name, [1, (one) => engine(one.input)]])),
};

/** Microseconds for each assessment, over all people until the round is over. */
async function round([count, work], of) {
  const begin = performance.now();
  let [done, end] = [0, begin];
  while (end - begin < ROUND) {
    for (const one of of) {
      const result = work(one);
      if (result instanceof Promise) await result;
    }
    done += of.length * count;
    end = performance.now();
  }
  return ((end - begin) * 1000) / done;
}

/** The fastest round of each row, since what else a machine does only makes it slower; rounds of all rows take turns. */
async function measured(rows, of) {
  const times = Object.fromEntries(Object.keys(rows).map((name) => [name, []]));
  for (const name in rows) await round(rows[name], of);
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    for (const name in rows) times[name].push(await round(rows[name], of));
  }
  return Object.entries(times).map(([name, all]) => [name, Math.min(...all)]);
}

const number = (value) => (value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString("en")).padStart(10);
const line = (name, ...columns) => console.log(`${name.padEnd(44)}${columns.join("")}`);

console.log(`# Written by \`cargo xtask bench\`: what a machine takes depends on the machine, ratios less so.`);
console.log(`# ${cpus().length} × ${cpus()[0].model}, Node ${process.versions.node}\n`);
console.log(`The same ${people.length} people of ${id}'s worked examples, who come out the same everywhere: µs each in the fastest`);
console.log(`of ${ROUNDS} rounds, and how many times the call of a prepared person. The others get ages and other counts between`);
console.log("days ready-made.\n");
const times = await measured(beside, people);
const call = Object.fromEntries(times)["jifen, the call of a prepared person"];
for (const [name, time] of times) line(name, number(time), number(time / call));

// The rest of the package, and how it grows.
const tenfold = structuredClone(scheme);
tenfold.id = "tenfold";
tenfold.indicator = scheme.indicator.flatMap((indicator) =>
  Array.from({ length: 10 }, (_, copy) => (copy ? { ...indicator, id: `${indicator.id}-${copy}` } : indicator)),
);
loadScheme(tenfold);
/** How many points are missing of the person below. */
const MISSING = 31;
const short = people.find(({ expected }) => expected.total === scheme.line.threshold - MISSING);
const options = { on: short.options.on };
const everywhere = schemes().filter((one) => one.id !== "tenfold").map((one) => {
  const asked = new Set(questions(one.id).map((question) => question.id));
  const known = Object.entries(short.answers).filter(([question]) => asked.has(question));
  try {
    return prepare(one.id, Object.fromEntries(known), options);
  } catch {
    // Another city asks under the same id for something else.
    return prepare(one.id, {}, options);
  }
});
// With ten times the points the line is as far away as before.
tenfold.line.threshold = prepare("tenfold", short.answers, options).assess()[1] + MISSING;
loadScheme(tenfold);
const ten = prepare("tenfold", short.answers, options);
const rest = {
  "every scheme, one after the other": [1, () => everywhere.forEach((person) => person.assess())],
  advice: [1, () => advise(id, short.answers, options)],
  forecast: [1, () => forecast(id, short.answers, options)],
  "one scheme, the call of a prepared person": [1, () => short.person.assess()],
  "the same with ten times the indicators": [1, () => ten.assess()],
  "advice with ten times the indicators": [1, () => advise("tenfold", short.answers, options)],
};
console.log(`\nOne of them, ${MISSING} points short, by ${everywhere.length} schemes, ahead in time, and where rules grow: µs\n`);
for (const [name, time] of await measured(rest, [short])) line(name, number(time));
