// Ends the use without a network for everybody: deployed under the name of worker.js, it takes the place of the worker
// that people have, deletes what that one kept, and takes itself away.
async function leave() {
  const ours = `jifen ${registration.scope} `;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(ours)).map((name) => caches.delete(name)));
  await registration.unregister();
}

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));
