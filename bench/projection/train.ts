// Learns the weights that ship with the engine from the benchmark's own corpora: `node bench/projection/train.ts`.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { storeWeights } from "@spanbridge/projection";
import { examineAll, examplesOf, FOLDS, foldOf, learnFrom, withConfidence } from "./crossfit.ts";

const corpora = examineAll(["zh", "ru", "de"]);
const examples = examplesOf(corpora);
const folds = Array.from({ length: FOLDS }, (_, fold) =>
  learnFrom(corpora, examples, (document) => foldOf(document) !== fold),
);
const weights = withConfidence(
  learnFrom(corpora, examples, () => true),
  corpora,
  folds,
  () => true,
);
const file = join(import.meta.dirname, "../../packages/projection/src/offline/data/learnt.ts");
const json = JSON.stringify(storeWeights(weights), undefined, 2);
writeFileSync(
  file,
  `import type { StoredWeights } from "../stored-weights.ts";\n\n/** Learnt by bench/projection/train.ts; do not edit. */\nexport const LEARNT: StoredWeights = ${json};\n`,
);
console.log(`wrote ${file}`);
