import { countTokens } from "gpt-tokenizer/encoding/o200k_base";

/** What tokens are counted in: the encoding of OpenAI's newer models. For others it is an estimate. */
export const ENCODING = "o200k_base";

/** Text that looks like a special token is text. */
const asText = { allowedSpecial: new Set<string>(), disallowedSpecial: new Set<string>() };

export const tokensOf = (text: string): number => countTokens(text, asText);
