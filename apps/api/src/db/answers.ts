import type { Pooled } from "./transaction.ts";

const PATIENCE_MS = 2000;

/** Whether the database answers a question in time. */
export async function answers({ pool }: Pooled): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const question = pool.query("SELECT 1").then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([question, late]);
  } finally {
    clearTimeout(timer);
  }
}
