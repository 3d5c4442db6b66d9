/** Guards against runaway files, far above anything real. What exceeds them is an error of its row. */
export const MAX_LINE_BYTES = 8 * 1024 * 1024;
/** UTF-16 units of an id or a document's name; both stand in database indexes. */
export const MAX_ID = 500;
/** UTF-16 units of a span's id, as in the shared contract. */
export const MAX_SPAN_ID = 200;
export const MAX_LABEL = 60;
/** Per row and side. */
export const MAX_ENTITIES = 5000;
/** Per row. */
export const MAX_LINKS = 20_000;
/** Per row and side, and lines of one sentence. */
export const MAX_TOKENS = 50_000;
/** Levels of nesting in metadata. */
export const MAX_DEPTH = 64;
/** Errors and warnings listed for one row; the last one says how many more there are. */
export const MAX_ROW_DIAGNOSTICS = 20;
