/** Largest table file read, in bytes. */
export const MAX_BYTES = 50_000_000
/** Most cells (rows × columns) of one table. */
export const MAX_CELLS = 1_000_000
/** Most columns of one table. */
export const MAX_COLUMNS = 10_000
/** Deepest nesting of JSON read. */
export const MAX_NESTING = 50
/** Largest meta file or names list, in characters. */
export const MAX_META = 1_000_000
