import { v7 } from "uuid";
import type { Tx } from "./transaction.ts";

/** Names remembered at a time; a file with a document for every row must not fill the memory. */
const MAX_NAMES = 20_000;

/** Finds a project's documents by name and makes those that are missing, in the order they come. */
export class Documents {
  readonly #tx: Tx;
  readonly #projectId: string;
  readonly #ids = new Map<string, string>();
  #nextPosition: number | undefined;

  constructor(tx: Tx, projectId: string) {
    this.#tx = tx;
    this.#projectId = projectId;
  }

  /** Ids by name. */
  async resolve(names: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
    if (this.#ids.size > MAX_NAMES) this.#ids.clear();
    const missing = () => [...names].filter((name) => !this.#ids.has(name));
    if (missing().length > 0) await this.#find(missing());
    if (missing().length > 0) await this.#make(missing());
    return this.#ids;
  }

  async #find(names: readonly string[]): Promise<void> {
    const { rows } = await this.#tx.query<{ id: string; name: string }>(
      "SELECT id, name FROM document WHERE project_id = $1 AND name = ANY($2)",
      [this.#projectId, names],
    );
    for (const { id, name } of rows) this.#ids.set(name, id);
  }

  async #make(names: readonly string[]): Promise<void> {
    this.#nextPosition ??= await this.#firstFreePosition();
    const ids = names.map(() => v7());
    await this.#tx.query(
      `INSERT INTO document (id, project_id, name, position)
       SELECT each.id, $1, each.name, $4::int + each.place - 1
       FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS each (id, name, place)`,
      [this.#projectId, ids, names, this.#nextPosition],
    );
    this.#nextPosition += names.length;
    names.forEach((name, index) => {
      this.#ids.set(name, ids[index] ?? "");
    });
  }

  async #firstFreePosition(): Promise<number> {
    const { rows } = await this.#tx.query<{ position: number }>(
      "SELECT coalesce(max(position), -1) + 1 AS position FROM document WHERE project_id = $1",
      [this.#projectId],
    );
    return rows[0]?.position ?? 0;
  }
}
