import { Toast as Base } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { IconButton } from "./icon-button.tsx";

const manager = Base.createToastManager();
type Kind = "info" | "good" | "bad";
const icons = { info: Info, good: CircleCheck, bad: CircleAlert } as const;
const colours = { info: "text-ink-muted", good: "text-good", bad: "text-bad" } as const;
const kindOf = (type: string | undefined): Kind => (type === "good" || type === "bad" ? type : "info");

type ToastOptions = {
  readonly description?: string;
  readonly kind?: Kind;
  readonly action?: { readonly label: string; readonly onSelect: () => void };
  /** Said again instead of stacked when one with this id is still there. */
  readonly id?: string;
};

/** Tells something in passing; callable from anywhere. What must not be missed belongs on the page instead. */
export function toast(title: string, { description, kind = "info", action, id }: ToastOptions = {}): void {
  manager.add({
    ...(id === undefined ? {} : { id }),
    title,
    description,
    type: kind,
    priority: kind === "bad" ? "high" : "low",
    timeout: kind === "bad" ? 12_000 : 6000,
    ...(action ? { actionProps: { children: action.label, onClick: action.onSelect } } : {}),
  });
}

function ToastList() {
  const { toasts } = Base.useToastManager();
  return toasts.map((item) => {
    const kind = kindOf(item.type);
    const Icon = icons[kind];
    return (
      <Base.Root
        key={item.id}
        toast={item}
        className="rounded-lg border border-line bg-raised shadow-lg transition-opacity data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0"
      >
        <Base.Content className="flex items-start gap-2.5 py-2.5 pr-2 pl-3">
          <Icon aria-hidden className={`mt-0.75 size-4 shrink-0 ${colours[kind]}`} />
          <div className="min-w-0 grow pt-px">
            <Base.Title className="font-medium" />
            <Base.Description className="text-ink-muted text-sm" />
            <Base.Action className="mt-1 font-medium text-link" />
          </div>
          <Base.Close render={<IconButton icon={X} label="Dismiss" size="sm" />} />
        </Base.Content>
      </Base.Root>
    );
  });
}

export function Toasts() {
  return (
    <Base.Provider toastManager={manager} limit={4}>
      <Base.Portal>
        <Base.Viewport className="fixed right-4 bottom-4 z-50 flex w-[calc(100vw-32px)] max-w-sm flex-col gap-2 outline-hidden">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}
