import type { Catalogue } from "../../languages.ts";

/** What the server says when it cannot or may not: its sentences in English, with blanks for what it puts in. */
export const errors: Catalogue = {
  '"{{label}}" is used in {{where}}. Rename it, or change those spans first.':
    "“{{label}}”仍用于 {{where}}。请重命名，或先更改这些片段。",
  '"{{name}}" has no layer "{{layer}}" that you may see.': "“{{name}}”中没有您可以查看的图层“{{layer}}”。",
  '"{{name}}" has no segment {{number}}.': "“{{name}}”没有句段 {{number}}。",
  '"{{name}}" has no snapshot "{{snapshot}}" that you may see.':
    "“{{name}}”中没有您可以查看的快照“{{snapshot}}”。",
  '"{{name}}" is archived. Restore it in its settings to change it.':
    "“{{name}}”已归档。要更改它，请先在其设置中恢复。",
  'An import into "{{name}}" is running. Cancel it or let it finish first.':
    "正在向“{{name}}”导入。请先取消或等它完成。",
  "An import is running. Change the labels when it is done.": "正在导入。请在完成后再更改标签。",
  "Choose two different layers to compare.": "请选择两个不同的图层进行比较。",
  "Names may not be sent to {{where}}. An owner of this installation can allow it on this page.":
    "名称不得发送到 {{where}}。本安装的所有者可在此页面上允许。",
  "No segment fits this selection.": "没有符合此选择的句段。",
  "Nothing is chosen: no segment has these states, documents and languages.":
    "没有选中任何内容：没有句段符合这些状态、文档和语言。",
  "Nothing is left to do in this run.": "此运行已无可做之事。",
  "Only an owner of this installation may do this.": "只有本安装的所有者可以这样做。",
  'Only managers of "{{name}}" may do this.': "只有“{{name}}”的管理者可以这样做。",
  "Only the owner of this installation creates projects.": "只有本安装的所有者可以创建项目。",
  "Only the owner of this installation installs samples.": "只有本安装的所有者可以安装示例。",
  "Only the person who did this, or a manager, may take it back.": "只有当事人或管理者可以撤回。",
  "Please sign in first.": "请先登录。",
  "Something went wrong here. It is in the server's log under {{reference}}.":
    "这里出了问题。服务器日志中的编号为 {{reference}}。",
  "Text may not be sent to {{origin}}. An owner of this installation can allow it on the runs page.":
    "文本不得发送到 {{origin}}。本安装的所有者可在运行页面上允许。",
  "The comparison was cancelled.": "比较已取消。",
  "The database does not answer at the moment. Try again in a little while.":
    "数据库暂时没有响应。请稍后再试。",
  "The evaluation was cancelled.": "评估已取消。",
  "The file is not valid UTF-8.": "该文件不是有效的 UTF-8。",
  "The import was cancelled. Nothing was kept.": "导入已取消，未保留任何内容。",
  'The project "{{slug}}" was deleted.': "项目“{{slug}}”已被删除。",
  "The server has no {{variable}} in its environment. Set it and start the server again.":
    "服务器的环境中没有 {{variable}}。请设置后重新启动服务器。",
  "There are no pairs to add.": "没有可添加的配对。",
  "There are no such names.": "没有这样的名称。",
  'There is a project with the address "{{slug}}" already.': "已有地址为“{{slug}}”的项目。",
  'There is a run "{{name}}" already. Choose another name.': "已有名为“{{name}}”的运行。请另选名称。",
  'There is a snapshot "{{name}}" already. Snapshots never change; choose another name.':
    "已有名为“{{name}}”的快照。快照不会改变，请另选名称。",
  'There is no label "{{from}}" any more.': "标签“{{from}}”已不存在。",
  'There is no project "{{slug}}" that you may see.': "没有您可以查看的项目“{{slug}}”。",
  "There is no such run in this project.": "此项目中没有这样的运行。",
  "There is nothing to take back.": "没有可撤回的内容。",
  "This entry is not in memory any more.": "此条目已不在记忆中。",
  "This is not a regular expression: {{detail}}.": "这不是正则表达式：{{detail}}。",
  "This list of segments is not kept any more, or not for you to see.":
    "此句段列表已不再保留，或您无权查看。",
  "Wikipedia wants to know who asks. Give a contact: an address of mail, or of a page about you.":
    "维基百科想知道是谁在询问。请提供联系方式：邮件地址或介绍您的网页地址。",
};
