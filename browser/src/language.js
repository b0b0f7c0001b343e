// The page opens in the browser's language. Here it is Chinese, whatever the machine speaks.
Object.defineProperty(Navigator.prototype, "languages", {
  configurable: true,
  get: () => ["zh-CN"],
});
