import { create } from "zustand";

/** The last thing that was told, for the line at the bottom and for screen readers. `turn` tells two equal ones apart. */
type Notice = {
  readonly message: string;
  readonly kind: "done" | "refusal";
  readonly turn: number;
};

export const useNotice = create<Notice>()(() => ({ message: "", kind: "done", turn: 0 }));

export const tell = (message: string, kind: Notice["kind"]): void =>
  useNotice.setState(({ turn }) => ({ message, kind, turn: turn + 1 }));
