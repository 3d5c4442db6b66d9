import type { Catalogue } from "../../languages.ts";

/** Reading ahead, and keys for what is under the pointer. */
export const ahead: Catalogue = {
  "Accept this segment and all that are shown below it, and go on": "接受此段及下方显示的所有段，然后继续",
  "Accept down to number {{place}} of those shown below, and open that":
    "接受到下方第 {{place}} 段之前，并打开该段",
  "The next segments below this one, to accept several at once, shown or hidden":
    "显示或隐藏下方的后续段，以便一次接受多个",
  "Move the nearest edge to the pointer": "把最近的边界移到指针处",
  "Move the other edge of that span to the pointer": "把该片段的另一边界移到指针处",
  "Point at where the edge is to be.": "请指向边界应在的位置。",
  "No segments are shown below this one.": "此段下方没有显示其他段。",
  "No segment stands there.": "那里没有段。",
  "Segments accepted: {{number}}": "已接受的段：{{number}}",
  "The next segments": "后续段",
  "No other segment is pending.": "没有其他待处理的段。",
  "More of them cannot be loaded now.": "现在无法加载更多。",
  "Accept this one and all of these": "接受此段及以下全部",
  "Right down to here: open this one": "到此为止都正确：打开这一段",
  "With nothing selected, keys for a span mean the one under the pointer.":
    "未选中任何内容时，片段的按键作用于指针下的片段。",
};
