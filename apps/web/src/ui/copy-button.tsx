import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { t } from "./i18n/t.ts";
import { IconButton } from "./icon-button.tsx";
import { toast } from "./toast.ts";

const SHOWN_MS = 2000;

export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () =>
    copyText(text).then((done) =>
      done
        ? setCopied(true)
        : toast(t("The browser did not allow copying"), {
            description: t("Select the text and copy it."),
            kind: "bad",
          }),
    );
  return (
    <>
      <IconButton icon={copied ? Check : Copy} label={label} size="sm" onClick={() => void copy()} />
      <span role="status" className="sr-only">
        {copied ? t("Copied") : ""}
      </span>
    </>
  );
}

/** False where the browser refuses: no permission, or a page served without https from another machine. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
