import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#model'
import { type HtmlInput, type Page, pageFrom } from './context.js'
import { figures } from './figures.js'
import { attention, folded } from './findings.js'
import { galley } from './galley.js'
import { masthead } from './masthead.js'
import { people } from './people.js'
import { quotations } from './quotations.js'
import { statements } from './statements.js'
import { Html, html } from './template.js'
import { times } from './times.js'
import { unchecked } from './unchecked.js'

/** In the order of the cascade: what fits narrow windows and paper comes last. */
const STYLES = ['base', 'columns', 'findings', 'sound', 'facts', 'narrow', 'print']

/**
 * report.html: one file that asks nothing of the network. The policy allows only this style sheet and this script, by
 * their hashes, and sound and pictures that stand in the page itself.
 */
export function renderHtml(input: HtmlInput): string {
  const page = pageFrom(input)
  const style = STYLES.map((name) => packageText(`reports/html/styles/${name}.css`)).join('')
  const script = packageText('reports/html/report.mjs')
  const policy = `default-src 'none'; style-src ${hashSource(style)}; script-src ${hashSource(script)}; media-src data:; img-src data:; base-uri 'none'; form-action 'none'`
  const { t } = page
  const document = html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="generator" content="ordagrant ${page.report.tool.version}">
<title>${page.report.story.title} – ${t.reportName}</title>
<style>${Html.trusted(style)}</style>
</head>
<body>
<a class="skip" href="#attention">${t.skip}</a>
${masthead(page)}
<main>
${attention(page)}
${folded(page)}
${quotations(page)}
${statements(page)}
${people(page)}
${figures(page)}
${times(page)}
${galley(page)}
${unchecked(page)}
</main>
${footer(page)}
<script>${Html.trusted(script)}</script>
</body>
</html>
`
  return document.markup
}

function footer({ t, report }: Page): Html {
  return html`<footer><p>${t.tool(report.tool.version)} · <a href="#">${t.toTop}</a> <button type="button" hidden id="keys-open">${t.help.open} <kbd aria-hidden="true">?</kbd></button></p></footer>
<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">${t.help.title}</h2>
<dl>${t.help.keys.map(([key, meaning]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${meaning}</dd></div>`)}</dl>
<p><label><input type="checkbox" id="keys-on" checked> ${t.help.toggle}</label></p>
<form method="dialog"><button>${t.help.close}</button></form></dialog>`
}

const packageText = (path: string): string => readFileSync(join(packageRoot(), path), 'utf8')

const hashSource = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
