#!/usr/bin/env node
// Takes pictures of the main views in both languages: node scripts/playground-shots.mjs [FOLDER] [NAME…]   (docs/screenshots and all unless given)
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { BROWSER_FLAGS, findBrowser } from './find-browser.mjs'
import { palettePng } from './png-palette.mjs'
import { servePlayground } from './playground-serve.mjs'

const folder = process.argv[2] ?? join(import.meta.dirname, '..', 'docs', 'screenshots')
const wanted = process.argv.slice(3)
mkdirSync(folder, { recursive: true })
const { server, address } = await servePlayground({ port: '0' })
const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS, headless: true })

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const MOST_BYTES = 300 * 1024

const raise = async (page) => {
  const figure = page.locator('[data-segment="6.1"] .figure-field').first()
  await figure.click()
  await figure.fill('40')
  await page.waitForSelector('[data-evaluated="yes"]')
  await figure.blur()
}
const open = (tab, ready) => async (page) => {
  await raise(page)
  await page.click(`[data-tab="${tab}"]`)
  await page.waitForSelector(ready, { timeout: 30_000 })
}
const mark = async (page) => {
  await page.locator('[data-applicant="E07"] [data-action="paint"]').click()
  await page.waitForSelector('.painted-label')
}

/** Name → the view. Each is taken in Chinese and in English, unless it says otherwise. */
const VIEWS = {
  first: { tour: true },
  changed: { act: raise },
  everyone: { act: open('everyone', '[data-everyone="settled"]') },
  figures: { act: open('figures', '[data-row]:nth-child(9) [data-current="yes"]') },
  changes: { act: open('changes', '.compared, [data-compared], #changes-table') },
  readings: { act: open('readings', '[data-readings="yes"]') },
  findings: { act: open('findings', '[data-example]') },
  marked: { act: mark },
  dark: { act: raise, scheme: 'dark' },
  narrow: { act: raise, viewport: { width: 1024, height: 768 } },
  phone: { act: raise, viewport: PHONE, touch: true },
}

/** The browser reads its own picture. */
async function smaller(screenshot) {
  const reader = await browser.newPage()
  const { width, height, pixels } = await reader.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, image.width, image.height)
    let text = ''
    for (let at = 0; at < data.length; at += 0x8000) text += String.fromCharCode(...data.subarray(at, at + 0x8000))
    return { width: image.width, height: image.height, pixels: btoa(text) }
  }, screenshot.toString('base64'))
  await reader.close()
  return palettePng(Buffer.from(pixels, 'base64'), width, height)
}

async function picture(name, english, { viewport = DESK, scheme = 'light', tour = false, touch = false, act = async () => undefined }) {
  const context = await browser.newContext({ viewport, colorScheme: scheme, deviceScaleFactor: 1, hasTouch: touch, isMobile: touch, reducedMotion: 'reduce' })
  await context.addInitScript(({ language, step }) => {
    localStorage.setItem('heng.language', language)
    localStorage.setItem('heng.tour', step)
  }, { language: english ? 'en' : 'zh', step: tour ? '1' : 'done' })
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForSelector('[data-view="source"] [data-segment]', { timeout: 15_000 })
  if (!touch && viewport.width >= 1200) await page.waitForSelector('[data-editor="ready"] .view-line', { timeout: 15_000 })
  await page.waitForSelector('[data-status="examples"]', { state: 'attached', timeout: 30_000 })
  await act(page)
  await page.waitForTimeout(1200)
  const path = join(folder, `${name}-${english ? 'en' : 'zh'}.png`)
  const png = await smaller(await page.screenshot())
  await context.close()
  if (png.length > MOST_BYTES) throw new Error(`${path}: ${png.length} bytes, more than ${MOST_BYTES}`)
  writeFileSync(path, png)
  console.log(path, png.length)
}

try {
  for (const [name, how] of Object.entries(VIEWS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    for (const english of [false, true]) await picture(name, english, how)
  }
} finally {
  await browser.close()
  server.close()
}
