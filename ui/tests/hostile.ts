import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

const list = (name: string) => readFileSync(new URL(`../../tests/fixtures/hostile/${name}`, import.meta.url), 'utf8')

/** What sets a mark by which it is known that it ran. */
export const marked = [
  '<img src=x onerror=window.ran=1>',
  '<svg onload=window.ran=1>',
  '"><script>window.ran=1</script>',
  'javascript:window.ran=1',
  '{@html "<img src=x onerror=window.ran=1>"}',
  '{{constructor.constructor("window.ran=1")()}}',
  '${window.ran=1}',
]

/** Every text of the lists that somebody once got a page to run or to break on, each once. */
export const payloads: readonly string[] = [
  ...new Set([
    ...marked,
    ...(JSON.parse(list('blns.json')) as string[]),
    ...list('xss-payloads.txt').split('\n'),
    ...(JSON.parse(list('dompurify-payloads.json')) as { payload: string }[]).map((one) => one.payload),
    ...list('csv-injection.txt').split('\n'),
  ]),
].filter((text) => text.trim() !== '')

/** Ends whatever a text before it may have opened, so that the next would be read from its own beginning. */
const end = ` '"--></title></textarea></style></script></noscript></xmp> `

/** All of them in pieces of at most so many characters; what is longer than a piece is left out. */
export function pieces(longest: number, from: readonly string[] = payloads): string[] {
  const all: string[] = []
  let piece = ''
  for (const text of from.filter((text) => [...text].length + end.length <= longest)) {
    if ([...piece].length + end.length + [...text].length > longest) {
      all.push(piece)
      piece = ''
    }
    piece += piece === '' ? text : end + text
  }
  return [...all, piece]
}

/** The texts that a piece was made of. */
export const textsOf = (piece: string): string[] => piece.split(end)

/** So many of the list at a time. */
export function portions(of: readonly string[], count: number): string[][] {
  const size = Math.ceil(of.length / count)
  return Array.from({ length: count }, (_, n) => of.slice(n * size, (n + 1) * size))
}

declare global {
  interface Window { ran?: unknown; told: (what: string) => void }
}

/** What the page itself has none of: elements and attributes that only people's words could have brought. */
function watch(): void {
  const foreign = 'img, iframe, frame, object, embed, video, audio, source, base, meta[http-equiv], marquee, math, template[shadowrootmode], style, form[action],'
    + 'svg script, svg a, svg image, svg foreignObject, svg animate, svg set, script:not([src]), link:not([rel=stylesheet], [rel=modulepreload], [rel=icon])'
  const look = (element: Element) => {
    if (element.matches(foreign)) window.told(`element ${element.outerHTML.slice(0, 200)}`)
    for (const { name, value } of element.attributes) {
      const leads = ['href', 'src', 'action', 'formaction', 'xlink:href', 'srcdoc'].includes(name)
      if (/^on/i.test(name) || (leads && /^\s*(javascript|vbscript|data):/i.test(value))) window.told(`attribute ${name}=${value.slice(0, 200)}`)
    }
  }
  const seen = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes' && target instanceof Element) look(target)
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue
        look(node)
        for (const inner of node.querySelectorAll('*')) look(inner)
      }
    }
  })
  seen.observe(document, { subtree: true, childList: true, attributes: true })
  document.addEventListener('securitypolicyviolation', (event) => window.told(`policy ${event.violatedDirective} ${event.blockedURI}`))
}

/** Watches a page from its first element on. The list fills with whatever ran, came in or was asked for from elsewhere. */
export async function watched(page: Page, home: string): Promise<string[]> {
  const told: string[] = []
  await page.exposeFunction('told', (what: string) => { told.push(what) })
  await page.addInitScript(watch)
  page.on('dialog', (dialog) => { told.push(`dialog ${dialog.message()}`); void dialog.dismiss() })
  page.on('popup', () => told.push('popup'))
  page.on('framenavigated', (frame) => { if (!frame.url().startsWith(home) && frame.url() !== 'about:blank') told.push(`went to ${frame.url()}`) })
  page.on('request', (request) => { if (!request.url().startsWith(home)) told.push(`request ${request.url()}`) })
  return told
}
