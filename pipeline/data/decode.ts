import { type Doubt, doubts } from './doubts.js'
import { errors } from './errors.js'

/** Bytes 0x80–0xFF of DOS code page 850, as on old Swedish PCs (Unicode's CP850.TXT); the platform has no decoder for it. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'
/** Bytes of å ä ö Å Ä Ö é in each code page: what tells the two apart in Swedish and English text. */
const TELLING = {
  cp850: new Set([0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99, 0x82]),
  cp1252: new Set([0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6, 0xe9]),
}

export interface Decoded {
  text: string
  doubts: Doubt[]
}

/**
 * Bytes → text without byte-order mark. UTF-8 and UTF-16 are recognised for certain; otherwise Windows-1252 or DOS 850 is
 * taken, whichever has more of its bytes for å, ä and ö, with a doubt.
 * @param declared the code page that the file names of itself, if any
 * @throws UserError for bytes that are not text
 */
export function decodeTable(path: string, bytes: Uint8Array, declared?: string): Decoded {
  const utf16 = utf16Kind(bytes)
  if (utf16) return { text: checked(path, new TextDecoder(utf16).decode(bytes)), doubts: [] }
  if (bytes.includes(0)) throw errors.notText(path)
  try {
    return { text: checked(path, new TextDecoder('utf-8', { fatal: true }).decode(bytes)), doubts: [] }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  const named = declared?.toLowerCase().replace(/[^a-z0-9]/g, '') ?? ''
  if (/850$/.test(named)) return { text: checked(path, fromCp850(bytes)), doubts: [] }
  if (/(?:1252|88591|885915|ansi)$/.test(named)) return { text: checked(path, fromCp1252(bytes)), doubts: [] }
  let dos = 0
  let windows = 0
  for (const byte of bytes) {
    if (TELLING.cp850.has(byte)) dos += 1
    else if (TELLING.cp1252.has(byte)) windows += 1
  }
  return dos > windows
    ? { text: checked(path, fromCp850(bytes)), doubts: [doubts.encoding('DOS 850')] }
    : { text: checked(path, fromCp1252(bytes)), doubts: [doubts.encoding('Windows-1252')] }
}

function utf16Kind(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes.length < 4 || bytes.length % 2) return null
  // Without a mark: in mostly Latin text every other byte is zero.
  const looked = Math.min(bytes.length, 4096)
  let even = 0
  let odd = 0
  for (let index = 0; index < looked; index += 2) {
    if (bytes[index] === 0) even += 1
    if (bytes[index + 1] === 0) odd += 1
  }
  const half = looked / 2
  if (odd > half * 0.8 && even < half * 0.1) return 'utf-16le'
  if (even > half * 0.8 && odd < half * 0.1) return 'utf-16be'
  return null
}

/** Control characters other than white space mean that it is not text at all. */
function checked(path: string, text: string): string {
  let controls = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 0 || (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12)) controls += 1
  }
  if (controls > text.length / 1000) throw errors.notText(path)
  return text.replace(/^\uFEFF/, '')
}

const fromCp1252 = (bytes: Uint8Array) => new TextDecoder('windows-1252').decode(bytes)

function fromCp850(bytes: Uint8Array): string {
  const parts: string[] = []
  for (const byte of bytes) parts.push(byte < 128 ? String.fromCharCode(byte) : CP850[byte - 128]!)
  return parts.join('')
}
