import { findNumerals, type Numeral, type RuleLanguage, spellOut } from '#language'
import type { PrintedWord } from './located.js'
import type { Probe } from './probe.js'

/** "2,7": the tenths or the whole may be another; finer numbers are not told apart by ear. */
function nearTenths(value: number): number[] {
  const tenths = Math.round(value * 10)
  if (Math.abs(value * 10 - tenths) > 1e-9) return []
  const whole = Math.floor(tenths / 10)
  const others = Array.from({ length: 9 }, (_, i) => whole * 10 + i + 1)
  return [...others, tenths - 10, tenths + 10]
    .filter((other) => other > 0 && other !== tenths)
    .map((other) => other / 10)
}

/** The number with one of its digits another; zeros that make it round stay. */
function otherDigits(value: number): number[] {
  const digits = String(value)
  const last = value < 100 ? digits.length : digits.replace(/0+$/, '').length
  return Array.from({ length: last * 10 }, (_, i) => {
    const place = Math.floor(i / 10)
    return Number(digits.slice(0, place) + (i % 10) + digits.slice(place + 1))
  }).filter((other) => String(other).length === digits.length)
}

/** Its last two digits the other way round: 68 and 86. */
const transposed = (value: number) => value - (value % 100) + (value % 10) * 10 + Math.floor((value % 100) / 10)

/** Values a listener could take for one another: another digit, neighbours, teens against tens, dropped or added digits. */
function nearNumbers(value: number): number[] {
  if (value < 0) return []
  if (!Number.isInteger(value)) return nearTenths(value)
  const near = new Set<number>(value >= 10 ? otherDigits(value) : [])
  if (value > 1000 && value < 2100) {
    for (const step of [-10, -2, -1, 1, 2, 10, transposed(value) - value]) near.add(value + step)
  } else {
    for (let other = 2; other <= 20; other++) if (value <= 20) near.add(other)
    if (value <= 100) for (let ten = 20; ten <= 100; ten += 10) near.add(ten)
    for (const step of [-100, -10, -1, 1, 10, 100]) near.add(value + step)
    if (value >= 13 && value <= 19) near.add((value - 10) * 10)
    if (value % 10 === 0 && value >= 30 && value <= 90) near.add(value / 10 + 10)
    if (value >= 20) for (const factor of [0.1, 10]) near.add(value * factor)
    if (value >= 20) near.add(transposed(value))
  }
  near.delete(value)
  return [...near].filter((other) => Number.isInteger(other) && other > 0)
}

/** "fjorton miljoner": how many of the magnitude may be misheard, whatever the magnitude. */
function nearMultiples(value: number): number[] {
  for (const magnitude of [1e9, 1e6, 1e3]) {
    const many = value / magnitude
    if (many >= 2 && many < 1000 && Number.isInteger(many)) return nearNumbers(many).map((other) => other * magnitude)
  }
  return []
}

/** A number in digits like the printed one: in groups of three where that is, and with its decimal mark. */
function inDigits(value: number, printed: string): string {
  const [whole, tenths] = String(value).split('.')
  const grouped = /\s/.test(printed) ? whole!.replace(/\B(?=(?:\d{3})+$)/g, ' ') : whole!
  return tenths === undefined ? grouped : grouped + (printed.includes(',') ? ',' : '.') + tenths
}

/** A number in digits as it is usually written: "14", "20 000", "14 miljoner". */
function plainDigits(value: number, language: RuleLanguage): string {
  const scaled = spellOut(value, language).find((form) => /^\d+ \p{L}/u.test(form))
  return scaled ?? inDigits(value, value >= 10_000 ? ' ' : ',')
}

/** Other numbers in the place of each printed one, written as it is written; and the number left out. */
export function otherNumbers(
  printed: readonly PrintedWord[],
  from: number,
  to: number,
  language: RuleLanguage,
): Probe[] {
  const words = printed.slice(from, to).map(({ norm }) => norm)
  const starts: number[] = []
  let offset = 0
  for (const word of words) {
    starts.push(offset)
    offset += word.length + 1
  }
  const at = (numeral: Numeral) => ({
    p0: from + starts.findLastIndex((start) => start <= numeral.start),
    p1: from + starts.findLastIndex((start) => start < numeral.end) + 1,
  })
  const probes: Probe[] = []
  const add = (place: { p0: number; p1: number }, text: string, renoted?: Probe['renoted']) =>
    probes.push({ ...place, text, kind: 'number', origin: 'hunt', ...(renoted ? { renoted } : {}) })
  for (const numeral of findNumerals(words.join(' '), language)) {
    if (numeral.ordinal) continue
    const place = at(numeral)
    add(place, '')
    // "14 miljoner", "två och en halv": the first word is a number of its own, and the rest stays.
    const first = place.p1 - place.p0 > 1 ? findNumerals(words[place.p0 - from]!, language)[0] : undefined
    const parted = first && (numeral.notation === 'mixed' || numeral.decimals > 0)
    const [own, own1] = parted ? [first, place.p0 + 1] : [numeral, place.p1]
    if (own.notation === 'mixed') continue
    const digits = own.notation === 'digits'
    const print = digits ? spellOut(own.value, language)[0] : plainDigits(own.value, language)
    for (const other of [...nearNumbers(own.value), ...nearMultiples(own.value)]) {
      const spelled = spellOut(other, language)[0]
      const written = digits ? inDigits(other, words.slice(place.p0 - from, own1 - from).join(' ')) : spelled
      const again = digits ? spelled : plainDigits(other, language)
      if (written) add({ p0: place.p0, p1: own1 }, written, print && again ? { print, text: again } : undefined)
    }
  }
  return probes
}
