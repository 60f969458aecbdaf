import { UserError } from '#model'

/** Every error of the pipeline that a user can do something about, in both interface languages. */
export const errors = {
  folderMissing: (folder: string) =>
    new UserError('folder-missing', {
      sv: `Mappen ${folder} finns inte. Kontrollera sökvägen, eller ange en artikel med --article.`,
      en: `The folder ${folder} does not exist. Check the path, or name an article with --article.`,
    }),
  notAFolder: (folder: string) =>
    new UserError('not-a-folder', {
      sv: `${folder} är ingen mapp. Ange mappen som artikeln ligger i, eller använd --article.`,
      en: `${folder} is not a folder. Give the folder that holds the article, or use --article.`,
    }),
  noArticle: (folder: string) =>
    new UserError('no-article', {
      sv: `Ingen artikel i ${folder}. Lägg den där som article.md, article.html eller article.txt, eller använd --article.`,
      en: `No article in ${folder}. Put it there as article.md, article.html or article.txt, or use --article.`,
    }),
  severalArticles: (folder: string, names: string[]) =>
    new UserError('several-articles', {
      sv: `Mer än en artikel i ${folder}: ${names.join(', ')}. Behåll en av dem, eller välj med --article.`,
      en: `More than one article in ${folder}: ${names.join(', ')}. Keep one of them, or choose with --article.`,
    }),
  docxNotYet: (path: string) =>
    new UserError('docx-not-yet', {
      sv: `${path}: Word-dokument kan inte läsas ännu. Spara artikeln som .html, .md eller .txt.`,
      en: `${path}: Word documents cannot be read yet. Save the article as .html, .md or .txt.`,
    }),
  unknownArticleKind: (path: string) =>
    new UserError('unknown-article-kind', {
      sv: `${path}: en artikel ska heta .md, .html eller .txt på slutet.`,
      en: `${path}: the name of an article must end in .md, .html or .txt.`,
    }),
  unknownKind: (path: string, kinds: readonly string[]) =>
    new UserError('unknown-kind', {
      sv: `${path}: den sortens fil kan inte läsas här. Det som går: ${kinds.join(', ')}.`,
      en: `${path}: that kind of file cannot be read here. What can: ${kinds.join(', ')}.`,
    }),
  fileMissing: (path: string) =>
    new UserError('file-missing', {
      sv: `Filen ${path} finns inte. Kontrollera sökvägen.`,
      en: `The file ${path} does not exist. Check the path.`,
    }),
  notAFile: (path: string) =>
    new UserError('not-a-file', {
      sv: `${path} är ingen vanlig fil. Ange en fil.`,
      en: `${path} is not a regular file. Give a file.`,
    }),
  noPermission: (path: string) =>
    new UserError('no-permission', {
      sv: `${path} får inte läsas. Ge dig själv läsrätt till den och försök igen.`,
      en: `${path} may not be read. Give yourself permission to read it and try again.`,
    }),
  emptyFile: (path: string) =>
    new UserError('empty-file', {
      sv: `${path} är tom. Spara filen igen från källan, eller ta bort den.`,
      en: `${path} is empty. Save it again from its source, or remove it.`,
    }),
  fileTooLarge: (path: string, megabytes: number, limit: number) =>
    new UserError('file-too-large', {
      sv: `${path} är på ${megabytes} MB; gränsen är ${limit} MB. Är det rätt fil?`,
      en: `${path} is ${megabytes} MB; the limit is ${limit} MB. Is it the right file?`,
    }),
  outsideStory: (path: string) =>
    new UserError('outside-story', {
      sv: `${path} är en länk som leder ut ur mappen. Lägg filen själv i mappen.`,
      en: `${path} is a link that leads out of the folder. Put the file itself into the folder.`,
    }),
  unreadable: (path: string, cause: unknown) =>
    new UserError(
      'unreadable',
      {
        sv: `${path} kunde inte läsas. Kontrollera filen och försök igen.`,
        en: `${path} could not be read. Check the file and try again.`,
      },
      { cause },
    ),
  settingsInvalid: (path: string, line: number, detail: { sv: string; en: string }) =>
    new UserError('settings-invalid', {
      sv: `${path}, rad ${line}: ${detail.sv}`,
      en: `${path}, line ${line}: ${detail.en}`,
    }),
  /** @param file the settings file it stands in; null: it came from the command line */
  publishedInvalid: (text: string, file: string | null) =>
    new UserError('published-invalid', {
      sv: `${file === null ? '' : `${file}: `}Publiceringsdatumet ”${text}” går inte att läsa. Skriv ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD.`,
      en: `${file === null ? '' : `${file}: `}The publication date "${text}" cannot be read. Write YYYY, YYYY-MM or YYYY-MM-DD.`,
    }),
  notWritable: (folder: string) =>
    new UserError('not-writable', {
      sv: `Det går inte att skriva i ${folder}. Ange en annan mapp för rapporten med --out.`,
      en: `Cannot write in ${folder}. Name another folder for the report with --out.`,
    }),
  folderInTheWay: (path: string) =>
    new UserError('not-writable', {
      sv: `${path} är en mapp, så rapporten kan inte skrivas där. Byt namn på mappen, eller ange en annan med --out.`,
      en: `${path} is a folder, so that the report cannot be written there. Rename it, or name another folder with --out.`,
    }),
  startElsewhere: (folder: string) =>
    new UserError('not-writable', {
      sv: `Det går inte att skriva i ${folder}, där det hörda sparas. Stå i en mapp där du får skriva och försök igen.`,
      en: `Cannot write in ${folder}, where what was heard is kept. Go to a folder where you may write and try again.`,
    }),
  noRoom: (folder: string, needMegabytes: number, freeMegabytes: number) =>
    new UserError('no-room', {
      sv: `För lite plats i ${folder}: det behövs omkring ${needMegabytes} MB och ${freeMegabytes} MB är lediga. Frigör plats, eller välj en annan disk med --out.`,
      en: `Too little room in ${folder}: about ${needMegabytes} MB are needed and ${freeMegabytes} MB are free. Make room, or choose another disk with --out.`,
    }),
  diskFull: (folder: string, cause: unknown) =>
    new UserError(
      'disk-full',
      {
        sv: `Disken blev full under arbetet i ${folder}. Det som hunnit bli klart är sparat. Frigör plats och starta igen.`,
        en: `The disk ran full while working in ${folder}. What was finished is kept. Make room and start again.`,
      },
      { exitCode: 3, cause },
    ),
  locked: (folder: string, pid: number) =>
    new UserError('locked', {
      sv: `En annan körning (process ${pid}) arbetar redan i ${folder}. Vänta tills den är klar.`,
      en: `Another run (process ${pid}) is already at work in ${folder}. Wait until it has finished.`,
    }),
  rulingsInvalid: (path: string, detail: string) =>
    new UserError('rulings-invalid', {
      sv: `${path} går inte att läsa (${detail}). Rätta filen; inget har ändrats i den.`,
      en: `${path} cannot be read (${detail}). Mend the file; nothing in it was changed.`,
    }),
  noReport: (path: string) =>
    new UserError('no-report', {
      sv: `Ingen rapport i ${path}. Kör först: ordagrant check`,
      en: `No report in ${path}. Run first: ordagrant check`,
    }),
  reportInvalid: (path: string, detail: string) =>
    new UserError('report-invalid', {
      sv: `${path} är ingen rapport som kan läsas (${detail}). Kör ordagrant check igen.`,
      en: `${path} is not a report that can be read (${detail}). Run ordagrant check again.`,
    }),
  factUnknown: (id: string, path: string) =>
    new UserError('fact-unknown', {
      sv: `Det finns inget ${id} i ${path}. Rapporten visar varje uppgift med sitt id.`,
      en: `There is no ${id} in ${path}. The report shows each fact with its id.`,
    }),
  factAmbiguous: (id: string) =>
    new UserError('fact-ambiguous', {
      sv: `${id} kan vara mer än ett fynd. Skriv fler tecken av dess id.`,
      en: `${id} may be more than one fact. Write more characters of its id.`,
    }),
  badValue: (option: string, value: string, allowed: readonly string[]) =>
    new UserError('bad-value', {
      sv: `${option}: ”${value}” går inte. Det som går: ${allowed.join(', ')}.`,
      en: `${option}: "${value}" will not do. What will: ${allowed.join(', ')}.`,
    }),
  badSeconds: (option: string, value: string) =>
    new UserError('bad-seconds', {
      sv: `${option}: ”${value}” är inget antal sekunder. Skriv till exempel 61.2.`,
      en: `${option}: "${value}" is not a number of seconds. Write 61.2, for example.`,
    }),
  badSpan: () =>
    new UserError('bad-span', {
      sv: '--to måste vara större än --from.',
      en: '--to must be greater than --from.',
    }),
  badLanguage: (value: string) =>
    new UserError('bad-language', {
      sv: `”${value}” är ingen språkkod. Skriv två eller tre bokstäver, till exempel sv eller en.`,
      en: `"${value}" is not a language code. Write two or three letters, such as sv or en.`,
    }),
} as const
