const ADJECTIVE: Readonly<Record<string, RegExp>> = {
  ru: /(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$/u,
  uk: /(?:ськ|цьк)(?:ий|ого|ому|им|а|ої|у|е|і|их|ими)$/u,
  de: /(?:isch(?:e[nrms]?)?|er)$/u,
};

/** Whether a folded word ends as the adjectives that a language makes of names do. */
export const looksAdjectival = (folded: string, base: string): boolean =>
  ADJECTIVE[base]?.test(folded) ?? false;
