import type { Catalogue } from "../../languages.ts";

export const shell: Catalogue = {
  "API keys": "API 密钥",
  Breadcrumb: "导航路径",
  "Bring text with its translation and entities. You see every row before it goes in.":
    "带入文本及其译文和实体。导入前可以看到每一行。",
  "Check that Spanbridge is running, then try again.": "请检查 Spanbridge 是否在运行，然后重试。",
  "Compare runs": "比较运行",
  "Compare snapshots": "比较快照",
  Dismiss: "关闭",
  Evaluation: "评估",
  "How Spanbridge works": "Spanbridge 的使用方法",
  "Load again": "重新加载",
  Loading: "正在加载",
  Memory: "记忆",
  "New project": "新建项目",
  "New snapshot": "新建快照",
  "On the review screen the bar at the bottom shows the keys that work at that moment.":
    "审校界面底部的栏显示当前可用的按键。",
  "Projection runs": "投射运行",
  "Select the text and copy it.": "请选中文本并复制。",
  "Signed in as {{name}} · Spanbridge {{version}}": "以 {{name}} 身份登录 · Spanbridge {{version}}",
  Snapshot: "快照",
  Snapshots: "快照",
  "Source and English side by side: correct spans, labels and links, then accept. Everything is saved at once.":
    "原文与英文并排：更正片段、标签和链接，然后接受。一切立即保存。",
  "Spanbridge, all projects": "Spanbridge，所有项目",
  "Take the corrected data with you, by state, layer and document.": "按状态、层和文档导出更正后的数据。",
  "That did not work": "未能完成",
  "The link may be old, or the project was deleted or given another address.":
    "链接可能已过期，或者项目已被删除或更换了地址。",
  "The server does not answer": "服务器没有响应",
  "The server does not answer. Check that Spanbridge is running.":
    "服务器没有响应。请检查 Spanbridge 是否在运行。",
  "The server does not answer. What you do is kept on this page and saved when it is back.":
    "服务器没有响应。您的操作保留在此页面上，恢复后会保存。",
  "Theme: {{name}}. Switch to {{name2}}": "主题：{{name}}。切换到 {{name2}}",
  "There is nothing at this address": "此地址没有内容",
  "This page is not open to you": "您无权访问此页面",
  "This page stopped working": "此页面停止工作了",
  "This page stopped working. Load it again; what was saved is safe.":
    "此页面停止工作了。请重新加载；已保存的内容是安全的。",
  "Use it from Python": "在 Python 中使用",
  "What was saved is safe. Should it happen again, please report it with this text:":
    "已保存的内容是安全的。如果再次发生，请附上以下文本报告：",
  "You are signed out. Open a link from": "您已退出登录。请打开以下命令给出的链接：",
  "as the system": "跟随系统",
  "in another tab, then come back: this page goes on.": "在另一个标签页中打开，然后回来：此页面会继续。",
  "just now": "刚刚",
  "under way": "进行中",
  "Check that Spanbridge is running, then try again. The link is still good.":
    "请检查 Spanbridge 是否在运行，然后重试。链接仍然有效。",
  "Copy the command": "复制命令",
  "Each link opens once, and not for long. To get a new one, run this where Spanbridge runs:":
    "每个链接只能打开一次，且有效期不长。要获取新链接，请在运行 Spanbridge 的地方执行：",
  "I have opened the link": "我已打开链接",
  "It should end in # and a long row of letters and digits. Copy the whole of it, or make a new one:":
    "它应以 # 和一长串字母与数字结尾。请完整复制，或生成新的：",
  "Opening the link": "正在打开链接",
  "Spanbridge is opened with a one-time link. The first start prints one; for another, run this where Spanbridge runs and open what it prints in this browser:":
    "Spanbridge 通过一次性链接打开。首次启动会显示一个；要获取另一个，请在运行 Spanbridge 的地方执行以下命令，并在此浏览器中打开它给出的链接：",
  "That link was used before; you are signed in already.": "该链接已被使用过；您已登录。",
  "The link could not be opened": "无法打开链接",
  "This link is not complete": "此链接不完整",
  "This link no longer works": "此链接已失效",
  "Too many attempts": "尝试次数过多",
  "Wait a minute, then try again. The link is still good.": "请等一分钟再试。链接仍然有效。",
  "Were you invited? Ask the person who sent the link for another.":
    "您是被邀请的吗？请向发送链接的人再要一个。",
  "Working in somebody else’s project? Ask them for an invitation.": "在别人的项目中工作？请向对方索要邀请。",
  "You are not signed in": "您尚未登录",
  "The server answered with an error ({{status}}).": "服务器返回了错误（{{status}}）。",
  "The connection to the server was lost.": "与服务器的连接已断开。",
};
