import type { Alignment, Article, Claims, Dataset, NamesListEntry, PublishedDate, Recording, Transcript } from '#model'

/** Everything that claims are held against. */
export interface ComparisonInput {
  article: Article
  claims: Claims
  datasets: Dataset[]
  alignments: Alignment[]
  transcripts: Transcript[]
  recordings: Recording[]
  namesList: NamesListEntry[] | null
  published: PublishedDate | null
  /** BCP 47 primary subtag of the article. */
  language: string
}
