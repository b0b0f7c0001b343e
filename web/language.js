// Says before the first paint which language the page will be in, and whether it will be of another city or language than its
// file: web/early.js fetches what to paint then, and what stands there is not shown until it is here. `data-page` is the path of
// a page of its own: what that names comes before what the device remembers. page/src/mount.rs decides in the same way.
(function () {
  "use strict";
  var root = document.documentElement;
  var file = root.lang;
  var page = root.getAttribute("data-page");
  var address = location.hash;
  if (address.indexOf("=") < 0) {
    try {
      address = localStorage.getItem("jifen") || "";
    } catch (refused) {
      address = "";
    }
    if (page !== null) {
      address = address.replace(page === "en/" ? /([#&])l=[^&]*/ : /([#&])[sel]=[^&]*/g, "$1");
    }
  }
  var named = /[#&]l=(zh|en)(&|$)/.exec(address);
  var spoken = (navigator.languages || []).filter(function (tag) {
    return /^(zh|en)/.test(tag);
  });
  var preferred = navigator.languages && navigator.languages.length ? spoken[0] || "en" : "zh";
  var wanted = named ? named[1] : page === null ? preferred : file;
  root.lang = wanted.indexOf("en") === 0 ? "en" : "zh-Hans";
  if (root.lang !== file || /[#&]s=[a-z_]/.test(address)) {
    root.setAttribute("data-paint", file);
  }
  window.openingAddress = address;
})();
