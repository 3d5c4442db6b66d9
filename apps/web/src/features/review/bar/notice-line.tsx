import { clsx } from "clsx";
import { useNotice } from "../session/notices.ts";

/** What was done last, or why not. Outlives the segment it was told of, so that screen readers hear it. */
export function NoticeLine() {
  const { message, kind } = useNotice();
  return (
    <p
      role="status"
      title={message}
      className={clsx(
        "ml-auto w-72 max-w-[40%] shrink-0 truncate text-right text-sm",
        kind === "refusal" ? "text-warn" : "text-ink-muted",
      )}
    >
      {message}
    </p>
  );
}
