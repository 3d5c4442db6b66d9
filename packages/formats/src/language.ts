import { isLanguageTag } from "@spanbridge/shared";
import type { Reporter } from "./diagnostics.ts";
import { show } from "./show.ts";

type Verdict = "fits" | "variant" | "other" | "malformed";

/** Compares the rows' language with the expected one; asks about each tag once, as files name one or two. */
export class LanguageCheck {
  readonly #expected: string | null;
  readonly #others: "error" | "warning" | "taken";
  readonly #verdicts = new Map<string, Verdict>();
  #variantReported = false;

  /** `others`: what rows in another language are; of those that are taken nothing is said. */
  constructor(expected: string | null, others: "error" | "warning" | "taken") {
    this.#expected = expected;
    this.#others = others;
  }

  check(tag: string, field: string, report: Reporter): void {
    const verdict = this.#verdicts.get(tag) ?? this.#judge(tag);
    if (verdict === "fits") return;
    if (verdict === "malformed") {
      report.error(field, "language", `${show(tag)} is not a language tag such as zh, zh-TW or ar.`);
    } else if (verdict === "other") {
      if (this.#others === "taken") return;
      const message = `The row is in ${show(tag)}, but ${show(this.#expected)} was expected.`;
      report[this.#others](field, "other_language", message);
    } else if (!this.#variantReported) {
      this.#variantReported = true;
      const message = `The row says ${show(tag)}, a variant of ${show(this.#expected)}; it is taken, as are all rows like it.`;
      report.warning(field, "language_variant", message);
    }
  }

  #judge(tag: string): Verdict {
    const verdict = compare(tag, this.#expected);
    // A file with a new tag in every row is broken; it must not fill the memory as well.
    if (this.#verdicts.size < 1000) this.#verdicts.set(tag, verdict);
    return verdict;
  }
}

function compare(tag: string, expected: string | null): Verdict {
  if (tag.length > 100 || !isLanguageTag(tag)) return "malformed";
  if (expected === null || tag === expected) return "fits";
  return primary(tag) === primary(expected) ? "variant" : "other";
}

const primary = (tag: string): string => (tag.split("-", 1)[0] ?? tag).toLowerCase();
