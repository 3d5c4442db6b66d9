-- AlterTable
ALTER TABLE "segment" ADD COLUMN     "source_lang" TEXT;

-- AlterTable
ALTER TABLE "snapshot_record" ADD COLUMN     "source_lang" TEXT;

-- Few segments have a language of their own: finding which there are must cost nothing where none has.
CREATE INDEX "segment_source_lang_idx" ON "segment"("project_id", "source_lang") WHERE "source_lang" IS NOT NULL;
