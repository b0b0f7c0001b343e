// Writes the code that puts the estimator into a page, and shows what it does.
const site = new URL("./", location.href);
const find = (id) => document.getElementById(id);
const [form, code, copied] = ["choices", "code", "copied"].map(find);
const usual = find("accent").defaultValue;

/** What was chosen, without what holds anyhow. */
function chosen() {
  const { kind, scheme, language, accent, width } = Object.fromEntries(new FormData(form));
  const given = { scheme };
  if (language !== "zh") given.language = language;
  if (accent !== usual) given.accent = accent;
  return { kind, given, width };
}

const attributes = (given, before) =>
  Object.entries(given).map(([name, value]) => ` ${before}${name}="${value}"`).join("");

/** A frame that needs no script. */
function plain({ scheme, language, accent }) {
  const frame = document.createElement("iframe");
  const query = accent ? `?accent=${accent.slice(1)}` : "";
  frame.src = `${site}${query}#v=2&s=${scheme}${language ? `&l=${language}` : ""}`;
  frame.title = language === "en" ? "Points estimator" : "积分估算";
  frame.loading = "lazy";
  frame.width = "100%";
  frame.height = "700";
  return frame;
}

function element(given) {
  const made = document.createElement("jifen-estimator");
  Object.entries(given).forEach(([name, value]) => made.setAttribute(name, value));
  return made;
}

function show() {
  const { kind, given, width } = chosen();
  const script = (more) => `<script async src="${site}embed.js"${more}></script>`;
  code.textContent = {
    script: () => script(attributes(given, "data-")),
    element: () => `<jifen-estimator${attributes(given, "")}></jifen-estimator>\n${script("")}`,
    plain: () => plain(given).outerHTML,
  }[kind]();
  copied.textContent = "";
  const preview = find("preview");
  preview.style.width = `${width}px`;
  const wanted = kind + JSON.stringify(given);
  if (preview.dataset.shows !== wanted) {
    preview.dataset.shows = wanted;
    preview.replaceChildren(kind === "plain" ? plain(given) : element(given));
  }
}

find("copy").addEventListener("click", async () => {
  let told = copied.dataset.copied;
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    getSelection().selectAllChildren(code);
    told = copied.dataset.selected;
  }
  copied.textContent = told;
});
form.addEventListener("change", show);
form.addEventListener("submit", (event) => event.preventDefault());
find("policy").textContent = `script-src ${site.origin}; frame-src ${site.origin}`;
find("configurator").hidden = false;
show();
