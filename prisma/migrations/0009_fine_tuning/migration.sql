-- CreateTable
CREATE TABLE "fine_tuning" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "snapshot" TEXT NOT NULL,
    "settings" JSON NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "error" TEXT NOT NULL DEFAULT '',
    "trouble" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "train_file" TEXT NOT NULL DEFAULT '',
    "dev_file" TEXT NOT NULL DEFAULT '',
    "job" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT '',
    "model" TEXT,
    "train_examples" INTEGER NOT NULL DEFAULT 0,
    "dev_examples" INTEGER NOT NULL DEFAULT 0,
    "trained_tokens" BIGINT,
    "events" JSON NOT NULL DEFAULT '[]',
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMP(3),

    CONSTRAINT "fine_tuning_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "fine_tuning_project_id_created_at_idx" ON "fine_tuning"("project_id", "created_at");

-- CreateIndex
CREATE INDEX "fine_tuning_state_idx" ON "fine_tuning"("state");

-- AddForeignKey
ALTER TABLE "fine_tuning" ADD CONSTRAINT "fine_tuning_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
