import { UserError } from '#model'
import type { ModelName } from './model-name.js'

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address
}

export function cannotReach(address: string, cause: unknown): UserError {
  const host = hostOf(address)
  return new UserError(
    'hub-unreachable',
    {
      sv: `Kan inte hämta från ${host}: ${reason(cause)}. Kontrollera nätet, HTTPS_PROXY eller --mirror; det som hann hämtas sparas till nästa försök.`,
      en: `Can't fetch from ${host}: ${reason(cause)}. Check the network, HTTPS_PROXY or --mirror; what was fetched is kept for the next try.`,
    },
    { exitCode: 3, cause },
  )
}

export function noSuchModel(name: ModelName, address: string): UserError {
  const host = hostOf(address)
  const revision = name.revision === null ? '' : `@${name.revision}`
  return new UserError('hub-no-model', {
    sv: `${host} har ingen öppen modell ${name.id}${revision}. Kontrollera namn och version.`,
    en: `${host} has no open model ${name.id}${revision}. Check name and revision.`,
  })
}

export function notOnnx(name: string, missing: string[]): UserError {
  return new UserError('model-not-onnx', {
    sv: `${name} är ingen Whisper-modell i ONNX-format: ${missing.join(', ')} saknas. Välj en version eller modell som har dem.`,
    en: `${name} is no Whisper model in ONNX format: ${missing.join(', ')} missing. Choose a revision or model that has them.`,
  })
}

export function wrongChecksum(file: string, address: string): UserError {
  const host = hostOf(address)
  return new UserError(
    'download-damaged',
    {
      sv: `${file} från ${host} har fel kontrollsumma och kastades. Försök igen; händer det på nytt är källan skadad eller manipulerad.`,
      en: `${file} from ${host} has the wrong checksum and was thrown away. Try again; if it happens again the source is damaged or tampered with.`,
    },
    { exitCode: 3 },
  )
}

/** Disk full and no permission as lines the user can act on; anything else as it is. */
export function storageError(directory: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new UserError(
      'disk-full',
      {
        sv: `Disken är full: modellen får inte plats i ${directory}. Frigör plats, eller ange en annan mapp i ORDAGRANT_MODELS.`,
        en: `The disk is full: the model doesn't fit in ${directory}. Free some space, or name another folder in ORDAGRANT_MODELS.`,
      },
      { exitCode: 3, cause: error },
    )
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new UserError(
      'no-permission',
      {
        sv: `${directory}: rättigheter saknas. Ändra dem, eller ange en annan mapp i ORDAGRANT_MODELS.`,
        en: `${directory}: no permission. Change that, or name another folder in ORDAGRANT_MODELS.`,
      },
      { cause: error },
    )
  }
  return error
}
