import type { Cue } from './cue.js'

/** A name or role of up to four words before a colon: `ANNA BERG:`, `Reporter:`, `Talare 1:`. */
const LABEL = /^(\p{Lu}[\p{L}\p{N}.'’\-()]{0,29}(?: [\p{L}\p{N}.'’\-()]{1,30}){0,3}) ?:(?=\s|$)\s*/u
const MIN_SHARE = 0.5

/**
 * Takes "NAME: " off the beginnings of cues into `speaker`, but only where it is the file's custom: at least half of the
 * cues have a label, or every label comes back. A single "Så här: …" is speech, not a speaker.
 * A cue without a label gets no speaker: who goes on talking is not said.
 */
export function takeSpeakerLabels(cues: Cue[]): Cue[] {
  const counts = new Map<string, number>()
  let labelled = 0
  for (const cue of cues) {
    const label = LABEL.exec(cue.text)?.[1]
    if (label === undefined) continue
    labelled++
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  const custom = labelled >= 2 && (labelled >= cues.length * MIN_SHARE || [...counts.values()].every((n) => n >= 2))
  if (!custom) return cues
  return cues.map((cue) => {
    const match = LABEL.exec(cue.text)
    return match ? { ...cue, speaker: cue.speaker ?? match[1]!, text: cue.text.slice(match[0].length) } : cue
  })
}
