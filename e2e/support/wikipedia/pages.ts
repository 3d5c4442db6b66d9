/** A page as the stand-in knows it. A redirect has nothing but where it leads to. */
export type WikiPage = {
  readonly title: string;
  readonly redirect?: { readonly to: string; readonly section?: string };
  /** Number of the namespace; 0 (articles) where nothing is said. */
  readonly namespace?: number;
  readonly disambiguation?: boolean;
  /** Titles in other wikis, by their codes. */
  readonly links?: Readonly<Record<string, string>>;
  /** Plain text before the first heading. */
  readonly extract?: string;
};

/** The pages of each wiki, by its code. */
export type Wikis = Readonly<Record<string, readonly WikiPage[]>>;

/** What the stand-in says of each page beyond that: made from its place in the list, so that it stays the same. */
export const idOf = (index: number): number => 1000 + index;
export const revisionOf = (index: number): number => 900_000 + index;
