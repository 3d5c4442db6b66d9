import { lazy, Suspense } from "react";
import { Skeleton } from "./skeleton.tsx";

const Rendered = lazy(() =>
  import("./markdown-view.tsx").then(({ MarkdownView }) => ({ default: MarkdownView })),
);

/** Markdown with tables, as people write it: no HTML, no pictures from elsewhere. The renderer is loaded when needed. */
export function Markdown({ text }: { readonly text: string }) {
  return (
    <Suspense fallback={<Skeleton className="h-24" />}>
      <Rendered text={text} />
    </Suspense>
  );
}
