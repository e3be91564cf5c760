import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { retype, useBrowser } from './page.ts'

const open = useBrowser()

test('the report says what changed, what it does, what was not counted, and that the data is a sample; on paper and as Markdown', async () => {
  const { page, troubles } = await open()
  await retype(page, '6.1', 0, '40')
  const line = (await page.locator('[data-top-line]').textContent()) ?? ''
  await page.click('[data-menu="report"] summary')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-action="report-markdown"]')])
  const text = readFileSync(await download.path(), 'utf8')
  expect(text).toContain(`**${line}**`)
  expect(text).toContain('示例数据（非真实企业）')
  expect(text).toMatch(/\| 6\.1 \| .*30%.* \| .*40%.* \|/)
  expect(text).toMatch(/修改为“?.*40%/)
  expect(text).toContain('## 没有算进去的')
  expect(text).toContain('各处歧义均按默认解读')
  expect(text.split('\n').filter((each) => each.includes('| 6.1 R')).length).toBeGreaterThan(0)

  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  await expect.poll(() => page.locator('[data-report]').isVisible()).toBe(true)
  expect(await page.locator('[data-report]').innerText()).toContain(line)
  expect(await page.locator('[data-report]').innerText()).toContain('示例数据')
  expect(await page.locator('.panes').isVisible()).toBe(false)
  expect(troubles).toEqual([])
})

test('paper is light whatever the screen is', async () => {
  const { page } = await open({ options: { colorScheme: 'dark' } })
  const shade = (): Promise<readonly string[]> => page.evaluate(() => {
    const style = getComputedStyle(document.documentElement)
    return [style.colorScheme, style.getPropertyValue('--card'), style.getPropertyValue('--loss')]
  })
  const dark = await shade()
  expect(dark[0]).toBe('dark')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const printed = await shade()
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
  expect(printed).toEqual(await shade())
  // Chosen on the page rather than in the system: the same.
  await page.click('[data-action="theme"]')
  await page.click('[data-action="theme"]')
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
  expect(await shade()).toEqual(dark)
  await page.emulateMedia({ media: 'print' })
  expect(await shade()).toEqual(printed)
})
