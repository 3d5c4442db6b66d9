import { z } from "zod";
import { loneSurrogateAt } from "./text.ts";

/** Whether a text can be written as UTF-8 and kept by PostgreSQL: no half of a surrogate pair, no NUL. */
export const isStorable = (value: string): boolean => loneSurrogateAt(value) === -1 && !value.includes("\0");

/** A string of at most `max` UTF-16 units that can be stored. */
export const storableText = (max: number) =>
  z.string().max(max).refine(isStorable, "The text holds a character that cannot be stored.");
