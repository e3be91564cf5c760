import { gzipSync } from 'node:zlib'
import { timer } from './bench-timer.mjs'

/** Presses before the ones that count: the page's code is compiled by then, as it is after a minute's work. */
const WARM_UP = 20
/** Between two presses, as a fast typist makes them: what the page does beside the answer meets the next press. */
const PAUSE = 120
const MONACO = /\/editor[-.]|\/zh-cn-/

/** A visitor with nothing cached. `figures`: when something was painted, when the effect was there, and the scripts and texts that came until then. */
export async function visit(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addInitScript(timer)
  const page = await context.newPage()
  const loaded = []
  page.on('response', (response) => {
    if (/\.(?:js|json)$/.test(new URL(response.url()).pathname) && !MONACO.test(response.url())) loaded.push(response)
  })
  await page.goto(address)
  await page.waitForSelector('[data-evaluated="yes"]')
  const { usableAt, ...times } = await page.evaluate(() => ({ painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN, usable: window.heng.usable, usableAt: performance.timeOrigin + window.heng.usable }))
  // What was asked for until then; two workers of one script are one download.
  const first = [...new Map(loaded.filter((response) => response.request().timing().startTime <= usableAt).map((response) => [response.url(), response])).values()]
  const bytesOf = async (ending) => {
    const bytes = await Promise.all(first.filter((response) => response.url().endsWith(ending)).map(async (response) => gzipSync(await response.body(), { level: 9 }).length))
    return bytes.reduce((sum, each) => sum + each, 0)
  }
  return { page, context, figures: { ...times, bytes: await bytesOf('.js'), texts: await bytesOf('.json') } }
}

async function press(page, key, what = {}) {
  await page.waitForTimeout(PAUSE)
  await page.evaluate((wanted) => window.heng.arm(wanted), what)
  await page.keyboard.press(key)
  return page.evaluate(() => window.heng.done())
}

const quiet = (page) => page.waitForSelector('[data-evaluated="yes"]')

/** Each figure of the official text in turn, one step up and one step down. */
export async function typingInPaper(page, presses) {
  const fields = page.locator('[data-place="paper"]')
  const count = await fields.count()
  const times = []
  for (let at = 0; times.length < presses + WARM_UP; at += 1) {
    await fields.nth(at % count).focus()
    await quiet(page)
    times.push(await press(page, 'ArrowUp'), await press(page, 'ArrowDown'))
  }
  await page.keyboard.press('Escape')
  return times.slice(WARM_UP)
}

/** A character before the first figure of the clause in the editor, and away again. `error`: it makes an error that must be underlined. */
export async function typingInCode(page, presses, { key, error }) {
  await beforeFigure(page)
  const times = []
  while (times.length < presses + WARM_UP) times.push(await press(page, key, { errors: error }), await press(page, 'Backspace', { errors: error === null ? null : false }))
  return times.slice(WARM_UP)
}

/** Puts the cursor before a figure that the clause in the editor spells as the sentence does. */
export async function beforeFigure(page) {
  const spelled = await page.locator('.segment [data-place="paper"]').evaluateAll((fields) => fields.map((field) => ({ segment: field.closest('[data-segment]').dataset.segment, text: field.value + field.nextElementSibling.textContent })))
  for (const { segment, text } of spelled.sort((a, b) => Number(b.segment === '6.1') - Number(a.segment === '6.1'))) {
    await page.locator(`[data-segment="${segment}"] .figure-field`).first().focus()
    await quiet(page)
    await page.locator('[data-editor] .view-line').first().click()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Control+F')
    await page.keyboard.insertText(` ${text}`)
    await page.waitForTimeout(300)
    const found = !(await page.locator('.find-widget .matchesCount').textContent())?.match(/^(?:No|无)/)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowRight')
    if (found) return
  }
  throw new Error('no clause spells a figure as its sentence does')
}

/** A figure of the official text while the population is on the screen; null where the policy has none. */
export async function typingInSight(page, presses) {
  await page.click('[data-tab="everyone"]')
  const there = await page.waitForSelector('[data-everyone="settled"]', { timeout: 30_000 })
  if ((await there.getAttribute('data-population-ms')) === null) return null
  const fields = page.locator('[data-place="paper"]')
  const count = await fields.count()
  const times = []
  for (let at = 0; times.length < presses + WARM_UP; at += 1) {
    await fields.nth(at % count).focus()
    await quiet(page)
    await page.waitForSelector('[data-everyone="settled"]')
    times.push(await press(page, 'ArrowUp', { everyone: true }), await press(page, 'ArrowDown', { everyone: true }))
  }
  return times.slice(WARM_UP)
}
