/** The interface's languages, each by its own name. The first is the one that sentences are written in. */
export const languages = [
  { tag: "en", name: "English", direction: "ltr", font: "" },
  { tag: "zh-Hans", name: "简体中文", direction: "ltr", font: "Noto Sans SC Variable" },
  { tag: "ja", name: "日本語", direction: "ltr", font: "Noto Sans JP Variable" },
  { tag: "ar", name: "العربية", direction: "rtl", font: "Noto Sans Arabic Variable" },
] as const;

export type Language = (typeof languages)[number]["tag"];

export const isLanguage = (value: string | null): value is Language =>
  languages.some(({ tag }) => tag === value);

/** A sentence of the interface in another language, by the English one; `_one`, `_few` … behind it: its plurals. */
export type Catalogue = Readonly<Record<string, string>>;
