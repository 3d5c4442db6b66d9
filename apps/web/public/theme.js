// Runs before the first paint, so that a remembered theme does not flash. A file of its own: the content security policy
// allows no inline scripts. The other half is src/app/theme.ts.
try {
  const theme = localStorage.getItem("spanbridge.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's theme applies.
}
