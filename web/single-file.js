// Starts the program from what stands in this very file: opened from a disk, a browser fetches nothing. The build
// puts the program in front of this, so that both are one script.
{
  const inside = async (name) => {
    const element = document.getElementById(name);
    if (!element) {
      return new Response(null, { status: 404 });
    }
    const packed = Uint8Array.from(atob(element.textContent), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")));
  };
  // The program asks for its rules as it would ask a site.
  window.fetch = inside;
  const part = (name) => inside(name).then((reply) => reply.arrayBuffer());
  const begun = part("program.wasm").then((wasm) => __wbg_init({ module_or_path: wasm }));
  window.fetchLater = () =>
    Promise.all([part("later.wasm"), begun]).then(([wasm, first]) => WebAssembly.instantiate(wasm, { first }));
  begun
    .catch((fault) => {
      console.error(fault);
      window.showFailure(fault);
    });
}
