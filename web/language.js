// Says before the first paint which language the page will be in: what stands in its file is Chinese, and is not shown to
// somebody who will read English a moment later. page/src/mount.rs decides in the same way.
(function () {
  "use strict";
  var address = location.hash;
  if (address.indexOf("=") < 0) {
    try {
      address = localStorage.getItem("jifen") || "";
    } catch (refused) {
      address = "";
    }
  }
  var named = /[#&]l=(zh|en)(&|$)/.exec(address);
  var spoken = (navigator.languages || []).filter(function (tag) {
    return /^(zh|en)/.test(tag);
  });
  var preferred = navigator.languages && navigator.languages.length ? spoken[0] || "en" : "zh";
  if ((named ? named[1] : preferred).indexOf("en") === 0) {
    document.documentElement.lang = "en";
  }
})();
