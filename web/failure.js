// Shows what to do when the page cannot start, or stops. Written so that any browser with
// JavaScript at all runs it, also those that know no modules.
(function () {
  "use strict";
  var shown = false;
  // The folder of the site, where this script stands; where the page is one file, that of the page.
  var script = document.currentScript;
  var folder = String((script && script.src) || document.baseURI).replace(/[^/]*([?#].*)?$/, "");

  function show(reason) {
    var box = document.getElementById("failure");
    if (shown || !box) {
      return;
    }
    shown = true;
    var detail = document.getElementById("failure-detail");
    if (detail && reason) {
      detail.appendChild(document.createTextNode(String(reason)));
    }
    box.removeAttribute("hidden");
    // Nothing there works; a person with a screen reader is not to be led into it.
    document.getElementById("app").setAttribute("inert", "");
    document.getElementById("app").removeAttribute("aria-busy");
  }

  // web/start.js reports here.
  window.showFailure = show;

  // Whether the program has not taken over yet, so that nothing can be answered.
  function waiting() {
    var app = document.getElementById("app");
    return !app || app.hasAttribute("aria-busy");
  }

  // The program stopped for good: a page that no longer answers must say so.
  function stopped(fault) {
    if (window.WebAssembly && fault instanceof WebAssembly.RuntimeError) {
      show(fault);
    }
  }

  // The browser is too old to read a script of this site; those that others put into the page are none of it.
  function unreadable(event) {
    var own = String(event.filename).indexOf(folder) === 0;
    return event.error instanceof SyntaxError && own && waiting();
  }

  window.addEventListener("unhandledrejection", function (event) {
    stopped(event.reason);
  });
  // A script that did not arrive sends an event that does not bubble, hence the capture.
  window.addEventListener("error", function (event) {
    var target = event.target;
    if (target && target.tagName === "SCRIPT") {
      show("not loaded: " + target.src);
    } else if (unreadable(event)) {
      show(event.error);
    } else {
      stopped(event.error);
    }
  }, true);

  function openAgain() {
    location.reload();
  }

  // What hangs tells nobody: a person who waits is told that it goes on, then what else can be done.
  function tell(id) {
    var part = document.getElementById(id);
    if (part && !shown && waiting()) {
      part.removeAttribute("hidden");
    }
  }
  setTimeout(function () { tell("slow"); }, 2000);
  setTimeout(function () { tell("very-slow"); }, 10000);
  var again = document.querySelectorAll(".open-again");
  for (var place = 0; place < again.length; place += 1) {
    again[place].onclick = openAgain;
  }

  if (!("noModule" in document.createElement("script"))) {
    show("no JavaScript modules");
  } else if (!window.WebAssembly) {
    show("no WebAssembly");
  }
})();
