import { expect, test } from 'vitest'
import { seriousProblems } from './axe.ts'
import { settled, useBrowser } from './page.ts'

const open = useBrowser()

test('sample dossiers are shown for the day that they are made for, and for any other that is chosen', async () => {
  const { page, troubles } = await open({ query: '?policy=model-talent-and-jobs' })
  const day = page.locator('[data-day="on"]')
  expect(await day.inputValue()).toBe('2027-07-15')
  const held = () => page.locator('[data-standing="holds"]').count()
  expect(await held()).toBeGreaterThan(0)
  await day.fill('2020-01-01')
  await day.blur()
  await settled(page)
  await expect.poll(held).toBe(0)
  expect(await seriousProblems(page)).toEqual([])
  expect(troubles).toEqual([])
})
