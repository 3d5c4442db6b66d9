import { memo } from "react";
import { Leaf, type LeafProps } from "./leaf.tsx";

export function Leaves({ leaves }: { readonly leaves: readonly LeafProps[] }) {
  return leaves.map((leaf) => <Leaf key={leaf.start} {...leaf} />);
}

type TextBlockProps = { readonly start: number; readonly leaves: readonly LeafProps[] };

/** A part of a long text, laid out by itself. Drawn anew when something in it looks otherwise than before. */
export const TextBlock = memo(
  function TextBlock({ start, leaves }: TextBlockProps) {
    return (
      <div data-block data-start={start} className="text-block">
        <Leaves leaves={leaves} />
      </div>
    );
  },
  (before, after) =>
    before.start === after.start &&
    before.leaves.length === after.leaves.length &&
    before.leaves.every((leaf, index) => sameLeaf(leaf, after.leaves[index])),
);

const sameLeaf = (a: LeafProps, b: LeafProps | undefined): boolean =>
  a.start === b?.start &&
  a.text === b.text &&
  a.spans === b.spans &&
  a.background === b.background &&
  a.selected === b.selected;
