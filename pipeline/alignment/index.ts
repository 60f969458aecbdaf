/** Where the print was said, what to ask the sound about it, and what the answers mean. */
export { withAlternatives } from './alternatives.js'
export { gradeAlignments } from './grade.js'
export { locateClaims } from './locate.js'
export type { Located } from './located.js'
export { type Inquiry, inquire } from './questions.js'
export { reliabilities } from './reliability.js'
export { type WordingChange, wordingChange } from './wording-change.js'
