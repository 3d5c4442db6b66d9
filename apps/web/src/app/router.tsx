import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
} from "@tanstack/react-router";
import { OpenLinkPage } from "../features/session/index.ts";
import { t } from "../ui/i18n/t.ts";
import { Waiting } from "../ui/spinner.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { RouteError } from "./route-error.tsx";
import {
  parseCompareSearch,
  parseComparisonSearch,
  parseCountSearch,
  parseEvaluationSearch,
  parseExportSearch,
  parseFigureSearch,
  parseProjectsSearch,
  parseReviewSearch,
  parseSearch,
  parseSettingsSearch,
  stringifySearch,
} from "./search.ts";
import { Shell } from "./shell/shell.tsx";
import { queryClient, trpc } from "./trpc.ts";

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    /** The page's name in the breadcrumb and the window's title. */
    readonly crumb?: string;
  }
}

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const openRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/open",
  component: OpenLinkPage,
});

/** Everything below needs a session; without one, RouteError says how to get in. */
const sessionRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "session",
  loader: () => queryClient.ensureQueryData(trpc.session.me.queryOptions()),
  component: Outlet,
});

const projectsRoute = createRoute({
  getParentRoute: () => sessionRoute,
  path: "/",
  validateSearch: parseProjectsSearch,
  component: lazyRouteComponent(() => import("../features/projects/projects-page.tsx"), "ProjectsPage"),
});

const newProjectRoute = createRoute({
  getParentRoute: () => sessionRoute,
  path: "/new",
  staticData: { crumb: t("New project") },
  component: lazyRouteComponent(() => import("../features/projects/new-project-page.tsx"), "NewProjectPage"),
});

const keysRoute = createRoute({
  getParentRoute: () => sessionRoute,
  path: "/keys",
  staticData: { crumb: t("API keys") },
  component: lazyRouteComponent(() => import("../features/keys/keys-page.tsx"), "KeysPage"),
});

const projectRoute = createRoute({
  getParentRoute: () => sessionRoute,
  path: "/projects/$project",
  loader: ({ params }) => queryClient.ensureQueryData(trpc.projects.get.queryOptions(params)),
  component: Outlet,
});

const overviewRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/",
  component: lazyRouteComponent(() => import("../features/projects/overview-page.tsx"), "OverviewPage"),
});

const settingsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/settings",
  validateSearch: parseSettingsSearch,
  staticData: { crumb: t("Settings") },
  component: lazyRouteComponent(() => import("../features/settings/settings-page.tsx"), "SettingsPage"),
});

const importRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/import",
  staticData: { crumb: t("Import") },
  component: lazyRouteComponent(() => import("../features/import/import-page.tsx"), "ImportPage"),
});

const runsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/runs",
  staticData: { crumb: t("Projection runs") },
  component: lazyRouteComponent(() => import("../features/runs/runs-page.tsx"), "RunsPage"),
});

const memoryRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/memory",
  staticData: { crumb: t("Memory") },
  component: lazyRouteComponent(() => import("../features/memory/memory-page.tsx"), "MemoryPage"),
});

const exportRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/export",
  validateSearch: parseExportSearch,
  staticData: { crumb: t("Export") },
  component: lazyRouteComponent(() => import("../features/export/export-page.tsx"), "ExportPage"),
});

const evaluationRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/evaluation",
  validateSearch: parseEvaluationSearch,
  staticData: { crumb: t("Evaluation") },
  component: lazyRouteComponent(() => import("../features/evaluation/evaluation-page.tsx"), "EvaluationPage"),
});

/** Goes on to the review screen with the segments behind a figure. */
const openFigureRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/evaluation/open",
  validateSearch: parseFigureSearch,
  staticData: { crumb: t("Evaluation") },
  loaderDeps: ({ search }) => search,
  loader: async ({ params, deps, abortController }) => {
    const { openFigure } = await import("../features/evaluation/open-figure.ts");
    return openFigure(params.project, deps, abortController.signal);
  },
});

const compareRunsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/runs/compare",
  validateSearch: parseComparisonSearch,
  // A run that was started since the project was looked at has a layer of its own.
  loader: ({ params }) => queryClient.fetchQuery({ ...trpc.projects.get.queryOptions(params), staleTime: 0 }),
  staticData: { crumb: t("Compare runs") },
  component: lazyRouteComponent(
    () => import("../features/evaluation/comparison/compare-page.tsx"),
    "CompareRunsPage",
  ),
});

/** Goes on to the review screen with the segments behind a count of a comparison. */
const openCountRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/runs/compare/open",
  validateSearch: parseCountSearch,
  staticData: { crumb: t("Compare runs") },
  loaderDeps: ({ search }) => search,
  loader: async ({ params, deps, abortController }) => {
    const { openCount } = await import("../features/evaluation/comparison/open.ts");
    return openCount(params.project, deps, abortController.signal);
  },
});

const pythonRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/python",
  staticData: { crumb: t("Use it from Python") },
  component: lazyRouteComponent(() => import("../features/python/python-page.tsx"), "PythonPage"),
});

const snapshotsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/snapshots",
  loader: ({ params }) => queryClient.ensureQueryData(trpc.snapshots.list.queryOptions(params)),
  staticData: { crumb: t("Snapshots") },
  component: lazyRouteComponent(() => import("../features/snapshots/snapshots-page.tsx"), "SnapshotsPage"),
});

const newSnapshotRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/snapshots/new",
  staticData: { crumb: t("New snapshot") },
  component: lazyRouteComponent(
    () => import("../features/snapshots/new-snapshot-page.tsx"),
    "NewSnapshotPage",
  ),
});

const compareSnapshotsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/snapshots/compare",
  validateSearch: parseCompareSearch,
  staticData: { crumb: t("Compare snapshots") },
  component: lazyRouteComponent(() => import("../features/snapshots/compare-page.tsx"), "ComparePage"),
});

const trainingRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/training",
  staticData: { crumb: t("Training data") },
  component: lazyRouteComponent(() => import("../features/snapshots/training-page.tsx"), "TrainingPage"),
});

const snapshotRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/snapshot/$snapshot",
  loader: ({ params }) => queryClient.ensureQueryData(trpc.snapshots.get.queryOptions(params)),
  staticData: { crumb: t("Snapshot") },
  component: lazyRouteComponent(() => import("../features/snapshots/snapshot-page.tsx"), "SnapshotPage"),
});

// The page belongs to the parent, so that going from segment to segment keeps it. Without a segment it finds one.
const reviewRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/review",
  validateSearch: parseReviewSearch,
  staticData: { crumb: t("Review") },
  component: lazyRouteComponent(() => import("../features/review/index.ts"), "ReviewPage"),
});

/** Anything but a segment number is an address that does not exist. */
function segmentParam(value: string): number {
  if (!/^[1-9]\d{0,9}$/.test(value)) throw notFound();
  return Number(value);
}

const reviewSegmentRoute = createRoute({
  getParentRoute: () => reviewRoute,
  path: "$segment",
  params: {
    parse: ({ segment }) => ({ segment: segmentParam(segment) }),
    stringify: ({ segment }) => ({ segment: String(segment) }),
  },
});

const routeTree = rootRoute.addChildren([
  openRoute,
  sessionRoute.addChildren([
    projectsRoute,
    newProjectRoute,
    keysRoute,
    projectRoute.addChildren([
      overviewRoute,
      settingsRoute,
      importRoute,
      runsRoute,
      compareRunsRoute,
      openCountRoute,
      memoryRoute,
      exportRoute,
      evaluationRoute,
      openFigureRoute,
      pythonRoute,
      snapshotsRoute,
      newSnapshotRoute,
      compareSnapshotsRoute,
      snapshotRoute,
      trainingRoute,
      reviewRoute.addChildren([reviewSegmentRoute]),
    ]),
  ]),
]);

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  // React Query decides what is stale.
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 200,
  defaultPendingMinMs: 0,
  defaultPendingComponent: () => <Waiting label={t("Loading")} />,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});
