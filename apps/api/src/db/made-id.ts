/** Ids that an import made of what a row says (see `ExternalIds`); the same are made when the row comes again. */
export const isMadeId = (id: string): boolean => /^#[0-9a-f]{16}(-\d+)?$/.test(id);
