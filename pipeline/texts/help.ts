import type { MessageTable } from '#model'

/** Help texts of the command line. */
export const help = {
  program: {
    sv: 'Granskar en nyhetsartikel ord för ord mot inspelningarna och statistiken den bygger på, före publicering.',
    en: 'Checks a news article word for word against the recordings and statistics it is built on, before publication.',
  },
  usage: { sv: 'Användning:', en: 'Usage:' },
  options: { sv: 'Val:', en: 'Options:' },
  arguments: { sv: 'Argument:', en: 'Arguments:' },
  commands: { sv: 'Kommandon:', en: 'Commands:' },
  'help-option': { sv: 'visa den här hjälpen', en: 'show this help' },
  version: { sv: 'visa versionen', en: 'show the version' },
  'ui-language': {
    sv: 'språk för rapport och meddelanden: sv eller en (förval sv)',
    en: 'language of report and messages: sv or en (default sv)',
  },
  verbose: { sv: 'visa tider och var ett fel uppstod', en: 'show timings and where an error arose' },
  quiet: { sv: 'visa bara fel', en: 'show errors only' },
  'no-color': { sv: 'inga färger', en: 'no colours' },
  folder: {
    sv: 'mappen med artikeln (förval: den du står i)',
    en: 'the folder with the article (default: the current one)',
  },

  check: { sv: 'granska en artikel och skriv rapporten', en: 'check an article and write the report' },
  article: { sv: 'artikeln: .md, .html eller .txt', en: 'the article: .md, .html or .txt' },
  audio: { sv: 'inspelningar: mp3, wav, m4a, ogg, opus, flac', en: 'recordings: mp3, wav, m4a, ogg, opus, flac' },
  transcript: {
    sv: 'utskrifter gjorda på annat håll: .srt, .vtt, .txt, .json',
    en: 'transcripts made elsewhere: .srt, .vtt, .txt, .json',
  },
  data: { sv: 'tabeller: csv, xlsx, px, json-stat', en: 'tables: csv, xlsx, px, json-stat' },
  names: { sv: 'redaktionens namnlista: names.csv', en: "the newsroom's list of names: names.csv" },
  published: { sv: 'publiceringsdag: ÅÅÅÅ[-MM[-DD]]', en: 'publication date: YYYY[-MM[-DD]]' },
  language: { sv: 'språket i artikel och ljud, till exempel sv', en: 'language of article and sound, such as sv' },
  format: {
    sv: 'rapporter att skriva: html, json, md, sarif (förval html,json)',
    en: 'reports to write: html, json, md, sarif (default html,json)',
  },
  out: {
    sv: 'mapp för rapporterna (förval: artikelns mapp)',
    en: "folder for the reports (default: the article's folder)",
  },
  stdout: {
    sv: 'skriv en rapport på standard ut: json, md eller sarif',
    en: 'write a report to standard output: json, md or sarif',
  },
  clips: {
    sv: 'ljud i rapporten: embed eller none (förval embed)',
    en: 'sound in the report: embed or none (default embed)',
  },
  model: { sv: 'talmodell: namn eller mapp', en: 'speech model: name or folder' },
  'no-listen': { sv: 'hoppa över den andra lyssningen', en: 'skip the second hearing' },
  recordings: {
    sv: 'är inspelningarna hela underlaget: complete eller partial (förval partial)',
    en: 'are the recordings all there is: complete or partial (default partial)',
  },
  'fail-on': {
    sv: 'vad som ger slutkod 1: error, warning eller never (förval error)',
    en: 'what gives exit code 1: error, warning or never (default error)',
  },

  transcribe: { sv: 'skriv ut en inspelning', en: 'transcribe a recording' },
  recording: { sv: 'inspelningen', en: 'the recording' },
  'transcribe-format': { sv: 'json, vtt, srt eller txt (förval txt)', en: 'json, vtt, srt or txt (default txt)' },
  'transcribe-out': {
    sv: 'fil att skriva till (förval: standard ut)',
    en: 'file to write to (default: standard output)',
  },

  listen: {
    sv: 'fråga ljudet vilken ordalydelse det stöder (den andra lyssningen för sig)',
    en: 'ask the sound which wording it supports (the second hearing on its own)',
  },
  from: { sv: 'från sekund', en: 'from second' },
  to: { sv: 'till sekund', en: 'to second' },
  text: { sv: 'ordalydelse; upprepa för fler', en: 'wording; repeat for more' },

  'listen-format': { sv: 'txt eller json (förval txt)', en: 'txt or json (default txt)' },

  rule: {
    sv: 'skriv ner vad en människa har beslutat om ett fynd',
    en: 'write down what a person decided about a fact',
  },
  id: { sv: 'uppgiftens id ur rapporten', en: "the fact's id from the report" },
  verdict: {
    sv: 'confirmed, fixed, stet, needs-source eller not-checkable',
    en: 'confirmed, fixed, stet, needs-source or not-checkable',
  },
  reason: { sv: 'varför, kort', en: 'why, in short' },
  note: { sv: 'anteckning', en: 'a note' },
  by: { sv: 'vem som beslutade', en: 'who decided' },
  'rule-folder': {
    sv: 'mappen med rapporten (förval: den du står i)',
    en: 'the folder with the report (default: the current one)',
  },

  explain: { sv: 'förklara en kontroll', en: 'explain a check' },
  'check-id': { sv: 'kontrollens id, till exempel altered-quotes', en: 'id of the check, such as altered-quotes' },

  'model-command': { sv: 'talmodellerna på den här datorn', en: 'the speech models on this computer' },
  'model-list': { sv: 'lista modellerna', en: 'list the models' },
  'model-verify': {
    sv: 'kontrollera en modells filer mot deras summor',
    en: "check a model's files against their sums",
  },
  'model-path': { sv: 'visa var en modell ligger', en: 'show where a model is' },
  'model-pull': {
    sv: 'hämta en modell (det enda kommandot som använder nätet)',
    en: 'fetch a model (the only command that uses the network)',
  },
  'model-name': { sv: 'modellens namn', en: 'name of the model' },
  'model-revision': { sv: 'NAMN eller NAMN@VERSION', en: 'NAME or NAME@REVISION' },

  'data-command': { sv: 'visa hur en tabell läses', en: 'show how a table is read' },
  table: { sv: 'tabellen', en: 'the table' },
} satisfies MessageTable

export type HelpId = keyof typeof help
