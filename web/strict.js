// Shuts what only old browsers need open. Before they knew a word for WebAssembly alone, a page that forbade the evaluation
// of text forbade its program as well, so the page's own policy allows both; where the narrower word is known, a second
// policy takes the wider one back, and of two policies both hold. What is asked for came to each engine after that word.
if (window.CSS && CSS.supports("container-type", "inline-size")) {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "script-src 'self' 'wasm-unsafe-eval'";
  document.head.appendChild(policy);
}
