// A form for any scheme, made from its questions, and what the answers come to.
/** @import { Answers, JifenError, Question } from "./node_modules/jifen/jifen.js" */
import init, { assess, questions, schemes } from "./node_modules/jifen/jifen.js";

/** @type {[HTMLSelectElement, HTMLInputElement, HTMLFormElement, HTMLOutputElement, HTMLUListElement]} */
const [scheme, on, form, result, faults] = /** @type {any} */ (
  ["scheme", "on", "answers", "result", "faults"].map((id) => document.getElementById(id))
);

/** @param {boolean | string} value @param {string} words */
const option = (value, words) => new Option(words, JSON.stringify(value));

/** The field of a question. What stands in it is JSON, and nothing where it is not answered. @param {Question} question */
function field(question) {
  const { id, kind, ask } = question;
  const field = document.createElement(kind === "yes-no" || kind === "choice" ? "select" : "input");
  if (kind === "yes-no") {
    field.append(new Option("", ""), option(true, "是"), option(false, "否"));
  } else if (kind === "choice") {
    field.append(new Option("", ""), ...question.options.map((one) => option(one.id, one.zh)));
  } else {
    field.setAttribute("type", kind === "date" ? "date" : "text");
  }
  field.name = id;
  const label = document.createElement("label");
  label.append(ask.zh, " ", field);
  const line = document.createElement("p");
  line.append(label);
  return line;
}

/** What was answered: numbers and days as they were typed, a list of days separated by spaces. @returns {Answers} */
function answers() {
  const typed = new FormData(form);
  const given = asked.map(({ id, kind }) => {
    const value = String(typed.get(id));
    if (value === "") return [id, null];
    if (kind === "yes-no" || kind === "choice") return [id, JSON.parse(value)];
    if (kind === "dates") return [id, value.split(" ")];
    return [id, kind === "number" ? Number(value) : value];
  });
  return Object.fromEntries(given);
}

/** @type {Question[]} */
let asked = [];

function show() {
  faults.replaceChildren();
  try {
    const { total, verdict } = assess(scheme.value, answers(), { on: on.value });
    const points = total.low === total.high ? total.low : `${total.low}–${total.high}`;
    result.value = `${points}: ${verdict}`;
  } catch (caught) {
    const error = /** @type {JifenError} */ (caught);
    result.value = error.code;
    for (const { message } of error.faults ?? [error]) {
      const line = document.createElement("li");
      line.textContent = message;
      faults.append(line);
    }
  }
}

function open() {
  asked = questions(scheme.value);
  form.replaceChildren(...asked.map(field));
  show();
}

await init();
scheme.append(...schemes().map((one) => new Option(`${one.city.name.zh} ${one.name.zh}`, one.id)));
scheme.addEventListener("change", open);
on.addEventListener("change", show);
form.addEventListener("change", show);
open();
