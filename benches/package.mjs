// How long an assessment and advice take in WebAssembly, through the JavaScript package: what goes in and comes out
// as plain objects is part of the time.  node benches/package.mjs target/package
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const folder = pathToFileURL(`${process.argv[2]}/`);
const { default: init, assess, advise } = await import(new URL("jifen.js", folder));
await init({ module_or_path: await readFile(new URL("jifen_bg.wasm", folder)) });

const person = {
  "birth-date": "1990-01-01", education: "associate", "education-accepted": true, "skill-level": "none",
  "professional-title": "none", "insured-months": 36, "insured-now": true, "insured-months-of-12": 11,
  "base-months-08-of-48": 0, "spouse-local": false, "recent-full-time-graduate": false, "shortage-major": false,
  honour: "none", "public-service-months": 0, "suburb-months": 0, entrepreneur: false, "innovation-agent": false,
  "owns-company": false, "detention-records": ["2024-05-01"], "crime-records": [], "serious-crime": false,
  "false-filing-records": [], "residence-permit": "valid", household: "elsewhere", "employer-files": true,
  "outside-branch": false, "insured-elsewhere": false,
};
const on = { on: "2026-11-24" };

/** The median of many runs, in microseconds. */
function median(runs, work) {
  for (let warm = 0; warm < runs / 10; warm += 1) work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) * 1000;
  });
  return times.sort((one, other) => one - other)[runs >> 1].toFixed(0);
}

console.log(`assess, in and out of JavaScript: ${median(2000, () => assess("shanghai", person, on))} µs`);
console.log(`advise, in and out of JavaScript: ${median(200, () => advise("shanghai", person, on))} µs`);
