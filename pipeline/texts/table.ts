import type { MessageTable } from '#model'

/** Words for showing a table. */
export const table = {
  source: { sv: 'källa', en: 'source' },
  retrieved: { sv: 'hämtad', en: 'retrieved' },
  status: { sv: 'status', en: 'status' },
  unit: { sv: 'enhet', en: 'unit' },
  counted: { sv: 'det som räknas', en: 'what is counted' },
  columns: { sv: 'Kolumner', en: 'Columns' },
  rows: { sv: 'Rader', en: 'Rows' },
  doubt: { sv: 'Tveksamt', en: 'Doubt' },
  place: { sv: 'plats', en: 'place' },
  time: { sv: 'tid', en: 'time' },
  dimension: { sv: 'indelning', en: 'dimension' },
  measure: { sv: 'mått', en: 'measure' },
} satisfies MessageTable
