// `npm test`: unit and integration tests (vitest, one project a workspace) and browser journeys (Playwright), then one
// line that adds them up. Arguments choose: `npm test -- unit` or `npm test -- e2e`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const chosen = process.argv.slice(2);
const wants = (name) => chosen.length === 0 || chosen.includes(name);
const reports = mkdtempSync(join(tmpdir(), "spanbridge-test-"));
const total = { passed: 0, failed: 0 };
let broken = false;

/** A runner that ends badly without naming a failed test (a crash, a file that does not load) counts as one failure. */
function add(name, status, counts) {
  total.passed += counts?.passed ?? 0;
  total.failed += counts?.failed ?? 0;
  if (!counts || (status !== 0 && counts.failed === 0) || counts.passed + counts.failed === 0) {
    total.failed += 1;
    broken = true;
    console.error(`${name}: ended with exit code ${status} and ${counts ? "no failed test" : "no report"}`);
  }
}

const report = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined);

if (wants("unit")) {
  const file = join(reports, "vitest.json");
  const { status } = spawnSync(
    "vitest",
    ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    { stdio: "inherit" },
  );
  const json = report(file);
  add(
    "vitest",
    status,
    json && {
      passed: json.numPassedTests,
      failed: json.numFailedTests + (json.numFailedTestSuites > 0 && json.numFailedTests === 0 ? 1 : 0),
    },
  );
}
if (wants("e2e")) {
  const file = join(reports, "playwright.json");
  const { status } = spawnSync(
    "playwright",
    ["test", "--config", "e2e/playwright.config.ts", "--reporter=list,json"],
    {
      stdio: "inherit",
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    },
  );
  const json = report(file);
  add(
    "playwright",
    status,
    json && {
      passed: json.stats.expected + json.stats.flaky,
      failed: json.stats.unexpected + json.errors.length,
    },
  );
}
rmSync(reports, { recursive: true, force: true });

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || broken ? 1 : 0);
