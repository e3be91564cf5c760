import { expect, test } from 'vitest'
import { amountsOf, figureIn, retype, settled, topLine, useBrowser } from './page.ts'

const open = useBrowser()

test('once loaded it opens and works without a network: every view, the editor, both languages', async () => {
  const { page, troubles } = await open({ writing: 'editor' })
  const script = await (await page.request.get(new URL('offline.js', page.url()).href)).text()
  const files = (JSON.parse(/const FILES = (\[.*\])/.exec(script)?.[1] ?? '[]') as readonly string[]).length
  expect(files).toBeGreaterThan(20)
  // The page and each of its files.
  await expect.poll(() => page.evaluate(async () => {
    const [name] = await caches.keys()
    return name === undefined ? 0 : (await (await caches.open(name)).keys()).length
  }), { timeout: 40_000 }).toBe(files + 1)
  const before = await amountsOf(page, '6.1')

  await page.context().setOffline(true)
  await page.reload()
  await page.waitForSelector('[data-segment="6.1"]')
  await settled(page)
  expect(await amountsOf(page, '6.1')).toEqual(before)
  await retype(page, '6.1', 0, '40')
  expect(await topLine(page).textContent()).toContain('6.1 由30%提高到40%')
  await page.waitForSelector('[data-editor="ready"] .view-line')
  for (const [tab, there] of [['everyone', '[data-everyone="settled"]'], ['figures', '[data-row]'], ['changes', '#changes-table'], ['readings', '[data-readings]'], ['findings', '[data-covered]']] as const) {
    await page.click(`[data-tab="${tab}"]`)
    await page.waitForSelector(there)
  }
  await page.click('[data-action="language"]')
  await page.waitForFunction(() => document.querySelector('[data-editor="ready"] .view-lines')?.textContent?.includes('clause'))
  expect(await figureIn(page, '6.1').inputValue()).toBe('40')
  expect(troubles).toEqual([])
}, 90_000)
