/** One line of the newsroom's own list of names. */
export interface NamesListEntry {
  name: string
  role: string | null
  /** Where the spelling was taken from. */
  source: string | null
  /** ISO day, or as printed. */
  checkedOn: string | null
}
