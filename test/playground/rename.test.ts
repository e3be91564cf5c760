import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { playApi } from '../../src/cli/play/api.ts'
import { playFolder } from '../../src/cli/play/folder.ts'
import { builtSite, serve } from '../../src/cli/play/serve.ts'
import { amountsOf, settled, useBrowser } from './page.ts'

const open = useBrowser()
let root = ''
let address = ''
let close = (): void => undefined

beforeAll(async () => {
  root = join(mkdtempSync(join(tmpdir(), 'heng-rename-')), 'mine')
  cpSync('policies/suzhou-ai-plus', root, { recursive: true })
  const served = await serve({ site: builtSite(), port: '0', host: '127.0.0.1', handler: playApi(playFolder(root), 'token') })
  address = served.address
  close = () => void served.server.close()
})
afterAll(() => {
  close()
  rmSync(root, { recursive: true })
})

const OWN = { applicants: [{ id: '甲公司', facts: { 单位类型: '企业', 名称: '实付工薪' }, matters: [{ kind: '人才项目', id: 'T1', facts: { 从市外柔性引进: true, 以项目合作方式: true, 项目编号: 'X', 人才编号: 'R', 实付工薪: 1000000, 应用场景: { state: 'not-applicable' } } }] }] }

async function everyone(page: Page): Promise<readonly (string | null)[]> {
  await page.click('[data-tab="everyone"]')
  await page.waitForSelector('[data-everyone="settled"] [data-total-committed]')
  const total = page.locator('[data-total-committed]')
  const found = [await total.getAttribute('data-total-committed'), await total.getAttribute('data-total-possible')]
  await page.click('[data-tab="applicants"]')
  return found
}

/** Puts the cursor on a word of the clause, and renames it with the keyboard. */
async function rename(page: Page, word: string, to: string): Promise<void> {
  await page.locator('[data-editor] .view-line').first().click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+F')
  await page.keyboard.insertText(word)
  await page.waitForTimeout(250)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(to)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.rename-box', { state: 'detached' })
  await settled(page)
}

test('a fact that is renamed keeps its values: in the dossiers, in those of one’s own, in the population and in the examples; saving writes the new name', async () => {
  const { page, troubles } = await open({ address, query: '?policy=mine&version=consultation-draft&clause=6.1#play=token', writing: 'editor' })
  await page.waitForSelector('[data-editor="ready"] .view-line')
  await page.setInputFiles('[data-action="import-dossiers"]', { name: 'd.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(OWN)) })
  await page.waitForSelector('[data-applicant="甲公司"]')
  await settled(page)
  const amounts = await amountsOf(page, '6.1')
  expect(amounts['甲公司 T1']).toBe('30000000–30000000')
  const total = await everyone(page)
  const examples = await page.locator('[data-status="examples"]').textContent()

  await rename(page, '的 实付工薪', '实发工资')
  await expect.poll(() => page.locator('[data-editor]').innerText()).toContain('实发工资')
  expect(await amountsOf(page, '6.1')).toEqual(amounts)
  expect(await everyone(page)).toEqual(total)
  await expect.poll(() => page.locator('[data-status="examples"]').textContent()).toBe(examples)
  // The cards say the new name, and nothing has gained or lost.
  expect(await page.locator('[data-applicant="甲公司"] [data-clause="6.1"]').textContent()).toContain('实发工资')
  expect(await page.locator('[data-top-line]').textContent()).toContain('受益 0 家，受损 0 家')

  // The form has the value under the new name; what is filled in there counts.
  await page.click('[data-own="甲公司"] [data-action="edit-dossier"]')
  const field = page.locator('[data-fact="实发工资"][data-of="T1"] input')
  await expect.poll(() => field.inputValue()).toBe('1000000')
  await field.fill('80万元')
  await field.press('Tab')
  await expect.poll(async () => (await amountsOf(page, '6.1'))['甲公司 T1']).toBe('24000000–24000000')
  expect(await page.locator('[data-fact="名称"][data-of="甲公司"] input').inputValue()).toBe('实付工薪')
  await page.click('[data-action="close-dossier"]')

  await page.keyboard.press('Control+s')
  await expect.poll(() => page.locator('[data-folder-news]').textContent()).toContain('dossiers/applicants.json')
  const news = await page.locator('[data-folder-news]').textContent()
  expect(news).toContain('CSV、NDJSON 材料，以及其他版本（illustrative-amendment）没有改')
  for (const name of ['dossiers/applicants.json', 'population.json', 'consultation-draft/measure-6.heng']) {
    const text = readFileSync(join(root, name), 'utf8')
    expect(text).toContain('实发工资')
    expect(text).not.toMatch(/(?<!一年)实付工薪"/)
  }
  await settled(page)
  const kept = { ...amounts, '甲公司 T1': '24000000–24000000' }
  await expect.poll(() => amountsOf(page, '6.1')).toEqual(kept)
  await page.reload()
  await page.waitForSelector('[data-applicant="甲公司"]')
  await settled(page)
  expect(await amountsOf(page, '6.1')).toEqual(kept)
  expect(troubles).toEqual([])
})
