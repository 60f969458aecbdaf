import alteredQuotes from './altered-quotes.js'
import datasetMismatches from './dataset-mismatches.js'
import dateConflicts from './date-conflicts.js'
import type { Check } from './define-check.js'
import missingQuotes from './missing-quotes.js'
import nameVariants from './name-variants.js'
import splicedQuotes from './spliced-quotes.js'
import spokenFigureMismatches from './spoken-figure-mismatches.js'
import statementMismatches from './statement-mismatches.js'
import sumMismatches from './sum-mismatches.js'
import unitMismatches from './unit-mismatches.js'

/** Every check, in report order. */
export const checks: readonly Check[] = [
  nameVariants,
  alteredQuotes,
  splicedQuotes,
  missingQuotes,
  statementMismatches,
  spokenFigureMismatches,
  datasetMismatches,
  unitMismatches,
  sumMismatches,
  dateConflicts,
]
