-- AlterTable
ALTER TABLE "memory_entry" ADD COLUMN     "build_id" UUID,
ADD COLUMN     "reference" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "wikipedia_build" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "api_base" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "error" TEXT NOT NULL DEFAULT '',
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMP(3),
    "ended_at" TIMESTAMP(3),
    "added_at" TIMESTAMP(3),

    CONSTRAINT "wikipedia_build_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wikipedia_name" (
    "build_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT NOT NULL DEFAULT '',
    "detail" TEXT NOT NULL DEFAULT '',
    "pair" JSON,

    CONSTRAINT "wikipedia_name_pkey" PRIMARY KEY ("build_id","position")
);

-- CreateTable
CREATE TABLE "wikipedia_page" (
    "wiki" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "value" JSON NOT NULL,
    "fetched_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "wikipedia_page_pkey" PRIMARY KEY ("wiki","kind","title")
);

-- CreateIndex
CREATE INDEX "wikipedia_build_project_id_created_at_idx" ON "wikipedia_build"("project_id", "created_at");

-- CreateIndex
CREATE INDEX "wikipedia_build_state_idx" ON "wikipedia_build"("state");

-- CreateIndex
CREATE INDEX "wikipedia_name_build_id_state_position_idx" ON "wikipedia_name"("build_id", "state", "position");

-- CreateIndex
CREATE INDEX "memory_entry_build_id_idx" ON "memory_entry"("build_id");

-- AddForeignKey
ALTER TABLE "memory_entry" ADD CONSTRAINT "memory_entry_build_id_fkey" FOREIGN KEY ("build_id") REFERENCES "wikipedia_build"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wikipedia_build" ADD CONSTRAINT "wikipedia_build_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wikipedia_name" ADD CONSTRAINT "wikipedia_name_build_id_fkey" FOREIGN KEY ("build_id") REFERENCES "wikipedia_build"("id") ON DELETE CASCADE ON UPDATE CASCADE;
