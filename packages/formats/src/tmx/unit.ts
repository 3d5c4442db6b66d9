/** A translation unit as it stands in the file. */
export type Variant = { readonly lang: string; readonly text: string };
export type Unit = {
  readonly line: number;
  readonly id: string | null;
  readonly variants: readonly Variant[];
  readonly properties: readonly (readonly [string, string])[];
  readonly notes: readonly string[];
  /** Whether markup inside a segment was left out. */
  readonly markup: boolean;
};

/** Inline elements whose content is code of the original file, not text (TMX 1.4b, 3.3). */
const CODE: ReadonlySet<string> = new Set(["bpt", "ept", "ph", "it", "ut"]);

type Attributes = { readonly [name: string]: string };

/** Collects units from the elements of a TMX file as they open and close. */
export class UnitBuilder {
  #line = 0;
  #id: string | null = null;
  #variants: Variant[] = [];
  #properties: (readonly [string, string])[] = [];
  #notes: string[] = [];
  #markup = false;
  #inUnit = false;
  #lang = "";
  /** What the text that comes next belongs to. */
  #target: "segment" | "property" | "note" | null = null;
  #propertyType = "";
  #text = "";
  /** Depth of inline code. */
  #code = 0;

  open(name: string, attributes: Attributes, line: number): void {
    if (name === "tu") {
      this.#begin(line, attributes);
    } else if (this.#target === "segment") {
      this.#markup = true;
      if (CODE.has(name)) this.#code++;
    } else if (!this.#inUnit) {
      return;
    } else if (name === "tuv") {
      this.#lang = attributes["xml:lang"] ?? attributes.lang ?? "";
    } else if (name === "seg") {
      this.#start("segment");
    } else if (name === "prop") {
      this.#propertyType = attributes.type ?? "";
      this.#start("property");
    } else if (name === "note") this.#start("note");
  }

  text(text: string): void {
    if (this.#target !== null && this.#code === 0) this.#text += text;
  }

  close(name: string): Unit | undefined {
    if (name === "tu" && this.#inUnit) {
      this.#inUnit = false;
      this.#target = null;
      return {
        line: this.#line,
        id: this.#id,
        variants: this.#variants,
        properties: this.#properties,
        notes: this.#notes,
        markup: this.#markup,
      };
    }
    if (this.#target === "segment" && name !== "seg") {
      if (CODE.has(name) && this.#code > 0) this.#code--;
    } else if (name === "seg" && this.#target === "segment") {
      this.#variants.push({ lang: this.#lang, text: this.#text });
      this.#target = null;
    } else if (name === "prop" && this.#target === "property") {
      this.#properties.push([this.#propertyType, this.#text]);
      this.#target = null;
    } else if (name === "note" && this.#target === "note") {
      this.#notes.push(this.#text);
      this.#target = null;
    }
    return undefined;
  }

  #begin(line: number, attributes: Attributes): void {
    this.#inUnit = true;
    this.#line = line;
    this.#id = attributes.tuid ?? null;
    this.#variants = [];
    this.#properties = [];
    this.#notes = [];
    this.#markup = false;
    this.#lang = "";
    this.#target = null;
    this.#code = 0;
  }

  #start(target: "segment" | "property" | "note"): void {
    this.#target = target;
    this.#text = "";
    this.#code = 0;
  }
}
