/**
 * Starts the app: at once, or after the first paint where the server gave the page its content,
 * so that nobody waits for modules to read what is there already.
 */
(() => {
  const modules = document.querySelectorAll("link[rel=later]");
  const start = () => {
    import("./app.js");
    // Each in a task of its own, between which the page can answer.
    for (const link of modules) setTimeout(() => link.setAttribute("rel", "modulepreload"));
  };
  // A hidden page paints nothing, and would wait for ever.
  if (modules.length === 0 || document.visibilityState !== "visible") start();
  else requestAnimationFrame(() => setTimeout(start));
})();
