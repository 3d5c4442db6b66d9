type Mention = readonly [surface: string, label: string];
type Pair = readonly [source: Mention, english: Mention];

/** A row of the pairs format from its texts and the surfaces in them, each at its first place. */
function row(
  id: string,
  language: string,
  source: string,
  english: string,
  pairs: readonly Pair[],
  loose: readonly Mention[],
) {
  const entity = (text: string, [surface, label]: Mention, entityId: string) => {
    const at = text.indexOf(surface);
    if (at === -1) throw new Error(`"${surface}" is not in "${text}".`);
    const start = [...text.slice(0, at)].length;
    return { id: entityId, start, end: start + [...surface].length, label, text: surface };
  };
  return {
    id,
    doc: "overlapping",
    source_lang: language,
    source_text: source,
    english_text: english,
    source_entities: pairs.map(([mention], index) => entity(source, mention, `s${index}`)),
    english_entities: [
      ...pairs.map(([, mention], index) => entity(english, mention, `e${index}`)),
      ...loose.map((mention, index) => entity(english, mention, `l${index}`)),
    ],
    links: pairs.map((_, index) => [`e${index}`, `s${index}`]),
  };
}

/** Sentences of our own whose names lie within and across one another, in three scripts. */
export const overlapping = {
  zh: row(
    "zh-1",
    "zh",
    "中華人民共和國國務院總理周三在北京大學附屬中學會見了世界衛生組織總幹事譚德塞。",
    "On Wednesday the Premier of the State Council of the People's Republic of China met WHO Director-General Tedros at the High School Affiliated to Peking University.",
    [
      [
        ["中華人民共和國國務院", "ORG"],
        ["State Council of the People's Republic of China", "ORG"],
      ],
      [
        ["中華人民共和國", "LOC"],
        ["People's Republic of China", "LOC"],
      ],
      [
        ["北京大學附屬中學", "ORG"],
        ["High School Affiliated to Peking University", "ORG"],
      ],
      [
        ["北京大學", "ORG"],
        ["Peking University", "ORG"],
      ],
      [
        ["北京", "LOC"],
        ["Peking", "LOC"],
      ],
      [
        ["譚德塞", "PER"],
        ["Tedros", "PER"],
      ],
    ],
    [["WHO", "ORG"]],
  ),
  ar: row(
    "ar-1",
    "ar",
    "التقى رئيس جامعة القاهرة الدكتور محمد الخشت بوفد من منظمة الصحة العالمية في مدينة الإسكندرية يوم الأربعاء.",
    "The president of Cairo University, Dr. Mohamed Elkhosht, met a delegation of the World Health Organization in the city of Alexandria on Wednesday.",
    [
      [
        ["جامعة القاهرة", "ORG"],
        ["Cairo University", "ORG"],
      ],
      [
        ["القاهرة", "LOC"],
        ["Cairo", "LOC"],
      ],
      [
        ["محمد الخشت", "PER"],
        ["Mohamed Elkhosht", "PER"],
      ],
      [
        ["منظمة الصحة العالمية", "ORG"],
        ["World Health Organization", "ORG"],
      ],
      [
        ["مدينة الإسكندرية", "LOC"],
        ["city of Alexandria", "LOC"],
      ],
      [
        ["الإسكندرية", "LOC"],
        ["Alexandria", "LOC"],
      ],
    ],
    [],
  ),
  th: row(
    "th-1",
    "th",
    "อธิการบดีมหาวิทยาลัยเชียงใหม่พบกับผู้แทนองค์การอนามัยโลกที่โรงพยาบาลมหาราชนครเชียงใหม่เมื่อวันพุธ",
    "The president of Chiang Mai University met a representative of the World Health Organization at Maharaj Nakorn Chiang Mai Hospital on Wednesday.",
    [
      [
        ["มหาวิทยาลัยเชียงใหม่", "ORG"],
        ["Chiang Mai University", "ORG"],
      ],
      [
        ["เชียงใหม่", "LOC"],
        ["Chiang Mai", "LOC"],
      ],
      [
        ["องค์การอนามัยโลก", "ORG"],
        ["World Health Organization", "ORG"],
      ],
      [
        ["โรงพยาบาลมหาราชนครเชียงใหม่", "ORG"],
        ["Maharaj Nakorn Chiang Mai Hospital", "ORG"],
      ],
    ],
    [],
  ),
} as const;
