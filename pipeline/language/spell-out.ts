import { type NumberWord, numberWords } from './number-words.js'
import { hasRules, type RuleLanguage } from './tables.js'

const MAX = 999_999_999

/** First listed cardinal of a value: the usual form. */
function form(value: number, language: RuleLanguage): string {
  for (const word of numberWords(language).values()) {
    if (word.value === value && isCardinal(word)) return word.form
  }
  throw new RangeError(`No number word for ${value}`)
}
const isCardinal = ({ ordinal, class: kind }: NumberWord) =>
  !ordinal && ['zero', 'unit', 'teen', 'ten', 'hundred', 'thousand', 'scale'].includes(kind)

function below100(value: number, language: RuleLanguage): string {
  if (value <= 20 || value % 10 === 0) return form(value, language)
  return form(value - (value % 10), language) + (language === 'en' ? '-' : '') + form(value % 10, language)
}

function below1000(value: number, language: RuleLanguage): string {
  if (value < 100) return below100(value, language)
  const rest = value % 100
  const hundreds = Math.floor(value / 100)
  if (language === 'en') {
    return `${form(hundreds, language)} ${form(100, language)}${rest ? ` and ${below100(rest, language)}` : ''}`
  }
  return form(hundreds, language) + form(100, language) + (rest ? below100(rest, language) : '')
}

function inWords(value: number, language: RuleLanguage): string {
  const millions = Math.floor(value / 1e6)
  const thousands = Math.floor((value % 1e6) / 1000)
  const rest = value % 1000
  const english = language === 'en'
  const parts: string[] = []
  if (millions > 0) {
    const one = millions === 1
    const head = one ? (english ? 'one' : 'en') : below1000(millions, language)
    parts.push(`${head} ${english || one ? 'million' : 'millioner'}`.replace('million', english ? 'million' : 'miljon'))
  }
  if (thousands > 0) {
    const head = below1000(thousands, language)
    const joined = english
      ? `${head} ${form(1000, language)}`
      : `${head}${form(1000, language)}`.replace('etttusen', 'ettusen')
    parts.push(joined)
  }
  if (rest > 0) {
    const tail = below1000(rest, language)
    if (parts.length > 0 && !english && thousands > 0) parts[parts.length - 1] += tail
    else parts.push(tail)
  }
  return parts.length > 0 ? parts.join(' ') : form(0, language)
}

/** "nittonhundraåttiofyra", "twenty thirteen": how years between 1100 and 2099 are said, the turn of the thousand apart. */
function yearStyle(value: number, language: RuleLanguage): string | null {
  if (!Number.isInteger(value) || value < 1100 || value > 2099 || (value >= 2000 && value < 2010)) return null
  const head = below100(Math.floor(value / 100), language)
  const rest = value % 100
  if (language === 'sv') return head + form(100, language) + (rest ? below100(rest, language) : '')
  if (rest === 0) return `${head} ${form(100, language)}`
  return rest < 10 ? `${head} oh ${form(rest, language)}` : `${head} ${below100(rest, language)}`
}

/** Digits in groups of three, as the language prints them from five digits on. */
function grouped(digits: string, language: RuleLanguage): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, language === 'sv' ? ' ' : ',')
}

/**
 * Every usual spoken or written form of a number, the most usual first: 12 → "tolv", "12"; 2013 → "tjugohundratretton",
 * "tvåtusentretton", "2013". Words up to 999 999 999; larger, negative or long decimals in digits only.
 */
export function spellOut(value: number, language: string): string[] {
  if (!Number.isFinite(value)) return []
  const digits = String(value)
  if (!hasRules(language)) return [digits]
  const [whole, fraction] = digits.split('.')
  if (value < 0 || value > MAX || digits.includes('e')) return [digits]
  if (fraction) {
    const mark = language === 'sv' ? ',' : '.'
    const said = language === 'sv' ? 'komma' : 'point'
    const tail =
      fraction.length <= 2 && !fraction.startsWith('0') && language === 'sv'
        ? [below100(Number(fraction), language)]
        : [[...fraction].map((digit) => form(Number(digit), language)).join(' ')]
    const forms = tail.map((words) => `${inWords(Number(whole), language)} ${said} ${words}`)
    if (fraction === '5' && language === 'sv') forms.push(`${inWords(Number(whole), language)} och en halv`)
    if (fraction === '5' && language === 'en') forms.push(`${inWords(Number(whole), language)} and a half`)
    return [...forms, `${whole}${mark}${fraction}`]
  }
  const plain = inWords(value, language)
  const year = yearStyle(value, language)
  const forms = year ? [year, plain] : [plain]
  if (language === 'sv') {
    if (value === 1) forms.push('en')
    if (value >= 100 && value < 200) forms.push(plain.replace(/^ett/, ''))
    if (value >= 1000 && value < 2000) forms.push(plain.replace(/^ettusen/, 'tusen'))
    for (const millions of [plain]) {
      if (value % 1e6 === 0 && value > 0) forms.push(`${value / 1e6} ${millions.split(' ').at(-1)}`)
    }
  }
  forms.push(digits)
  if (value >= 1000) forms.push(grouped(digits, language))
  return [...new Set(forms)]
}
