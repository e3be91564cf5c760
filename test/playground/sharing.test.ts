import { expect, test } from 'vitest'
import { amountsOf, clauseText, figureIn, retype, settled, useBrowser } from './page.ts'

const open = useBrowser()

test('a link opens the same draft for another visitor', async () => {
  const { page } = await open()
  await retype(page, '6.1', 0, '40')
  const amounts = await amountsOf(page, '6.1')
  await page.click('[data-menu="share"] summary')
  await expect.poll(() => page.locator('.share-link').inputValue()).toContain('#draft=')
  const link = new URL(await page.locator('.share-link').inputValue())
  expect(link.href).not.toContain('示例企业')
  const { page: other, troubles } = await open({ query: link.search + link.hash })
  await expect.poll(() => figureIn(other, '6.1').inputValue(), { timeout: 20_000 }).toBe('40')
  await settled(other)
  expect(await clauseText(other).inputValue()).toContain('给予 40%')
  expect(await amountsOf(other, '6.1')).toEqual(amounts)
  expect(other.url()).not.toContain('#draft')
  expect(troubles).toEqual([])
})

test('a broken link opens the saved text and says so', async () => {
  const { page, troubles } = await open({ query: '#draft=q1ZKzU' })
  expect(await page.locator('[data-received="broken"]').count()).toBe(1)
  expect(await figureIn(page, '6.1').inputValue()).toBe('30')
  expect(troubles).toEqual([])
})
