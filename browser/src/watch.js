// Where a browser hands over no console, the page is watched from within: loaded before any script of its own.
{
  const faults = [];
  const note = (kind, what) => faults.push(`${kind}: ${String(what)}`);
  addEventListener(
    "error",
    (event) => note("error", event.error ?? event.message ?? event.target.src ?? event.target.href),
    true,
  );
  addEventListener("unhandledrejection", (event) => note("rejection", event.reason));
  addEventListener("securitypolicyviolation", (event) =>
    note("Content Security Policy", `${event.effectiveDirective} ${event.blockedURI}`),
  );
  for (const kind of ["error", "warn"]) {
    const real = console[kind].bind(console);
    console[kind] = (...said) => {
      note(`console.${kind}`, said.join(" "));
      real(...said);
    };
  }
  globalThis.takeFaults = () => faults.splice(0);
}
