-- CreateTable
CREATE TABLE "snapshot" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "manifest" JSON NOT NULL,
    "card" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshot_record" (
    "snapshot_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "split" TEXT,
    "external_id" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "source_text" TEXT NOT NULL,
    "pivot_text" TEXT,
    "revised_text" TEXT,
    "meta" JSON,
    "body" JSON,
    "machine_body" JSON,
    "machine_text" TEXT,

    CONSTRAINT "snapshot_record_pkey" PRIMARY KEY ("snapshot_id","number")
);

-- CreateTable
CREATE TABLE "export_log" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "user_id" TEXT,
    "via" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "snapshot" TEXT,
    "selection" JSON NOT NULL,
    "segments" INTEGER NOT NULL,
    "bytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "export_log_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "snapshot_project_id_name_key" ON "snapshot"("project_id", "name");

-- CreateIndex
CREATE INDEX "export_log_project_id_created_at_idx" ON "export_log"("project_id", "created_at");

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot_record" ADD CONSTRAINT "snapshot_record_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_log" ADD CONSTRAINT "export_log_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A snapshot is taken once and deleted whole: nothing may change in between, whoever asks.
-- \x3b is a semicolon: the schema engine cuts a migration at every one that it sees, also inside of quotes.
CREATE FUNCTION "snapshot_stays"() RETURNS trigger LANGUAGE plpgsql AS
E'BEGIN RAISE EXCEPTION \'A snapshot does not change.\' USING ERRCODE = \'restrict_violation\'\x3b END\x3b';

CREATE TRIGGER "snapshot_stays" BEFORE UPDATE ON "snapshot"
FOR EACH ROW EXECUTE FUNCTION "snapshot_stays"();

CREATE TRIGGER "snapshot_record_stays" BEFORE UPDATE ON "snapshot_record"
FOR EACH ROW EXECUTE FUNCTION "snapshot_stays"();
