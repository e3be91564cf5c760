import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { clauseText, figureIn, sentence, settled, topLine, useBrowser } from './page.ts'

const open = useBrowser()

/** Puts the cursor behind a word of the clause. */
async function behind(page: Page, word: string): Promise<void> {
  await clauseText(page).evaluate((area: HTMLTextAreaElement, text) => {
    area.focus()
    const at = area.value.indexOf(text) + text.length
    area.setSelectionRange(at, at)
  }, word)
}

test('half-composed text takes no effect, and is not doubled', async () => {
  const { page } = await open()
  await behind(page, '柔性引才')
  const before = await clauseText(page).inputValue()
  const keyboard = await page.context().newCDPSession(page)
  await keyboard.send('Input.imeSetComposition', { text: 'jiang', selectionStart: 5, selectionEnd: 5 })
  await settled(page)
  await page.waitForTimeout(300)
  expect(await page.locator('[data-action="undo"]').isDisabled()).toBe(true)
  expect(await page.locator('.clause-finding').count()).toBe(0)
  await keyboard.send('Input.insertText', { text: '奖' })
  await settled(page)
  expect(await clauseText(page).inputValue()).toBe(before.replace('柔性引才', '柔性引才奖'))
  expect(await topLine(page).textContent()).toContain('6.1 有修改')
})

test('everything is reached and done with the keyboard', async () => {
  const { page } = await open()
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-figure') ?? document.activeElement?.getAttribute('data-action') ?? document.activeElement?.id ?? '')
  for (let press = 0; press < 120 && !(await focused()).startsWith('clause 6.1#'); press += 1) await page.keyboard.press('Tab')
  expect(await focused()).toBe('clause 6.1#0')
  await page.keyboard.type('40')
  await settled(page)
  expect(await topLine(page).textContent()).toContain('6.1 由30%提高到40%')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Z')
  await settled(page)
  expect(await figureIn(page, '6.1').inputValue()).toBe('30')
  await page.locator('[role="tab"][aria-selected="true"]').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect(await page.locator('[data-tab="figures"]').getAttribute('aria-selected')).toBe('true')
})

test('nothing in a text runs as code', async () => {
  const { page, troubles } = await open()
  const hostile = '“<img src=x onerror=alert(1)><script>alert(2)</script>” {{constructor.constructor("alert(3)")()}} `${alert(4)}` \'"></textarea>'
  let alerts = 0
  page.on('dialog', (dialog) => {
    alerts += 1
    void dialog.dismiss()
  })
  await behind(page, '柔性引才奖补')
  await page.keyboard.insertText(hostile)
  await settled(page)
  for (const tab of ['findings', 'figures', 'applicants']) await page.click(`[data-tab="${tab}"]`)
  await page.keyboard.press('Control+Z')
  await sentence(page, '6.1').locator('[data-action="rewrite"]').click()
  await page.keyboard.insertText(hostile)
  await settled(page)
  expect(await page.locator('img, iframe, main script').count()).toBe(0)
  expect(alerts).toBe(0)
  expect(troubles).toEqual([])
})
