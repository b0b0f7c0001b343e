// Shows what to do when the page cannot start, or stops. Written so that any browser with
// JavaScript at all runs it, also those that know no modules.
(function () {
  "use strict";
  var shown = false;

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
    var retry = document.getElementById("failure-retry");
    retry.onclick = function () {
      location.reload();
    };
  }

  // web/start.js reports here.
  window.showFailure = show;

  // The program stopped for good: a page that no longer answers must say so.
  function stopped(fault) {
    if (window.WebAssembly && fault instanceof WebAssembly.RuntimeError) {
      show(fault);
    }
  }

  window.addEventListener("unhandledrejection", function (event) {
    stopped(event.reason);
  });
  // A script that did not arrive sends an event that does not bubble, hence the capture.
  window.addEventListener("error", function (event) {
    var target = event.target;
    if (target && target.tagName === "SCRIPT") {
      show("not loaded: " + target.src);
    } else {
      stopped(event.error);
    }
  }, true);

  if (!("noModule" in document.createElement("script"))) {
    show("no JavaScript modules");
  } else if (!window.WebAssembly) {
    show("no WebAssembly");
  }
})();
