import type { MessageTable } from '#model'

/** What the command line says besides errors and help. */
export const talk = {
  error: { sv: 'fel: {text}', en: 'error: {text}' },
  warning: { sv: 'varning: {text}', en: 'warning: {text}' },
  written: { sv: 'Rapport: {path}', en: 'Report: {path}' },
  'written-transcript': { sv: 'Utskrift: {path}', en: 'Transcript: {path}' },
  wording: { sv: '{mark} {margin} nat  {text}', en: '{mark} {margin} nats  {text}' },
  'none-supported': {
    sv: 'Ljudet avgör inte: ingen ordalydelse leder klart.',
    en: 'The sound does not decide: no wording leads clearly.',
  },
  supported: {
    sv: 'Ljudet stöder ordalydelse {number}, {margin} nat före nästa.',
    en: 'The sound supports wording {number}, by {margin} nats over the next.',
  },
  'several-changes': {
    sv: 'De två skiljer sig på mer än ett sätt: hur ofta det då är rätt är inte uppmätt. Fråga om en ändring i taget.',
    en: 'The two differ in more than one thing: how often that is right was not measured. Ask about one change at a time.',
  },
  'below-limit': {
    sv: 'En granskning tar inte ljudet på orden under {limit} nat för det här slaget ({kind}): hur ofta det då är rätt är inte uppmätt.',
    en: 'A check does not take the sound at its word below {limit} nats for this kind ({kind}): how often that is right was not measured.',
  },
  'not-measured': {
    sv: 'Hur ofta det är rätt för det här slaget ({kind}) är inte uppmätt.',
    en: 'How often that is right for this kind ({kind}) was not measured.',
  },
  interrupted: {
    sv: 'Avbrutet. Det som hunnit bli klart är sparat: en ny start fortsätter där den här slutade.',
    en: 'Interrupted. What was finished is kept: a new start goes on where this one stopped.',
  },
  unexpected: {
    sv: 'något gick fel i programmet ({name}). Kör igen med --verbose för att se var, och berätta gärna för utvecklarna.',
    en: 'something went wrong in the program ({name}). Run again with --verbose to see where, and please tell its developers.',
  },
  timing: { sv: '{stage}: {milliseconds} ms', en: '{stage}: {milliseconds} ms' },
  verified: { sv: 'stämmer: {file}', en: 'as it should be: {file}' },
  unlocked: { sv: 'ingen summa att jämföra med: {file}', en: 'no sum to compare with: {file}' },
  ruled: { sv: '{id} {verdict}: {text}', en: '{id} {verdict}: {text}' },
  'unknown-option': { sv: 'det finns inget val {what}. Se --help.', en: 'there is no option {what}. See --help.' },
  'unknown-command': {
    sv: 'det finns inget kommando {what}. Se --help.',
    en: 'there is no command {what}. See --help.',
  },
  'missing-argument': { sv: '{what} saknas. Se --help.', en: '{what} is missing. See --help.' },
  'missing-value': { sv: '{what} behöver ett värde. Se --help.', en: '{what} needs a value. See --help.' },
  'missing-option': { sv: '{what} måste anges. Se --help.', en: '{what} must be given. See --help.' },
  'excess-argument': { sv: 'för många argument. Se --help.', en: 'too many arguments. See --help.' },
  'bad-usage': {
    sv: 'kommandot kunde inte tolkas. Se --help.',
    en: 'the command could not be understood. See --help.',
  },
} satisfies MessageTable

export type TalkId = keyof typeof talk
