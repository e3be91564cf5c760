import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { seriousProblems } from './axe.ts'
import { clauseText, sentence, settled, useBrowser } from './page.ts'

const open = useBrowser()

/** Writes over a word of the clause in the text area. */
async function write(page: Page, word: string, over: string): Promise<void> {
  await clauseText(page).evaluate((area: HTMLTextAreaElement, text) => {
    area.focus()
    const at = area.value.indexOf(text)
    area.setSelectionRange(at, at + text.length)
  }, word)
  await page.keyboard.insertText(over)
  await settled(page)
}

test('what is wrong is listed with its place and its fix, in both languages', async () => {
  const { page, troubles } = await open()
  const before = await clauseText(page).inputValue()
  await write(page, '的 实付工薪', '的 实付工薪额')
  await page.click('[data-tab="findings"]')
  const finding = page.locator('[data-code="unknown-name"]').first()
  await expect.poll(() => finding.textContent()).toContain('实付工薪额')
  expect(await page.locator('[data-tab="findings"]').textContent()).toMatch(/\d/)
  expect(await seriousProblems(page)).toEqual([])
  await finding.locator('[data-fix]').first().click()
  await settled(page)
  await expect.poll(() => finding.count()).toBe(0)
  expect(await clauseText(page).inputValue()).toBe(before)
  await page.keyboard.press('Control+Z')
  await settled(page)
  await page.click('[data-action="language"]')
  await expect.poll(() => finding.textContent(), { timeout: 15_000 }).toContain('there is no fact')
  expect(await finding.locator('[data-fix]').first().textContent()).toMatch(/[a-z]/)
  expect(troubles).toEqual([])
})

test('coverage: a sentence that nothing quotes is named, and gone to', async () => {
  const { page } = await open()
  await page.click('[data-tab="findings"]')
  await page.waitForSelector('[data-covered]')
  const [covered, all] = await Promise.all(['data-covered', 'data-of'].map((name) => page.locator('[data-covered]').getAttribute(name)))
  expect(covered).toBe(all)
  expect(await page.locator('[data-covered] button').count()).toBe(0)
  await clauseText(page).fill('')
  await settled(page)
  await expect.poll(() => page.locator('[data-covered]').getAttribute('data-covered')).toBe(String(Number(all) - 1))
  await page.locator('.paper-scroll').evaluate((paper) => { paper.scrollTop = 0 })
  await page.locator('[data-covered] button', { hasText: '6.1' }).click()
  await expect.poll(() => sentence(page, '6.1').evaluate((node) => {
    const { top, bottom } = node.getBoundingClientRect()
    return top > 0 && bottom < innerHeight
  })).toBe(true)
  expect(await sentence(page, '6.1').getAttribute('data-coverage')).toBe('uncovered')
  expect(await page.locator('[data-code="sentence-uncovered"]').count()).toBe(1)
})
