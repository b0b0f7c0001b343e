// Use without a network, for those who ask for it: registers the worker, or takes it away with all that it keeps. What
// holds stands on the root as data-offline, and the style sheet shows the words for it. A page in a frame, or one that
// no server gave, has no such mark and offers nothing.
const root = document.documentElement;
// This script stands in the folder of the site.
const scope = new URL("./", import.meta.url).href;
const version = document.querySelector('meta[name="version"]').content;
const workers = window.top === window && location.protocol.startsWith("http") ? navigator.serviceWorker : undefined;

const show = (state) => {
  root.dataset.offline = state;
};

function tell({ installing, waiting, active }) {
  if (active) {
    show(waiting ? "new" : "kept");
  } else {
    show(installing || waiting ? "busy" : "failed");
  }
}

/** Watches a worker on its way. */
function follow(registration, worker) {
  const replaces = registration.active !== null;
  worker?.addEventListener("statechange", () => {
    if (worker.state === "activated" && replaces) {
      // Asked for, here or in another tab. The answers are in the address.
      location.reload();
    } else if (worker.state === "activated") {
      worker.postMessage(version);
    }
    // What is removed ends too, and that is no failure.
    if (root.dataset.offline !== "off") {
      tell(registration);
    }
  });
}

function watch(registration) {
  registration.addEventListener("updatefound", () => follow(registration, registration.installing));
  follow(registration, registration.installing);
  follow(registration, registration.waiting);
  tell(registration);
}

async function look() {
  const registration = await workers.getRegistration(scope);
  return registration?.scope === scope ? registration : undefined;
}

/** Lets a worker that is there already keep the files. */
function refill(worker) {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => (data ? resolve() : reject());
    worker.postMessage("keep", [port2]);
  });
}

async function keep() {
  show("busy");
  const registration = await workers.register(`${scope}worker.js`);
  if (registration.active) {
    // A worker that was removed while a page still used it comes back as it was, with nothing kept.
    await refill(registration.active);
  }
  watch(registration);
}

async function remove(then) {
  const registration = await look();
  await registration?.unregister();
  const names = await caches.keys();
  const ours = names.filter((name) => name.startsWith(`jifen ${scope} `));
  await Promise.all(ours.map((name) => caches.delete(name)));
  show(then);
}

if (workers) {
  document.addEventListener("click", ({ target }) => {
    const state = root.dataset.offline;
    if (target.closest("#renew")) {
      look().then((registration) => registration?.waiting?.postMessage("take over"));
    } else if (target.closest("#offline") && state !== "busy") {
      const there = state === "kept" || state === "new";
      const change = there ? remove("off") : keep().catch(() => remove("failed"));
      change.catch(() => show("failed"));
    }
  });
  // A browser that forbids it has nothing to offer.
  look().then((registration) => (registration ? watch(registration) : show("off")), () => {});
}
