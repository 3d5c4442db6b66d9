import type { Annotation, Provenance } from "@spanbridge/shared";
import type { SegmentView } from "@spanbridge/shared/contracts";
import { z } from "zod";
import type { SegmentState } from "../db/segment-state.ts";
import type { Querier } from "../db/transaction.ts";
import { namesOf } from "../db/users.ts";
import { basisOf } from "./basis.ts";

const metadataSchema = z.record(z.string(), z.json());

/** What a client gets to see of a segment. */
export async function viewOf(querier: Querier, state: SegmentState): Promise<SegmentView> {
  const { number, externalId, document, sourceLang, annotation, seq, lastEditor, meta, evidence } = state;
  return {
    number,
    externalId,
    document,
    sourceLang,
    metadata: metadataSchema.parse(meta?.extra ?? {}),
    annotation: {
      ...annotation,
      spans: [...annotation.spans],
      links: [...annotation.links],
      absences: [...annotation.absences],
      notes: [...annotation.notes],
    },
    seq,
    basis: basisOf(state),
    lastEditor,
    evidence: [...evidence],
    people: await namesOf(querier, peopleIn(annotation)),
  };
}

function peopleIn(annotation: Annotation): Set<string> {
  const found = new Set(annotation.notes.map(({ author }) => author));
  for (const { provenance } of [...annotation.spans, ...annotation.links, ...annotation.absences]) {
    for (let one: Provenance | undefined = provenance; one; one = one.previous) {
      if (one.origin === "human" && one.ref !== undefined) found.add(one.ref);
    }
  }
  return found;
}
