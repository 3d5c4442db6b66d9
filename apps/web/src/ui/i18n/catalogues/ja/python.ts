import type { Catalogue } from "../../languages.ts";

export const python: Catalogue = {
  ", from which clients for other languages can be generated.":
    "から、他の言語のクライアントを生成できます。",
  "All there is to ask for stands in": "問い合わせられるものはすべて次にあります：",
  "Brings a file in, after a dry run, and takes what was accepted out, with the loss report.":
    "試し読みのあとファイルを取り込み、承認済みのものを損失の報告とともに取り出します。",
  "Copy {{command}}": "{{command}} をコピー",
  "Copy {{file}}": "{{file}} をコピー",
  Library: "ライブラリ",
  "Make an API key": "API キーを作る",
  "Make an API key and put it where the scripts look for it:":
    "API キーを作り、スクリプトが探す場所に置きます：",
  Once: "一度だけ",
  "Save one of the scripts below and run it. Offsets are characters as Python counts them.":
    "下のスクリプトを保存して実行します。オフセットは Python の文字数です。",
  "Scripts for {{name}}, ready to run": "{{name}} 用の、すぐ動くスクリプト",
  "Segments and linked names as tables.": "セグメントとリンクされた名前の表。",
  "The project as a Hugging Face dataset.": "Hugging Face のデータセットとしてのプロジェクト。",
  "The project as the file that spaCy trains on.": "spaCy が学習するファイルとしてのプロジェクト。",
  "pip install {{needs}}": "pip install {{needs}}",
  "the OpenAPI document": "OpenAPI 文書",
};
