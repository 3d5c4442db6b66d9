// Learns the tables of words that ship with the engine from parallel text that is not in the repository:
//   node bench/projection/train-words.ts DIR [zh,ru,…]
// DIR holds files `*en-LANGUAGE.tsv` of one sentence pair a line, English first. Several files of a language (en-zh-Hans.tsv,
// en-zh-Hant.tsv) make one table. Where to get the text and how: packages/projection/src/offline/data/words/README.md.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { languagesWithWords, learnWords } from "@spanbridge/projection";
import { readBackground } from "./corpus.ts";

const [directory, only] = process.argv.slice(2);
if (!directory) throw new Error("Say where the parallel text is: node bench/projection/train-words.ts DIR");
const target = join(import.meta.dirname, "../../packages/projection/src/offline/data/words");
const files = readdirSync(directory).sort();

for (const language of only?.split(",") ?? languagesWithWords) {
  const own = files.filter((file) => new RegExp(`en-${language}(?:-\\w+)?\\.tsv$`, "u").test(file));
  const pairs = own.flatMap((file) => readBackground(join(directory, file)));
  if (pairs.length === 0) throw new Error(`There is no file *en-${language}.tsv in ${directory}.`);
  const words = learnWords(language, pairs);
  writeFileSync(
    join(target, `${language}.ts`),
    `/** Learnt by bench/projection/train-words.ts from NTREX-128 (CC BY-SA 4.0); see README.md. Do not edit. */\nexport const WORDS =\n  ${JSON.stringify(words)};\n`,
  );
  console.log(
    `${language}: ${pairs.length} pairs, ${words.split("|").length} words, ${Buffer.byteLength(words)} bytes`,
  );
}
