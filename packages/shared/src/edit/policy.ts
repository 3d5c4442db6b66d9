/** The rules of a project that decide whether an edit fits. */
export type EditPolicy = {
  /** Names of the project's labels; a span may only be given one of these. */
  readonly labels: ReadonlySet<string>;
  /** Whether spans of one side may overlap or nest. */
  readonly allowOverlap: boolean;
};
