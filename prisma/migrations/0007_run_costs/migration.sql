-- DropIndex
DROP INDEX "run_segment_run_id_state_idx";

-- AlterTable
ALTER TABLE "exchange" ADD COLUMN     "cost" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "paid_by" UUID;

-- AlterTable
ALTER TABLE "project" DROP COLUMN "shown_layer_id",
ADD COLUMN     "shown_layer_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "run_exchange" DROP COLUMN "cost",
DROP COLUMN "reused";

-- CreateIndex
CREATE INDEX "exchange_project_id_paid_by_idx" ON "exchange"("project_id", "paid_by");

-- CreateIndex
CREATE INDEX "run_segment_run_id_state_segment_id_idx" ON "run_segment"("run_id", "state", "segment_id");
