import { v7 } from "uuid";
import type { Tx } from "./transaction.ts";

export type NewDocument = { readonly id: string; readonly name: string; readonly position: number };

/** Names remembered at a time; a file with a document for every row must not fill the memory. */
const MAX_NAMES = 50_000;

/** Finds a project's documents by name and thinks out those that are missing, in the order they come. */
export class Documents {
  readonly #tx: Tx;
  readonly #projectId: string;
  readonly #ids = new Map<string, string>();
  /** Whether every document of the project is among the remembered ones: then nothing has to be looked up. */
  #complete: boolean;
  #nextPosition: number;
  #fresh: NewDocument[] = [];

  private constructor(tx: Tx, projectId: string, nextPosition: number) {
    this.#tx = tx;
    this.#projectId = projectId;
    this.#nextPosition = nextPosition;
    this.#complete = nextPosition === 0;
  }

  static async open(tx: Tx, projectId: string): Promise<Documents> {
    const { rows } = await tx.query<{ position: number }>(
      "SELECT coalesce(max(position), -1) + 1 AS position FROM document WHERE project_id = $1",
      [projectId],
    );
    return new Documents(tx, projectId, rows[0]?.position ?? 0);
  }

  /** Ids by name, those of new documents included: they are to be written before what refers to them. */
  async resolve(names: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
    const missing = [...names].filter((name) => !this.#ids.has(name));
    if (missing.length > 0 && !this.#complete) await this.#find(missing);
    for (const name of missing) {
      if (!this.#ids.has(name)) this.#add(name);
    }
    return this.#ids;
  }

  /** The documents thought out since the last call. The caller writes them before it does anything else. */
  takeFresh(): readonly NewDocument[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    if (this.#ids.size > MAX_NAMES) {
      this.#ids.clear();
      this.#complete = false;
    }
    return fresh;
  }

  #add(name: string): void {
    const id = v7();
    this.#ids.set(name, id);
    this.#fresh.push({ id, name, position: this.#nextPosition++ });
  }

  async #find(names: readonly string[]): Promise<void> {
    const { rows } = await this.#tx.query<{ id: string; name: string }>(
      "SELECT id, name FROM document WHERE project_id = $1 AND name = ANY($2)",
      [this.#projectId, names],
    );
    for (const { id, name } of rows) this.#ids.set(name, id);
  }
}

export async function insertDocuments(
  tx: Tx,
  projectId: string,
  documents: readonly NewDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  await tx.query(
    `INSERT INTO document (id, project_id, name, position)
     SELECT d.id, $1, d.name, d.position FROM unnest($2::uuid[], $3::text[], $4::int[]) AS d (id, name, position)`,
    [
      projectId,
      documents.map(({ id }) => id),
      documents.map(({ name }) => name),
      documents.map(({ position }) => position),
    ],
  );
}
