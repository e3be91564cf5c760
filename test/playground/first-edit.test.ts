import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { amountsOf, clauseText, figureIn, retype, sentence, settled, topLine, useBrowser } from './page.ts'

const open = useBrowser()

describe('a drafter changes 30% to 40% in 6.1', () => {
  test('the page opens on 6.1', async () => {
    const { page, troubles } = await open()
    await expect.poll(() => sentence(page, '6.1').getAttribute('class')).toContain('chosen')
    expect(await clauseText(page).inputValue()).toMatch(/^条款 6\.1 /)
    expect(new URL(page.url()).searchParams.get('clause')).toBe('6.1')
    expect(await topLine(page).textContent()).toContain('试试把 6.1 中的 30% 改成 40%')
    expect(await figureIn(page, '6.1').inputValue()).toBe('30')
    expect(troubles).toEqual([])
  })

  test('in the sentence: sentence, quotation, literal and effect change together, and one undo brings all back', async () => {
    const { page } = await open()
    const before = await amountsOf(page, '6.1')
    await retype(page, '6.1', 0, '40')
    const code = await clauseText(page).inputValue()
    expect(code).toContain('实付工薪40%给予')
    expect(code).toContain('给予 40% 的 实付工薪')
    expect(code).not.toContain('30%')
    expect(await topLine(page).textContent()).toMatch(/6\.1 由30%提高到40%：受益 [1-9]\d* 家，受损 0 家/)
    expect(await amountsOf(page, '6.1')).not.toEqual(before)
    const changed = page.locator('[data-clause="6.1"].changed').first()
    expect(await changed.locator('.before').textContent()).not.toBe(await changed.locator('.after').textContent())
    await page.click('[data-action="undo"]')
    await settled(page)
    expect(await figureIn(page, '6.1').inputValue()).toBe('30')
    expect(await clauseText(page).inputValue()).not.toContain('40%')
    expect(await amountsOf(page, '6.1')).toEqual(before)
    expect(await page.locator('[data-action="undo"]').isDisabled()).toBe(true)
  })

  test('in the code: quotation and sentence follow', async () => {
    const { page } = await open()
    const area = clauseText(page)
    await area.click()
    await area.evaluate((field: HTMLTextAreaElement) => {
      const at = field.value.indexOf('给予 30%') + 3
      field.setSelectionRange(at, at + 1)
    })
    await page.keyboard.type('4')
    await settled(page)
    expect(await figureIn(page, '6.1').inputValue()).toBe('40')
    expect(await area.inputValue()).toContain('实付工薪40%给予')
    expect(await page.locator('[data-status="coverage"]').textContent()).toMatch(/(\d+)\/\1$/)
    await page.keyboard.press('Control+Z')
    await settled(page)
    expect(await figureIn(page, '6.1').inputValue()).toBe('30')
    expect(await area.inputValue()).not.toContain('40%')
  })

  test('arrow keys step by one percentage point, with Shift by ten', async () => {
    const { page } = await open()
    await figureIn(page, '6.1').click()
    await page.keyboard.press('ArrowUp')
    await settled(page)
    expect(await figureIn(page, '6.1').inputValue()).toBe('31')
    await page.keyboard.press('Shift+ArrowUp')
    await settled(page)
    expect(await figureIn(page, '6.1').inputValue()).toBe('41')
    expect(await clauseText(page).inputValue()).toContain('给予 41%')
  })

  test('what is not a number yet changes nothing', async () => {
    const { page } = await open()
    await figureIn(page, '6.1').click()
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Backspace')
    await settled(page)
    expect(await figureIn(page, '6.1').getAttribute('aria-invalid')).toBe('true')
    expect(await clauseText(page).inputValue()).toContain('给予 30%')
    await page.keyboard.press('Tab')
    expect(await figureIn(page, '6.1').inputValue()).toBe('30')
  })
})

describe('a drafter rewrites a sentence', () => {
  const rewrite = async (page: Page, from: string, to: string): Promise<void> => {
    await sentence(page, '6.1').locator('[data-action="rewrite"]').click()
    const field = page.locator('.sentence-editor')
    await field.evaluate((area: HTMLTextAreaElement, word) => {
      const at = area.value.indexOf(word)
      area.setSelectionRange(at, at + word.length)
    }, from)
    await page.keyboard.type(to)
    await settled(page)
  }

  test('a figure in it still changes the code', async () => {
    const { page } = await open()
    await rewrite(page, '3', '4')
    expect(await clauseText(page).inputValue()).toContain('给予 40% 的 实付工薪')
    expect(await page.locator('[data-drift]').count()).toBe(0)
  })

  test('other words make the quotation drift; the effect stays, and each way back is a button', async () => {
    const { page } = await open()
    const before = await amountsOf(page, '6.1')
    await rewrite(page, '市外', '省外')
    expect(await sentence(page, '6.1').getAttribute('data-coverage')).toBe('drifted')
    const note = page.locator('[data-drift="clause 6.1"]')
    expect(await note.textContent()).toContain('省外')
    expect(await amountsOf(page, '6.1')).toEqual(before)
    await page.click('[data-tab="findings"]')
    await expect.poll(() => page.locator('[data-code="citation-not-found"]').count()).toBe(1)
    expect(await page.locator('[data-code="sentence-uncovered"]').count()).toBe(0)
    await page.click('[data-tab="applicants"]')
    await note.locator('[data-fix="quote"]').click()
    await settled(page)
    expect(await note.count()).toBe(0)
    expect(await clauseText(page).inputValue()).toContain('从省外柔性引进')
    await page.keyboard.press('Control+Z')
    await settled(page)
    await note.locator('[data-fix="sentence"]').click()
    await settled(page)
    expect(await sentence(page, '6.1').textContent()).toContain('从市外柔性引进')
    expect(await note.count()).toBe(0)
  })

  test('other words and another figure: the fix brings quotation and literal up to the sentence', async () => {
    const { page } = await open()
    await rewrite(page, '市外', '省外')
    await page.keyboard.press('Escape')
    await rewrite(page, '30%', '45%')
    const note = page.locator('[data-drift="clause 6.1"]')
    expect(await note.locator('del').allTextContents()).toEqual(['市', '30%'])
    expect(await note.locator('ins').allTextContents()).toEqual(['省', '45%'])
    // The clause keeps its place among the others.
    expect(await page.locator('.clause-choice option').evaluateAll((options) => options.map((each) => each.getAttribute('value')).filter((id) => id?.startsWith('6.')))).toEqual(['6.1', '6.2', '6.3'])
    await note.locator('[data-fix="quote"]').click()
    await settled(page)
    expect(await note.count()).toBe(0)
    expect(await clauseText(page).inputValue()).toContain('给予 45% 的 实付工薪')
    expect(await figureIn(page, '6.1').inputValue()).toBe('45')
    expect(await topLine(page).textContent()).toContain('6.1 由30%提高到45%')
  })
})
