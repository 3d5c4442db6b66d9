import {
  applyAll,
  commands,
  type Edit,
  noteId,
  range,
  revisePivot,
  spanId,
  transactionId,
} from "@spanbridge/shared";
import { expect, test } from "../support/fixtures.ts";
import { linesOf, sampleRows } from "../support/samples.ts";

test("what people did survives export and import: the second export is the first", async ({ api, seed }) => {
  const rows = sampleRows("zh", 5);
  const project = await seed("zh", rows);
  const me = await api.me();
  const policy = { labels: new Set(["PER", "ORG", "LOC"]), allowOverlap: true };
  for (let number = 1; number <= 3; number++) {
    let { annotation } = await api.open(project, number);
    const edits: Edit[] = [];
    const act = (made: readonly Edit[]): void => {
      const next = applyAll(annotation, made, policy);
      if (!next.ok) throw new Error(next.error.message);
      annotation = { ...annotation, ...next.value } as typeof annotation;
      edits.push(...made);
    };
    const [first, second] = annotation.spans.filter(({ side }) => side === "source");
    if (!first || !second) throw new Error("two entities are needed");
    act(commands.relabelSpan(annotation, first.id, first.label === "PER" ? "ORG" : "PER", me.id));
    act(commands.markAbsent(annotation, second.id, "added_by_translation", me.id));
    act(commands.addSpan(annotation, "pivot", range(0, 3), "LOC", spanId(`new-${number}`), me.id));
    act(revisePivot(annotation, `${annotation.pivotText} So they say.`).edits);
    act(commands.setFlag(annotation, true));
    act(
      commands.addNote({
        id: noteId(`note-${number}`),
        text: "👩‍💻 ok?",
        author: me.id,
        at: "2026-01-02T03:04:05.678Z",
      }),
    );
    act(commands.setReview(annotation, number === 1 ? "accepted" : "rejected", "Not a translation."));
    const id = transactionId(crypto.randomUUID());
    const transactions = [{ id, version: 1 as const, origin: "human" as const, title: "Test", edits }];
    const answer = await api.commit({ project, number, baseSeq: 0, transactions });
    expect(answer.outcome).toBe("saved");
  }
  const exported = await api.exportFile(project);
  const copy = await seed("zh", []);
  const report = await api.importFile(copy, exported, { name: "exported.jsonl", strict: true });
  expect(report).toMatchObject({ outcome: "imported", imported: rows.length, skipped: 0, diagnostics: [] });
  expect(await api.exportFile(copy)).toBe(exported);
  expect(exported).toContain("So they say.");
  expect(exported).not.toBe(linesOf(rows));
});
