import type { Catalogue } from "../../languages.ts";

/** Reading ahead, and keys for what is under the pointer. */
export const ahead: Catalogue = {
  "Accept this segment and all that are shown below it, and go on":
    "このセグメントと下に表示されたすべてを承認して次へ",
  "Accept down to number {{place}} of those shown below, and open that":
    "下の {{place}} 番目の手前まで承認し、それを開く",
  "The next segments below this one, to accept several at once, shown or hidden":
    "次のセグメントを下に表示／非表示（まとめて承認するため）",
  "Move the nearest edge to the pointer": "いちばん近い境界をポインターの位置へ移す",
  "Move the other edge of that span to the pointer": "そのスパンの反対側の境界をポインターの位置へ移す",
  "Point at where the edge is to be.": "境界を置く位置を指してください。",
  "No segments are shown below this one.": "このセグメントの下には何も表示されていません。",
  "No segment stands there.": "そこにセグメントはありません。",
  "Segments accepted: {{number}}": "承認したセグメント: {{number}}",
  "accept all {{count}} read": "読んだ {{count}} 件をすべて承認",
  "Accept what has been on screen: {{count}}": "画面に表示されたものを承認：{{count}}",
  "Segments accepted: {{number}}. This one has not been on screen yet.":
    "承認したセグメント：{{number}}。このセグメントはまだ画面に表示されていません。",
  "The next segments": "次のセグメント",
  "No other segment is pending.": "ほかに未処理のセグメントはありません。",
  "More of them cannot be loaded now.": "これ以上は今は読み込めません。",
  "Accept this one and all of these": "これと下のすべてを承認",
  "Right down to here: open this one": "ここまで正しい: これを開く",
  "With nothing selected, keys for a span mean the one under the pointer.":
    "何も選択していないとき、スパンのキーはポインターの下のスパンに働きます。",
  "With Ctrl or Cmd a click on a span links the selected one with it, or takes that link away, and text that is drawn belongs to no entity. With Alt text is taken by the character.":
    "Ctrl または Cmd を押しながらスパンをクリックすると、選択中のスパンとリンクするか、そのリンクを外します。押しながら選んだテキストは、どのエンティティにも属しません。Alt を押すと文字単位で選べます。",
};
