// A scheme as expressions that any engine can be given: its total at least, and whether every condition is met.
//
// Numbers are ["number", n], ["input", name], ["sum" | "highest" | "lowest" | "product", …], ["whole", a, n] for a whole part,
// ["if", test, a, b]; tests are ["yes", name], ["is", name, option], ["from", a, n], ["to", a, n], ["all" | "any", …],
// ["not", test]; ["named", name] is an expression that was defined before.

import { count } from "./days.mjs";

const name = (id) => id.replaceAll("-", "_");
const number = (value) => ["number", value];

export function translate(scheme) {
  const definitions = [];
  const days = new Map();
  const questions = new Map(scheme.question.map((question) => [question.id, question]));
  const define = (as, expression) => {
    definitions.push([as, expression]);
    return ["named", as];
  };

  /** A test of an answer, which fails where the question is not asked. */
  const asked = (id, test) => (questions.get(id).when ? ["all", ["named", `asked_${name(id)}`], test] : test);
  const answer = (id, value) =>
    questions.get(id).when ? ["if", ["named", `asked_${name(id)}`], value, number(0)] : value;

  /** What is counted between days is an input of its own, guarded by the questions that the days name. */
  function counted(what) {
    const as = `days_${days.size + 1}`;
    const known = [...days].find(([, other]) => JSON.stringify(other) === JSON.stringify(what));
    if (!known) days.set(as, what);
    const named = new Set([...JSON.stringify(what).matchAll(/"(?:answer|year|of)":"([^"]+)"/g)].map((match) => match[1]));
    return [...named].reduce((value, id) => answer(id, value), ["input", known ? known[0] : as]);
  }

  function amount(given) {
    const [[kind, of]] = Object.entries(given);
    switch (kind) {
      case "number": return answer(of, ["input", name(of)]);
      case "fixed": return number(of);
      case "years": return counted({ years: of });
      case "records": return counted({ records: of });
      case "sum": case "highest": case "lowest": return [kind, ...of.map(amount)];
      case "share": return ["whole", ["product", amount(of.of), answer(of.percent, ["input", name(of.percent)])], 100];
      case "times": return ["product", amount(of.of), number(of.by)];
    }
    throw new Error(`no engine is told of the amount ${kind}`);
  }

  function test(predicate) {
    const [[kind, of]] = Object.entries(predicate);
    switch (kind) {
      case "yes": return asked(of, ["yes", name(of)]);
      case "one-of": {
        const options = of.options.map((option) => ["is", name(of.question), option]);
        return asked(of.question, options.length === 1 ? options[0] : ["any", ...options]);
      }
      case "at-least": return ["from", amount(of.of), of.value];
      case "at-most": return ["to", amount(of.of), of.value];
      case "not-before": return ["from", counted({ notBefore: of }), 1];
      case "all": case "any": return [kind, ...of.map(test)];
      case "not": return ["not", test(of)];
    }
    throw new Error(`no engine is told of the test ${kind}`);
  }

  const choose = (rows, otherwise) => rows.reduceRight((rest, [test, points]) => ["if", test, number(points), rest], otherwise);

  /** The points of a formula, at least. */
  function points(score) {
    const [[kind, of]] = Object.entries(score);
    switch (kind) {
      case "fixed": return number(of);
      case "unknown": return number(of.low);
      case "cited": return points(of.of);
      case "sum": case "highest": return [kind, ...of.map(points)];
      case "either": return ["lowest", ...of.map(points)];
      case "capped": return ["lowest", points(of.of), number(of.cap)];
      case "when": return ["if", test(of.test), points(of.then), number(0)];
      case "rows": return choose(of.rows.map((row) => [test(row.when), row.points]), number(of.otherwise));
      case "options":
        return choose(of.rows.map((row) => [asked(of.of, ["is", name(of.of), row.option]), row.points]), number(0));
      case "steps":
        return choose(of.rows.map((row) => [["from", amount(of.of), row.from], row.points]).reverse(), number(0));
      case "each": {
        if (of.prorated) break;
        const each = ["product", of.each === 1 ? amount(of.of) : ["whole", amount(of.of), of.each], number(of.points)];
        return of.from > 0 ? ["if", ["from", amount(of.of), of.from], each, number(0)] : each;
      }
    }
    throw new Error(`no engine is told of the formula ${kind}`);
  }

  for (const { id, when } of scheme.question) if (when) define(`asked_${name(id)}`, test(when));
  const scored = new Map();
  for (const { id, score, cap } of scheme.indicator) {
    const own = points(score);
    scored.set(id, define(`points_${name(id)}`, cap === null ? own : ["lowest", own, number(cap)]));
  }
  const sums = scheme.together.map(({ indicators, keep }) => {
    if (keep !== "highest") throw new Error("no engine is told of what counts up to a limit");
    const members = indicators.map((id) => scored.get(id));
    indicators.forEach((id) => scored.delete(id));
    return ["highest", ...members];
  });
  const total = ["sum", ...sums, ...scored.values()];
  define("total", scheme.floor ? ["highest", total, number(scheme.floor.points)] : total);
  const conditions = scheme.condition.map(({ applies, needs }) =>
    applies ? ["any", ["not", test(applies)], test(needs)] : test(needs),
  );
  define("eligible", ["all", ...conditions]);

  /** The inputs of a person: nothing stands for what is not answered, since it is not asked. */
  function inputs(answers, on) {
    const inputs = {};
    for (const { id, kind } of scheme.question) {
      if (kind === "yes-no") inputs[name(id)] = answers[id] ?? false;
      else if (kind.choice) inputs[name(id)] = answers[id] ?? "";
      else if (kind.number) inputs[name(id)] = Number(answers[id] ?? 0);
    }
    for (const [as, what] of days) inputs[as] = count(what, answers, on);
    return inputs;
  }

  return { definitions, inputs };
}
