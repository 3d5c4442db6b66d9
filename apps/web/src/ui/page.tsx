import { clsx } from "clsx";
import type { ReactNode } from "react";

type PageProps = {
  /** The page's first heading. */
  readonly title: ReactNode;
  /** One line below it. */
  readonly subtitle?: ReactNode;
  /** Beside the heading; the primary one comes first. */
  readonly actions?: ReactNode;
  readonly width?: "md" | "xl" | "2xl";
  readonly children: ReactNode;
};

const widths = { md: "max-w-lg", xl: "max-w-xl", "2xl": "max-w-2xl" } as const;

/** The frame of an ordinary page: a column with a heading, actions and content. */
export function Page({ title, subtitle, actions, width = "2xl", children }: PageProps) {
  return (
    <div className={clsx("page mx-auto flex w-full flex-col gap-6 px-4 py-8 sm:px-6", widths[width])}>
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <h1 className="text-2xl [overflow-wrap:anywhere]">{title}</h1>
          {subtitle && <div className="mt-1 text-ink-muted">{subtitle}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

type SectionProps = {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  /** Without a frame around the content. */
  readonly plain?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A titled part of a page. */
export function Section({ title, subtitle, actions, plain = false, className, children }: SectionProps) {
  return (
    <section className="flex min-w-0 flex-col gap-2.5">
      <div className="flex min-h-8 flex-wrap items-end justify-between gap-2">
        <div>
          <h2 className="text-lg">{title}</h2>
          {subtitle && <p className="text-ink-muted text-sm">{subtitle}</p>}
        </div>
        {actions}
      </div>
      <div className={clsx(!plain && "rounded-lg border border-line bg-surface shadow-sm", className)}>
        {children}
      </div>
    </section>
  );
}
