import { skipToken, useQuery } from "@tanstack/react-query";
import { useNavigate, useRouter } from "@tanstack/react-router";
import { useDeferredValue } from "react";
import { trpc } from "../../../app/trpc.ts";
import type { Desk } from "../../../editor/model/actions/desk.ts";
import { shownKey } from "../../../editor/model/keys/shown.ts";
import { said, t } from "../../../ui/i18n/t.ts";
import { useCommands, useSituation } from "../session/use-commands.ts";
import { matching } from "./match.ts";

/** Something that can be gone to or done. */
export type Found = {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
  readonly keys?: string;
  readonly run: (desk: Desk) => void;
};
export type Group = { readonly value: string; readonly items: Found[] };

/** Segments by text: only from two characters on, which are a word in Chinese. */
const SHORTEST = 2;
const MOST = 6;

/** What a query finds, in groups; `searching` while the server has not answered yet. */
export function useFindings(project: string, query: string, goTo: (segment: number) => void) {
  const wanted = query.trim();
  const groups: Group[] = [
    { value: t("Segments"), items: useNumber(wanted, goTo) },
    { value: t("Actions"), items: useActions(wanted) },
    { value: t("Pages"), items: usePages(project, wanted) },
    { value: t("Documents"), items: useDocuments(project, wanted) },
  ];
  const hits = useHits(project, wanted, goTo);
  groups.push({ value: t("Segments with this text"), items: hits.items });
  return { groups: groups.filter(({ items }) => items.length > 0), searching: hits.searching };
}

function useNumber(wanted: string, goTo: (segment: number) => void): Found[] {
  const number = /^#?\d{1,9}$/.test(wanted) ? Number(wanted.replace("#", "")) : 0;
  return number > 0
    ? [{ id: `number ${number}`, title: t("Go to segment {{number}}", { number }), run: () => goTo(number) }]
    : [];
}

function useActions(wanted: string): Found[] {
  const commands = useCommands();
  const situation = useSituation();
  const now = commands.filter((command) => command.id !== "palette" && command.when(situation));
  return matching(now, wanted, ({ title, group }) => `${said(title)} ${said(group)}`)
    .slice(0, wanted ? 20 : 8)
    .map(({ id, title, keys: [key], run }) => ({
      id: `action ${id}`,
      title: said(title),
      ...(key ? { keys: shownKey(key) } : {}),
      run,
    }));
}

/** Every page of a project that needs nothing but the project to be shown. */
function usePages(project: string, wanted: string): Found[] {
  const router = useRouter();
  const pages = Object.values(router.routesById).flatMap((route) => {
    const params = [...route.fullPath.matchAll(/\$(\w+)/g)].map(([, name]) => name);
    const { crumb } = route.options.staticData ?? {};
    if (!crumb || params.some((name) => name !== "project")) return [];
    const path = route.fullPath.replace("$project", project).replace(/(?<=.)\/$/, "");
    return [{ path, title: crumb }];
  });
  const all = [
    { path: `/projects/${project}`, title: "Overview" },
    { path: "/", title: "All projects" },
    ...pages,
  ];
  const unique = all.filter(({ path }, index) => all.findIndex((other) => other.path === path) === index);
  return matching(
    unique.map(({ path, title }) => ({ path, title: said(title) })),
    wanted,
    ({ title }) => title,
  ).map(({ path, title }) => ({
    id: `page ${path}`,
    title,
    run: () => void router.history.push(path),
  }));
}

function useDocuments(project: string, wanted: string): Found[] {
  const navigate = useNavigate();
  const { data } = useQuery(trpc.documents.list.queryOptions({ project }));
  const named = (data ?? []).filter(({ name }) => name !== "");
  return matching(named, wanted, ({ name }) => name)
    .slice(0, MOST)
    .map(({ name, segments }) => ({
      id: `document ${name}`,
      title: name,
      detail: said(`${segments} segments`),
      run: () =>
        void navigate({ to: "/projects/$project/review", params: { project }, search: { document: name } }),
    }));
}

function useHits(project: string, wanted: string, goTo: (segment: number) => void) {
  const text = useDeferredValue(wanted);
  const asked = text.length >= SHORTEST;
  const { data, isFetching } = useQuery(
    trpc.queue.window.queryOptions(asked ? { project, filter: { text }, offset: 0, limit: MOST } : skipToken),
  );
  // Nothing of an earlier query: Enter would go to a segment that was not asked for.
  const items = (asked && text === wanted ? (data?.items ?? []) : []).map(
    ({ number, externalId, preview }): Found => ({
      id: `segment ${number}`,
      title: externalId,
      detail: preview,
      run: () => goTo(number),
    }),
  );
  return { items, searching: asked && (isFetching || text !== wanted) };
}
