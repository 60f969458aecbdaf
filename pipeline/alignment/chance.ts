/** Letters searched for which the fit below was made; four hours of talk are seven octaves more. */
const SEARCHED = 2000

/** A stranger may fit as well as this in one of a hundred quotations; rarer is "found". */
export const FOUND = 0.01

/**
 * How likely it is that the best place for a text that was never said is as good as this one. Fitted on some 500
 * sentences of 25 news items, cut to 12–140 letters, laid against texts they do not come from (2,000 to 59,000 letters):
 * the best stranger's similarity is close to normal; its mean falls with the square root of the query's length and rises
 * with each doubling of the letters searched.
 * @param similarity 0–1  @param letters folded letters of the query  @param searched letters of all transcripts
 * @returns 0–1
 */
export function chanceOfFit(similarity: number, letters: number, searched: number): number {
  const length = Math.max(letters, 8)
  const octaves = Math.max(0, Math.log2(searched / SEARCHED))
  const mean = 0.25 + (0.75 + 0.17 * octaves) / Math.sqrt(length)
  const spread = 0.015 + 1.5 / length + 0.008 * octaves
  return upperTail((similarity - mean) / spread)
}

/** P(Z > z) for the standard normal. Source: Abramowitz and Stegun 26.2.17, error below 7.5e-8. */
function upperTail(z: number): number {
  if (z < 0) return 1 - upperTail(-z)
  const t = 1 / (1 + 0.2316419 * z)
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series
}
