import type { Catalogue } from "../../languages.ts";

export const shell: Catalogue = {
  "API keys": "مفاتيح API",
  Breadcrumb: "مسار التنقل",
  "Bring text with its translation and entities. You see every row before it goes in.":
    "أدخل النص مع ترجمته وكياناته. ترى كل صف قبل إدخاله.",
  "Check that Spanbridge is running, then try again.": "تحقق من أن Spanbridge يعمل، ثم أعد المحاولة.",
  "Compare runs": "مقارنة عمليات التشغيل",
  "Compare snapshots": "مقارنة اللقطات",
  Dismiss: "إخفاء",
  Evaluation: "التقييم",
  "How Spanbridge works": "كيف يعمل Spanbridge",
  "Load again": "إعادة التحميل",
  Loading: "جارٍ التحميل",
  Memory: "الذاكرة",
  "New project": "مشروع جديد",
  "New snapshot": "لقطة جديدة",
  "On the review screen the bar at the bottom shows the keys that work at that moment.":
    "يعرض الشريط أسفل شاشة المراجعة المفاتيح المتاحة في تلك اللحظة.",
  "Projection runs": "عمليات الإسقاط",
  "Select the text and copy it.": "حدد النص وانسخه.",
  "Signed in as {{name}} · Spanbridge {{version}}": "تم تسجيل الدخول باسم {{name}} · Spanbridge {{version}}",
  Snapshot: "لقطة",
  Snapshots: "اللقطات",
  "Source and English side by side: correct spans, labels and links, then accept. Everything is saved at once.":
    "الأصل والإنجليزية جنبًا إلى جنب: صحّح المقاطع والوسوم والروابط ثم اقبل. يُحفظ كل شيء فورًا.",
  "Spanbridge, all projects": "Spanbridge، كل المشاريع",
  "Take the corrected data with you, by state, layer and document.":
    "خذ البيانات المصححة معك حسب الحالة والطبقة والمستند.",
  "That did not work": "لم ينجح ذلك",
  "The link may be old, or the project was deleted or given another address.":
    "ربما الرابط قديم، أو حُذف المشروع أو تغيّر عنوانه.",
  "The server does not answer": "الخادم لا يستجيب",
  "The server does not answer. Check that Spanbridge is running.":
    "الخادم لا يستجيب. تحقق من أن Spanbridge يعمل.",
  "The server does not answer. What you do is kept on this page and saved when it is back.":
    "الخادم لا يستجيب. ما تفعله يبقى في هذه الصفحة ويُحفظ عند عودته.",
  "Theme: {{name}}. Switch to {{name2}}": "السمة: {{name}}. التبديل إلى {{name2}}",
  "There is nothing at this address": "لا يوجد شيء في هذا العنوان",
  "This page is not open to you": "هذه الصفحة غير متاحة لك",
  "This page stopped working": "توقفت هذه الصفحة عن العمل",
  "This page stopped working. Load it again; what was saved is safe.":
    "توقفت هذه الصفحة عن العمل. أعد تحميلها؛ ما حُفظ آمن.",
  "Use it from Python": "استخدامه من بايثون",
  "What was saved is safe. Should it happen again, please report it with this text:":
    "ما حُفظ آمن. إن تكرر ذلك فأبلغ عنه مع هذا النص:",
  "You are signed out. Open a link from": "لقد سُجّل خروجك. افتح رابطًا من",
  "as the system": "حسب النظام",
  "in another tab, then come back: this page goes on.": "في تبويب آخر ثم عد: تتابع هذه الصفحة.",
  "just now": "الآن",
  "under way": "قيد التنفيذ",
  "Check that Spanbridge is running, then try again. The link is still good.":
    "تحقق من أن Spanbridge يعمل ثم أعد المحاولة. الرابط ما زال صالحًا.",
  "Copy the command": "نسخ الأمر",
  "Each link opens once, and not for long. To get a new one, run this where Spanbridge runs:":
    "يُفتح كل رابط مرة واحدة ولمدة قصيرة. للحصول على رابط جديد نفّذ هذا حيث يعمل Spanbridge:",
  "I have opened the link": "فتحتُ الرابط",
  "It should end in # and a long row of letters and digits. Copy the whole of it, or make a new one:":
    "ينبغي أن ينتهي بعلامة # وسلسلة طويلة من الحروف والأرقام. انسخه كاملًا أو أنشئ رابطًا جديدًا:",
  "Opening the link": "جارٍ فتح الرابط",
  "Spanbridge is opened with a one-time link. The first start prints one; for another, run this where Spanbridge runs and open what it prints in this browser:":
    "يُفتح Spanbridge برابط يُستخدم مرة واحدة. يطبع التشغيل الأول رابطًا؛ ولرابط آخر نفّذ هذا حيث يعمل Spanbridge وافتح ما يطبعه في هذا المتصفح:",
  "That link was used before; you are signed in already.":
    "استُخدم هذا الرابط من قبل؛ أنت مسجَّل الدخول بالفعل.",
  "The link could not be opened": "تعذر فتح الرابط",
  "This link is not complete": "هذا الرابط غير مكتمل",
  "This link no longer works": "لم يعد هذا الرابط يعمل",
  "Too many attempts": "محاولات كثيرة جدًا",
  "Wait a minute, then try again. The link is still good.":
    "انتظر دقيقة ثم أعد المحاولة. الرابط ما زال صالحًا.",
  "Were you invited? Ask the person who sent the link for another.": "هل دُعيت؟ اطلب رابطًا آخر ممن أرسله.",
  "Working in somebody else’s project? Ask them for an invitation.":
    "هل تعمل في مشروع شخص آخر؟ اطلب منه دعوة.",
  "You are not signed in": "لم تسجّل الدخول",
  "The server answered with an error ({{status}}).": "ردّ الخادم بخطأ ({{status}}).",
  "The connection to the server was lost.": "انقطع الاتصال بالخادم.",
};
