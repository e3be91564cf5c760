#!/usr/bin/env node
// Measures the built page in a browser: npm run bench:playground -- [--policy FOLDER] [--presses N] [--dry]
// Writes docs/benchmarks.md (not with --dry); exit code 1 when a target is missed.
import { chromium } from 'playwright-core'
import { BROWSER_FLAGS, findBrowser } from './find-browser.mjs'
import { report, write } from './bench-report.mjs'
import { typingInCode, typingInPaper, typingInSight, visit } from './bench-visit.mjs'
import { servePlayground } from './playground-serve.mjs'

const VISITS = 5

function option(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? otherwise : process.argv[at + 1]
}

const policy = option('policy', 'suzhou-ai-plus')
const presses = Number(option('presses', '120'))
const { server, address } = await servePlayground({ port: '0' })
const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS, headless: true })
try {
  const at = `${address}?policy=${encodeURIComponent(policy)}`
  const visits = []
  for (let index = 0; index < VISITS; index += 1) {
    const { context, figures } = await visit(browser, at)
    visits.push(figures)
    await context.close()
  }
  const { page, context } = await visit(browser, at)
  await page.waitForSelector('[data-editor="ready"] .view-line')
  const keys = {
    paper: await typingInPaper(page, presses),
    code: await typingInCode(page, presses, { key: '1', error: null }),
    words: await typingInCode(page, presses, { key: 'x', error: true }),
    everyone: await typingInSight(page, presses),
  }
  await context.close()
  const found = { policy, browser: browser.version(), visits, keys }
  const { text, missed } = report(found)
  console.log(text)
  if (!process.argv.includes('--dry')) write(policy, text)
  for (const each of missed) console.error(`missed: ${each}`)
  process.exitCode = missed.length === 0 ? 0 : 1
} finally {
  await browser.close()
  server.close()
}
