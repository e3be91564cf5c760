import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { seriousProblems } from './axe.ts'
import { retype, settled, useBrowser } from './page.ts'

const open = useBrowser()
const SLOW = 60_000

/** Waits until the comparison and the shares are of what is on the screen. */
async function compared(page: Page): Promise<void> {
  await page.waitForSelector('[data-changes="yes"]', { timeout: SLOW })
}

async function amended(language: 'zh' | 'en' = 'zh') {
  const opened = await open({ query: '?policy=suzhou-ai-plus&version=illustrative-amendment&clause=6.1' })
  if (language === 'en') {
    await opened.page.click('[data-action="language"]')
    await settled(opened.page)
  }
  await opened.page.locator('select').filter({ has: opened.page.locator('option[value="consultation-draft"]') }).last().selectOption('consultation-draft')
  await settled(opened.page)
  await opened.page.click('[data-tab="changes"]')
  await compared(opened.page)
  return opened
}

const fenOf = async (page: Page, selector: string): Promise<readonly bigint[]> => (await page.locator(selector).evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-fen') ?? ''))).map(BigInt)

describe('against the saved text', () => {
  test('one figure: both sentences, the decision, who gains and why', async () => {
    const { page, troubles } = await open()
    await page.click('[data-tab="changes"]')
    await expect.poll(() => page.locator('.changes .empty').textContent()).toContain('没有不同')
    await retype(page, '6.1', 0, '40')
    const row = page.locator('[data-changed="6.1"]')
    expect(await row.locator('del').textContent()).toBe('30%')
    expect(await row.locator('ins').textContent()).toBe('40%')
    expect(await page.locator('[data-amendment="1"]').textContent()).toBe('将第六条中的“30%”修改为“40%”。')
    await compared(page)
    expect(await page.locator('.changes-count b').textContent()).toMatch(/^修改1条；其余\d+条不变。$/)
    expect(await page.locator('[data-affected="E07"] [data-why="6.1 R2"]').textContent()).toContain('比例由30%提高到40%，本例多10万元。')
    expect(await page.locator('[data-affected="E07"] [data-why="6.1 R4"]').textContent()).toContain('合计超过限额，原文没有规定如何分配：R3，本例由20万元至27万元变为10万元至36万元。')
    expect(await page.locator('[data-by-edit]').count()).toBe(0)
    expect(await seriousProblems(page)).toEqual([])
    expect(troubles).toEqual([])
  })

  test('two figures: shares of each edit that add up to the fen', async () => {
    const { page } = await open()
    await retype(page, '6.1', 0, '40')
    await retype(page, '6.1', 1, '40')
    await page.click('[data-tab="changes"]')
    await page.waitForSelector('[data-by-edit]', { timeout: SLOW })
    const parts = await fenOf(page, '[data-edit]:not([data-edit="all"]) td:nth-of-type(1)')
    const [all] = await fenOf(page, '[data-edit="all"] td:nth-of-type(1)')
    expect(parts.length).toBe(2)
    expect(parts.every((each) => each !== 0n)).toBe(true)
    expect(parts.reduce((sum, each) => sum + each, 0n)).toBe(all)
    expect(await page.locator('[data-affected="E07"] [data-share]').count()).toBe(2)
    // Undone, all of it is gone again.
    await page.keyboard.press('Control+Z')
    await page.keyboard.press('Control+Z')
    await expect.poll(() => page.locator('[data-changed]').count()).toBe(0)
    await expect.poll(() => page.locator('[data-by-edit]').count()).toBe(0)
  })

  test('an error in the draft leaves the last comparison, marked', async () => {
    const { page } = await open()
    await retype(page, '6.1', 0, '40')
    await page.click('[data-tab="changes"]')
    await compared(page)
    const area = page.locator('[data-view="code"] textarea').first()
    await area.click()
    await area.evaluate((field: HTMLTextAreaElement) => {
      const at = field.value.indexOf('实付工薪 依解读')
      field.setSelectionRange(at, at + 4)
    })
    await page.keyboard.type('不存在')
    await settled(page)
    await expect.poll(() => page.locator('.changes .stale-note').textContent(), { timeout: SLOW }).toContain('草案有误')
    expect(await page.locator('[data-affected="E07"]').count()).toBe(1)
  })
})

describe('against another version', () => {
  test('sentences added and removed, the decision by articles, each edit with its share', async () => {
    const { page, troubles } = await amended()
    expect(await page.locator('.changes-count').textContent()).toMatch(/修改4条，增加1条，删除1条；其余27条不变。.*征求意见稿/)
    expect(await page.locator('[data-changed="2.3"] td').nth(1).textContent()).toBe('（无）')
    expect(await page.locator('[data-changed="5.5"] td').first().textContent()).toBe('（无）')
    const decision = await page.locator('[data-amendment]').allTextContents()
    expect(decision.join('\n')).toContain('将第一条中的“10项”修改为“15项”')
    expect(decision.map((each) => each.slice(0, 2))).toEqual(['一、', '二、', '三、', '四、', '五、'])
    expect(await page.locator('[data-who="count"]').textContent()).toMatch(/^受损 \d+ 家，受益 [1-9]\d* 家，其余 \d+ 家不变$/)
    const parts = await fenOf(page, '[data-edit]:not([data-edit="all"]) td:nth-of-type(1)')
    const [all] = await fenOf(page, '[data-edit="all"] td:nth-of-type(1)')
    expect(parts.length).toBe(6)
    expect(parts.reduce((sum, each) => sum + each, 0n)).toBe(all)
    expect(await seriousProblems(page)).toEqual([])
    expect(troubles).toEqual([])
  })

  test('the decision is copied, the reasons are downloaded for a spreadsheet; in English too', async () => {
    const { page } = await amended('en')
    expect(await page.locator('.changes-count b').textContent()).toBe('4 changed, 1 added, 1 removed; 27 unchanged.')
    expect(await page.locator('[data-affected="E08"] [data-why="6.2 Z1"]').textContent()).toMatch(/the condition “.+” became “.+”; from “.+” to “.+” here\./i)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.click('[data-action="copy-wording"]')
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^一、.*\n二、/)
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-sheet="变化与原因"] [data-action="csv"]')])
    const text = await readFile(await file.path(), 'utf8')
    expect(text.startsWith('\uFEFFApplicant,Clause,')).toBe(true)
    expect(text).toMatch(/,6\.1,R1,\d+\.\d\d,\d+\.\d\d,/)
    expect(await seriousProblems(page)).toEqual([])
  })
})
