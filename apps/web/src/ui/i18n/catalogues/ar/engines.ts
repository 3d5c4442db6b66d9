import type { Catalogue } from "../../languages.ts";

/** What engines and files say of a segment. */
export const engines: Catalogue = {
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
