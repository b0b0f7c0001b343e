// Where the keyboard focus is, and whether a person can see that.
const active = document.activeElement;
if (!active || active === document.body) {
  return null;
}
const question = active.closest("[data-question]");
const fields = question ? [...question.querySelectorAll("input[type=text]")] : [];
const radios = question ? [...question.querySelectorAll("input[type=radio]")] : [];
// A radio button is drawn by what stands beside it.
const drawn = active.matches("input[type=radio], input[type=checkbox]") ? active.closest("label") : active;
const outlined = [active, active.nextElementSibling, drawn].filter(Boolean).some((element) => {
  const style = getComputedStyle(element);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
});
const box = drawn.getBoundingClientRect();
const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
const top = document.elementFromPoint(x, y);
return {
  id: active.id,
  tag: active.tagName.toLowerCase(),
  inputType: active.type || "",
  role: active.getAttribute("role") || "",
  text: (active.getAttribute("aria-label") || (active.closest("label") || drawn).innerText || "").trim().slice(0, 60),
  question: question ? question.dataset.question : "",
  noneOf: active.dataset.noneOf || "",
  fieldIndex: fields.indexOf(active),
  values: radios.map((radio) => radio.value),
  inForm: !!active.closest("#form"),
  inResult: !!active.closest("#result"),
  outlined,
  visible: !!top && (drawn.contains(top) || top.contains(drawn)),
  order: [...document.querySelectorAll("*")].indexOf(active),
  top: Math.round(box.top + scrollY),
  bottom: Math.round(box.bottom + scrollY),
};
