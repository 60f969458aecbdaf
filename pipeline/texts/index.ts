/** What the pipeline says to people, in Swedish and English. */
export { errors } from './errors.js'
export { type HelpId, help } from './help.js'
export { reasons } from './reasons.js'
export { table } from './table.js'
export { type TalkId, talk } from './talk.js'
export { type WarningId, warningExit, warnings } from './warnings.js'
