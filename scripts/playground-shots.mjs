#!/usr/bin/env node
// Takes pictures of the main views in both languages: node scripts/playground-shots.mjs [FOLDER]   (docs/screenshots unless given)
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { BROWSER_FLAGS, findBrowser } from './find-browser.mjs'
import { servePlayground } from './playground-serve.mjs'

const folder = process.argv[2] ?? join(import.meta.dirname, '..', 'docs', 'screenshots')
mkdirSync(folder, { recursive: true })
const { server, address } = await servePlayground({ port: '0' })
const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS, headless: true })

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

async function picture(name, { viewport = DESK, scheme = 'light', english = false, act = async () => undefined } = {}) {
  const context = await browser.newContext({ viewport, colorScheme: scheme, deviceScaleFactor: 1 })
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForSelector('[data-view="source"] [data-segment]', { timeout: 15_000 })
  await page.waitForTimeout(400)
  if (english) {
    await page.click('[data-action="language"]')
    await page.waitForTimeout(500)
  }
  await act(page)
  await page.waitForTimeout(400)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await context.close()
}

const raise = async (page) => {
  const figure = page.locator('[data-segment="6.1"] .figure-field').first()
  await figure.click()
  await figure.fill('40')
}
const open = (tab) => async (page) => {
  await raise(page)
  await page.click(`[data-tab="${tab}"]`)
}

const all = {
  'first-zh': {},
  'changed-zh': { act: raise },
  'changed-en': { act: raise, english: true },
  'changed-dark': { act: raise, scheme: 'dark' },
  'figures-zh': { act: open('figures') },
  'everyone-zh': { act: open('everyone') },
  'changes-zh': { act: open('changes') },
  'readings-zh': { act: open('readings') },
  'findings-zh': { act: open('findings') },
  'narrow-zh': { viewport: { width: 1024, height: 768 }, act: raise },
  'phone-zh': { viewport: PHONE, act: raise },
}
const wanted = process.argv.slice(3)
for (const [name, how] of Object.entries(all)) if (wanted.length === 0 || wanted.includes(name)) await picture(name, how)
await browser.close()
server.close()
