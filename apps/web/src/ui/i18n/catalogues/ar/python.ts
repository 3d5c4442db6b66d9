import type { Catalogue } from "../../languages.ts";

export const python: Catalogue = {
  ", from which clients for other languages can be generated.": "، ومنه يمكن توليد عملاء للغات أخرى.",
  "All there is to ask for stands in": "كل ما يمكن طلبه موجود في",
  "Brings a file in, after a dry run, and takes what was accepted out, with the loss report.":
    "يُدخل ملفًا بعد تجربة أولية، ويُخرج ما قُبل مع تقرير الفقد.",
  "Copy {{command}}": "نسخ {{command}}",
  "Copy {{file}}": "نسخ {{file}}",
  Library: "المكتبة",
  "Make an API key": "إنشاء مفتاح API",
  "Make an API key and put it where the scripts look for it:":
    "أنشئ مفتاح API وضعه حيث تبحث عنه البرامج النصية:",
  Once: "مرة واحدة",
  "Save one of the scripts below and run it. Offsets are characters as Python counts them.":
    "احفظ أحد البرامج أدناه ونفّذه. المواضع محارف كما تعدّها بايثون.",
  "Scripts for {{name}}, ready to run": "برامج نصية لـ{{name}} جاهزة للتنفيذ",
  "Segments and linked names as tables.": "القطع والأسماء المرتبطة في جداول.",
  "The project as a Hugging Face dataset.": "المشروع بوصفه مجموعة بيانات Hugging Face.",
  "The project as the file that spaCy trains on.": "المشروع بوصفه الملف الذي يتدرب عليه spaCy.",
  "pip install {{needs}}": "pip install {{needs}}",
  "the OpenAPI document": "وثيقة OpenAPI",
};
