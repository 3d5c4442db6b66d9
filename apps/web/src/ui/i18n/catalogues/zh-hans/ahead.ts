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
  "accept all {{count}} read": "接受已读的全部 {{count}} 段",
  "Accept what has been on screen: {{count}}": "接受已在屏幕上显示过的段：{{count}}",
  "Segments accepted: {{number}}. This one has not been on screen yet.":
    "已接受的段：{{number}}。这一段还没有在屏幕上显示过。",
  "The next segments": "后续段",
  "No other segment is pending.": "没有其他待处理的段。",
  "More of them cannot be loaded now.": "现在无法加载更多。",
  "Accept this one and all of these": "接受此段及以下全部",
  "Right down to here: open this one": "到此为止都正确：打开这一段",
  "With nothing selected, keys for a span mean the one under the pointer.":
    "未选中任何内容时，片段的按键作用于指针下的片段。",
  "With Ctrl or Cmd a click on a span links the selected one with it, or takes that link away, and text that is drawn belongs to no entity. With Alt text is taken by the character.":
    "按住 Ctrl 或 Cmd 点击片段，会把选中的片段与它链接，或移除该链接；此时划选的文本不属于任何实体。按住 Alt 则按字符选取文本。",
};
