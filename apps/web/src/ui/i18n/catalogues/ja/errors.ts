import type { Catalogue } from "../../languages.ts";

/** What the server says when it cannot or may not: its sentences in English, with blanks for what it puts in. */
export const errors: Catalogue = {
  '"{{label}}" is used in {{where}}. Rename it, or change those spans first.':
    "「{{label}}」は {{where}} で使われています。名前を変えるか、先にそれらの範囲を変更してください。",
  '"{{name}}" has no layer "{{layer}}" that you may see.':
    "「{{name}}」に閲覧できる層「{{layer}}」はありません。",
  '"{{name}}" has no segment {{number}}.': "「{{name}}」にセグメント {{number}} はありません。",
  '"{{name}}" has no snapshot "{{snapshot}}" that you may see.':
    "「{{name}}」に閲覧できるスナップショット「{{snapshot}}」はありません。",
  '"{{name}}" is archived. Restore it in its settings to change it.':
    "「{{name}}」はアーカイブ済みです。変更するには設定で元に戻してください。",
  'An import into "{{name}}" is running. Cancel it or let it finish first.':
    "「{{name}}」へのインポートが進行中です。取り消すか、終わるのをお待ちください。",
  "An import is running. Change the labels when it is done.":
    "インポート中です。終わってからラベルを変更してください。",
  "Choose two different layers to compare.": "比べるには異なる二つの層を選んでください。",
  "Names may not be sent to {{where}}. An owner of this installation can allow it on this page.":
    "名前を {{where}} に送ることはできません。この環境の所有者がこのページで許可できます。",
  "No segment fits this selection.": "この選択に合うセグメントはありません。",
  "Nothing is chosen: no segment has these states, documents and languages.":
    "何も選ばれていません：この状態・文書・言語のセグメントはありません。",
  "Nothing is left to do in this run.": "この実行ですることはもうありません。",
  "Only an owner of this installation may do this.": "これができるのはこの環境の所有者だけです。",
  'Only managers of "{{name}}" may do this.': "これができるのは「{{name}}」の管理者だけです。",
  "Only the owner of this installation creates projects.":
    "プロジェクトを作れるのはこの環境の所有者だけです。",
  "Only the owner of this installation installs samples.":
    "サンプルを入れられるのはこの環境の所有者だけです。",
  "Only the person who did this, or a manager, may take it back.":
    "取り消せるのは、行った本人か管理者だけです。",
  "Please sign in first.": "先にサインインしてください。",
  "Something went wrong here. It is in the server's log under {{reference}}.":
    "問題が起きました。サーバーのログに {{reference}} として記録されています。",
  "Text may not be sent to {{origin}}. An owner of this installation can allow it on the runs page.":
    "テキストを {{origin}} に送ることはできません。この環境の所有者が実行のページで許可できます。",
  "The comparison was cancelled.": "比較は取り消されました。",
  "The database does not answer at the moment. Try again in a little while.":
    "データベースがいま応答しません。少ししてからもう一度お試しください。",
  "The evaluation was cancelled.": "評価は取り消されました。",
  "The file is not valid UTF-8.": "ファイルは正しい UTF-8 ではありません。",
  "The import was cancelled. Nothing was kept.": "インポートは取り消されました。何も残っていません。",
  'The project "{{slug}}" was deleted.': "プロジェクト「{{slug}}」は削除されました。",
  "The server has no {{variable}} in its environment. Set it and start the server again.":
    "サーバーの環境変数に {{variable}} がありません。設定してサーバーを再起動してください。",
  "There are no pairs to add.": "追加する組はありません。",
  "There are no such names.": "そのような名前はありません。",
  'There is a project with the address "{{slug}}" already.':
    "アドレス「{{slug}}」のプロジェクトはすでにあります。",
  'There is a run "{{name}}" already. Choose another name.':
    "実行「{{name}}」はすでにあります。別の名前にしてください。",
  'There is a snapshot "{{name}}" already. Snapshots never change; choose another name.':
    "スナップショット「{{name}}」はすでにあります。スナップショットは変わらないので、別の名前にしてください。",
  'There is no label "{{from}}" any more.': "ラベル「{{from}}」はもうありません。",
  'There is no project "{{slug}}" that you may see.': "閲覧できるプロジェクト「{{slug}}」はありません。",
  "There is no such run in this project.": "このプロジェクトにそのような実行はありません。",
  "There is nothing to take back.": "取り消すものはありません。",
  "This entry is not in memory any more.": "この項目はもうメモリにありません。",
  "This is not a regular expression: {{detail}}.": "正規表現ではありません：{{detail}}。",
  "This list of segments is not kept any more, or not for you to see.":
    "このセグメント一覧はもう保存されていないか、閲覧できません。",
  "Wikipedia wants to know who asks. Give a contact: an address of mail, or of a page about you.":
    "ウィキペディアは誰が尋ねているかを知りたがっています。連絡先（メールアドレスか、あなたについてのページ）を入れてください。",
};
