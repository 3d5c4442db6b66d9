-- AlterTable
ALTER TABLE "project" ADD COLUMN     "conventions" JSON NOT NULL DEFAULT '{}',
ADD COLUMN     "learnt" JSON;

-- AlterTable
ALTER TABLE "segment" ADD COLUMN     "evidence" JSON NOT NULL DEFAULT '[]';
