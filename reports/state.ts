/**
 * What a reader is told about a fact, loudest first. `unsure`: the evidence could not decide, or it depends on how the
 * words are read. `note`: information. `unchecked`: nothing was there to check it against.
 */
export const STATES = ['contradicted', 'listen', 'unsure', 'note', 'ruled', 'unchecked', 'verified'] as const
export type State = (typeof STATES)[number]

export const loudest = (states: State[]): State => STATES.find((state) => states.includes(state)) ?? 'unchecked'
