// What a person sees of the page now, found by its hooks.
const one = (selector) => document.querySelector(selector);
const all = (selector) => [...document.querySelectorAll(selector)];
const text = (element) => (element ? element.innerText.replace(/\s+/g, " ").trim() : "");
const item = (hook) => (element) => ({
  id: element.dataset[hook],
  state: element.dataset.state || "",
  points: element.dataset.points || "",
  counted: element.dataset.counted || "",
  text: text(element.querySelector("summary")),
  whole: text(element),
});
const page = one("[data-scheme]");
const summary = one("#summary");
return {
  ready: !one("#app[inert], #app[aria-busy]") && !!one("#app > [data-scheme]"),
  // The guide comes after the rules, the outlook after a pause.
  settled: (!one("#guide") || !!one("#guide [data-part]"))
    && (!one("#result:not([data-verdict=none])") || !!one("#plan")),
  language: document.documentElement.lang,
  title: document.title,
  hash: location.hash,
  scheme: page ? page.dataset.scheme : "",
  verdict: one("#result") ? one("#result").dataset.verdict : "",
  low: summary ? summary.dataset.totalLow : "",
  high: summary ? summary.dataset.totalHigh : "",
  summary: text(summary),
  headline: text(one("#headline")),
  result: text(one("#result")),
  form: text(one("#form")),
  spoken: one("#spoken") ? one("#spoken").textContent.trim() : "",
  problems: text(one("#troubles")),
  conditions: all("[data-condition]").map(item("condition")),
  indicators: all("[data-indicator]").map(item("indicator")),
  asked: all("[data-question]").map((question) => question.dataset.question),
  answered: all('[data-question][data-answered="true"]').map((question) => question.dataset.question),
  body: text(document.body),
};
