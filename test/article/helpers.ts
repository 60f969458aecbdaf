import { readArticle } from '../../pipeline/article/index.js'

export const read = (path: string, text: string) => readArticle({ path, bytes: new TextEncoder().encode(text) })

/** `block text` per block, dash paragraphs with a leading `–`. */
export const outline = (path: string, text: string): string[] =>
  read(path, text).blocks.map(({ block, dash, text: words }) => `${block}: ${dash ? '– ' : ''}${words}`)
