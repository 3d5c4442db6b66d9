/** What is common in any text of a language, folded as for matching; dense scripts by character. For batches too small to count. */
export const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  zh: "的 了 在 和 是 与 及 之 也 都 就 而 或 被 将 把 对 从 向 为 以 于 有 说 由 到 他 她 这 那 其 但 并 等 上 中 不 一 个",
  ja: "の は が を に で と も や へ た て し れ さ か ら な る い す だ り こ",
  ko: "은 는 이 가 을 를 의 에 와 과 로 도 한 하 고 다 서",
  th: "ที่ ใน ของ และ ได้ เป็น มี ไป มา ให้ กับ จาก จะ",
  ru: "и в на с по к у о от из за для не что как это был была были но а его ее их же до при",
  de: "und in im der die das den dem des von vom mit auf für zu zum zur aus bei an am ein eine einer ist war sich nicht auch als nach",
  ar: "في من على الى إلى ان أن عن مع هذا هذه التي الذي كان كانت ما لا",
  hi: "के का की में से को ने पर और है हैं था थे थी एक यह कि लिए",
  he: "של את על עם אל לא זה הוא היא כי גם או",
  fa: "در از به که و را با این برای است یک آن",
};
