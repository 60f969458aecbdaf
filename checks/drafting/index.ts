/** What checks share when they put a finding into words. Looks things up; judges nothing. */
export * from './figures.js'
export * from './heard.js'
export * from './printed.js'
