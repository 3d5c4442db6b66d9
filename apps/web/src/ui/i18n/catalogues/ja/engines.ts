import type { Catalogue } from "../../languages.ts";

/** What engines and files say of a segment. */
export const engines: Catalogue = {
  "What each engine says, beside each other, shown or hidden": "各エンジンの結果の対照を表示／非表示",
  "Take over all that engine {{number}} says": "{{number}} 番目のエンジンの結果をすべて採用",
  "Take over all that {{layer}} says": "{{layer}} の結果をすべて採用",
  "Take one over from {{layer}}": "{{layer}} から一つ採用",
  "Take {{name}} over from {{layer}}": "{{layer}} から {{name}} を採用",
  "No engine stands there.": "そこにエンジンはありません。",
  "The segment says the same already.": "このセグメントはすでに同じです。",
  "Shown first": "最初に表示",
  Test: "テスト",
  "Another translation": "別の訳文",
  "The same as here": "ここと同じ",
  "Differences: {{number}}": "相違：{{number}}",
  "Take all": "すべて採用",
  "from a file": "ファイルから",
  "Offline engine": "オフラインエンジン",
  "What each engine says": "各エンジンの結果",
  "No engine and no imported prediction says anything of this segment.":
    "このセグメントについて、エンジンの結果も取り込まれた予測もありません。",
  "from memory": "メモリから",
};
