import type { WikiPage, Wikis } from "./pages.ts";

// Sentences written for the tests; the titles are those of real articles.

const english: readonly WikiPage[] = [
  {
    title: "Berlin",
    links: { zh: "柏林", ar: "برلين", th: "เบอร์ลิน", hi: "बर्लिन" },
    extract: "Berlin is a city.",
  },
  {
    title: "European Union",
    links: { zh: "欧洲联盟" },
    extract: "The European Union (EU) is a union of states.",
  },
  { title: "EU", redirect: { to: "European Union" } },
  { title: "Myanmar", links: { zh: "缅甸" }, extract: "Myanmar, formerly known as Burma, is a country." },
  { title: "Burma", redirect: { to: "Myanmar" } },
  {
    title: "Barack Obama",
    links: { zh: "贝拉克·奥巴马", ar: "باراك أوباما" },
    extract: "Barack Obama is a politician.",
  },
  { title: "Taiwan", links: { zh: "臺灣" }, extract: "Taiwan is an island." },
  { title: "Queen (band)", links: { zh: "皇后乐队 (乐队)" }, extract: "Queen is a band." },
  { title: "Bangkok", links: { th: "กรุงเทพมหานคร", hi: "बैंकॉक" }, extract: "Bangkok is a city." },
  { title: "New Delhi", links: { hi: "नई दिल्ली" }, extract: "New Delhi is a city." },
  { title: "Mercury", disambiguation: true, links: { zh: "水星 (消歧义)" } },
  { title: "Venantius AB", redirect: { to: "508" } },
  { title: "508", links: { zh: "508年" }, extract: "The year 508." },
  { title: "Acme Ltd", redirect: { to: "Berlin", section: "Economy" } },
  { title: "Lonely Town", extract: "A town without friends." },
  { title: "Silent Town", links: { zh: "静镇" }, extract: "A town." },
  { title: "Odd Town", links: { zh: "怪镇" }, extract: "A town." },
];

const chinese: readonly WikiPage[] = [
  { title: "柏林", extract: "柏林（德語：Berlin）是德國首都，也是柏林邦的所在。\n柏林有三百多萬人。" },
  { title: "欧洲联盟", extract: "欧洲联盟，简称欧盟，是欧洲多国的联盟。" },
  { title: "缅甸", extract: "緬甸聯邦共和國，通稱緬甸，是東南亞國家。" },
  { title: "贝拉克·奥巴马", extract: "貝拉克·侯賽因·奧巴馬二世，是美國政治家。貝拉克·奧巴馬曾任總統。" },
  { title: "臺灣", redirect: { to: "台湾" } },
  { title: "台湾", extract: "臺灣是位於東亞的島嶼。" },
  { title: "皇后乐队 (乐队)", extract: "皇后乐队是英国摇滚乐队。" },
  { title: "水星 (消歧义)", disambiguation: true, extract: "水星可以指：" },
  { title: "508年", extract: "508年是公元六世紀的一年。" },
  { title: "静镇", extract: "" },
  { title: "怪镇", extract: "這裡說的是別的地方。" },
];

const arabic: readonly WikiPage[] = [
  { title: "برلين", extract: "بَرلين هي عاصمة ألمانيا." },
  { title: "باراك أوباما", extract: "باراك حسين أوباما هو سياسي أمريكي." },
];

const thai: readonly WikiPage[] = [
  { title: "เบอร์ลิน", extract: "เบอร์ลินเป็นเมืองหลวงของเยอรมนี" },
  { title: "กรุงเทพมหานคร", extract: "กรุงเทพมหานครเป็นเมืองหลวงของประเทศไทย" },
];

const hindi: readonly WikiPage[] = [
  { title: "बर्लिन", extract: "बर्लिन जर्मनी की राजधानी है।" },
  { title: "बैंकॉक", extract: "बैंकॉक थाईलैंड का नगर है।" },
  { title: "नई दिल्ली", extract: "नई दिल्ली भारत की राजधानी है।" },
];

/** A few articles in five languages, with every way in which a name can fail. */
export const smallWorld: Wikis = { en: english, zh: chinese, ar: arabic, th: thai, hi: hindi };

/** Names of `manyTowns`. */
export const townNames = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `Town ${index}`);

/** As many towns as wanted, each with an article in English and one in Chinese. */
export const manyTowns = (count: number): Wikis => ({
  en: townNames(count).map((title, index) => ({
    title,
    links: { zh: `第${index}镇` },
    extract: `${title} is a town.`,
  })),
  zh: townNames(count).map((_, index) => ({ title: `第${index}镇`, extract: `第${index}镇是一个镇。` })),
});
