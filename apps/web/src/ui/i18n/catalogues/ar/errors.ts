import type { Catalogue } from "../../languages.ts";

/** What the server says when it cannot or may not: its sentences in English, with blanks for what it puts in. */
export const errors: Catalogue = {
  '"{{label}}" is used in {{where}}. Rename it, or change those spans first.':
    "«{{label}}» مستخدم في {{where}}. أعد تسميته أو غيّر تلك المقاطع أولًا.",
  '"{{name}}" has no layer "{{layer}}" that you may see.': "ليس في «{{name}}» طبقة «{{layer}}» يمكنك رؤيتها.",
  '"{{name}}" has no segment {{number}}.': "ليس في «{{name}}» مقطع {{number}}.",
  '"{{name}}" has no snapshot "{{snapshot}}" that you may see.':
    "ليس في «{{name}}» لقطة «{{snapshot}}» يمكنك رؤيتها.",
  '"{{name}}" is archived. Restore it in its settings to change it.':
    "«{{name}}» مؤرشف. استعده من إعداداته لتغييره.",
  'An import into "{{name}}" is running. Cancel it or let it finish first.':
    "يجري استيراد إلى «{{name}}». ألغه أو دعه ينتهي أولًا.",
  "An import is running. Change the labels when it is done.": "يجري استيراد. غيّر التصنيفات عند انتهائه.",
  "Choose two different layers to compare.": "اختر طبقتين مختلفتين للمقارنة.",
  "Names may not be sent to {{where}}. An owner of this installation can allow it on this page.":
    "لا يجوز إرسال الأسماء إلى {{where}}. يمكن لمالك هذا التثبيت السماح بذلك في هذه الصفحة.",
  "No segment fits this selection.": "لا مقطع يطابق هذا الاختيار.",
  "Nothing is chosen: no segment has these states, documents and languages.":
    "لم يُختر شيء: لا مقطع بهذه الحالات والمستندات واللغات.",
  "Nothing is left to do in this run.": "لم يبق ما يُفعل في هذه العملية.",
  "Only an owner of this installation may do this.": "لا يفعل هذا إلا مالك لهذا التثبيت.",
  'Only managers of "{{name}}" may do this.': "لا يفعل هذا إلا مديرو «{{name}}».",
  "Only the owner of this installation creates projects.": "لا ينشئ المشاريع إلا مالك هذا التثبيت.",
  "Only the owner of this installation installs samples.": "لا يثبّت العيّنات إلا مالك هذا التثبيت.",
  "Only the person who did this, or a manager, may take it back.": "لا يتراجع عن هذا إلا من فعله أو مدير.",
  "Please sign in first.": "سجّل الدخول أولًا.",
  "Something went wrong here. It is in the server's log under {{reference}}.":
    "حدث خطأ هنا. تجده في سجل الخادم تحت {{reference}}.",
  "Text may not be sent to {{origin}}. An owner of this installation can allow it on the runs page.":
    "لا يجوز إرسال النص إلى {{origin}}. يمكن لمالك هذا التثبيت السماح بذلك في صفحة العمليات.",
  "The comparison was cancelled.": "أُلغيت المقارنة.",
  "The database does not answer at the moment. Try again in a little while.":
    "لا تستجيب قاعدة البيانات الآن. حاول بعد قليل.",
  "The evaluation was cancelled.": "أُلغي التقييم.",
  "The file is not valid UTF-8.": "الملف ليس UTF-8 صالحًا.",
  "The import was cancelled. Nothing was kept.": "أُلغي الاستيراد ولم يُحفظ شيء.",
  'The project "{{slug}}" was deleted.': "حُذف المشروع «{{slug}}».",
  "The server has no {{variable}} in its environment. Set it and start the server again.":
    "ليس في بيئة الخادم {{variable}}. عيّنه وأعد تشغيل الخادم.",
  "There are no pairs to add.": "لا أزواج لإضافتها.",
  "There are no such names.": "لا توجد أسماء كهذه.",
  'There is a project with the address "{{slug}}" already.': "يوجد مشروع بالعنوان «{{slug}}» من قبل.",
  'There is a run "{{name}}" already. Choose another name.': "توجد عملية «{{name}}» من قبل. اختر اسمًا آخر.",
  'There is a snapshot "{{name}}" already. Snapshots never change; choose another name.':
    "توجد لقطة «{{name}}» من قبل. اللقطات لا تتغير؛ اختر اسمًا آخر.",
  'There is no label "{{from}}" any more.': "لم يعد هناك تصنيف «{{from}}».",
  'There is no project "{{slug}}" that you may see.': "لا يوجد مشروع «{{slug}}» يمكنك رؤيته.",
  "There is no such run in this project.": "لا توجد عملية كهذه في هذا المشروع.",
  "There is nothing to take back.": "لا شيء للتراجع عنه.",
  "This entry is not in memory any more.": "لم يعد هذا المدخل في الذاكرة.",
  "This is not a regular expression: {{detail}}.": "هذا ليس تعبيرًا نمطيًا: {{detail}}.",
  "This list of segments is not kept any more, or not for you to see.":
    "لم تعد قائمة المقاطع هذه محفوظة أو ليست لك لتراها.",
  "Wikipedia wants to know who asks. Give a contact: an address of mail, or of a page about you.":
    "تريد ويكيبيديا معرفة من يسأل. أعط وسيلة اتصال: عنوان بريد أو صفحة عنك.",
};
