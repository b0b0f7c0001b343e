// Loads and starts the program. The build writes the names of its two files into the page.
const program = document.querySelector('meta[name="program"]');
const address = (name) => new URL(name, document.baseURI);

// Gives the address together with the fault: a person who reports it can then be helped.
async function bytes(url) {
  const reply = await fetch(url);
  if (!reply.ok) {
    throw new Error(`${reply.status} ${url}`);
  }
  return reply;
}

try {
  const wasm = bytes(address(program.dataset.wasm));
  // Waited for later; a failure must not be reported twice in the meantime.
  wasm.catch(() => {});
  const { default: start } = await import(address(program.content));
  await start({ module_or_path: wasm });
} catch (fault) {
  console.error(fault);
  window.showFailure(fault);
}
