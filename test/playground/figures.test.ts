import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { retype, settled, useBrowser } from './page.ts'

const open = useBrowser()

const row = (page: Page, words: string) => page.locator('[data-row]', { hasText: words })
async function costs(page: Page, id: string, way: 'more' | 'less'): Promise<readonly bigint[]> {
  await page.waitForSelector(`[data-steps="${id}"][data-current="yes"]`, { timeout: 30_000 })
  const step = page.locator(`[data-steps="${id}"] [data-step="${way}"]`)
  return Promise.all(['data-committed', 'data-possible'].map(async (name) => BigInt((await step.getAttribute(name)) ?? '')))
}
/** Of the whole population, in fen: what is certain and what is possible. */
async function total(page: Page): Promise<readonly bigint[]> {
  await page.waitForSelector('[data-everyone="settled"] [data-total-committed]')
  return Promise.all(['data-total-committed', 'data-total-possible'].map(async (name) => BigInt((await page.locator('[data-total-committed]').getAttribute(name)) ?? '')))
}

test('each figure says what one step costs over the population, and a step that is taken costs just that', async () => {
  const { page, troubles } = await open()
  await page.click('[data-tab="everyone"]')
  const before = await total(page)
  await page.click('[data-tab="figures"]')
  const id = (await page.locator('[data-segment="6.1"] .figure-field').first().getAttribute('data-figure')) ?? ''
  const [certain = 0n, most = 0n] = await costs(page, id, 'more')
  const [fewer = 0n] = await costs(page, id, 'less')
  expect(most).toBeGreaterThan(0n)
  expect(fewer).toBeLessThan(0n)
  expect(await page.locator('.figures-about').textContent()).toContain('5,000 家')
  await page.locator(`[data-row="${id}"] .figure-field`).click()
  await page.keyboard.press('ArrowUp')
  await settled(page)
  // The old answer stays in grey until the new one is there: one step back is now what the step has cost.
  const back = await costs(page, id, 'less')
  expect(back).toEqual([-certain, -most])
  await page.click('[data-tab="everyone"]')
  const after = await total(page)
  expect(after).toEqual([(before[0] ?? 0n) + certain, (before[1] ?? 0n) + most])
  expect(troubles).toEqual([])
})

test('the table is searched, and leaves as a sheet that spreadsheets here open rightly', async () => {
  const { page } = await open()
  await page.click('[data-tab="figures"]')
  await page.waitForSelector('[data-row]')
  const all = await page.locator('[data-row]').count()
  await page.fill('[data-search="figures"]', '6.1 30%')
  expect(await page.locator('[data-row]').count()).toBe(1)
  await retype(page, '6.1', 0, '40')
  await page.fill('[data-search="figures"]', '6.1 40%')
  expect(await row(page, '40%').locator('td.number').first().textContent()).toBe('30%')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-action="csv"]')])
  expect(download.suggestedFilename()).toBe('参数表.csv')
  const bytes = readFileSync(await download.path())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const lines = bytes.toString('utf8').trim().split('\r\n')
  expect(lines.length).toBe(all + 1)
  expect(lines.find((line) => line.startsWith('6.1,') && line.includes('40%'))).toContain(',30%,40%,')
})
