// The same rules for other engines, each as it is best used: read once, then asked for one person after the other.

import { createRequire } from "node:module";
import { join } from "node:path";

/** Takes a package out of the folder that it was installed to. */
const take = (folder, name) => createRequire(join(folder, "engines.js"))(name);

/** Writes an expression with what an engine writes for each kind of it. */
const write = (writers) => {
  const written = ([kind, ...parts]) => writers[kind](...parts.map((part) => (Array.isArray(part) ? written(part) : part)));
  return written;
};

/** What JavaScript and ZEN write alike. */
const text = {
  number: (value) => `(${value})`,
  sum: (...all) => `(${all.join(" + ")})`,
  product: (...all) => `(${all.join(" * ")})`,
  if: (test, one, other) => `(${test} ? ${one} : ${other})`,
  from: (amount, least) => `${amount} >= ${least}`,
  to: (amount, most) => `${amount} <= ${most}`,
};

export function javascript({ definitions }) {
  const written = write({
    ...text,
    input: (name) => `input.${name}`,
    yes: (name) => `input.${name}`,
    is: (name, option) => `input.${name} === "${option}"`,
    named: (name) => name,
    whole: (amount, each) => `Math.floor(${amount} / ${each})`,
    highest: (...all) => `Math.max(${all})`,
    lowest: (...all) => `Math.min(${all})`,
    all: (...tests) => `(${tests.join(" && ")})`,
    any: (...tests) => `(${tests.join(" || ")})`,
    not: (test) => `!(${test})`,
  });
  const lines = definitions.map(([name, expression]) => `const ${name} = ${written(expression)};`);
  return new Function("input", `"use strict";\n${lines.join("\n")}\nreturn { total, eligible };`);
}

export function zen({ definitions }, folder) {
  const { ZenEngine } = take(folder, "@gorules/zen-engine");
  const written = write({
    ...text,
    input: (name) => name,
    yes: (name) => name,
    is: (name, option) => `${name} == '${option}'`,
    named: (name) => `$.${name}`,
    whole: (amount, each) => `floor(${amount} / ${each})`,
    highest: (...all) => `max([${all}])`,
    lowest: (...all) => `min([${all}])`,
    all: (...tests) => `(${tests.join(" and ")})`,
    any: (...tests) => `(${tests.join(" or ")})`,
    not: (test) => `(not (${test}))`,
  });
  const expressions = definitions.map(([key, expression]) => ({ id: key, key, value: written(expression) }));
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: "in", name: "in", type: "inputNode" },
      { id: "rules", name: "rules", type: "expressionNode", content: { expressions } },
      { id: "out", name: "out", type: "outputNode" },
    ],
    edges: [
      { id: "first", type: "edge", sourceId: "in", targetId: "rules" },
      { id: "last", type: "edge", sourceId: "rules", targetId: "out" },
    ],
  });
  return async (input) => (await decision.evaluate(input)).result;
}

export function jsonLogic({ definitions }, folder) {
  const logic = take(folder, "json-logic-js");
  const known = new Map();
  const written = write({
    number: (value) => value,
    input: (name) => ({ var: name }),
    yes: (name) => ({ var: name }),
    is: (name, option) => ({ "===": [{ var: name }, option] }),
    // It has no names for what was computed before.
    named: (name) => known.get(name),
    sum: (...all) => ({ "+": all }),
    product: (...all) => ({ "*": all }),
    whole: (amount, each) => ({ "/": [{ "-": [amount, { "%": [amount, each] }] }, each] }),
    highest: (...all) => ({ max: all }),
    lowest: (...all) => ({ min: all }),
    if: (...parts) => ({ if: parts }),
    from: (amount, least) => ({ ">=": [amount, least] }),
    to: (amount, most) => ({ "<=": [amount, most] }),
    all: (...tests) => ({ and: tests }),
    any: (...tests) => ({ or: tests }),
    not: (test) => ({ "!": [test] }),
  });
  for (const [name, expression] of definitions) known.set(name, written(expression));
  const [total, eligible] = [known.get("total"), known.get("eligible")];
  return (input) => ({ total: logic.apply(total, input), eligible: logic.apply(eligible, input) });
}

export function publicodes({ definitions, inputs }, folder) {
  const Engine = take(folder, "publicodes").default;
  const rules = {};
  // What stands at a side of an operator has to have a name, and so has one of several within several.
  const side = (operand) => {
    if (/^\w+$|^-?\d/.test(operand)) return operand;
    const name = `part_${Object.keys(rules).length}`;
    rules[name] = { valeur: operand };
    return name;
  };
  const value = (input) => (typeof input === "string" ? `'${input}'` : typeof input === "number" ? input : input ? "oui" : "non");
  const written = write({
    number: (value) => value,
    input: (name) => name,
    yes: (name) => name,
    is: (name, option) => `${name} = '${option}'`,
    named: (name) => name,
    sum: (...all) => ({ somme: all }),
    product: (one, other) => `${side(one)} * ${side(other)}`,
    whole: (amount, each) => `${side(amount)} // ${each}`,
    highest: (...all) => side({ "le maximum de": all }),
    lowest: (...all) => side({ "le minimum de": all }),
    if: (test, one, other) => ({ variations: [{ si: test, alors: one }, { sinon: other }] }),
    from: (amount, least) => `${side(amount)} >= ${least}`,
    to: (amount, most) => `${side(amount)} <= ${most}`,
    all: (...tests) => ({ "toutes ces conditions": tests }),
    any: (...tests) => ({ "une de ces conditions": tests }),
    not: (test) => `${side(test)} = non`,
  });
  for (const [name, input] of Object.entries(inputs({}, "2000-01-01"))) rules[name] = { "par défaut": value(input) };
  for (const [name, expression] of definitions) rules[name] = { valeur: written(expression) };
  const engine = new Engine(rules, { logger: { log() {}, warn() {}, error: console.error } });
  return (input) => {
    engine.setSituation(Object.fromEntries(Object.entries(input).map(([name, given]) => [name, value(given)])));
    return { total: engine.evaluate("total").nodeValue, eligible: engine.evaluate("eligible").nodeValue };
  };
}
