import { describe, expect, it } from 'vitest'
import { findNames } from '../../pipeline/claims/names.js'
import { findPeople } from '../../pipeline/claims/people.js'
import { makeArticle } from '../language/make-article.js'

const names = (...paragraphs: string[]) => findNames(makeArticle(paragraphs), 'sv')
const persons = (...paragraphs: string[]) => names(...paragraphs).filter(({ entity }) => entity === 'person')
const people = (...paragraphs: string[]) => findPeople(makeArticle(paragraphs), names(...paragraphs), 'sv')
const spelled = (...paragraphs: string[]) =>
  people(...paragraphs).map(({ spellings }) => spellings.map(({ text, count }) => `${text} ×${count}`))

describe('findNames', () => {
  it('splits given and family names, particles and initials', () => {
    const found = persons('Där var Eva von Wachenfeldt, John F. Lindberg och Ann-Marie de la Vega.')
    expect(found.map(({ given, family }) => [given.join(' '), family])).toEqual([
      ['Eva', 'von Wachenfeldt'],
      ['John F', 'Lindberg'],
      ['Ann-Marie', 'de la Vega'],
    ])
  })
  it.each([
    ['– Ja, säger Orla Kristofferssen, lokalpolisområdeschef.', 'lokalpolisområdeschef'],
    ['Det menar polischefen Amina Diallo.', 'polischefen'],
    ['Enligt justitieminister Gunnar Strömmer (M) går det.', 'justitieminister'],
    ['Det säger energi- och näringsminister Ebba Busch.', 'energi- och näringsminister'],
    ['Magnus Henrekson, professor i nationalekonomi, håller med.', 'professor i nationalekonomi'],
    ['Linda Larsson, 45, gruppledare i Karlstad, tycker det.', 'gruppledare i Karlstad'],
  ])('%s has a role', (text, role) => {
    const [person] = persons(text)
    expect(person?.role?.text).toBe(role)
    expect(person?.role?.place.excerpt).toBe(role)
  })
  it('takes the genitive off, but not from names that end in -s', () => {
    const found = persons('Karin Lindqvists bok och Hans Ottis film om Lars Nordins bror.')
    expect(found.map(({ base }) => base)).toEqual(['Karin Lindqvist', 'Hans Ottis', 'Lars Nordin'])
    expect(found[0]?.text).toBe('Karin Lindqvists')
  })
  it('knows places, authorities, streets and programmes for what they are', () => {
    const text =
      'P4 Värmland och Nya Wermlands-Tidningen skriver att Åklagarmyndigheten i New York, på Gustav Adolfs torg, hyr av Region Skåne.'
    expect(persons(text)).toEqual([])
  })
  it('leaves ordinary words at the head of sentences alone', () => {
    expect(
      names('Strategin har ändrats. Under året föll den. Måndagen kom. Björn Lind log.').map(({ base }) => base),
    ).toEqual(['Björn Lind'])
  })
  it('finds the surname and the given name alone once somebody is named', () => {
    const found = persons('# Nisser avgår', 'Per-Samuel Nisser går.', '– Nu är det gjort, säger Nisser.')
    expect(found.map(({ given, family }) => [given[0] ?? null, family])).toEqual([
      [null, 'Nisser'],
      ['Per-Samuel', 'Nisser'],
      [null, 'Nisser'],
    ])
  })
  it('finds names by their capitals in a language without rules', () => {
    expect(findNames(makeArticle(['Eilen tapasin henkilön Matti Virtanen.']), 'fi').map(({ base }) => base)).toContain(
      'Matti Virtanen',
    )
  })
  it('reads letters in any composition at their exact places', () => {
    const text = 'Det säger Åsa Sjöström.'
    const [person] = persons(text)
    expect(text.slice(person!.span.start, person!.span.end)).toBe(person!.text)
    expect(person!.place.excerpt).toBe('Åsa Sjöström')
  })
})

describe('findPeople', () => {
  it('keeps two spellings of one person apart, each with its places', () => {
    const article = [
      '– Ja, säger Orla Kristofferssen, polischef.',
      'Orla Christofferssen framhåller att det går.',
      'Orla Christofferssens kollegor håller med. Christofferssen själv tiger.',
    ]
    const [person, ...others] = people(...article)
    expect(others).toEqual([])
    expect(person!.spellings.map(({ text, count }) => [text, count])).toEqual([
      ['Kristofferssen', 1],
      ['Christofferssen', 3],
    ])
    expect(person!.spellings[1]!.places.map(({ excerpt }) => excerpt)).toEqual([
      'Orla Christofferssen',
      'Orla Christofferssens',
      'Christofferssen',
    ])
    expect(person!.roles.map(({ text }) => text)).toEqual(['polischef'])
  })
  it.each([
    ['Ann-Cathrine Wikström kom. Sedan gick Ann-Catrine Wikström.', ['Ann-Cathrine ×1', 'Ann-Catrine ×1']],
    ['Det sa Maria Malmer Stenergard. Maria Malmer Stenegard gick.', ['Stenergard ×1', 'Stenegard ×1']],
    ['Där var Raquel Buenrostro. Sedan talade Raquel Beunrostro.', ['Buenrostro ×1', 'Beunrostro ×1']],
    [
      'Sjukvårdsdirektör Kristin Hallström teg. – Ja, säger Kristina Hallström, sjukvårdsdirektör i Region Eda.',
      ['Kristin ×1', 'Kristina ×1'],
    ],
    ['Advokat Kent Mårtenson teg. Mårtensson överklagar.', ['Mårtenson ×1', 'Mårtensson ×1']],
  ])('%s', (text, expected) => {
    expect(spelled(text)).toEqual([expected])
  })
  it.each([
    ['two politicians', 'Johan Forssell (M) mötte Joar Forssell (L).', 2],
    ['siblings', 'Karin Lind och Stefan Lind är syskon.', 2],
    ['a couple', 'Kristina Berggren och Kristian Berggren gifte sig.', 2],
    ['one rare family name, two roles', 'Läkaren Kristin Hallström mötte polisen Kristina Hallström.', 2],
    ['one role, a common family name', 'Läkaren Kristin Persson mötte läkaren Kristina Persson.', 2],
    ['common names', 'Mats Persson och Lars Persson kom.', 2],
    ['short names one letter apart', 'Erik Lind slog Erik Lund.', 2],
    ['the full name, the surname and the genitive', 'Amina Diallo kom. Diallos advokat hälsade Diallo.', 1],
    ['a second surname left out', 'Maria Malmer Stenergard kom. Sedan gick Maria Stenergard.', 1],
    ['-sson and -son of another person named in full', 'Pål Jonson och Anna Jonsson kom. – Ja, säger Jonsson.', 2],
  ])('%s: no variant', (_, text, count) => {
    const found = people(text)
    expect(found).toHaveLength(count)
    for (const { spellings } of found) expect(spellings).toHaveLength(1)
  })
  it.each([
    ['Anna Berg går.', '– Nej, säger Bergh. Bergh är säker.', ['Berg ×1, Bergh ×2']],
    ['Erik Lind går.', 'Det är Lindhs förslag.', ['Lind ×1, Lindh ×1']],
    ['Tränaren Per Ek går. Men Eek stannar.', '', ['Ek ×1, Eek ×1']],
    // Both are somebody's.
    ['Anna Lindh och Per Lind går.', '– Nej, säger Lindh. – Jo, säger Lind.', ['Anna Lindh ×2', 'Per Lind ×2']],
    // Nobody named in full, and another office.
    ['Läraren Inger Falk går.', 'Statsminister Falck stannar.', ['Inger Falk ×1', 'Falck ×1']],
  ])('a short surname alone, said like one named in full: %s %s', (first, second, expected) => {
    expect(spelled(first, second).map((spellings) => spellings.join(', '))).toEqual(expected)
  })
  it('gives a surname alone to the one named last', () => {
    const found = people('Per Nisser talade först.', '– Ja, säger Nisser.', 'Systern Anna Nisser log.')
    expect(found.map(({ name, mentions }) => [name, mentions.length])).toEqual([
      ['Per Nisser', 2],
      ['Anna Nisser', 1],
    ])
  })
})
