-- CreateIndex
CREATE INDEX "annotation_layer_id_idx" ON "annotation"("layer_id");

-- CreateIndex
CREATE INDEX "edit_event_layer_id_created_at_idx" ON "edit_event"("layer_id", "created_at");
