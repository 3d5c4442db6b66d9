/** A place an entity may take, in atoms, and what taking it is worth. */
export type Option = { readonly from: number; readonly to: number; readonly value: number };

const MOST_STEPS = 20_000;
const MOST_OPTIONS = 8;

/**
 * Chooses for each entity one of its options or none (-1), so that no two chosen overlap and the sum of values is largest:
 * branch and bound over the entities, exact unless the bound on steps is met (then the best found so far, which is at least
 * the greedy choice). Options worth nothing are never taken. Ties go to the earlier entity and the earlier option.
 */
export function assign(entities: readonly (readonly Option[])[]): number[] {
  const ranked = entities.map((options) =>
    options
      .map((option, index) => ({ ...option, index }))
      .filter((option) => option.value > 0)
      .sort((a, b) => b.value - a.value || a.from - b.from || a.to - b.to || a.index - b.index)
      .slice(0, MOST_OPTIONS),
  );
  // What is still to be had from entity k on, if nothing collided.
  const hope = new Float64Array(entities.length + 1);
  for (let k = entities.length - 1; k >= 0; k--) hope[k] = (hope[k + 1] ?? 0) + (ranked[k]?.[0]?.value ?? 0);
  let best = entities.map(() => -1);
  let bestValue = -1;
  let steps = 0;
  const chosen: number[] = entities.map(() => -1);
  const taken: { from: number; to: number }[] = [];
  const visit = (k: number, value: number): void => {
    if (k === entities.length) {
      if (value > bestValue + 1e-12) {
        bestValue = value;
        best = [...chosen];
      }
      return;
    }
    if (++steps > MOST_STEPS || value + (hope[k] ?? 0) <= bestValue + 1e-12) return;
    for (const option of ranked[k] ?? []) {
      if (taken.some(({ from, to }) => option.from < to && from < option.to)) continue;
      chosen[k] = option.index;
      taken.push(option);
      visit(k + 1, value + option.value);
      taken.pop();
    }
    chosen[k] = -1;
    visit(k + 1, value);
  };
  visit(0, 0);
  return best;
}
