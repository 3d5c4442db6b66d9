import type { Locator } from "@playwright/test";

export type Point = { readonly x: number; readonly y: number };

/**
 * Where the pointer has to be for the edge before the character at `offset` (code points) or behind the one that ends
 * there: just inside that character, on the side where reading begins or ends.
 */
export async function edgePoint(text: Locator, offset: number, edge: "start" | "end"): Promise<Point> {
  await text.scrollIntoViewIfNeeded();
  return text.evaluate(
    (root, { offset, edge }) => {
      const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      let passed = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const { segment, index } of segmenter.segment(node.nodeValue ?? "")) {
          const length = [...segment].length;
          const hit = edge === "start" ? passed === offset : passed + length === offset;
          passed += length;
          if (!hit) continue;
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + segment.length);
          const box = range.getBoundingClientRect();
          const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(segment);
          const atLeft = (edge === "start") !== rightToLeft;
          return { x: atLeft ? box.left + 1 : box.right - 1, y: box.top + box.height / 2 };
        }
      }
      throw new Error(`No character has its ${edge} at ${offset}.`);
    },
    { offset, edge },
  );
}

/** Number of characters as people count them. */
export const graphemes = (text: string): number =>
  [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)].length;
