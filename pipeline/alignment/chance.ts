/**
 * How likely it is that the best place for a text that was never said is as good as this one. Fitted on quotations laid
 * against recordings of other stories (bench:quotes writes the table): the best stranger's similarity is close to normal,
 * its mean falling with the query's length and rising with the logarithm of the letters searched.
 * @param similarity 0–1  @param letters folded letters of the query  @param searched letters of all transcripts
 * @returns 0–1
 */
export function chanceOfFit(similarity: number, letters: number, searched: number): number {
  const length = Math.max(letters, 4)
  const mean = 0.33 + 1.35 / Math.sqrt(length) + 0.012 * Math.log2(Math.max(searched, 256) / 2048)
  const spread = 0.02 + 0.28 / Math.sqrt(length)
  return upperTail((similarity - mean) / spread)
}

/** P(Z > z) for the standard normal. Source: Abramowitz and Stegun 26.2.17, error below 7.5e-8. */
function upperTail(z: number): number {
  if (z < 0) return 1 - upperTail(-z)
  const t = 1 / (1 + 0.2316419 * z)
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series
}
