import { useEffect, useEffectEvent, useState } from "react";

const carriesFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") ?? false;

/**
 * Takes files dropped anywhere on the page: one that misses the marked field must not replace the app by the file.
 * True while a file is held over the page.
 */
export function useFileDrop(onDrop: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const drop = useEffectEvent((event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setOver(false);
    onDrop([...(event.dataTransfer?.files ?? [])]);
  });
  useEffect(() => {
    const hold = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      // Only when the pointer leaves the window, not from one element to the next.
      if (event.relatedTarget === null) setOver(false);
    };
    const controller = new AbortController();
    const { signal } = controller;
    window.addEventListener("dragover", hold, { signal });
    window.addEventListener("dragleave", leave, { signal });
    window.addEventListener("drop", (event) => drop(event), { signal });
    return () => controller.abort();
  }, []);
  return over;
}
