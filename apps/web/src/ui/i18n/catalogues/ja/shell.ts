import type { Catalogue } from "../../languages.ts";

export const shell: Catalogue = {
  "API keys": "API キー",
  Breadcrumb: "パンくずリスト",
  "Bring text with its translation and entities. You see every row before it goes in.":
    "テキストと訳文、エンティティを取り込みます。取り込む前にすべての行を確認できます。",
  "Check that Spanbridge is running, then try again.":
    "Spanbridge が動いているか確認し、もう一度お試しください。",
  "Compare runs": "実行を比較",
  "Compare snapshots": "スナップショットを比較",
  Dismiss: "閉じる",
  Evaluation: "評価",
  "How Spanbridge works": "Spanbridge の使い方",
  "Load again": "再読み込み",
  Loading: "読み込み中",
  Memory: "メモリ",
  "New project": "新しいプロジェクト",
  "New snapshot": "新しいスナップショット",
  "On the review screen the bar at the bottom shows the keys that work at that moment.":
    "確認画面の下のバーに、その時点で使えるキーが表示されます。",
  "Projection runs": "投影の実行",
  "Select the text and copy it.": "テキストを選択してコピーしてください。",
  "Signed in as {{name}} · Spanbridge {{version}}": "{{name}} としてログイン中 · Spanbridge {{version}}",
  Snapshot: "スナップショット",
  Snapshots: "スナップショット",
  "Source and English side by side: correct spans, labels and links, then accept. Everything is saved at once.":
    "原文と英語を並べて、スパン・ラベル・リンクを直し、承認します。すべてすぐに保存されます。",
  "Spanbridge, all projects": "Spanbridge、すべてのプロジェクト",
  "Take the corrected data with you, by state, layer and document.":
    "直したデータを状態・レイヤー・文書ごとに書き出します。",
  "That did not work": "うまくいきませんでした",
  "The link may be old, or the project was deleted or given another address.":
    "リンクが古いか、プロジェクトが削除または移動された可能性があります。",
  "The server does not answer": "サーバーが応答しません",
  "The server does not answer. Check that Spanbridge is running.":
    "サーバーが応答しません。Spanbridge が動いているか確認してください。",
  "The server does not answer. What you do is kept on this page and saved when it is back.":
    "サーバーが応答しません。作業はこのページに保持され、復帰後に保存されます。",
  "Theme: {{name}}. Switch to {{name2}}": "テーマ：{{name}}。{{name2}} に切り替え",
  "There is nothing at this address": "このアドレスには何もありません",
  "This page is not open to you": "このページを見る権限がありません",
  "This page stopped working": "このページが動かなくなりました",
  "This page stopped working. Load it again; what was saved is safe.":
    "このページが動かなくなりました。再読み込みしてください。保存済みの内容は無事です。",
  "Use it from Python": "Python から使う",
  "What was saved is safe. Should it happen again, please report it with this text:":
    "保存済みの内容は無事です。再び起きた場合は、次のテキストを添えて報告してください：",
  "You are signed out. Open a link from": "サインアウトしました。次のコマンドのリンクを開いてください：",
  "as the system": "システムに合わせる",
  "in another tab, then come back: this page goes on.":
    "を別のタブで開いて戻ると、このページは続きから再開します。",
  "just now": "たった今",
  "under way": "進行中",
  "Check that Spanbridge is running, then try again. The link is still good.":
    "Spanbridge が動いているか確認し、もう一度お試しください。リンクはまだ有効です。",
  "Copy the command": "コマンドをコピー",
  "Each link opens once, and not for long. To get a new one, run this where Spanbridge runs:":
    "リンクは一度だけ、短い間しか使えません。新しいリンクを得るには、Spanbridge が動いている場所で実行してください：",
  "I have opened the link": "リンクを開きました",
  "It should end in # and a long row of letters and digits. Copy the whole of it, or make a new one:":
    "末尾は # と長い英数字です。全体をコピーするか、新しく作ってください：",
  "Opening the link": "リンクを開いています",
  "Spanbridge is opened with a one-time link. The first start prints one; for another, run this where Spanbridge runs and open what it prints in this browser:":
    "Spanbridge は一度きりのリンクで開きます。最初の起動時に表示されます。別のリンクが必要なら、Spanbridge が動いている場所で次を実行し、表示されたものをこのブラウザーで開いてください：",
  "That link was used before; you are signed in already.":
    "そのリンクは使用済みです。すでにログインしています。",
  "The link could not be opened": "リンクを開けませんでした",
  "This link is not complete": "このリンクは不完全です",
  "This link no longer works": "このリンクはもう使えません",
  "Too many attempts": "試行回数が多すぎます",
  "Wait a minute, then try again. The link is still good.":
    "1 分待ってからもう一度お試しください。リンクはまだ有効です。",
  "Were you invited? Ask the person who sent the link for another.":
    "招待された方は、リンクを送った人に新しいものを頼んでください。",
  "Working in somebody else’s project? Ask them for an invitation.":
    "他の人のプロジェクトで作業しますか？招待を頼んでください。",
  "You are not signed in": "ログインしていません",
  "The server answered with an error ({{status}}).": "サーバーがエラー（{{status}}）を返しました。",
  "The connection to the server was lost.": "サーバーとの接続が切れました。",
};
