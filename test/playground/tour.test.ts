import { expect, test } from 'vitest'
import { seriousProblems } from './axe.ts'
import { figureIn, settled, topLine, useBrowser } from './page.ts'

const open = useBrowser()

test('four steps on the real edit, by keyboard, and it does not come back', async () => {
  const { page, troubles } = await open()
  const tour = page.locator('[data-tour]')
  const step = () => tour.getAttribute('data-tour')
  expect(await step()).toBe('1')
  expect(await seriousProblems(page)).toEqual([])
  await page.locator('[data-action="tour-next"]').focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => figureIn(page, '6.1').evaluate((field) => field === document.activeElement)).toBe(true)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('40')
  await settled(page)
  await expect.poll(step).toBe('2')
  expect(await topLine(page).textContent()).toContain('6.1 由30%提高到40%')
  expect(await figureIn(page, '6.1').evaluate((field) => field === document.activeElement)).toBe(true)
  await page.click('[data-action="tour-next"]')
  expect(await step()).toBe('3')
  await page.click('[data-tab="changes"]')
  await expect.poll(step).toBe('4')
  await page.click('[data-action="tour-next"]')
  await expect.poll(() => tour.count()).toBe(0)
  expect(await figureIn(page, '6.1').inputValue()).toBe('30')
  await page.reload()
  await page.waitForSelector('[data-segment]')
  expect(await tour.count()).toBe(0)
  expect(troubles).toEqual([])
})

test('it is put away for good, in English too', async () => {
  const { page } = await open()
  await page.click('[data-action="language"]')
  await expect.poll(() => page.locator('[data-tour]').textContent()).toContain('Step 1 of 4')
  await page.click('[data-action="tour-end"]')
  await page.reload()
  await page.waitForSelector('[data-segment]')
  expect(await page.locator('[data-tour]').count()).toBe(0)
})
