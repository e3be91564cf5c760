import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { seriousProblems } from './axe.ts'
import { linesOf, settled, useBrowser } from './page.ts'

const open = useBrowser()
const fact = (page: Page, subject: string, field: string) => page.locator(`[data-fact="${field}"][data-of="${subject}"]`)

/** Answers a question as a person does, wherever it stands. */
async function answer(page: Page, subject: string, field: string, value: string): Promise<void> {
  const row = fact(page, subject, field)
  await row.waitFor({ state: 'attached' })
  if (!(await row.isVisible())) await page.click('[data-questions="rest"] > summary')
  const input = row.locator('input')
  if (await input.count() === 0) await row.locator('select').selectOption(value)
  else {
    await input.fill(value)
    await input.press('Tab')
  }
  await settled(page)
}

test('a dossier is filled in with the questions that still matter first, and its card answers at once', async () => {
  const { page, troubles } = await open()
  await page.click('[data-action="add-dossier"]')
  await page.locator('[data-action="add-matter"]').selectOption('人才项目')
  const matter = '人才项目1'
  await expect.poll(() => page.locator(`[data-questions="wanted"] [data-of="${matter}"]`).count(), { timeout: 20_000 }).toBeGreaterThan(0)
  await answer(page, '自填1', '单位类型', '=企业')
  await answer(page, matter, '从市外柔性引进', '=true')
  await answer(page, matter, '以项目合作方式', '=true')
  await answer(page, matter, '项目编号', 'X-1')
  await answer(page, matter, '人才编号', 'R-1')
  const line = async () => (await linesOf(page, '自填1')).find((each) => each.clause === '6.1' && each.subject === matter)
  expect((await line())?.standing).toBe('undetermined')
  await answer(page, matter, '实付工薪', '100万元')
  await expect.poll(async () => (await line())?.committed).toBe('30000000')
  expect(await seriousProblems(page)).toEqual([])

  await answer(page, matter, '实付工薪', '百万')
  await expect.poll(() => fact(page, matter, '实付工薪').locator('[role="alert"]').textContent()).toContain('百万')
  await answer(page, matter, '实付工薪', '2000000')
  await expect.poll(async () => (await line())?.committed).toBe('50000000')
  await fact(page, matter, '实付工薪').locator('select').selectOption('unknown')
  await expect.poll(async () => `${(await line())?.committed}–${(await line())?.possible}`).toBe('0–50000000')

  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-action="export-dossiers"]')])
  const text = readFileSync(await download.path(), 'utf8')
  expect(JSON.parse(text)).toMatchObject({ applicants: [{ id: '自填1', matters: [{ kind: '人才项目', facts: { 实付工薪: null, 从市外柔性引进: true } }] }] })

  await page.reload()
  await page.waitForSelector('[data-applicant="自填1"]')
  await page.click('[data-menu="share"] summary')
  await expect.poll(() => page.locator('.share-link').inputValue()).toContain('http')
  expect(decodeURIComponent(await page.locator('.share-link').inputValue())).not.toContain('自填')
  await page.keyboard.press('Escape')
  await page.click('[data-action="drop-dossier"]')
  await settled(page)
  expect(await page.locator('[data-applicant="自填1"]').count()).toBe(0)
  await page.setInputFiles('[data-action="import-dossiers"]', { name: 'd.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await page.waitForSelector('[data-applicant="自填1"]')
  await page.setInputFiles('[data-action="import-dossiers"]', { name: 'd.json', mimeType: 'application/json', buffer: Buffer.from('{"applicants":[{"id":1}]}') })
  await expect.poll(() => page.locator('.dossiers [role="alert"]').count()).toBe(1)
  expect(troubles).toEqual([])
})
