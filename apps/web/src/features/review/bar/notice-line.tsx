import { clsx } from "clsx";
import { said } from "../../../ui/i18n/t.ts";
import { useNotice } from "../session/notices.ts";

/** What was done last, or why not. Outlives the segment it was told of, so that screen readers hear it. */
export function NoticeLine() {
  const { message, kind } = useNotice();
  return (
    <p
      role="status"
      title={said(message)}
      className={clsx(
        "ms-auto h-full w-72 max-w-[40%] shrink-0 truncate text-end text-sm leading-10 [contain:strict]",
        kind === "refusal" ? "text-warn" : "text-ink-muted",
      )}
    >
      {said(message)}
    </p>
  );
}
