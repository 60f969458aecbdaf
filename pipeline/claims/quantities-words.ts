import { languageTable, type RuleLanguage } from '#language'

export interface Unit {
  unit: string
  factor: number
  /** Measured rather than counted: the last printed digit is rounded. */
  measured: boolean
}

export interface Hedge {
  form: string
  /** Factors on the value; `open` upwards is Number.MAX_VALUE. */
  low: number
  high: number
}

/** What surrounds figures in one language (data). */
export interface QuantityWords {
  has(kind: string, form: string): boolean
  value(kind: string, form: string): string | undefined
  forms(kind: string): readonly string[]
  unit(form: string, side: 'before' | 'after'): Unit | undefined
  hedges(side: 'before' | 'after' | 'inside'): readonly Hedge[]
}

const loaded = new Map<RuleLanguage, QuantityWords>()

export function quantityWords(language: RuleLanguage): QuantityWords {
  let known = loaded.get(language)
  if (!known) {
    known = load(language)
    loaded.set(language, known)
  }
  return known
}

function load(language: RuleLanguage): QuantityWords {
  const kinds = new Map<string, Map<string, string>>()
  for (const { form, kind, value } of languageTable(language, 'quantity-words')) {
    kinds.set(kind!, (kinds.get(kind!) ?? new Map()).set(form!, value!))
  }
  const units = new Map(
    languageTable(language, 'units').map(({ form, unit, factor, measured, side }) => [
      `${side} ${form}`,
      { unit: unit!, factor: Number(factor), measured: measured === 'yes' },
    ]),
  )
  const hedges = languageTable(language, 'number-hedges').map(({ form, side, low, high }) => ({
    form: form!,
    side,
    low: Number(low),
    high: high === 'open' ? Number.MAX_VALUE : Number(high),
  }))
  // Longest first: "mer än" before "än", "tals" before "tal".
  hedges.sort((a, b) => b.form.length - a.form.length)
  const of = (side: string) => hedges.filter((hedge) => hedge.side === side)
  const bySide = { before: of('before'), after: of('after'), inside: of('inside') }
  return {
    has: (kind, form) => kinds.get(kind)?.has(form) === true,
    value: (kind, form) => kinds.get(kind)?.get(form),
    forms: (kind) => [...(kinds.get(kind)?.keys() ?? [])],
    unit: (form, side) => units.get(`${side} ${form}`),
    hedges: (side) => bySide[side],
  }
}
