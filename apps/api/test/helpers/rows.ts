/** A row of the pairs format with one linked pair of entities: 奥巴马 and Obama. */
export const obama = (id: string, more: object = {}) => ({
  id,
  source_lang: "zh",
  source_text: `奥巴马访问了北京。${id}`,
  english_text: `Obama visited Beijing. ${id}`,
  source_entities: [{ id: "s1", start: 0, end: 3, label: "PER", text: "奥巴马", score: 0.9 }],
  english_entities: [{ id: "e1", start: 0, end: 5, label: "PER", text: "Obama" }],
  links: [["e1", "s1"]],
  ...more,
});

/** A row with text alone. */
export const plain = (id: string, more: object = {}) => ({
  id,
  source_lang: "zh",
  source_text: `这是第${id}句。`,
  english_text: `This is sentence ${id}.`,
  ...more,
});
