import { directionOf } from "@spanbridge/shared";
import { clsx } from "clsx";
import { type ReactNode, useEffect } from "react";
import { loadFontFor, scriptClass } from "./fonts.ts";

type ScriptTextProps = {
  /** BCP 47. */
  readonly language: string;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A name or a line of text in a language's own font and direction, in the size of what is around it. */
export function ScriptText({ language, className = "text-base", children }: ScriptTextProps) {
  useEffect(() => {
    void loadFontFor(language);
  }, [language]);
  return (
    <bdi
      lang={language}
      dir={directionOf(language)}
      className={clsx("corpus-text", scriptClass(language), className)}
    >
      {children}
    </bdi>
  );
}
