import type { Catalogue } from "./languages.ts";

/** What engines say of a segment, beside each other, in Chinese. */
export const enginesZhHans: Catalogue = {
  "What each engine says, beside each other, shown or hidden": "显示或隐藏各引擎结果的对照",
  "Take over all that engine {{number}} says": "采用第 {{number}} 个引擎的全部结果",
  "Take over all that {{layer}} says": "采用 {{layer}} 的全部结果",
  "Take one over from {{layer}}": "从 {{layer}} 采用一项",
  "Take {{name}} over from {{layer}}": "从 {{layer}} 采用 {{name}}",
  "No engine stands there.": "那里没有引擎。",
  "The segment says the same already.": "该片段已是如此。",
  "Shown first": "首先显示",
  Test: "测试",
  "Another translation": "译文不同",
  "The same as here": "与此处相同",
  "Differences: {{number}}": "差异：{{number}}",
  "Take all": "全部采用",
  "from a file": "来自文件",
  "Offline engine": "离线引擎",
  "What each engine says": "各引擎的结果",
  "No engine and no imported prediction says anything of this segment.": "没有引擎或导入的预测涉及此片段。",
  "from memory": "来自记忆库",
};

/** In Japanese. */
export const enginesJa: Catalogue = {
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

/** In Arabic. */
export const enginesAr: Catalogue = {
  "What each engine says, beside each other, shown or hidden": "إظهار مقارنة نتائج المحركات أو إخفاؤها",
  "Take over all that engine {{number}} says": "اعتماد كل نتائج المحرك {{number}}",
  "Take over all that {{layer}} says": "اعتماد كل ما في {{layer}}",
  "Take one over from {{layer}}": "اعتماد عنصر واحد من {{layer}}",
  "Take {{name}} over from {{layer}}": "اعتماد {{name}} من {{layer}}",
  "No engine stands there.": "لا يوجد محرك هناك.",
  "The segment says the same already.": "القطعة كذلك بالفعل.",
  "Shown first": "يُعرض أولاً",
  Test: "تجربة",
  "Another translation": "ترجمة أخرى",
  "The same as here": "مطابق لما هنا",
  "Differences: {{number}}": "الاختلافات: {{number}}",
  "Take all": "اعتماد الكل",
  "from a file": "من ملف",
  "Offline engine": "المحرك دون اتصال",
  "What each engine says": "ما تقوله المحركات",
  "No engine and no imported prediction says anything of this segment.":
    "لا محرك ولا توقعات مستوردة تخص هذه القطعة.",
  "from memory": "من الذاكرة",
};
