import { clsx } from "clsx";

/** The sign and the name; where room is needed (narrow window, inside a project) the sign alone. */
export function Wordmark({ hideName }: { readonly hideName: boolean }) {
  return (
    <span aria-hidden className="flex items-center gap-2">
      <svg viewBox="0 0 32 32" className="size-6 shrink-0 forced-color-adjust-none" role="presentation">
        <rect width="32" height="32" rx="7" fill="var(--color-accent)" />
        <g fill="none" stroke="var(--color-on-solid)" strokeLinecap="round">
          <path d="M5 21h22M8 21c0-8 16-8 16 0" strokeWidth="2.6" />
          <path d="M12.5 21v-5M19.5 21v-5" strokeWidth="2" />
        </g>
      </svg>
      <span className={clsx("font-semibold tracking-tight", hideName && "max-lg:hidden")}>Spanbridge</span>
    </span>
  );
}
