import type { Me, ProjectDetail } from "@spanbridge/shared/contracts";
import { v7 } from "uuid";
import { useConnection } from "../../../app/connection.ts";
import { indexedMemories } from "../../../editor/dom/indexed-memories.ts";
import { indexedOutbox } from "../../../editor/dom/indexed-outbox.ts";
import { painted } from "../../../editor/dom/painted.ts";
import type { Outbox } from "../../../editor/model/queue/outbox.ts";
import { patience } from "../../../editor/model/queue/patience.ts";
import type { Later } from "../../../editor/model/queue/ports.ts";
import type { ProjectRules } from "../../../editor/model/segment/state.ts";
import type { Memories } from "../../../editor/model/workspace/memories.ts";
import { createWorkspace, type Workspace } from "../../../editor/model/workspace/workspace.ts";
import { markIn } from "./marks.ts";
import { segmentServer } from "./server.ts";
import { settled } from "./settled.ts";

/** Names this page among those that are open. */
const tab = v7();

const workspaces = new Map<string, Workspace>();

const later: Later = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** The one workspace of a person in a project; it lasts as long as the page, whatever route is shown. */
export function workspaceOf(project: ProjectDetail, me: Me): Workspace {
  const key = `${me.id} ${project.slug}`;
  const rules = rulesOf(project, me);
  const known = workspaces.get(key);
  if (known) {
    known.setRules(rules);
    return known;
  }
  const { outbox, memories } = keptHere(me.id, project.slug);
  const made = createWorkspace(
    {
      serverFor: (number) => segmentServer(project.slug, number),
      outbox,
      memories,
      later,
      newId: v7,
      onMark: (number, mark, before, here) => {
        markIn(project.slug, number, mark, before, here);
        if (!here && isSaved()) settled(project.slug);
      },
    },
    rules,
  );
  const isSaved = (): boolean => made.unsaved.getState().segments === 0;
  made.unsaved.subscribe((_, before) => {
    if (isSaved() && before.segments > 0) settled(project.slug);
  });
  workspaces.set(key, made);
  return made;
}

/** What outlives the page. No picture waits for it; when the page goes, it is written at once. */
function keptHere(user: string, project: string): { outbox: Outbox; memories: Memories } {
  const [outbox, memories] = [indexedOutbox(user, project, tab), indexedMemories(user, project, Date.now)];
  const { write, flush } = patience(painted);
  window.addEventListener("pagehide", flush);
  return {
    outbox: {
      ...outbox,
      put: (record) => write(record.id, () => outbox.put(record)),
      remove: (id) => write(id, () => outbox.remove(id)),
    },
    memories: {
      ...memories,
      put: (number, history) => write(`history ${number}`, () => memories.put(number, history)),
    },
  };
}

const rulesOf = ({ labels, allowOverlap, sourceLang, pivotLang }: ProjectDetail, me: Me): ProjectRules => ({
  policy: { labels: new Set(labels.map(({ name }) => name)), allowOverlap },
  user: me.id,
  userName: me.name,
  languages: { source: sourceLang, pivot: pivotLang },
});

const retryAll = (): void => {
  for (const workspace of workspaces.values()) workspace.retry();
};

window.addEventListener("online", retryAll);
useConnection.subscribe((now, before) => {
  if ((now.reachable && !before.reachable) || (now.signedIn && !before.signedIn)) retryAll();
});

// Unsaved edits outlive the page except where the browser keeps nothing: then leaving asks first.
window.addEventListener("beforeunload", (event) => {
  const atRisk = [...workspaces.values()].some(({ unsaved }) => {
    const { segments, durable } = unsaved.getState();
    return segments > 0 && !durable;
  });
  if (atRisk) event.preventDefault();
});
