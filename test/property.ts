import fc from 'fast-check'

/**
 * Property tests draw the same cases on every run, so that one that fails here fails everywhere. To look further:
 * `ORDAGRANT_SEED=$RANDOM ORDAGRANT_RUNS=5000 npx vitest run test/claims-facts`.
 */
const { ORDAGRANT_SEED: seed, ORDAGRANT_RUNS: runs } = process.env
fc.configureGlobal({ seed: Number(seed ?? 2016), ...(runs !== undefined && { numRuns: Number(runs) }) })

export default fc
