// Serves the files of one build of this site, all of them or none. In front of this the build writes VERSION, and FILES:
// the path of every file, and the digest of its content.
const OURS = `jifen ${registration.scope} `;
const KEPT = OURS + VERSION;

const address = (path) => new URL(path, registration.scope).href;

/** The path under which a file is kept; nothing where it is none of ours. */
function pathOf(url) {
  const plain = url.split(/[?#]/)[0];
  const path = plain.slice(registration.scope.length).replace(/(^|\/)index\.html$/, "$1");
  return plain.startsWith(registration.scope) && FILES.has(path) ? path : undefined;
}

async function keep() {
  try {
    const cache = await caches.open(KEPT);
    await Promise.all([...FILES].map(async ([path, integrity]) => {
      // In the middle of a deploy a file may be of another build: its digest tells, and nothing is kept.
      const reply = await fetch(address(path), { integrity, cache: "no-cache" });
      const headers = { "Content-Type": reply.headers.get("Content-Type") ?? "" };
      // Made anew: browsers refuse to open what was once sent on to another address.
      await cache.put(address(path), new Response(await reply.blob(), { headers }));
    }));
  } catch (fault) {
    await caches.delete(KEPT);
    throw fault;
  }
}

async function forgetOthers() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(OURS) && name !== KEPT);
  await Promise.all(others.map((name) => caches.delete(name)));
}

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(forgetOthers()));

addEventListener("fetch", (event) => {
  const path = event.request.method === "GET" ? pathOf(event.request.url) : undefined;
  if (path !== undefined) {
    const kept = caches.match(address(path), { cacheName: KEPT });
    event.respondWith(kept.then((reply) => reply ?? fetch(event.request)));
  }
});

addEventListener("message", (event) => {
  const { data, ports } = event;
  if (data === "take over") {
    skipWaiting();
  } else if (data === "keep") {
    const tell = (done) => () => ports[0].postMessage(done);
    event.waitUntil(keep().then(tell(true), tell(false)));
  } else if (data === VERSION) {
    // Only a page of this very build is served from now on; an older one goes on with the files it began with.
    clients.claim();
  }
});
