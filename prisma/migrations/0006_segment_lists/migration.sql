-- CreateTable
CREATE TABLE "segment_list" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "numbers" INTEGER[],
    "origin" JSON NOT NULL,
    "hidden" BOOLEAN NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "segment_list_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "segment_list_project_id_created_at_idx" ON "segment_list"("project_id", "created_at");

-- AddForeignKey
ALTER TABLE "segment_list" ADD CONSTRAINT "segment_list_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
