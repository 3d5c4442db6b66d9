import type { Catalogue } from "./languages.ts";

/** What engines say of a segment, beside each other, in Chinese. */
export const enginesZhHans: Catalogue = {
  "The engine is {{n}} % sure of this place.": "引擎对此位置的把握为 {{n}} %。",
  "The engine is {{n}} % sure of this place; “{{other}}” is the next choice.":
    "引擎对此位置的把握为 {{n}} %；其次是“{{other}}”。",
  "A place that fits this name better was given to another entity.": "更适合此名称的位置已给了另一个实体。",
  "“{{name}}” stands {{n}} times in the sentence.": "“{{name}}”在句中出现 {{n}} 次。",
  "Found in another form than the lexicon has it.": "所找到的形式与词典中的不同。",
  "Labelled {{label}} here and {{other}} in memory.": "此处标为 {{label}}，记忆库中为 {{other}}。",
  "An edge of the span lies inside a word.": "片段的一端位于词的内部。",
  "A word for the kind of place or body follows the span; it may belong to the name.":
    "片段后面紧跟表示地点或机构类别的词，可能属于名称。",
  "“{{name}}” overlaps a span that is there already.": "“{{name}}”与已有片段重叠。",
  "The model answered “{{answer}}”, which is not in the source text.": "模型回答“{{answer}}”，原文中没有。",
  "“{{name}}” translated back is “{{words}}”, not “{{entity}}”.":
    "“{{name}}”回译为“{{words}}”，而不是“{{entity}}”。",
  "The offline engine takes “{{name}}”.": "离线引擎取“{{name}}”。",
  "{{layer}} found no place for it.": "{{layer}} 没有为它找到位置。",
  "{{layer}} has a place for it: {{words}}.": "{{layer}} 有它的位置：{{words}}。",
  "{{layer}} says {{words}} instead ({{labels}}).": "{{layer}} 认为是 {{words}}（{{labels}}）。",
  "{{layer}} labels it {{labels}}.": "{{layer}} 将其标为 {{labels}}。",
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

/** In Arabic. */
export const enginesAr: Catalogue = {
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
