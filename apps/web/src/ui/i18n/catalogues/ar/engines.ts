import type { Catalogue } from "../../languages.ts";

/** What engines and files say of a segment. */
export const engines: Catalogue = {
  "The engine is {{n}} % sure of this place.": "ثقة المحرك بهذا الموضع {{n}} %.",
  "The engine is {{n}} % sure of this place; “{{other}}” is the next choice.":
    "ثقة المحرك بهذا الموضع {{n}} %؛ والخيار التالي «{{other}}».",
  "A place that fits this name better was given to another entity.":
    "أُعطي الموضع الأنسب لهذا الاسم لكيان آخر.",
  "“{{name}}” stands {{n}} times in the sentence.": "يرد «{{name}}» {{n}} مرات في الجملة.",
  "Found in another form than the lexicon has it.": "وُجد بصيغة غير التي في المعجم.",
  "Labelled {{label}} here and {{other}} in memory.": "الوسم هنا {{label}} وفي الذاكرة {{other}}.",
  "An edge of the span lies inside a word.": "أحد طرفي المقطع داخل كلمة.",
  "A word for the kind of place or body follows the span; it may belong to the name.":
    "تلي المقطعَ كلمةٌ تدل على نوع المكان أو الجهة، وقد تكون جزءًا من الاسم.",
  "“{{name}}” overlaps a span that is there already.": "يتداخل «{{name}}» مع مقطع موجود.",
  "The model answered “{{answer}}”, which is not in the source text.":
    "أجاب النموذج «{{answer}}» وهو غير موجود في النص الأصلي.",
  "“{{name}}” translated back is “{{words}}”, not “{{entity}}”.":
    "ترجمة «{{name}}» العكسية هي «{{words}}» لا «{{entity}}».",
  "The offline engine takes “{{name}}”.": "يختار المحرك دون اتصال «{{name}}».",
  "{{layer}} found no place for it.": "لم يجد {{layer}} موضعًا له.",
  "{{layer}} has a place for it: {{words}}.": "لدى {{layer}} موضع له: {{words}}.",
  "{{layer}} says {{words}} instead ({{labels}}).": "يقول {{layer}} بدلًا من ذلك {{words}} ({{labels}}).",
  "{{layer}} labels it {{labels}}.": "يسمه {{layer}} بـ {{labels}}.",
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
