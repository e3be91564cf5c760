import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { interpret } from '../../src/engines/interpret/interpret.ts'
import { generatePopulation } from '../../src/population/generate.ts'
import { policyOf, populationOf } from '../population/suzhou.ts'
import { seriousProblems } from './axe.ts'
import { retype, useBrowser } from './page.ts'

const open = useBrowser()
/** Enough for every kind of result, few enough for the slow reference of the tests. */
const COUNT = 400

async function weighed(page: Page): Promise<void> {
  await page.waitForSelector('[data-everyone="settled"]', { timeout: 60_000 })
}

async function everyone(count: number | null = COUNT, opening: Parameters<typeof open>[0] = {}) {
  const opened = await open(opening)
  const { page } = opened
  await page.click('[data-tab="everyone"]')
  await weighed(page)
  if (count !== null) {
    await page.fill('[data-population="count"]', String(count))
    await page.keyboard.press('Enter')
    await expect.poll(() => page.inputValue('[data-population="count"]')).toBe(String(count))
    await expect.poll(() => page.locator('.sample-note').last().textContent()).toContain(`${count} `)
    await weighed(page)
  }
  return opened
}

const committed = (page: Page, bar: string): Promise<string | null> => page.locator(`[data-bar="${bar}"]`).getAttribute('data-committed')
const winners = async (page: Page, which: 'gain' | 'lose'): Promise<number> => Number(await page.locator(`[data-winners="${which}"]`).getAttribute('data-count'))
const raise = async (page: Page, to = '40'): Promise<void> => {
  await retype(page, '6.1', 0, to)
  await weighed(page)
}

describe('everyone', () => {
  test('costs what the interpreter says, to the fen, and says from what it is made', async () => {
    const { page, troubles } = await everyone()
    const policy = policyOf('consultation-draft')
    const applicants = generatePopulation(policy, populationOf(policy), { count: COUNT, seed: 'suzhou-2026' })
    const { totals } = interpret(policy, { on: '2026-06-30', asIfPublished: '2026-01-01', readings: [], applicants, ledger: [], decisions: [] })
    const total = page.locator('[data-total-committed]')
    expect(await total.getAttribute('data-total-committed')).toBe(String(totals.committed))
    expect(await total.getAttribute('data-total-possible')).toBe(String(totals.possible))
    for (const [id, sum] of totals.byMeasure) if (sum.possible > 0n) expect(await committed(page, `measure ${id}`)).toBe(String(sum.committed))
    for (const [id, sum] of totals.byAgency) if (sum.possible > 0n) expect(await committed(page, `agency ${id}`)).toBe(String(sum.committed))
    for (const [standing, count] of Object.entries(totals.standings)) expect(await page.locator(`[data-standing-count="${standing}"]`).getAttribute('data-count')).toBe(String(count))
    expect(await page.locator('.made').textContent()).toContain('示例假设，不是统计数据')
    expect(await page.locator('.everyone > .sample-note').textContent()).toContain('种子 suzhou-2026')
    expect(troubles).toEqual([])
  })

  test('shows who gains when 30% becomes 40%, and opens the enterprises behind a bar', async () => {
    const { page } = await everyone()
    expect(await winners(page, 'gain')).toBe(0)
    expect(await page.locator('.total-line').textContent()).toContain('与对照相同')
    await raise(page)
    const gaining = await winners(page, 'gain')
    expect(gaining).toBeGreaterThan(0)
    expect(await winners(page, 'lose')).toBe(0)
    expect(await page.locator('.total-line').textContent()).toMatch(/较对照：已确定 \+[\d.,]+万元/)
    const bins = await page.locator('[data-bin]').evaluateAll((nodes) => nodes.map((node) => Number(node.getAttribute('data-count'))))
    expect(bins.reduce((sum, each) => sum + each, 0)).toBe(gaining)
    await page.locator('[data-bin="gain"]').first().click()
    const cards = page.locator('[data-behind="changes"] [data-applicant]')
    await expect.poll(() => cards.count()).toBe(Math.min(bins[0] ?? 0, 20))
    const line = cards.first().locator('[data-clause="6.1"].changed').first()
    expect(BigInt(await line.getAttribute('data-committed') ?? '0')).toBeGreaterThan(0n)
    expect(await line.locator('.before').textContent()).not.toBe(await line.locator('.after').textContent())
    await page.locator('[data-extreme="gain"] button').click()
    await expect.poll(() => page.locator('[data-behind="changes"] [data-applicant]').count()).toBe(1)
  })

  test('shows who loses, with a sign and not by colour alone, and undo takes it back', async () => {
    const { page } = await everyone()
    await raise(page, '20')
    expect(await winners(page, 'lose')).toBeGreaterThan(0)
    expect(await page.locator('[data-winners="lose"]').textContent()).toContain('−')
    expect(await page.locator('[data-extreme="loss"]').textContent()).toContain('−')
    expect(await page.locator('[data-bin="loss"] .bar-name').first().textContent()).toContain('−')
    await page.click('[data-action="undo"]')
    await expect.poll(() => winners(page, 'lose')).toBe(0)
  })

  test('lists whom a measure pays, whose facts are missing, who awaits a decision', async () => {
    const { page } = await everyone()
    for (const [button, section] of [['[data-bar="measure 3"]', 'measures'], ['[data-bar="agency 市科技局"]', 'agencies'], ['[data-uncounted="missing"] button', 'uncounted'], ['[data-uncounted="standing"] button', 'uncounted'], ['[data-standing-count="undetermined"] button', 'standings']] as const) {
      await page.click(button)
      await page.waitForSelector(`[data-behind="${section}"] [data-applicant]`)
      expect(await page.locator(button).getAttribute('aria-expanded')).toBe('true')
    }
    const missing = Number(await page.locator('[data-uncounted="missing"]').getAttribute('data-count'))
    await page.click('[data-uncounted="missing"] button')
    await expect.poll(() => page.locator('[data-behind="uncounted"] h4').textContent()).toContain(`${missing} 家`)
    await page.click('[data-action="close-behind"]')
    expect(await page.locator('[data-behind]').count()).toBe(0)
  })

  test('draws the amount of 6.1 by salary, with its cap, before and after', async () => {
    const { page } = await everyone()
    const curve = page.locator('[data-curve="6.1"]')
    await curve.waitFor()
    await expect.poll(() => curve.locator('canvas').count()).toBe(1)
    await expect.poll(() => curve.locator('[data-event]').allTextContents()).toEqual(['在 1,666,667元 处转折，金额 50万元'])
    await raise(page)
    await expect.poll(() => curve.locator('[data-event]').allTextContents()).toEqual(['草案在 125万元 处转折，金额 50万元', '对照在 1,666,667元 处转折，金额 50万元'])
    await curve.locator('[data-table] summary').click()
    expect(await curve.locator('tbody tr').first().textContent()).toContain('0.00')
    await page.selectOption('[data-curve-clause]', '2.1')
    await expect.poll(() => page.locator('[data-curve="2.1"] [data-event]').allTextContents()).toEqual(['在 250万元 处转折，金额 0 至 100万元'])
    expect(await page.locator('[data-curve-fact]').inputValue()).toBe('科技项目 总投入')
  })

  test('is another population for another seed, the same for the same, and says what number is none', async () => {
    const { page } = await everyone()
    const first = await page.locator('[data-total-committed]').getAttribute('data-total-committed')
    await page.fill('[data-population="seed"]', '7')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('[data-total-committed]').getAttribute('data-total-committed')).not.toBe(first)
    await page.fill('[data-population="seed"]', 'suzhou-2026')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('[data-total-committed]').getAttribute('data-total-committed')).toBe(first)
    await page.fill('[data-population="count"]', '0')
    await page.keyboard.press('Enter')
    expect(await page.locator('.field-wrong').textContent()).toContain('1 到 20000')
  })

  test('saves a table as CSV that a spreadsheet here opens rightly, with the assumptions', async () => {
    const { page } = await everyone()
    await raise(page)
    const table = page.locator('[data-table="heng-measure"]')
    await table.locator('summary').click()
    const [download] = await Promise.all([page.waitForEvent('download'), table.locator('[data-action="csv"]').click()])
    expect(download.suggestedFilename()).toBe('heng-measure.csv')
    const text = readFileSync(await download.path(), 'utf8')
    expect(text.startsWith('\uFEFF名称,已确定（对照，元）,')).toBe(true)
    expect(text).toMatch(/\r\n6 [^,]+,\d+\.\d\d,\d+\.\d\d,\d+\.\d\d,/)
    expect(text).toContain('示例假设，不是统计数据')
    expect(text).toContain('种子 suzhou-2026')
    expect(text).toContain('解读: A1 按得分')
    await table.locator('[data-action="copy"]').click()
    await expect.poll(() => table.locator('[role="status"]').textContent()).toMatch(/已复制|请下载/)
  })

  test('keeps its numbers while the text has an error, and says so', async () => {
    const { page } = await everyone()
    const before = await page.locator('[data-total-committed]').getAttribute('data-total-committed')
    await page.locator('[data-view="code"] textarea').first().evaluate((field: HTMLTextAreaElement) => {
      field.focus()
      const at = field.value.indexOf('给予 30%') + 3
      field.setSelectionRange(at, at + 3)
    })
    await page.keyboard.type('（（')
    await page.waitForSelector('.everyone .stale-note')
    expect(await page.locator('[data-total-committed]').getAttribute('data-total-committed')).toBe(before)
  })

  test('works by keyboard, in English, in the dark, and axe finds nothing serious', async () => {
    const { page, troubles } = await everyone(COUNT, { options: { colorScheme: 'dark' } })
    await page.click('[data-action="language"]')
    await expect.poll(() => page.locator('#everyone-measures').textContent(), { timeout: 15_000 }).toBe('By measure')
    await raise(page)
    await page.locator('[data-bar="measure 6"]').focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-behind="measures"] [data-applicant]')
    expect(await page.locator('.made').textContent()).toContain('not statistics')
    for (const words of await page.locator('.everyone h3, .everyone summary, .everyone .legend, .everyone .bar-name, .made, .total-line, .uncounted, .curve-events').allTextContents()) expect(words).not.toMatch(/[\u4e00-\u9fff，。：]/)
    expect(await seriousProblems(page)).toEqual([])
    expect(troubles).toEqual([])
  })
})
