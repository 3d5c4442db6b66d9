-- AlterTable
ALTER TABLE "project" ADD COLUMN     "shown_layer_id" UUID;

-- CreateTable
CREATE TABLE "run" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "layer_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "config" JSON NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "test" BOOLEAN NOT NULL DEFAULT false,
    "error" TEXT NOT NULL DEFAULT '',
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMP(3),
    "ended_at" TIMESTAMP(3),

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_segment" (
    "run_id" UUID NOT NULL,
    "segment_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "worker" INTEGER,
    "again" JSON NOT NULL DEFAULT '{}',
    "reason" TEXT NOT NULL DEFAULT '',
    "signals" JSON NOT NULL DEFAULT '[]',
    "signalled" INTEGER NOT NULL DEFAULT 0,
    "unplaced_answers" JSON NOT NULL DEFAULT '[]',
    "placed" INTEGER NOT NULL DEFAULT 0,
    "unplaced" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "run_segment_pkey" PRIMARY KEY ("run_id","segment_id")
);

-- CreateTable
CREATE TABLE "exchange" (
    "project_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "messages" JSON NOT NULL,
    "answer" TEXT NOT NULL,
    "finish" TEXT NOT NULL,
    "input_tokens" INTEGER NOT NULL,
    "output_tokens" INTEGER NOT NULL,
    "milliseconds" INTEGER NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exchange_pkey" PRIMARY KEY ("project_id","key")
);

-- CreateTable
CREATE TABLE "run_exchange" (
    "run_id" UUID NOT NULL,
    "segment_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "project_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "entity" TEXT NOT NULL DEFAULT '',
    "reused" BOOLEAN NOT NULL,
    "cost" DOUBLE PRECISION NOT NULL DEFAULT 0,

    CONSTRAINT "run_exchange_pkey" PRIMARY KEY ("run_id","segment_id","position")
);

-- CreateTable
CREATE TABLE "memory_entry" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "pivot" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "origin" TEXT NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memory_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memory_use" (
    "entry_id" UUID NOT NULL,
    "segment_id" UUID NOT NULL,

    CONSTRAINT "memory_use_pkey" PRIMARY KEY ("entry_id","segment_id")
);

-- CreateTable
CREATE TABLE "setting" (
    "name" TEXT NOT NULL,
    "value" JSON NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "run_state_idx" ON "run"("state");

-- CreateIndex
CREATE INDEX "run_layer_id_idx" ON "run"("layer_id");

-- CreateIndex
CREATE UNIQUE INDEX "run_project_id_name_key" ON "run"("project_id", "name");

-- CreateIndex
CREATE INDEX "run_segment_run_id_state_idx" ON "run_segment"("run_id", "state");

-- CreateIndex
CREATE INDEX "run_segment_segment_id_idx" ON "run_segment"("segment_id");

-- CreateIndex
CREATE INDEX "run_exchange_project_id_key_idx" ON "run_exchange"("project_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "memory_entry_project_id_pivot_source_label_key" ON "memory_entry"("project_id", "pivot", "source", "label");

-- CreateIndex
CREATE INDEX "memory_use_segment_id_idx" ON "memory_use"("segment_id");

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_layer_id_fkey" FOREIGN KEY ("layer_id") REFERENCES "layer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_segment" ADD CONSTRAINT "run_segment_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_segment" ADD CONSTRAINT "run_segment_segment_id_fkey" FOREIGN KEY ("segment_id") REFERENCES "segment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange" ADD CONSTRAINT "exchange_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_exchange" ADD CONSTRAINT "run_exchange_run_id_segment_id_fkey" FOREIGN KEY ("run_id", "segment_id") REFERENCES "run_segment"("run_id", "segment_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_exchange" ADD CONSTRAINT "run_exchange_project_id_key_fkey" FOREIGN KEY ("project_id", "key") REFERENCES "exchange"("project_id", "key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memory_entry" ADD CONSTRAINT "memory_entry_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memory_use" ADD CONSTRAINT "memory_use_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "memory_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memory_use" ADD CONSTRAINT "memory_use_segment_id_fkey" FOREIGN KEY ("segment_id") REFERENCES "segment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
