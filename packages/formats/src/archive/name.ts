import { shorten } from "../show.ts";

/** The name of a file in an archive without its folders. Paths are for showing; nothing is ever written under them. */
export const baseName = (path: string): string => shorten(path.split(/[/\\]/).at(-1) ?? path, 120);

/** The folders a file of an archive is in, without the ways to leave them. */
export const folderOf = (path: string): string =>
  path
    .split(/[/\\]/)
    .slice(0, -1)
    .filter((part) => part !== "" && part !== "." && part !== "..")
    .join("/");
