import type { Numeral } from '#language'
import type { Quantity } from '#model'

/** A figure of one block with what stands right around it; `start`/`end` in the block's text, hedge left out. */
export interface Draft {
  start: number
  end: number
  value: Quantity['value']
  unit: string | null
  counted: { text: string; base: string; start: number; end: number } | null
  hedge: string | null
  sense: Quantity['sense']
}

export const exactly = (value: number) => ({ low: value, high: value, printed: value })
/** A figure that only has its own value. */
export const plain = ({ start, end, value }: Numeral, sense: Draft['sense']): Draft => ({
  start,
  end,
  value: exactly(value),
  unit: null,
  counted: null,
  hedge: null,
  sense,
})
