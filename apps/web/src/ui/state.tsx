import { clsx } from "clsx";
import { CircleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { t } from "./i18n/t.ts";

type EmptyStateProps = {
  readonly icon?: LucideIcon;
  readonly title: string;
  /** One sentence: what would be here and how it gets here. */
  readonly children?: ReactNode;
  /** One button. */
  readonly action?: ReactNode;
  readonly className?: string;
};

export function EmptyState({ icon: Icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={clsx("mx-auto flex max-w-md flex-col items-center px-6 py-12 text-center", className)}>
      {Icon && (
        <span className="mb-4 grid size-11 place-items-center rounded-xl bg-sunken text-ink-muted">
          <Icon aria-hidden className="size-5" />
        </span>
      )}
      <h2 className="text-lg">{title}</h2>
      {children && <div className="mt-1.5 text-ink-muted">{children}</div>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

type ErrorStateProps = {
  /** What happened. */
  readonly title: string;
  /** What was kept and what to do. */
  readonly children?: ReactNode;
  readonly onRetry?: (() => void) | undefined;
  readonly action?: ReactNode;
  readonly className?: string;
};

export function ErrorState({ title, children, onRetry, action, className }: ErrorStateProps) {
  return (
    <div
      role="alert"
      className={clsx("mx-auto flex max-w-md flex-col items-center px-6 py-12 text-center", className)}
    >
      <span className="mb-4 grid size-11 place-items-center rounded-xl bg-bad-soft text-bad">
        <CircleAlert aria-hidden className="size-5" />
      </span>
      <h2 className="text-lg">{title}</h2>
      {children && <div className="mt-1.5 text-ink-muted">{children}</div>}
      {(onRetry || action) && (
        <div className="mt-5 flex flex-wrap justify-center gap-2">
          {onRetry && <Button onClick={onRetry}>{t("Try again")}</Button>}
          {action}
        </div>
      )}
    </div>
  );
}
