import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { retype, settled, useBrowser } from './page.ts'

const open = useBrowser()

const counts = async (page: Page): Promise<readonly number[]> => ((await page.locator('[data-status="examples"]').textContent()) ?? '').match(/\d+/g)?.map(Number) ?? []

test('a card is pinned, runs at each key press, and a new result is accepted with a reason', async () => {
  const { page, troubles } = await open()
  await expect.poll(async () => (await counts(page)).length, { timeout: 30_000 }).toBe(2)
  const [passed = 0, all = 0] = await counts(page)
  expect(passed).toBe(all)
  await page.locator('[data-applicant="E07"] [data-action="pin"]').click()
  await expect.poll(() => page.locator('[data-applicant="E07"] [data-pin]').getAttribute('data-pin'), { timeout: 20_000 }).toBe('pinned')
  await expect.poll(() => counts(page), { timeout: 30_000 }).toEqual([all + 1, all + 1])

  await retype(page, '6.1', 0, '40')
  await page.click('[data-tab="findings"]')
  const failing = page.locator('[data-example="example 钉例1"]')
  await expect.poll(() => failing.textContent(), { timeout: 30_000 }).toMatch(/条款 6\.1（R2）：应为.*得到/)
  await failing.locator('input').fill('比例提高，结果随之提高')
  await failing.locator('[data-action="accept"]').click()
  await expect.poll(() => failing.count(), { timeout: 30_000 }).toBe(0)
  await settled(page)
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')])
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())))
  const code = new TextDecoder().decode(files['suzhou-ai-plus/consultation-draft/measure-6.heng'])
  expect(code).toContain('# 接受新的结果：比例提高，结果随之提高')
  expect(code).toMatch(/示例 钉例1 \(pinned_1\)\n {2}公布 2026-01-01\n {2}申请日 2026-06-30\n {2}设 申报单位 “E07”/)
  for (let step = 0; step < 3; step += 1) await page.click('[data-action="undo"]')
  await settled(page)
  await expect.poll(() => counts(page), { timeout: 30_000 }).toEqual([all, all])
  expect(troubles).toEqual([])
})
