import { expect, test } from 'vitest'
import { seriousProblems } from './axe.ts'
import { amountsOf, retype, settled, topLine, useBrowser } from './page.ts'

const open = useBrowser()

test('changes: old and new sentence, who is touched, and the words of the amending decision', async () => {
  const { page } = await open()
  await page.click('[data-tab="changes"]')
  await expect.poll(() => page.locator('.empty').textContent()).toContain('没有不同')
  await retype(page, '6.1', 0, '40')
  const row = page.locator('[data-changed="6.1"]')
  expect(await row.locator('del').textContent()).toBe('30%')
  expect(await row.locator('ins').textContent()).toBe('40%')
  expect(await row.locator('.touched li').count()).toBeGreaterThan(0)
  expect(await page.locator('[data-amendment="6.1"]').textContent()).toBe('将第六条中的“30%”修改为“40%”。')
  expect(await seriousProblems(page)).toEqual([])
})

test('readings: another reading shows its effect, and the top line names it', async () => {
  const { page } = await open()
  const before = await amountsOf(page, '6.1')
  await page.click('[data-tab="readings"]')
  const other = page.locator('[data-ambiguity="A10"] input:not(:checked)')
  await expect.poll(() => other.count(), { timeout: 20_000 }).toBe(1)
  expect(await page.locator('[data-ambiguity="A10"] .reading-effect').allTextContents()).toContainEqual(expect.stringMatching(/影响 \d+ 家/))
  expect(await seriousProblems(page)).toEqual([])
  await other.check()
  await settled(page)
  expect(await topLine(page).textContent()).toMatch(/^A10 取“.+”：受益 \d+ 家/)
  await page.click('[data-tab="applicants"]')
  expect(await amountsOf(page, '6.1')).not.toEqual(before)
  await page.click('[data-tab="readings"]')
  await page.click('[data-action="default-readings"]')
  await settled(page)
  await page.click('[data-tab="applicants"]')
  expect(await amountsOf(page, '6.1')).toEqual(before)
})
