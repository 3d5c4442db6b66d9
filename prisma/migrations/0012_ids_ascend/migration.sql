-- AlterTable
ALTER TABLE "project" ADD COLUMN     "ids_ascend" BOOLEAN NOT NULL DEFAULT true;

-- Where the clock was set back between two imports, the numbers alone keep the order.
UPDATE "project" p SET "ids_ascend" = false WHERE EXISTS (
  SELECT FROM (
    SELECT "id", lag("id") OVER (ORDER BY "number") AS "before" FROM "segment" s WHERE s."project_id" = p."id"
  ) o WHERE o."id" < o."before"
);
