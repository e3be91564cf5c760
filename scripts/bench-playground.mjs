#!/usr/bin/env node
// Measures the built page in a browser: node scripts/bench-playground.mjs [PRESSES]
// Key press to the whole answer on the screen (diagnostics, figures, applicants), first paint, usable, and the size of the first scripts.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { BROWSER_FLAGS, findBrowser } from './find-browser.mjs'
import { servePlayground } from './playground-serve.mjs'

const presses = Number(process.argv[2] ?? 100)
const WARM_UP = 20
const site = join(import.meta.dirname, '..', 'dist', 'playground')

const { server, address } = await servePlayground({ port: '0' })
const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS, headless: true })

const percentile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]

/** A visit with nothing cached: when something is painted, and when the first effect is there. */
async function visit() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForSelector('[data-evaluated="yes"]')
  const times = await page.evaluate(() => ({ painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN, usable: performance.now() }))
  return { page, context, ...times }
}

/** Arrow keys in the figure of 6.1, alternating up and down: milliseconds from the key to the frame after the answer. */
async function typing(page) {
  const field = page.locator('[data-segment="6.1"] .figure-field').first()
  await field.focus()
  const times = []
  for (let press = 0; press < presses + WARM_UP; press += 1) {
    times.push(await page.evaluate(async (key) => {
      const input = document.querySelector('[data-segment="6.1"] .figure-field')
      const started = performance.now()
      input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      await new Promise((resolve) => {
        const look = () => (document.querySelector('[data-evaluated]').dataset.evaluated === 'yes' ? resolve() : setTimeout(look, 0))
        setTimeout(look, 0)
      })
      return performance.now() - started
    }, press % 2 === 0 ? 'ArrowUp' : 'ArrowDown'))
  }
  return times.slice(WARM_UP)
}

const visits = []
for (let index = 0; index < 5; index += 1) {
  const { context, painted, usable } = await visit()
  visits.push({ painted, usable })
  await context.close()
}
const { page } = await visit()
const keys = await typing(page)
const html = readFileSync(join(site, 'index.html'), 'utf8')
const scripts = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map((match) => match[1])
const bytes = scripts.map((file) => gzipSync(readFileSync(join(site, file))).length).reduce((a, b) => a + b, 0)

const rows = [
  ['key press to answer, median', `${percentile(keys, 0.5).toFixed(1)} ms`, ''],
  ['key press to answer, p95', `${percentile(keys, 0.95).toFixed(1)} ms`, '50 ms'],
  ['first paint, median of 5', `${percentile(visits.map((each) => each.painted), 0.5).toFixed(0)} ms`, '1000 ms'],
  ['usable, median of 5', `${percentile(visits.map((each) => each.usable), 0.5).toFixed(0)} ms`, '3000 ms'],
  ['first scripts, gzip', `${(bytes / 1000).toFixed(0)} KB`, '250 KB'],
]
for (const [what, found, wanted] of rows) console.log(`${what.padEnd(30)} ${found.padStart(10)} ${wanted === '' ? '' : `  (at most ${wanted})`}`)
await browser.close()
server.close()
