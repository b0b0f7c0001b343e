// Puts the estimator into somebody's page: see embed.html beside this file.
(() => {
  const script = document.currentScript;
  const site = new URL("./", script.src);
  const name = "jifen-estimator";

  class Estimator extends HTMLElement {
    connectedCallback() {
      // Also a frame that was moved begins anew.
      this.listens = false;
      if (this.frame) return;
      const [scheme, language, accent] = ["scheme", "language", "accent"].map((key) => this.getAttribute(key));
      const english = language === "en";
      const address = new URL(site);
      address.search = accent ? `accent=${accent}` : "";
      address.hash = `v=2${scheme ? `&s=${scheme}` : ""}&l=${english ? "en" : "zh"}`;
      const frame = (this.frame = document.createElement("iframe"));
      frame.title = english ? "Points estimator" : "积分估算";
      frame.loading = "lazy";
      frame.style.cssText = "display:block;width:100%;height:40rem;border:0";
      frame.src = address;
      this.append(frame);
    }
  }

  if (!customElements.get(name)) {
    customElements.define(name, Estimator);
    // How far down each frame can be seen, so that its bar stands at the end of the screen.
    const show = () => {
      for (const { frame, listens } of document.querySelectorAll(name)) {
        if (listens) frame.contentWindow?.postMessage(innerHeight - frame.getBoundingClientRect().top, site.origin);
      }
    };
    for (const kind of ["scroll", "resize"]) addEventListener(kind, show, { capture: true, passive: true });
    addEventListener("message", ({ source, origin, data }) => {
      for (const element of document.querySelectorAll(name)) {
        const { frame } = element;
        if (frame.contentWindow !== source || origin !== site.origin) continue;
        // The frame calls once it listens; to whom it belongs, it learns from the answer.
        if (data === "jifen") {
          source.postMessage(data, origin);
          element.listens = true;
          show();
        }
        else if (data >= 0) frame.style.height = `${data}px`;
        else {
          // Not every browser scrolls the page around a frame to what the frame goes to.
          const top = frame.getBoundingClientRect().top + data.top;
          if (top < -2 || top > innerHeight) scrollBy(0, top);
        }
      }
    });
  }

  if ("scheme" in script.dataset) {
    const element = document.createElement(name);
    Object.entries(script.dataset).forEach(([key, value]) => element.setAttribute(key, value));
    script.after(element);
  }
})();
