/** What the compiler must say of the public API; compiled by test/types.test.ts, never run. */
import { checkStory, type Finding, type Place, type Report, readReport, type UserError } from 'ordagrant'
import { expectTypeOf } from 'vitest'

expectTypeOf(checkStory).parameter(0).toEqualTypeOf<string>()
expectTypeOf(checkStory).returns.resolves.toEqualTypeOf<Report>()
expectTypeOf(readReport).returns.toEqualTypeOf<Report>()

await checkStory('story')
await checkStory('story', { published: '2016', recordings: 'complete', signal: new AbortController().signal })
// @ts-expect-error a word that recordings cannot be
await checkStory('story', { recordings: 'whole' })
// @ts-expect-error a misspelt option
await checkStory('story', { publish: '2016' })

expectTypeOf<Report['findings'][number]>().toEqualTypeOf<Finding>()
expectTypeOf<Finding['severity']>().toEqualTypeOf<'error' | 'warning' | 'info'>()
expectTypeOf<Finding['standing']>().toEqualTypeOf<'contradicted' | 'needs-listening' | 'cannot-tell'>()
expectTypeOf<Report['schema']>().toEqualTypeOf<'ordagrant-report/1'>()
expectTypeOf<UserError['exitCode']>().toEqualTypeOf<2 | 3>()

/** A place is told apart by its kind. */
export function where(place: Place): string {
  switch (place.kind) {
    case 'article':
      return `${place.path}:${place.line}`
    case 'audio':
      return `${place.recording} ${place.startSeconds}`
    case 'cell':
      return `${place.rowKey} ${place.column}`
  }
}
