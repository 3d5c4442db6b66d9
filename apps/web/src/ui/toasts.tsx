import { lazy, Suspense, useState } from "react";
import { useToastQueue } from "./toast.ts";

const Region = lazy(() => import("./toast-region.tsx").then(({ ToastRegion }) => ({ default: ToastRegion })));

/** Where toasts appear; once per app. */
export function Toasts() {
  const waiting = useToastQueue(({ queue }) => queue.length > 0);
  const [needed, setNeeded] = useState(false);
  if (waiting && !needed) setNeeded(true);
  return needed ? (
    <Suspense>
      <Region />
    </Suspense>
  ) : null;
}
