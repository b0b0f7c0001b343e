// What there is to see and to do before the program is there. On a slow line the page is read long before: what is painted is
// the city and the language that were asked for, and its fields take answers at once. What was chosen, typed and pressed is
// done again, in its order, when the program has taken over.
const root = document.documentElement;
const app = document.getElementById("app");
const done = new Map();
let last;
let leads;

/** What the address says by a letter: the city, the edition. */
function named(letter, address) {
  const found = new RegExp(`[#&]${letter}=([a-z0-9_-]+)(&|$)`).exec(address);
  return found && found[1];
}

const painted = () => app.querySelector("[data-scheme]");
const edition = () => app.querySelector("#edition");

/** Puts what is asked for in the place of what stands in the file: what stands in the page of that city and language. */
async function paint(address) {
  const [shown, file] = [painted().dataset.scheme, root.dataset.paint];
  const scheme = named("s", address) || shown;
  if (!file || file === root.lang && scheme === shown || !app.dataset.painted.split(",").includes(scheme)) return;
  // Kept for use without a network, the program is there as soon as this would be.
  if (navigator.serviceWorker && navigator.serviceWorker.controller) return;
  // From this script, which stands in the folder of the site.
  const page = new URL(`${scheme}/${root.lang === "en" ? "en/" : ""}`, import.meta.url);
  const reply = await fetch(page);
  if (!reply.ok) return;
  const other = new DOMParser().parseFromString(await reply.text(), "text/html");
  const paint = other.getElementById("app");
  paint.querySelectorAll("a:not(.skip)").forEach((link) => (link.href = new URL(link.getAttribute("href"), page)));
  if (!app.hasAttribute("aria-busy")) return;
  app.innerHTML = paint.innerHTML;
  document.title = other.title;
}

/** Whether nothing is still to come that would take an answer away: other answers, another city or edition. */
function expected(address) {
  const answers = address.split(/[#&]/).some((part) => part && !/^[vsle]=/.test(part));
  const other = (letter, here) => named(letter, address) && named(letter, address) !== here;
  return !answers && !other("s", painted().dataset.scheme) && !(edition() && other("e", edition().dataset.edition));
}

const parts = (of, names) => Array.from(of.querySelectorAll(names));
const FIELDS = "input, select, textarea";

/** Where something stands: the question or else the whole page, and its place among all of its kind there. */
function placeOf(one, names) {
  const question = one.closest("[data-question]");
  const id = question && question.dataset.question;
  return { id, names, place: parts(question || app, names).indexOf(one) };
}

function thereAt({ id, names, place }) {
  const within = id ? app.querySelector(`[data-question="${id}"]`) : app;
  return within && parts(within, names)[place];
}

/** Says how something is done again; of several times the last one counts. */
function note(key, again) {
  done.delete(key);
  done.set(key, again);
}

function noteField({ target }) {
  const at = placeOf(target, FIELDS);
  const ticked = target.type === "radio" || target.type === "checkbox";
  // Of several options the last one counts.
  note(target.type === "radio" ? `${at.id} ${target.name}` : `${at.id} ${at.place}`, () => {
    const field = thereAt(at);
    if (field && ticked && field.checked !== target.checked) {
      field.click();
    } else if (field && !ticked) {
      field.value = target.value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
}

function notePress({ target }) {
  const button = target.closest("button");
  if (!button) return;
  const named = Array.from(button.attributes).filter(({ name }) => name === "id" || name.startsWith("data-"));
  const selector = named.map(({ name, value }) => `[${name}="${value}"]`).join("");
  const at = placeOf(button, "button");
  const again = () => {
    const there = selector ? app.querySelector(`button${selector}`) : thereAt(at);
    if (there) there.click();
  };
  // What leads elsewhere comes last: it would take the fields away that answers are for.
  if (button.closest("#form")) note(`button ${selector || [at.id, at.place]}`, again);
  else leads = again;
}

function noteKeyboard({ target }) {
  last = target.closest("[data-question]") && placeOf(target, FIELDS);
}

function doAgain() {
  Array.from(done.values()).forEach((again) => again());
  const field = last && thereAt(last);
  if (field && (document.activeElement === document.body || !document.activeElement)) field.focus();
  // When what is typed counts.
  if (leads) setTimeout(leads, 1000);
}

function takeAnswers() {
  const notes = [["input", noteField], ["change", noteField], ["click", notePress], ["focusin", noteKeyboard]];
  notes.forEach(([name, note]) => app.addEventListener(name, note));
  app.removeAttribute("inert");
  const slow = document.getElementById("slow");
  slow.dataset.early = "";
  // The form is what the page is for now.
  slow.setAttribute("role", "complementary");
  new MutationObserver((_, observer) => {
    if (app.hasAttribute("aria-busy")) return;
    observer.disconnect();
    notes.forEach(([name, note]) => app.removeEventListener(name, note));
    // When what the program draws first stands.
    if (!app.hasAttribute("inert")) setTimeout(doAgain, 0);
  }).observe(app, { attributes: true, attributeFilter: ["aria-busy"] });
}

const address = window.openingAddress;
// Something to read, if it is what nobody asked for, is more than nothing.
setTimeout(() => delete root.dataset.paint, 5000);
// Whatever goes wrong here, the program draws it all.
paint(address).catch(() => {}).then(() => {
  delete root.dataset.paint;
  if (app.hasAttribute("aria-busy") && expected(address)) takeAnswers();
});
