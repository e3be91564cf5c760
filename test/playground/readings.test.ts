import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { seriousProblems } from './axe.ts'
import { amountsOf, retype, settled, topLine, useBrowser } from './page.ts'

const open = useBrowser()
const current = (page: Page) => page.waitForSelector('[data-readings="yes"]', { timeout: 60_000 })

test('another reading shows its effect and who it is for; chosen, the whole page follows', async () => {
  const { page, troubles } = await open()
  const before = await amountsOf(page, '6.1')
  await page.click('[data-tab="readings"]')
  await current(page)
  const a10 = page.locator('[data-ambiguity="A10"]')
  expect(await a10.locator('.tag').allTextContents()).toEqual(['默认', '现用'])
  const other = a10.locator('[data-reading="按人才"]')
  expect(await other.locator('.reading-effect').textContent()).toMatch(/影响 [1-9]\d* 家/)
  await other.locator('summary').click()
  expect(await other.locator('[data-affected="E07"] .differs').count()).toBe(1)
  expect(await seriousProblems(page)).toEqual([])
  await other.locator('input').check()
  await settled(page)
  expect(await topLine(page).textContent()).toMatch(/^A10 取“.+”：/)
  await current(page)
  expect(await a10.locator('[data-reading="按项目"] .reading-effect').count()).toBe(1)
  await page.click('[data-tab="applicants"]')
  expect(await amountsOf(page, '6.1')).not.toEqual(before)
  await page.click('[data-tab="readings"]')
  await page.click('[data-action="default-readings"]')
  await settled(page)
  await page.click('[data-tab="applicants"]')
  expect(await amountsOf(page, '6.1')).toEqual(before)
  expect(troubles).toEqual([])
})

test('by keyboard: arrows go through the readings of an ambiguity', async () => {
  const { page } = await open()
  await page.click('[data-tab="readings"]')
  await current(page)
  const a10 = page.locator('[data-ambiguity="A10"]')
  await a10.locator('input').first().focus()
  await page.keyboard.press('ArrowDown')
  await settled(page)
  expect(await a10.locator('input').nth(1).isChecked()).toBe(true)
  expect(await a10.locator('input').nth(1).evaluate((node) => node === document.activeElement)).toBe(true)
})

test('in English, after an edit, and as a file for a spreadsheet', async () => {
  const { page } = await open()
  await page.click('[data-action="language"]')
  await settled(page)
  await retype(page, '6.1', 0, '40')
  await page.click('[data-tab="readings"]')
  await current(page)
  expect(await page.locator('[data-ambiguity="A10"] .tag').first().textContent()).toBe('default')
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('.readings [data-action="csv"]')])
  const text = await readFile(await file.path(), 'utf8')
  expect(text.startsWith('\uFEFFAmbiguity,Question,Reading,')).toBe(true)
  expect(text.trim().split('\r\n').length).toBeGreaterThan(20)
})
