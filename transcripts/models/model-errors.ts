import { UserError } from '#model'

export function modelMissing(name: string, home: string): UserError {
  const command = `ordagrant model pull ${name}`
  return new UserError('model-missing', {
    sv: `Modellen ${name} finns inte i ${home}. Hämta den med: ${command}`,
    en: `The model ${name} is not in ${home}. Fetch it with: ${command}`,
  })
}

export function modelIncomplete(directory: string, missing: string[]): UserError {
  return new UserError('model-incomplete', {
    sv: `${directory} är ingen Whisper-modell i ONNX-format: ${missing.join(', ')} saknas. Ange en mapp som har dem.`,
    en: `${directory} is no Whisper model in ONNX format: ${missing.join(', ')} missing. Give a directory that has them.`,
  })
}

export function modelAmbiguous(name: string, revisions: string[]): UserError {
  const list = revisions.map((revision) => `${name}@${revision}`).join(', ')
  return new UserError('model-ambiguous', {
    sv: `Modellen ${name} finns i flera versioner. Ange en av: ${list}`,
    en: `There are several versions of the model ${name}. Give one of: ${list}`,
  })
}

export function badModelName(name: string): UserError {
  return new UserError('model-name', {
    sv: `”${JSON.stringify(name).slice(1, -1)}” är varken en mapp eller ett modellnamn. Ett namn ser ut som ägare/namn eller ägare/namn@version.`,
    en: `${JSON.stringify(name)} is neither a directory nor a model name. A name looks like owner/name or owner/name@revision.`,
  })
}

export function modelDamaged(name: string, file: string, embedded: boolean): UserError {
  const sv = embedded ? 'Installera ordagrant på nytt.' : `Hämta modellen på nytt: ordagrant model pull ${name}`
  const en = embedded ? 'Install ordagrant again.' : `Fetch the model again: ordagrant model pull ${name}`
  return new UserError(
    'model-damaged',
    {
      sv: `Modellen ${name} är skadad: ${file} har fel kontrollsumma. ${sv}`,
      en: `The model ${name} is damaged: ${file} has the wrong checksum. ${en}`,
    },
    { exitCode: 3 },
  )
}
