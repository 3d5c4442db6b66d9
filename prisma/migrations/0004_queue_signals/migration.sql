-- AlterTable
ALTER TABLE "edit_event" ADD COLUMN     "batch_id" UUID;

-- AlterTable
ALTER TABLE "segment" ADD COLUMN     "assignee_id" TEXT,
ADD COLUMN     "confidence" REAL,
ADD COLUMN     "decided_by" TEXT,
ADD COLUMN     "signals" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "worth" INTEGER;

-- CreateIndex
CREATE INDEX "edit_event_batch_id_idx" ON "edit_event"("batch_id");

-- CreateIndex
CREATE INDEX "segment_project_id_worth_idx" ON "segment"("project_id", "worth");
