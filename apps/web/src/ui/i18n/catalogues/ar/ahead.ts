import type { Catalogue } from "../../languages.ts";

/** Reading ahead, and keys for what is under the pointer. */
export const ahead: Catalogue = {
  "Accept this segment and all that are shown below it, and go on":
    "قبول هذه القطعة وكل ما يظهر تحتها والمتابعة",
  "Accept down to number {{place}} of those shown below, and open that":
    "قبول ما قبل القطعة رقم {{place}} مما يظهر تحتها وفتحها",
  "The next segments below this one, to accept several at once, shown or hidden":
    "إظهار القطع التالية تحت هذه أو إخفاؤها، لقبول عدة قطع معًا",
  "Move the nearest edge to the pointer": "نقل أقرب حد إلى المؤشر",
  "Move the other edge of that span to the pointer": "نقل الحد الآخر لذلك المقطع إلى المؤشر",
  "Point at where the edge is to be.": "أشر إلى المكان الذي يجب أن يكون فيه الحد.",
  "No segments are shown below this one.": "لا تظهر قطع تحت هذه القطعة.",
  "No segment stands there.": "لا توجد قطعة هناك.",
  "Segments accepted: {{number}}": "القطع المقبولة: {{number}}",
  "accept all {{count}} read": "قبول كل ما قُرئ: {{count}}",
  "Accept what has been on screen: {{count}}": "قبول ما ظهر على الشاشة: {{count}}",
  "Segments accepted: {{number}}. This one has not been on screen yet.":
    "القطع المقبولة: {{number}}. لم تظهر هذه القطعة على الشاشة بعد.",
  "The next segments": "القطع التالية",
  "No other segment is pending.": "لا توجد قطعة معلقة أخرى.",
  "More of them cannot be loaded now.": "لا يمكن تحميل المزيد منها الآن.",
  "Accept this one and all of these": "قبول هذه وكل ما يليها هنا",
  "Right down to here: open this one": "صحيح حتى هنا: افتح هذه",
  "With nothing selected, keys for a span mean the one under the pointer.":
    "عندما لا يكون شيء محددًا، تعني مفاتيح المقطع ما هو تحت المؤشر.",
  "With Ctrl or Cmd a click on a span links the selected one with it, or takes that link away, and text that is drawn belongs to no entity. With Alt text is taken by the character.":
    "مع Ctrl أو Cmd يربط النقر على مقطعٍ المقطعَ المحدد به أو يزيل ذلك الرابط، والنص المرسوم عندها لا ينتمي إلى أي كيان. ومع Alt يؤخذ النص حرفًا حرفًا.",
};
