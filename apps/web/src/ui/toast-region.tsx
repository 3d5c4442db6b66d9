import { Toast as Base } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { useEffect } from "react";
import { t } from "./i18n/t.ts";
import { IconButton } from "./icon-button.tsx";
import { type ToastKind, type ToastRequest, useToastQueue } from "./toast.ts";

const icons = { info: Info, good: CircleCheck, bad: CircleAlert } as const;
const colours = { info: "text-ink-muted", good: "text-good", bad: "text-bad" } as const;
const kindOf = (type: string | undefined): ToastKind => (type === "good" || type === "bad" ? type : "info");

const optionsOf = ({ id, title, description, kind = "info", action }: ToastRequest) => ({
  ...(id === undefined ? {} : { id }),
  title,
  description,
  type: kind,
  priority: kind === "bad" ? ("high" as const) : ("low" as const),
  timeout: kind === "bad" ? 12_000 : 6000,
  ...(action ? { actionProps: { children: action.label, onClick: action.onSelect } } : {}),
});

function ToastList() {
  const { toasts, add } = Base.useToastManager();
  const queue = useToastQueue((state) => state.queue);
  useEffect(() => {
    if (queue.length === 0) return;
    useToastQueue.setState({ queue: [] });
    for (const request of queue) add(optionsOf(request));
  }, [queue, add]);
  return toasts.map((item) => {
    const kind = kindOf(item.type);
    const Icon = icons[kind];
    return (
      <Base.Root
        key={item.id}
        toast={item}
        className="rounded-lg border border-line bg-raised shadow-lg transition-opacity data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0"
      >
        <Base.Content className="flex items-start gap-2.5 py-2.5 pe-2 ps-3">
          <Icon aria-hidden className={`mt-0.75 size-4 shrink-0 ${colours[kind]}`} />
          <div className="min-w-0 grow pt-px">
            <Base.Title className="font-medium text-base tracking-normal" />
            <Base.Description className="text-ink-muted text-sm" />
            <Base.Action className="mt-1 font-medium text-link" />
          </div>
          <Base.Close render={<IconButton icon={X} label={t("Dismiss")} size="sm" />} />
        </Base.Content>
      </Base.Root>
    );
  });
}

export function ToastRegion() {
  return (
    <Base.Provider limit={4}>
      <Base.Portal>
        <Base.Viewport className="fixed end-4 bottom-4 z-50 flex w-[calc(100vw-32px)] max-w-sm flex-col gap-2 outline-hidden">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}
