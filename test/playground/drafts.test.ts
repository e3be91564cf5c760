import { inject, expect, test } from 'vitest'
import { clauseText, figureIn, retype, settled, useBrowser } from './page.ts'

const open = useBrowser()
/** Longer than the page waits before it keeps a draft. */
const KEPT = 1500

test('a draft is there again after the page was closed, and undo goes back to the saved text', async () => {
  const { page } = await open()
  await retype(page, '6.1', 0, '45')
  await page.waitForTimeout(KEPT)
  await page.reload()
  await expect.poll(() => figureIn(page, '6.1').inputValue(), { timeout: 20_000 }).toBe('45')
  await settled(page)
  expect(await clauseText(page).inputValue()).toContain('给予 45%')
  await page.click('[data-action="undo"]')
  await settled(page)
  expect(await figureIn(page, '6.1').inputValue()).toBe('30')
})

test('a second tab never overwrites the first', async () => {
  const { page } = await open()
  await retype(page, '6.1', 0, '45')
  await page.waitForTimeout(KEPT)
  const second = await page.context().newPage()
  await second.goto(inject('address'))
  await expect.poll(() => figureIn(second, '6.1').inputValue(), { timeout: 20_000 }).toBe('45')
  await retype(second, '6.1', 0, '35')
  await second.waitForTimeout(KEPT)
  await page.reload()
  // Each tab finds its own draft again, and the other's beside it.
  await expect.poll(() => figureIn(page, '6.1').inputValue(), { timeout: 20_000 }).toBe('45')
  await expect.poll(() => page.locator('[data-menu="drafts"] .count').textContent(), { timeout: 20_000 }).toContain('1')
  await page.click('[data-menu="drafts"] summary')
  expect(await page.locator('[data-draft]').first().textContent()).toContain('35%')
  await page.locator('[data-draft] button').first().click()
  await expect.poll(() => figureIn(page, '6.1').inputValue()).toBe('35')
  await second.reload()
  await expect.poll(() => figureIn(second, '6.1').inputValue(), { timeout: 20_000 }).toBe('35')
})

test('where the browser keeps nothing, the page works and says so', async () => {
  const { page, troubles } = await open({ init: () => Object.defineProperty(window, 'indexedDB', { get: () => { throw new Error('forbidden') } }) })
  await retype(page, '6.1', 0, '45')
  await page.click('[data-menu="drafts"] summary')
  await expect.poll(() => page.locator('[data-menu="drafts"] [role="alert"]').count()).toBe(1)
  expect(troubles).toEqual([])
})
