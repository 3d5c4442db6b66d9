import type { Catalogue } from "../../languages.ts";

/** What engines and files say of a segment. */
export const engines: Catalogue = {
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
