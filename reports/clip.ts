import type { AudioPlace, Report } from '#model'

/** A cut of a recording, encoded for a browser: `mime` like `audio/mpeg`, `base64` without line breaks. */
export interface Clip {
  recording: string
  startSeconds: number
  endSeconds: number
  mime: string
  base64: string
}

export type ClipPlace = Pick<Clip, 'recording' | 'startSeconds' | 'endSeconds'>

/** Seconds offered on either side of what is played, so that a listener hears how the words came about. */
export const MARGIN_SECONDS = 5

/**
 * The cuts a report plays: every piece of a quotation, every second a finding leans on, every spoken name, spoken figure
 * and located statement, with ±5 s, merged where they overlap, in the order of `report.recordings` and of time. Seconds
 * are rounded to 0.01 and kept inside the recording. Places in transcripts without sound are left out.
 */
export function clipPlaces(report: Report): ClipPlace[] {
  const wanted = audioPlaces(report)
  return report.recordings.flatMap((recording) => {
    const windows = wanted
      .filter((place) => place.recording === recording.id && place.startSeconds < recording.seconds)
      .map((place) => ({
        recording: recording.id,
        startSeconds: round(Math.max(0, place.startSeconds - MARGIN_SECONDS)),
        endSeconds: round(Math.min(recording.seconds, Math.max(place.startSeconds, place.endSeconds) + MARGIN_SECONDS)),
      }))
      .sort((a, b) => a.startSeconds - b.startSeconds)
    return mergeOverlapping(windows)
  })
}

function mergeOverlapping(windows: ClipPlace[]): ClipPlace[] {
  const merged: ClipPlace[] = []
  for (const window of windows) {
    const last = merged.at(-1)
    if (last && window.startSeconds <= last.endSeconds) last.endSeconds = Math.max(last.endSeconds, window.endSeconds)
    else merged.push({ ...window })
  }
  return merged
}

function audioPlaces(report: Report): Omit<AudioPlace, 'kind'>[] {
  const pieces = [...report.quotations, ...report.statements].flatMap((claim) => claim.pieces)
  const said = pieces.flatMap(({ source, startSeconds, endSeconds }) =>
    startSeconds === null || endSeconds === null ? [] : [{ recording: source, startSeconds, endSeconds }],
  )
  const places = [
    ...report.findings.flatMap((finding) => [finding.place, ...finding.evidence.map((evidence) => evidence.place)]),
    ...report.quantities.flatMap((quantity) => quantity.comparisons.map((comparison) => comparison.place)),
    ...report.people.flatMap((person) => person.heard),
  ]
  return [...said, ...places.filter((place) => place?.kind === 'audio')]
}

const round = (seconds: number): number => Math.round(seconds * 100) / 100

/** The clip that holds the seconds from `startSeconds`, or null when it was left out. */
export function clipAt(clips: readonly Clip[], recording: string, startSeconds: number): Clip | null {
  return (
    clips.find(
      (clip) => clip.recording === recording && clip.startSeconds <= startSeconds && startSeconds < clip.endSeconds,
    ) ?? null
  )
}
