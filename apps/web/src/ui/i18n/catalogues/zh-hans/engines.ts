import type { Catalogue } from "../../languages.ts";

/** What engines and files say of a segment. */
export const engines: Catalogue = {
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
