import { basename } from 'node:path'
import { UserError } from '#model'
import type { NotSound } from './recognise.js'

const KINDS: Record<NotSound, { sv: string; en: string }> = {
  empty: { sv: 'filen är tom', en: 'the file is empty' },
  text: { sv: 'filen innehåller text, inte ljud', en: 'the file holds text, not sound' },
  image: { sv: 'filen är en bild, inte ljud', en: 'the file is an image, not sound' },
  document: {
    sv: 'filen är ett dokument eller arkiv, inte ljud',
    en: 'the file is a document or an archive, not sound',
  },
  'other-sound': { sv: 'ljudformatet stöds inte', en: 'the sound format is not supported' },
  unknown: { sv: 'filen är inget ljud som känns igen', en: 'the file is no sound that is recognised' },
}
const FORMATS = 'mp3, wav, m4a/aac, ogg, opus, flac'

export function notSoundError(path: string, kind: NotSound): UserError {
  const name = basename(path)
  return new UserError('sound-not-recognised', {
    sv: `${name}: ${KINDS[kind].sv}. Lägg dit inspelningen som ${FORMATS}, eller ta bort filen.`,
    en: `${name}: ${KINDS[kind].en}. Put the recording there as ${FORMATS}, or remove the file.`,
  })
}

export function damagedSoundError(path: string, cause: unknown): UserError {
  const name = basename(path)
  const detail = cause instanceof Error ? ` (${cause.message})` : ''
  return new UserError(
    'sound-damaged',
    {
      sv: `${name}: ljudet går inte att läsa${detail}. Hämta filen på nytt från källan, eller spara om den som wav.`,
      en: `${name}: the sound can't be read${detail}. Fetch the file again from its source, or save it anew as wav.`,
    },
    { cause },
  )
}

export function noSoundError(path: string): UserError {
  const name = basename(path)
  return new UserError('sound-empty', {
    sv: `${name}: filen innehåller 0 sekunder ljud. Hämta den på nytt från källan, eller ta bort den.`,
    en: `${name}: the file holds 0 seconds of sound. Fetch it again from its source, or remove it.`,
  })
}

export function tooLongError(path: string, hours: number): UserError {
  const name = basename(path)
  return new UserError('sound-too-long', {
    sv: `${name}: inspelningen är längre än ${hours} timmar. Dela upp den i flera filer.`,
    en: `${name}: the recording is longer than ${hours} hours. Split it into several files.`,
  })
}

/** A failure of the file system as a line the user can act on; anything else is returned as it is. */
export function fileSystemError(path: string, spoolDir: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const name = basename(path)
  switch (error.code) {
    case 'ENOENT':
      return new UserError('sound-missing', { sv: `${name}: filen finns inte.`, en: `${name}: there is no such file.` })
    case 'EISDIR':
      return new UserError('sound-missing', { sv: `${name}: är en mapp.`, en: `${name}: is a folder.` })
    case 'ENOSPC':
    case 'EDQUOT':
      return new UserError(
        'disk-full',
        {
          sv: `Disken är full: avkodat ljud kräver 115 MB per timme i ${spoolDir}. Frigör plats och kör igen.`,
          en: `The disk is full: decoded sound needs 115 MB an hour in ${spoolDir}. Free some space and run again.`,
        },
        { exitCode: 3, cause: error },
      )
    case 'EACCES':
    case 'EPERM':
    case 'EROFS': {
      const at = 'path' in error && typeof error.path === 'string' ? error.path : name
      return new UserError(
        'no-permission',
        {
          sv: `${at}: rättigheter saknas. Ändra dem och kör igen.`,
          en: `${at}: no permission. Change that and run again.`,
        },
        { cause: error },
      )
    }
    default:
      return error
  }
}
