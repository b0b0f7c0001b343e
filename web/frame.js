// The page in a frame of somebody else's page. It leaves out what that page has already (style/frame.css), takes the
// colour that its address names, opens links outside, and tells whom the frame belongs to,
// once asked, its height and where the person is led.
const root = document.documentElement;

const luminance = (colour) => {
  const [red, green, blue] = colour.map((part) =>
    part > 10.31 ? ((part / 255 + 0.055) / 1.055) ** 2.4 : part / 3294.6);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const mix = (from, to, part) => from.map((one, place) => Math.round(one + (to[place] - one) * part));

/** Red, green and blue; nothing where the text is no such colour. */
const read = (text) => {
  const digits = text?.trim().match(/^#?((?:[0-9a-f]{3}){1,2})$/i)?.[1];
  const parts = digits?.length === 3 ? digits.replace(/./g, "$&$&") : digits;
  return parts?.match(/../g).map((part) => parseInt(part, 16));
};

/** Sets a colour, as much darker or lighter as it takes to be read on every ground that words in it stand on. */
function paint(wanted) {
  const style = getComputedStyle(root);
  const [paper, sheet] = ["--paper", "--sheet"].map((name) => read(style.getPropertyValue(name)));
  const end = luminance(paper) > 0.2 ? [0, 0, 0] : [255, 255, 255];
  for (let step = 0; step <= 40; step += 1) {
    const accent = mix(wanted, end, step / 40);
    const wash = mix(sheet, accent, 0.1);
    if ([paper, sheet, wash].every((ground) => contrast(accent, ground) >= 4.5)) {
      root.style.setProperty("--host-accent", `rgb(${accent})`);
      root.style.setProperty("--host-wash", `rgb(${wash})`);
      root.dataset.accent = "";
      return;
    }
  }
}

/** Tells the page that asked the height, whenever it changes, and where the person is led. */
function follow(host, origin) {
  let [small, look] = [false, 0];
  const height = () => Math.ceil(document.body.getBoundingClientRect().height);
  const say = (words) => host.postMessage(words, origin === "null" ? "*" : origin);
  const fit = (fits) => {
    small = !fits;
    root.toggleAttribute("data-fitted", fits);
  };
  const fits = () => innerHeight >= height() - 1;
  const grow = () => {
    say(height());
    clearTimeout(look);
    // No bar beside what is about to fit; but a page that keeps its frame small must not cut anything off.
    if (!small) {
      fit(true);
      look = setTimeout(() => fit(fits()), 2000);
    }
  };
  addEventListener("resize", () => {
    if (fits()) fit(true);
  });
  // Where only the page itself puts the keyboard.
  addEventListener("focusin", ({ target }) => {
    if (target.tabIndex < 0) say({ top: target.getBoundingClientRect().top });
  });
  new ResizeObserver(grow).observe(document.body);
}

if (window.parent !== window) {
  root.dataset.framed = "";

  addEventListener("click", ({ target }) => {
    const link = target.closest("a[href]:not([download], .skip)");
    if (link) {
      link.target = "_blank";
      link.rel = "noopener";
      if (link.id === "whole") link.href = location.pathname + location.hash;
    }
  }, true);

  const wanted = read(new URLSearchParams(location.search).get("accent"));
  if (wanted) {
    paint(wanted);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => paint(wanted));
  }

  let asked = false;
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== window.parent) return;
    if (data === "jifen" && !asked) {
      asked = true;
      follow(source, origin);
    }
    // How far down this frame can be seen; a length and nothing else.
    if (asked && Number.isFinite(data)) root.style.setProperty("--seen", `${data}px`);
  });
  // Says nothing but that somebody listens here, since anybody may be around it.
  window.parent.postMessage("jifen", "*");
}
