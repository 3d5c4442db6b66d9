import { z } from "zod";
import { create } from "zustand";

/** What is shown on the review screen beside the texts; kept on this computer. */
const viewSchema = z.object({
  queue: z.boolean().default(true),
  entities: z.boolean().default(true),
  matrix: z.boolean().default(false),
  context: z.boolean().default(false),
  engines: z.boolean().default(false),
  ahead: z.boolean().default(false),
});
export type View = z.infer<typeof viewSchema>;
export type ViewPart = keyof View;

const KEY = "spanbridge.review-view";

export const useView = create<View>()(() => stored());

export function toggleView(part: ViewPart): void {
  const before = useView.getState();
  const next = { ...before, [part]: !before[part] };
  useView.setState(next);
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // A browser that stores nothing: it holds until the page goes.
  }
}

function stored(): View {
  try {
    const found = viewSchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
    if (found.success) return found.data;
  } catch {
    // Nothing stored, or nothing readable.
  }
  return viewSchema.parse({});
}
