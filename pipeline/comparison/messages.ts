import type { MessageTable } from '#model'

const illustrative = {
  sv: ' Tabellen säger om sig själv att den är ett exempel.',
  en: ' The table says of itself that it is illustrative.',
}
const preliminary = { sv: ' Tabellens siffror är preliminära.', en: " The table's figures are preliminary." }

const cell = {
  'cell-agrees': {
    sv: 'Stämmer med ”{table}”: {row}, {column}: {value}.',
    en: 'Agrees with “{table}”: {row}, {column}: {value}.',
  },
  'cell-disagrees': {
    sv: 'I artikeln står {printed}, men i ”{table}” står {value} ({row}, {column}).',
    en: 'The article has {printed}, but “{table}” has {value} ({row}, {column}).',
  },
  'cell-depends': {
    sv: '{printed} stämmer eller inte beroende på hur ”{table}” läses ({row}, {column}): {value}.',
    en: 'Whether {printed} is right depends on how “{table}” is read ({row}, {column}): {value}.',
  },
}

/** A table that is an example, or not final, proves less: each sentence about a cell says so. */
const withStatus: MessageTable = Object.fromEntries(
  Object.entries(cell).flatMap(([id, text]) => [
    [`${id}-illustrative`, { sv: text.sv + illustrative.sv, en: text.en + illustrative.en }],
    [`${id}-preliminary`, { sv: text.sv + preliminary.sv, en: text.en + preliminary.en }],
  ]),
)

/** Why a comparison came out as it did, in one sentence. */
export const comparisonMessages: MessageTable = {
  ...cell,
  ...withStatus,
  'cell-counts-other': {
    sv: 'I artikeln står ”{printed}”, men ”{table}” räknar {counted}.',
    en: 'The article has “{printed}”, but “{table}” counts {counted}.',
  },
  'time-in-doubt': {
    sv: 'Går inte att jämföra förrän tiden är klar: {printed} eller {other}?',
    en: 'Cannot be compared until the time is settled: {printed} or {other}?',
  },
  'parts-make-whole': { sv: 'Delarna blir {printed}: {calculation}.', en: 'The parts make {printed}: {calculation}.' },
  'parts-miss-whole': {
    sv: 'I artikeln står {printed}, men delarna blir {calculation}.',
    en: 'The article has {printed}, but the parts make {calculation}.',
  },
  'share-fits': { sv: '{printed} stämmer: {calculation}.', en: '{printed} is right: {calculation}.' },
  'change-fits': {
    sv: 'Ändringen stämmer med talen intill: {calculation}.',
    en: 'The change fits the figures beside it: {calculation}.',
  },
  'change-misses': {
    sv: 'I artikeln står {printed}, men talen intill ger {calculation}.',
    en: 'The article has {printed}, but the figures beside it give {calculation}.',
  },
  'share-misses': {
    sv: 'I artikeln står {printed}, men {calculation}.',
    en: 'The article has {printed}, but {calculation}.',
  },
  'printed-twice-alike': {
    sv: 'Samma uppgift två gånger, båda gångerna {other}.',
    en: 'The same figure twice, {other} both times.',
  },
  'printed-twice-unlike': {
    sv: 'Samma uppgift ({counted}, {time}) är {other} på ett ställe och {printed} på ett annat.',
    en: 'The same figure ({counted}, {time}) is {other} in one place and {printed} in another.',
  },
  'sound-number-held': {
    sv: 'Ljudet stöder ”{printed}” framför andra tal.',
    en: 'The sound supports “{printed}” over other numbers.',
  },
  'sound-number-agrees': { sv: 'I ljudet sägs ”{heard}”.', en: 'The sound has “{heard}”.' },
  'sound-number-disagrees': {
    sv: 'I artikeln står ”{printed}”, men ljudet stöder ”{heard}”.',
    en: 'The article has “{printed}”, but the sound supports “{heard}”.',
  },
  'sound-number-depends': {
    sv: 'Det går inte att avgöra om ljudet har ”{printed}” eller ”{heard}”. Lyssna.',
    en: 'Whether the sound has “{printed}” or “{heard}” cannot be decided. Listen.',
  },
  'sound-number-not-heard': {
    sv: 'Siffran finns inte i utskriften av ljudet här. Utskriften kan ha hört fel.',
    en: 'The transcript of the sound lacks the figure here. The transcript may be wrong.',
  },
  'sound-counts-other': {
    sv: 'I artikeln står ”{printed}”, men i ljudet hörs ”{heard}”. Utskriften kan ha hört fel: lyssna.',
    en: 'The article has “{printed}”, but the sound has “{heard}”. The transcript may be wrong: listen.',
  },
  'sound-counts-perhaps-other': {
    sv: 'I artikeln står ”{printed}”. I ljudet hörs kanske ”{heard}”. Lyssna.',
    en: 'The article has “{printed}”. The sound may have “{heard}”. Listen.',
  },
  'times-agree': {
    sv: '”{printed}” och ”{other}” är samma tid: {time}.',
    en: '“{printed}” and “{other}” are the same time: {time}.',
  },
  'times-conflict': {
    sv: '{printed} går inte ihop med {other} om samma sak.',
    en: '{printed} does not fit {other} about the same thing.',
  },
  'times-conflict-table': {
    sv: '{printed} går inte ihop med {other} om samma sak. Tabellen stöder {otherTime}.',
    en: '{printed} does not fit {other} about the same thing. The table supports {otherTime}.',
  },
  'times-misfit-published': {
    sv: 'Räknat från publiceringen ({published}) går ”{printed}” inte ihop med ”{other}”. Räknat från {fits} gör det det.',
    en: 'Counted from the publication ({published}), “{printed}” does not fit “{other}”. Counted from {fits} it does.',
  },
  'range-reversed': {
    sv: 'I ”{printed}” kommer slutet före början.',
    en: 'In “{printed}” the end comes before the beginning.',
  },
  'weekday-fits': { sv: '{date} var en {actual}.', en: '{date} was a {actual}.' },
  'weekday-misses': {
    sv: '”{printed}”: {date} är en {actual}, inte en {named}.',
    en: '“{printed}”: {date} is a {actual}, not a {named}.',
  },
  'past-after-published': {
    sv: '”{printed}” berättas i förfluten tid men ligger efter publiceringen ({published}).',
    en: '“{printed}” is told as past but lies after the publication ({published}).',
  },
  'counted-from-published': {
    sv: 'Räknat från publiceringen ({published}) är ”{printed}” {time}. Inget i artikeln säger emot.',
    en: 'Counted from the publication ({published}), “{printed}” is {time}. Nothing in the article contradicts it.',
  },
  'sound-time-agrees': { sv: 'Ljudet stöder ”{printed}”.', en: 'The sound supports “{printed}”.' },
  'sound-time-disagrees': {
    sv: 'I artikeln står ”{printed}”, men ljudet stöder ”{heard}”.',
    en: 'The article has “{printed}”, but the sound supports “{heard}”.',
  },
  'sound-time-not-checkable': {
    sv: 'Det går inte att avgöra om ljudet har ”{printed}” eller ”{heard}”.',
    en: 'Whether the sound has “{printed}” or “{heard}” cannot be decided.',
  },
  'spellings-sound-same': {
    sv: '{name} stavas på flera sätt: {spellings}. De låter lika, så ljudet kan inte avgöra.',
    en: '{name} is spelled in several ways: {spellings}. They sound the same, so the sound cannot decide.',
  },
  'spellings-differ': {
    sv: '{name} stavas på flera sätt: {spellings}.',
    en: '{name} is spelled in several ways: {spellings}.',
  },
  'names-list-agrees': { sv: 'Stavas som i namnlistan ({source}).', en: 'Spelled as in the names list ({source}).' },
  'names-list-disagrees': {
    sv: 'I artikeln står {printed}, i namnlistan {known} ({source}).',
    en: 'The article has {printed}, the names list {known} ({source}).',
  },
  'dataset-agrees': { sv: 'Stavas som i ”{source}”.', en: 'Spelled as in “{source}”.' },
  'dataset-disagrees': {
    sv: 'I artikeln står {printed}, i ”{source}” {known}.',
    en: 'The article has {printed}, “{source}” has {known}.',
  },
}
