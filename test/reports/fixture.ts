import type { Finding, Report } from '#model'
import {
  audio,
  cell,
  edit,
  finding,
  fingerprint,
  inCell,
  piece,
  quantity,
  quotation,
  statement,
  time,
} from './facts.js'
import { placeOf, storyArticle } from './story-article.js'

const article = storyArticle()
const at = (text: string, occurrence = 1) => placeOf(article, text, occurrence)
const kristofferssen = { name: 'Orla Kristofferssen', place: at('Orla Kristofferssen') }
const christofferssen = { name: 'Orla Christofferssen', place: at('Orla Christofferssen') }

const Q1 =
  'Strategin från vår sida har gått över lite mer till information och förebyggande arbete som att ta kontakt med de som säljer sex innan brottet har skett'
const Q2 =
  'Nej, det säger sig själv att jag inte är nöjd med det resultatet. Men jag har förståelse för resultatet med den omvärldsbild som finns med det ansvarsområde vi har och flyktingproblematiken tar mycket av vår resurs.'
const Q4 = 'Under de här åren vi aktualiserat problemet har vi fått många lagförda.'
const Q5a = 'Det står inte högst på agendan.'
const Q5b =
  'Det pågår ingen polisiär insats mot det här problemområdet över tid utan det blir punktinsatser som vi gör när vi via underrättelsearbete får fram substans där vi tycker att vi kan nå framgång.'
const Q6a = 'Vi är medvetna om att sexhandelns omfattning är relativt stor.'
const Q6b =
  'Senaste tiden är det framförallt att man med kort framförhållning checkar in på hotell i Värmland och lägger ut en annons som finns under kort tid på nätet och därigenom skaffar man olika kontakter.'

const quotations = [
  quotation(article, 'q1', {
    text: Q1,
    speaker: kristofferssen,
    grade: 'tidied',
    why: { sv: 'Bara utfyllnadsord och omtagningar är strukna.', en: 'Only fillers and repetitions are left out.' },
    pieces: [
      piece(
        article,
        Q1,
        42.06,
        54.59,
        'Eh strategin från vår sida har har gått över lite mer till information och alltså förebyggande arbete som och ta kontakt med dom som säljer sex innan brottet har sett',
      ),
    ],
    context: {
      before: 'Han säger att polisen har bytt arbetssätt.',
      after: 'Är du nöjd med de två anmälningar som gjordes under 2015?',
    },
    edits: [
      edit(article, 'filler', { before: 'Strategin', heard: 'eh' }, 42.06),
      edit(article, 'repetition', { before: 'gått över', heard: 'har' }, 43.9),
      edit(article, 'filler', { before: 'förebyggande', heard: 'alltså' }, 47.2),
      edit(article, 'word-changed', { printed: 'skett', heard: 'sett' }, 54.1, 'print'),
    ],
    reliability: {
      measure: 'changes-noticed',
      kinds: [],
      right: 240,
      tried: 285,
      low: 0.795,
      high: 0.88,
      speech: 'synthetic',
    },
  }),
  quotation(article, 'q2', {
    text: Q2,
    grade: 'tidied',
    why: { sv: 'Bara utfyllnadsord och omtagningar är strukna.', en: 'Only fillers and repetitions are left out.' },
    pieces: [
      piece(
        article,
        Q2,
        60.59,
        77.85,
        'Nej det säger sig själv att jag inte är nöjd med det resultatet men jag har eh jag har förståelse för resultatet med den omvärldsbild som finns med det ansvarsområde vi har och flyktingproblematiken tar alltså mycket av vår resurs',
      ),
    ],
    context: {
      before: 'Är du nöjd med de två anmälningar som gjordes under 2015?',
      after: 'Samtidigt vill han inte kalla arbetet för ett misslyckande.',
    },
    edits: [edit(article, 'filler', { before: 'mycket av vår', heard: 'alltså' }, 76.4)],
  }),
  quotation(article, 'q3', {
    text: Q4,
    speaker: christofferssen,
    grade: 'altered',
    why: { sv: 'Ett sagt tal saknas i trycket.', en: 'A spoken number is missing from the print.' },
    pieces: [
      piece(article, Q4, 88.57, 94.02, 'Under de här två åren vi aktualiserat problemet har vi fått många lagförda'),
    ],
    alternatives: [
      {
        piece: 0,
        source: 'r1',
        startSeconds: 181.2,
        endSeconds: 186.9,
        heard: 'Under de här åren har vi aktualiserat problemet och vi har fått många lagförda',
        similarity: 0.86,
      },
    ],
    context: {
      before: 'Jag tycker nog att vi ändå har varit ganska framgångsrika i arbetet mot sexhandeln.',
      after: 'De senaste två åren har polisen lagt kraften på annat.',
    },
    edits: [edit(article, 'number', { before: 'åren vi aktualiserat', heard: 'två' }, 89.1, 'heard')],
    reliability: {
      measure: 'altered-right',
      kinds: [],
      right: 210,
      tried: 213,
      low: 0.959,
      high: 0.995,
      speech: 'synthetic',
    },
  }),
  quotation(article, 'q4', {
    text: `${Q5a} ${Q5b}`,
    grade: 'spliced',
    why: {
      sv: 'Två svar från olika ställen är tryckta som ett.',
      en: 'Two answers from different places are printed as one.',
    },
    pieces: [
      piece(article, Q5a, 101.8, 103.91, 'Det står inte högst på agendan'),
      piece(
        article,
        Q5b,
        127.52,
        142.67,
        'Det pågår ingen polisiär insats mot det här problemområdet över tid utan det blir punktinsatser som vi gör när vi via underrättelsearbete får fram substans där vi tycker att vi kan nå framgång',
      ),
    ],
    gaps: [
      {
        seconds: 23.6,
        heard:
          'Vi har haft ett antal grova brott som måste utredas och så har vi gränskontrollerna som binder väldigt många poliser varje dag. Men har ni någon grupp som arbetar med sexhandeln på heltid? Nä, inte på heltid. Det finns en handfull utredare som kan frågan.',
      },
    ],
    context: {
      before: 'Hur högt prioriterad är frågan i dag?',
      after: 'Polisen beskriver två sorters sexhandel i Värmland.',
    },
  }),
  quotation(article, 'q5', {
    text: `${Q6a} ${Q6b}`,
    grade: 'altered',
    why: { sv: 'Ett förbehåll är utbytt.', en: 'A hedge has been changed.' },
    pieces: [
      piece(
        article,
        `${Q6a} ${Q6b}`,
        154.86,
        174.76,
        'Vi är medvetna om att sexhandelns omfattning kan vara relativt stor senaste tiden är det framförallt att man med kort framförhållning checkar in på hotell i Värmland och lägger ut en annons som finns under kort tid på nätet och därigenom skaffar man olika kontakter',
      ),
    ],
    context: {
      before: 'I den andra kommer köparen till ett hotell där säljaren bor.',
      after: 'Hur tror du att det blir i år?',
    },
    edits: [edit(article, 'hedge', { printed: 'är relativt', heard: 'kan vara relativt' }, 158.1, 'heard')],
  }),
]

const S1 = 'För tre år sen var Värmland bäst i landet, utanför storstäderna, på att anmäla sexköpare och kopplare.'
const S2 = 'Förra året anmäldes bara två personer - en för koppleri och en för sexköp.'
const S3 = 'Är du nöjd med de två enda anmälningar som gjorts under 2015?'
const S4 = 'Orla Christofferssen framhåller att Värmlandspolisen ändå varit framgångsrika i arbetet mot sexhandeln.'
const S5 = 'Den där sexsäljaren åker ut till köparen och den där köparen kommer till ett hotell där köparen bor.'
const S6 = 'Sedan dess har antalet sjunkit dramatiskt.'

const statements = [
  statement(article, 's1', S1, 'reporter', [
    piece(
      article,
      S1,
      6.4,
      13.4,
      'För tre år sedan var Värmland bäst i landet utanför storstäderna på att anmäla sexköpare och kopplare',
    ),
  ]),
  statement(article, 's2', S6, 'reporter'),
  statement(article, 's3', S2, 'reporter', [
    piece(article, S2, 29.4, 34.98, 'Förra året gjordes bara två anmälningar en för koppleri och en för sexköp'),
  ]),
  statement(
    article,
    's4',
    S3,
    'question',
    [piece(article, S3, 55.19, 59.89, 'Är du nöjd med de två anmälningar som gjordes under 2015')],
    [edit(article, 'word-added', { printed: 'enda' }, 57.2, 'heard')],
  ),
  statement(
    article,
    's5',
    S4,
    'indirect',
    [
      piece(
        article,
        S4,
        82.31,
        88.17,
        'Jag tycker nog att vi ändå har varit ganska framgångsrika i arbetet mot sexhandeln',
      ),
    ],
    [edit(article, 'hedge', { before: 'framgångsrika', heard: 'ganska' }, 85.2, 'heard')],
  ),
  statement(
    article,
    's6',
    S5,
    'indirect',
    [
      piece(
        article,
        S5,
        147.1,
        154.36,
        'I den ena åker säljaren ut till köparen i den andra kommer köparen till ett hotell där säljaren bor',
      ),
    ],
    [edit(article, 'role', { printed: 'köparen bor', heard: 'säljaren bor' }, 153.2, 'heard')],
  ),
]

const spelledK = [at('Orla Kristofferssen')]
const spelledC = [at('Orla Christofferssen'), at('Orla Christofferssen', 2)]
const warning = { standing: 'needs-listening', severity: 'warning' } as const

const findings: Finding[] = [
  finding(
    'name-variants',
    {
      place: spelledC[0]!,
      actual: 'Christofferssen',
      expected: ['Kristofferssen'],
      evidence: [...spelledK, ...spelledC].map((place) => ({
        type: 'mention',
        place,
        text: place.excerpt.replace('Orla ', ''),
      })),
      confidence: { overall: 0.98, match: 0.98 },
      suggestions: [
        { text: 'Kristofferssen', reason: 'så står det på 1 ställe, vid titeln lokalpolisområdeschef' },
        { text: 'Christofferssen', reason: 'så står det på 2 ställen' },
      ],
    },
    'Lokalpolisområdeschefens efternamn stavas på två sätt. De låter lika: ljudet kan inte avgöra vilket som är rätt.',
    'The surname of the lokalpolisområdeschef is spelled in two ways. They sound the same: the sound cannot tell which is right.',
  ),
  finding(
    'altered-quotes',
    {
      place: at('de här åren'),
      actual: 'de här åren',
      expected: ['de här två åren'],
      evidence: [{ type: 'audio', place: audio(88.57, 94.02), text: 'de här två åren' }],
      suggestions: [{ text: 'Under de här två åren vi aktualiserat problemet', reason: 'orden som de hörs' }],
    },
    '”två” sades men står inte i citatet.',
    '“två” was said but does not stand in the quotation.',
  ),
  finding(
    'spliced-quotes',
    {
      place: at(`${Q5a} ${Q5b}`),
      actual: 'på agendan. Det pågår ingen',
      expected: ['på agendan. […] Det pågår ingen'],
      evidence: [
        { type: 'audio', place: audio(101.8, 103.91), text: Q5a },
        { type: 'audio', place: audio(127.52, 142.67), text: Q5b },
      ],
      suggestions: [{ text: 'på agendan. […] Det pågår ingen', reason: 'märk ut hoppet, eller gör två citat' }],
    },
    'Två svar som sades med 23,6 sekunder emellan är tryckta som ett enda.',
    'Two answers given 23.6 seconds apart are printed as one.',
  ),
  finding(
    'altered-quotes',
    {
      place: at('omfattning är relativt stor'),
      actual: 'omfattning är relativt stor',
      expected: ['omfattning kan vara relativt stor'],
      evidence: [{ type: 'audio', place: audio(154.86, 159.79), text: 'omfattning kan vara relativt stor' }],
      confidence: { overall: 0.81, recognition: 0.84, alignment: 0.97 },
    },
    'Förbehållet ”kan vara” är utbytt mot ”är”.',
    'The hedge “kan vara” has become “är”.',
  ),
  finding(
    'unit-mismatches',
    {
      ...warning,
      standing: 'contradicted',
      place: at('två personer'),
      actual: 'två personer',
      expected: ['två anmälningar'],
      evidence: [
        { type: 'audio', place: audio(26.95, 34.98), text: 'Förra året gjordes bara två anmälningar' },
        { type: 'cell', place: cell('Värmland · 2015', 'summa', 2), text: '1 + 1 = 2 anmälningar' },
      ],
    },
    'Det som räknats är anmälningar, inte personer.',
    'What was counted is reports (anmälningar), not people.',
  ),
  finding(
    'statement-mismatches',
    {
      ...warning,
      place: at('hotell där köparen bor'),
      actual: 'ett hotell där köparen bor',
      expected: ['ett hotell där säljaren bor'],
      evidence: [{ type: 'audio', place: audio(147.1, 154.36), text: 'ett hotell där säljaren bor' }],
      confidence: { overall: 0.66, recognition: 0.7, alignment: 0.8 },
    },
    'Rollerna låter ombytta i ljudet. Lyssna innan något ändras.',
    'The roles sound swapped in the recording. Listen before anything is changed.',
  ),
  finding(
    'statement-mismatches',
    {
      ...warning,
      severity: 'info',
      place: at('framgångsrika'),
      actual: 'framgångsrika',
      expected: ['ganska framgångsrika'],
      evidence: [
        {
          type: 'audio',
          place: audio(82.31, 88.17),
          text: 'Jag tycker nog att vi ändå har varit ganska framgångsrika',
        },
      ],
    },
    '”ganska” och ”tycker nog” är utelämnade i det återgivna talet.',
    '“ganska” and “tycker nog” are left out of the indirect speech.',
  ),
  finding(
    'statement-mismatches',
    {
      ...warning,
      severity: 'info',
      place: at('två enda anmälningar'),
      actual: 'de två enda anmälningar',
      expected: ['de två anmälningar'],
      evidence: [{ type: 'audio', place: audio(55.19, 59.89), text: 'Är du nöjd med de två anmälningar' }],
    },
    '”enda” är tillagt i frågan.',
    '“enda” is added in the question.',
  ),
]

const varmland = { counted: 'anmälningar', where: 'Värmland' }
const quantities = [
  quantity(article, 'k1', '30 anmälningar', 30, {
    ...varmland,
    time: '2013',
    comparisons: [
      inCell('Värmland · 2013', 'summa', 30, '27 + 3 = 30'),
      {
        against: 'audio',
        place: audio(20.4, 26.5),
        value: 'trettio anmälningar',
        calculation: null,
        outcome: 'agrees',
        reason: { id: 'agrees', sv: 'Samma antal hörs.', en: 'The same number is heard.' },
      },
    ],
  }),
  quantity(article, 'k2', 'två personer', 2, {
    counted: 'personer',
    where: 'Värmland',
    time: '2015',
    outcome: 'disagrees',
    reason: {
      id: 'unit',
      sv: 'Talet stämmer, men tabellen räknar anmälningar.',
      en: 'The number agrees, but the table counts reports.',
    },
    comparisons: [{ ...inCell('Värmland · 2015', 'summa', 2, '1 + 1 = 2'), outcome: 'disagrees' }],
  }),
  quantity(article, 'k3', 'en för koppleri', 1, {
    ...varmland,
    time: '2015',
    comparisons: [inCell('Värmland · 2015', 'koppleri', 1)],
  }),
  quantity(article, 'k4', 'en för sexköp', 1, {
    ...varmland,
    time: '2015',
    comparisons: [inCell('Värmland · 2015', 'sexköp', 1)],
  }),
  quantity(article, 'k5', 'två olika former', 2, {
    counted: 'former',
    outcome: 'not-checkable',
    reason: { id: 'no-table', sv: 'Ingen tabell räknar former.', en: 'No table counts forms.' },
  }),
]

const times = [
  time(article, 't1', 'För tre år sen', '2013-01-01', '2013-12-31'),
  time(article, 't2', 'Under 2013', '2013-01-01', '2013-12-31', { anchor: 'none' }),
  time(article, 't3', 'Förra året', '2015-01-01', '2015-12-31'),
  time(article, 't4', 'Senaste två åren', '2014-01-01', '2015-12-31'),
  time(article, 't5', 'innevarande år', '2016-01-01', '2016-12-31'),
]

/** The example story's report as a person would write it: the shape the pipeline is to give. */
export function storyReport(): Report {
  return structuredClone({
    schema: 'ordagrant-report/1',
    tool: { name: 'ordagrant', version: '0.1.0' },
    settings: { recordings: 'partial', clips: 'embed', listen: true },
    story: {
      title: 'Få sexköpare tas av polisen',
      language: 'sv',
      published: '2016',
      recordings: 'partial',
      article: { path: 'article.md', sha256: article.sha256, words: article.words },
    },
    recordings: [
      {
        id: 'r1',
        path: 'audio/p4-varmland-sexhandeln.mp3',
        sha256: fingerprint('r1'),
        seconds: 197.04,
        speechSeconds: 183.2,
        heardSeconds: 181.9,
        unheard: [[0, 1.3, 'failed-tests']],
        language: 'sv',
        note: 'Syntetiskt tal: orden har inte sagts av någon verklig person.',
      },
    ],
    transcripts: [],
    datasets: [
      {
        id: 'd1',
        path: 'data/anmalningar.csv',
        sha256: fingerprint('d1'),
        rows: 16,
        title: 'Anmälningar avseende sexköp och koppleri, per region och år',
        source: 'Gjord för exemplet. Bara Värmland 2013 och 2015 står i artikeln; resten är påhittat.',
        status: 'illustrative',
        doubts: [
          {
            id: 'missing',
            sv: 'En ruta saknar värde: Län C 2014, koppleri (”..”).',
            en: 'One cell has no value: Län C 2014, koppleri (“..”).',
          },
        ],
      },
    ],
    model: { name: 'whisper-base', sha256: fingerprint('model'), engine: 'onnxruntime-node 1.30.0' },
    checks: [
      ...[
        'name-variants',
        'altered-quotes',
        'spliced-quotes',
        'missing-quotes',
        'statement-mismatches',
        'spoken-figure-mismatches',
        'dataset-mismatches',
        'unit-mismatches',
        'date-conflicts',
      ].map((id) => ({
        id,
        version: 1,
        outcome: 'ran' as const,
        findings: findings.filter((f) => f.check === id).length,
      })),
      {
        id: 'sum-mismatches',
        version: 1,
        outcome: 'not-applicable',
        reason: { sv: 'artikeln anger inga delar av en summa', en: 'the article gives no parts of a sum' },
        findings: 0,
      },
    ],
    coverage: {
      quotations: { total: 5, located: 5, undecided: 0, notFound: 0, notHeard: 0 },
      statements: { total: 6, located: 5 },
      quantities: { total: 5, compared: 4, notCheckable: 1 },
      times: { total: 5, resolved: 5 },
      names: { people: 1, mentions: 3, checkedAgainst: [] },
      audio: { seconds: 197.04, speechSeconds: 183.2, heardSeconds: 181.9 },
    },
    quotations,
    statements,
    people: [
      {
        id: 'p1',
        fingerprint: fingerprint('p1'),
        name: 'Orla Kristofferssen',
        spellings: [
          { text: 'Kristofferssen', count: 1, places: spelledK },
          { text: 'Christofferssen', count: 2, places: spelledC },
        ],
        roles: [{ text: 'lokalpolisområdeschef', place: at('lokalpolisområdeschef') }],
        spellingCheckedAgainst: [],
        heard: [audio(35.48, 37.2), audio(185, 187.4)],
      },
    ],
    quantities,
    times,
    findings,
    rulings: { used: 0, unused: [] },
    warnings: [],
    timings: { hearing: 41200, alignment: 310 },
  } satisfies Report)
}

export { storyArticle } from './story-article.js'
