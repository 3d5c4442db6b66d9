// The arrows of ARCHITECTURE.md, at error level. Type-only imports of the router by the web app are erased before the
// graph is built, so a run-time import of the server is always an error.
const core = (name) => `^packages/${name}/src`;
const isTest = "\\.test\\.tsx?$|^(apps|packages)/[^/]+/test/|/test-support/|vitest\\.config\\.ts$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "shared-imports-zod-only",
      severity: "error",
      from: { path: core("shared"), pathNot: isTest },
      to: { pathNot: [core("shared"), "^node_modules/zod"] },
    },
    {
      name: "formats-metrics-projection-import-shared-only",
      severity: "error",
      from: { path: "^packages/(formats|metrics|projection)/src", pathNot: isTest },
      to: {
        pathNot: [
          "^packages/$1/src",
          core("shared"),
          "^node_modules/(zod|any-ascii|fflate|fzstd|saxes|papaparse|hyparquet|hyparquet-writer)/",
        ],
      },
    },
    {
      name: "dataset-imports-packages-only",
      severity: "error",
      from: { path: core("dataset"), pathNot: isTest },
      to: { pathNot: ["^packages/(dataset|shared|projection)/src", "^node_modules/zod/"] },
    },
    { name: "packages-know-no-app", severity: "error", from: { path: "^packages/" }, to: { path: "^apps/" } },
    {
      name: "packages-are-pure",
      severity: "error",
      from: { path: "^packages/[^/]+/src", pathNot: isTest },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "prisma-and-pg-below-db-only",
      severity: "error",
      from: { path: "^apps/api/src", pathNot: `^apps/api/src/db/|${isTest}` },
      to: { path: "^node_modules/(@prisma|pg|pg-copy-streams|pg-cursor)/|^apps/api/src/db/generated" },
    },
    {
      name: "use-cases-know-no-transport",
      severity: "error",
      from: {
        path: "^apps/api/src/(projects|review|queue|import|export|snapshots|training|samples|members|keys|runs|memory|evaluation|lists|wikipedia)/",
        pathNot: isTest,
      },
      to: { path: "^apps/api/src/(trpc|http|cli)/|^node_modules/(hono|@hono|@trpc)/" },
    },
    {
      name: "web-knows-no-server",
      severity: "error",
      from: { path: "^apps/web/src" },
      to: { path: "^apps/api/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "web-imports-no-projection",
      severity: "error",
      from: { path: "^apps/web/src" },
      to: { path: core("(projection|dataset)") },
    },
    {
      name: "features-through-their-index",
      severity: "error",
      from: { path: "^apps/web/src/features/([^/]+)/" },
      to: {
        path: "^apps/web/src/features/([^/]+)/",
        pathNot: ["^apps/web/src/features/$1/", "^apps/web/src/features/[^/]+/index\\.ts$"],
      },
    },
    {
      name: "ui-knows-no-feature",
      severity: "error",
      from: { path: "^apps/web/src/(ui|editor)/" },
      to: { path: "^apps/web/src/(features|app)/" },
    },
    {
      name: "editor-model-is-headless",
      severity: "error",
      from: { path: "^apps/web/src/editor/model/", pathNot: isTest },
      to: {
        path: "^apps/web/src/editor/(dom|react)/|^apps/web/src/ui/|^node_modules/(react|react-dom|@base-ui)/",
      },
    },
    {
      name: "editor-dom-has-no-react",
      severity: "error",
      from: { path: "^apps/web/src/editor/dom/", pathNot: isTest },
      to: { path: "^apps/web/src/editor/react/|^node_modules/(react|react-dom|@base-ui)/" },
    },
    {
      name: "e2e-imports-no-app-source",
      severity: "error",
      from: { path: "^(e2e|bench)/" },
      to: { path: "^apps/[^/]+/src" },
    },
    {
      name: "no-test-in-product",
      severity: "error",
      from: { path: "^(apps|packages)/", pathNot: isTest },
      to: { path: isTest },
    },
    {
      name: "resolvable",
      severity: "error",
      from: { pathNot: "\\.d\\.ts$" },
      to: { couldNotResolve: true, pathNot: "\\.css$|^virtual:" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|generated|\\.turbo)/" },
    parser: "swc",
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
    },
  },
};
