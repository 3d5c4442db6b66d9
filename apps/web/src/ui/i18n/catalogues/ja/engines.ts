import type { Catalogue } from "../../languages.ts";

/** What engines and files say of a segment. */
export const engines: Catalogue = {
  "The engine is {{n}} % sure of this place.": "エンジンのこの位置への自信は {{n}} % です。",
  "The engine is {{n}} % sure of this place; “{{other}}” is the next choice.":
    "エンジンのこの位置への自信は {{n}} % です。次の候補は「{{other}}」です。",
  "A place that fits this name better was given to another entity.":
    "この名前により合う位置は別のエンティティに割り当てられました。",
  "“{{name}}” stands {{n}} times in the sentence.": "「{{name}}」は文中に {{n}} 回現れます。",
  "Found in another form than the lexicon has it.": "辞書とは別の形で見つかりました。",
  "Labelled {{label}} here and {{other}} in memory.": "ここでは {{label}}、メモリでは {{other}} です。",
  "An edge of the span lies inside a word.": "スパンの端が単語の途中にあります。",
  "A word for the kind of place or body follows the span; it may belong to the name.":
    "スパンの直後に場所や組織の種類を表す語があります。名前の一部かもしれません。",
  "“{{name}}” overlaps a span that is there already.": "「{{name}}」は既存のスパンと重なります。",
  "The model answered “{{answer}}”, which is not in the source text.":
    "モデルの答え「{{answer}}」は原文にありません。",
  "“{{name}}” translated back is “{{words}}”, not “{{entity}}”.":
    "「{{name}}」を訳し戻すと「{{entity}}」ではなく「{{words}}」になります。",
  "The offline engine takes “{{name}}”.": "オフラインエンジンは「{{name}}」とします。",
  "{{layer}} found no place for it.": "{{layer}} はその位置を見つけませんでした。",
  "{{layer}} has a place for it: {{words}}.": "{{layer}} には位置があります：{{words}}。",
  "{{layer}} says {{words}} instead ({{labels}}).": "{{layer}} は {{words}}（{{labels}}）とします。",
  "{{layer}} labels it {{labels}}.": "{{layer}} は {{labels}} とラベル付けします。",
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
