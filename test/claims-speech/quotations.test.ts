import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { articlePlace } from '#model'
import { quotes, speechIn } from './helpers.js'

const lead = 'Kommunen får inte ihop budgeten.\n'
const people = ['Anna Ek', 'Bo Lind']

test.each(['a.md', 'a.txt'])('the example story as %s: five quotations and whose they are', (path) => {
  const markdown = readFileSync('test/stories/sexhandeln/article.md', 'utf8')
  const text = path === 'a.md' ? markdown : markdown.replace(/^---[\s\S]*?---\n/, '').replace('# ', '')
  const { quotations, article } = speechIn(text, ['Orla Kristofferssen', 'Orla Christofferssen'], { path })
  expect(
    quotations.map(({ id, speaker, text: words }) => [id, speaker?.name, words.slice(0, 20), words.slice(-20)]),
  ).toEqual([
    ['q1', 'Orla Kristofferssen', 'Strategin från vår s', 'an brottet har skett'],
    ['q2', 'Orla Kristofferssen', 'Nej, det säger sig s', 'ycket av vår resurs.'],
    ['q3', 'Orla Christofferssen', 'Under de här åren vi', 'fått många lagförda.'],
    ['q4', 'Orla Christofferssen', 'Det står inte högst ', ' vi kan nå framgång.'],
    ['q5', 'Orla Christofferssen', 'Vi är medvetna om at', 'man olika kontakter.'],
  ])
  for (const { span, place } of quotations) expect(place).toEqual(articlePlace(article, span))
})

test.each([
  ['– Det är bra, säger Anna Ek, kommunalråd.', ['[Anna Ek] Det är bra']],
  ['– Det är bra, säger kommunalrådet Anna Ek (S) till P4.', ['[Anna Ek] Det är bra']],
  ['– Hur ska det gå? undrar Bo Lind.', ['[Bo Lind] Hur ska det gå?']],
  ['- Det är bra, säger Anna Ek. Men det räcker inte.', ['[Anna Ek] Det är bra Men det räcker inte.']],
  ['- Det är bra, säger Anna Ek, men det räcker inte.', ['[Anna Ek] Det är bra men det räcker inte.']],
  ['– Det är klart. Det säger Anna Ek, kommunalråd.', ['[Anna Ek] Det är klart.']],
  ['– Jag är glad, säger Bo Lind. Han berättar att han bor där.', ['[Bo Lind] Jag är glad']],
  ['– Nu är det jul, säger 34-åringen.', ['[34-åringen] Nu är det jul']],
  ['– Vi bygger 30 hus, enligt Anna Ek.', ['[Anna Ek] Vi bygger 30 hus']],
  ['– ”Vi är klara”, säger Anna Ek.', ['[Anna Ek] Vi är klara']],
  [
    '– Vi lade in nio miljoner, säger Anna Ek, och ändå räcker det inte. Så är det.',
    ['[Anna Ek] Vi lade in nio miljoner och ändå räcker det inte. Så är det.'],
  ],
  [
    '– Det är viktigt, säger Anna Ek, chef på skolan, att alla hjälper till.',
    ['[Anna Ek] Det är viktigt att alla hjälper till.'],
  ],
  ['– Vi blev sena, säger Anna Ek, så vi fick vänta.', ['[Anna Ek] Vi blev sena så vi fick vänta.']],
  ['– I fjol, säger Anna Ek, hade vi ingen olycka.', ['[Anna Ek] I fjol hade vi ingen olycka.']],
  ['– Det går bra, säger Anna Ek, om vi bara får hjälp.', ['[Anna Ek] Det går bra om vi bara får hjälp.']],
  ['– Det går inte, säger Anna Ek – inte ens i år.', ['[Anna Ek] Det går inte inte ens i år.']],
  ['– Det går bra, säger Anna Ek, och tillägger att hon är nöjd.', ['[Anna Ek] Det går bra']],
  ['– Det går bra, säger Anna Ek, och det hörs att hon är trött.', ['[Anna Ek] Det går bra']],
  ['– Det går bra, säger Anna Ek, när vi träffar henne i parken.', ['[Anna Ek] Det går bra']],
  ['– Det går bra, säger Anna Ek, ordförande i Vi i femman.', ['[Anna Ek] Det går bra']],
  ['– Det är bra, säger Anna Ek (S) om beslutet att stänga.', ['[Anna Ek] Det är bra']],
  ['– Det är bra, säger Anna Ek när vi ringer.', ['[Anna Ek] Det är bra']],
  ['– Det är bra, säger rektorn om hur det gick.', ['[rektorn] Det är bra']],
])('dash: %s', (text, expected) => {
  expect(quotes(lead + text, people)).toEqual(expected)
})

test.each([
  '– Nej, det säger sig själv att vi inte är nöjda.',
  '– Vi gör det, som jag säger till dem, varje dag.',
  '– Jag tror på Sverige, tror på framtiden och säger nej till våld.',
  '– Det blir bra, tror jag.',
  '– Det går dåligt, tror ändå på Sverige.',
  '– Så kom han, säger han att vi ska gå så går vi.',
  '– Vi bygger – 12 hus, säger och skriver tolv – i Sunne.',
])('a verb of saying inside the quotation is no attribution: %s', (text) => {
  expect(quotes(lead + text)).toEqual([`[] ${text.slice(2)}`])
})

test.each([
  ['”Vi gör vad vi kan”, säger Anna Ek, ”men det räcker inte.”', ['[Anna Ek] Vi gör vad vi kan men det räcker inte.']],
  ['"Vi gör vad vi kan." Det var hårt.', ['[] Vi gör vad vi kan.']],
  ['»Nej«, säger Anna Ek. »Aldrig i livet.«', ['[Anna Ek] Nej Aldrig i livet.']],
  ['«Aldrig i livet», säger Anna Ek.', ['[Anna Ek] Aldrig i livet']],
  ['“Aldrig i livet”, säger Anna Ek.', ['[Anna Ek] Aldrig i livet']],
  ['Anna Ek säger: ”Det är inte bra. Vi tar om det.” Sedan gick hon.', ['[Anna Ek] Det är inte bra. Vi tar om det.']],
  ['’Jag vet inte alls’, säger Bo Lind.', ['[Bo Lind] Jag vet inte alls']],
  ['Han kallade det ”en ren katastrof” i går.', ['*[] en ren katastrof']],
  ['Den ”stora” frågan är Lars’ hus och rock ’n’ roll.', ['*[] stora']],
])('marks: %s', (text, expected) => {
  expect(quotes(lead + text, people)).toEqual(expected)
})

test.each([
  'Han läste boken ”Kallocain” av Karin Boye.',
  'Karl ”Kalle” Svensson kom.',
  'Programmet ”The Swedish Ambassador’s Guide” sändes i går.',
  'Bildskärmen är 27" och bordet 3 meter.',
])('no quotation: %s', (text) => {
  expect(quotes(lead + text, people)).toEqual([])
})

test('a paragraph about somebody else leaves open whose the speech after it is', () => {
  const after = (between: string) =>
    quotes(`${lead}– Det var halt, säger Anna Ek.\n${between}\n– Aldrig har jag sett något sådant.`, people).at(-1)
  expect(after('Bo Lind kom till platsen efter en stund.')).toBe('[] Aldrig har jag sett något sådant.')
  expect(after('Bo Lind kom till platsen efter Anna Ek.')).toBe('[Anna Ek] Aldrig har jag sett något sådant.')
  expect(after('Vägen var avstängd i fem timmar.')).toBe('[Anna Ek] Aldrig har jag sett något sådant.')
  expect(after('Hur väl känner du Bo Lind?')).toBe('[Anna Ek] Aldrig har jag sett något sådant.')
})

test.each([
  ['”Det är trist”, skriver Anna Ek i ett sms.', true],
  ['”Det är trist”, säger Anna Ek i en skriftlig kommentar.', true],
  ['I ett mejl svarar Anna Ek: ”Det är trist för alla.”', true],
  ['”Det är trist”, säger Anna Ek, som tycker om att skriva.', undefined],
  ['Anna Ek skriver på en bok. ”Det är trist”, säger hon.', undefined],
])('written, not said: %s', (text, expected) => {
  expect(speechIn(lead + text, people).quotations.map(({ written }) => written)).toEqual([expected])
})

test('one quotation per paragraph when marks stay open', () => {
  expect(
    quotes(`${lead}”Det här är långt. Det fortsätter.\n”Här slutar det”, säger Bo Lind.\nSedan gick han.`, people),
  ).toEqual(['[Bo Lind] Det här är långt. Det fortsätter.', '[Bo Lind] Här slutar det'])
})

test('whose words: pronouns, roles, introductions, runs', () => {
  expect(quotes(`${lead}– Ja, säger Anna Ek.\nSå var det.\n– Nej, säger hon.`, people)).toEqual([
    '[Anna Ek] Ja',
    '[Anna Ek] Nej',
  ])
  expect(quotes(`${lead}Anna Ek kom först.\n– Nej, säger kommunalrådet.`, ['Anna Ek/kommunalråd'])).toEqual([
    '[Anna Ek] Nej',
  ])
  expect(quotes(`${lead}Anna Ek säger att det är sant.\n– Vi får se.`, people)).toEqual(['[Anna Ek] Vi får se.'])
  expect(quotes(`${lead}– Först det här.\n– Sedan det här, säger Bo Lind.`, people)).toEqual([
    '[Bo Lind] Först det här.',
    '[Bo Lind] Sedan det här',
  ])
  expect(
    quotes(`${lead}– Ja, säger Anna Ek.\nMellanspel.\n– Nej, säger Bo Lind.\nSå var det.\n– Kanske.`, people),
  ).toEqual(['[Anna Ek] Ja', '[Bo Lind] Nej', '[] Kanske.'])
  expect(quotes(`${lead}– Ja, säger Anna Ek.\nSista talare var Bo Lind.\n– Nej, sade han.`, people)).toEqual([
    '[Anna Ek] Ja',
    '[Bo Lind] Nej',
  ])
  expect(quotes(`${lead}– Ja, säger de.`, people)).toEqual(['[] Ja'])
})

test.each([
  ['Det var tungt, minns Bo Lind: – Vi var få, säger han. Ibland ingen.', ['[Bo Lind] Vi var få Ibland ingen.']],
  ['Det regnade. – Vi gav upp, säger Anna Ek.', ['[Anna Ek] Vi gav upp']],
  ['Vi fick tre val: – Ett, två och tre.', []],
])('a dash inside a paragraph: %s', (text, expected) => {
  expect(quotes(lead + text, people)).toEqual(expected)
})

test('one person in two spellings goes on speaking; two who end alike are two', () => {
  const asked = '– Ja, säger Anna Lindquist.\nSamarbetet har varit bra, säger Anna Lindkvist.\nHur känns det?\n– Bra.'
  expect(quotes(lead + asked, ['Anna Lindquist', 'Anna Lindkvist'])).toEqual([
    '[Anna Lindquist] Ja',
    expect.stringMatching(/^\[Anna Lind[qk]u?v?ist\] Bra\.$/),
  ])
  const two = '– Ja, säger Anna Johansson.\n– Nej, säger Anna Svensson.\nHur känns det?\n– Bra.'
  expect(quotes(lead + two, ['Anna Johansson', 'Anna Svensson']).at(-1)).toBe('[] Bra.')
})

test('a person in the quotation is not the one who speaks', () => {
  expect(quotes(`${lead}Också Bo Lind är glad:\n– Vi gläds med Anna Ek, säger han.`, people)).toEqual([
    '[Bo Lind] Vi gläds med Anna Ek',
  ])
})

test('cuts and translation', () => {
  const { quotations, article } = speechIn(
    `${lead}– Vi har […] sett en (…) ökning … och [hon] kommer, säger Bo Lind på engelska.`,
    people,
  )
  expect(quotations[0]).toMatchObject({ translated: true })
  const { text } = article.blocks[1]!
  expect(quotations[0]!.cuts.map(({ offset }) => text.slice(offset, offset + 3))).toEqual(['[…]', '(…)', '… o', '[ho'])
  expect(speechIn(`${lead}– Vi talar bra på engelska, säger Bo Lind.`, people).quotations[0]!.translated).toBe(false)
})

test('English: the subject may stand first', () => {
  const text = 'The council is broke.\n"We are done," Anna Ek said. "It is over."\n"Not yet," said Bo Lind, the mayor.'
  expect(quotes(text, people, { language: 'en' })).toEqual(['[Anna Ek] We are done It is over.', '[Bo Lind] Not yet'])
})
