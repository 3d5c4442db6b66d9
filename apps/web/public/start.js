// Runs before anything else, without modules and without new syntax: files of its own because the content security policy
// allows no inline scripts.
(() => {
  // A remembered theme, before the first paint. The other half is src/app/theme.ts.
  try {
    const theme = localStorage.getItem("spanbridge.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is blocked: the system's theme applies.
  }

  // What the app cannot do without; a browser that lacks it would show an empty page.
  const recent =
    "Segmenter" in Intl &&
    "stream" in Blob.prototype &&
    "with" in Array.prototype &&
    "union" in Set.prototype &&
    CSS.supports("color", "light-dark(white, black)");
  if (recent) return;
  addEventListener("DOMContentLoaded", () => {
    const notice = document.createElement("p");
    notice.setAttribute("role", "alert");
    notice.style.cssText = "max-width: 40em; margin: 4em auto; padding: 0 1em; font: 1rem/1.6 sans-serif";
    notice.textContent =
      "This browser is too old for Spanbridge. Please update it, or use Chrome or Edge from version 123, Firefox from " +
      "128 or Safari from 17.5.";
    document.body.replaceChildren(notice);
  });
})();
