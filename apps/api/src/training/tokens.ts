/** What tokens are counted in: the encoding of OpenAI's newer models. For others it is an estimate. */
export const ENCODING = "o200k_base";

/** Text that looks like a special token is text. */
const asText = { allowedSpecial: new Set<string>(), disallowedSpecial: new Set<string>() };

/** Its table takes a second and a hundred megabytes, so it is loaded when somebody asks. */
export async function loadTokenCounter(): Promise<(text: string) => number> {
  const { countTokens } = await import("gpt-tokenizer/encoding/o200k_base");
  return (text) => countTokens(text, asText);
}
