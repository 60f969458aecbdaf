import type { EditKind } from '#model'
import type { Replacement } from './wording.js'

/** A wording that would mean something else: printed words replaced, with the kind of edit that would be. */
export interface Probe extends Replacement {
  kind: EditKind
  /**
   * The transcript suggests it; the rules do; the heard side is garble, and it asks whether the print was said at all; or
   * nobody does, and it asks how far the print leads over just any word.
   */
  origin: 'heard' | 'hunt' | 'home' | 'decoy'
  /** Of a number: the print and this as they are written in the other notation, words or digits. */
  renoted?: { print: string; text: string }
  /** The transcript suggests it, and so do the rules: no stray mishearing. */
  listed?: true
}

/** The rules suggest it, whoever else does. */
export const isListed = ({ origin, listed }: Probe): boolean => origin === 'hunt' || listed === true
