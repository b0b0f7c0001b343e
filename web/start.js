// Loads and starts the program. The build writes the names of its files into the page.
const program = document.querySelector('meta[name="program"]');
const addressOf = (name) => new URL(name, document.baseURI);

// Gives the address together with the fault: a person who reports it can then be helped.
async function bytes(url, how) {
  const reply = await fetch(url, how);
  if (!reply.ok) {
    throw new Error(`${reply.status} ${url}`);
  }
  return reply;
}

let begin;
const begun = new Promise((resolve) => { begin = resolve; });
let later;
// Asked for again, a file that was no good is not taken from where browsers keep files.
let again;

// What the first screen does without; the program asks for it once it can be answered. One that was built quickly is whole.
window.fetchLater = () => {
  if (!later && program.dataset.later) {
    later = bytes(addressOf(program.dataset.later), again)
      .then((reply) => Promise.all([reply.arrayBuffer(), begun]))
      .then(([part, first]) => WebAssembly.instantiate(part, { first }));
    later.catch(() => {
      later = undefined;
      again = { cache: "reload" };
    });
  }
  return Promise.resolve(later);
};

// What can be read is painted before anything large is asked for. A page that nobody looks at has no frames.
const painted = new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve, 0));
  setTimeout(resolve, 250);
});

async function start() {
  await painted;
  const wasm = bytes(addressOf(program.dataset.wasm));
  // Waited for later; a failure must not be reported twice in the meantime.
  wasm.catch(() => {});
  const { default: run } = await import(addressOf(program.content));
  begin(await run({ module_or_path: wasm }));
}

start().catch((fault) => {
  console.error(fault);
  window.showFailure(fault);
});
