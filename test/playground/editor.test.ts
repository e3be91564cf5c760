import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { seriousProblems } from './axe.ts'
import { amountsOf, figureIn, settled, sentence, topLine, useBrowser } from './page.ts'
import type { Opening } from './page.ts'

const visit = useBrowser()

/** The page when the editor has arrived. */
async function open(opening: Opening = {}) {
  const opened = await visit({ ...opening, writing: 'editor' })
  await opened.page.waitForSelector('[data-editor="ready"] .view-line')
  return opened
}

const lines = (page: Page) => page.locator('[data-editor] .view-line')
/** What the editor shows, notes and blanks left out. */
async function shown(page: Page): Promise<string> {
  await page.waitForTimeout(150)
  return (await lines(page).evaluateAll((nodes) =>
    nodes.map((node) => ({ top: parseInt((node as HTMLElement).style.top, 10), text: [...node.querySelectorAll('span > span')].filter((each) => !each.className.includes('dyn-rule') && !each.className.includes('ced-')).map((each) => each.textContent).join('') }))
      .sort((a, b) => a.top - b.top).map(({ text }) => text).join(''))).replace(/[\s\u200c]/g, '')
}

/** Puts the cursor behind a word with the editor's own search. */
async function behind(page: Page, word: string): Promise<void> {
  // Not the first: it may be half out of sight.
  await lines(page).nth(2).click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+F')
  await page.keyboard.insertText(word)
  await page.waitForTimeout(250)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
}

test('30 becomes 40 in the editor: sentence, cards and top line follow, and undo takes it back', async () => {
  const { page, troubles } = await open()
  const before = await amountsOf(page, '6.1')
  await behind(page, '给予 30')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('40')
  await settled(page)
  expect(await topLine(page).textContent()).toContain('6.1')
  expect(await figureIn(page, '6.1').inputValue()).toBe('40')
  expect(await shown(page)).toContain('实付工薪40%给予')
  const after = await amountsOf(page, '6.1')
  expect(Object.keys(after).some((key) => after[key] !== before[key])).toBe(true)
  await page.keyboard.press('Control+Z')
  await settled(page)
  expect(await figureIn(page, '6.1').inputValue()).toBe('30')
  expect(await shown(page)).toContain('给予30%的')
  expect(troubles).toEqual([])
})

test('a figure whose digits are all deleted keeps its sentence, however slowly the new ones come', async () => {
  const { page, troubles } = await open()
  await behind(page, '给予 30')
  for (const key of ['Backspace', 'Backspace', '4', '0']) {
    await page.keyboard.press(key)
    await page.waitForTimeout(400)
    await settled(page)
  }
  expect(await figureIn(page, '6.1').inputValue()).toBe('40')
  expect(await shown(page)).toContain('实付工薪40%给予')
  expect(troubles).toEqual([])
})

test('an address that names a clause puts the cursor into it, also once the editor has come', async () => {
  const { page } = await open({ query: '?policy=suzhou-ai-plus&version=consultation-draft&clause=6.1', writing: 'editor' })
  await page.waitForSelector('[data-editor="ready"] .view-line')
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-editor]') !== null)).toBe(true)
  // Elsewhere, nothing takes the cursor from the page.
  const { page: other } = await open({ writing: 'editor' })
  await other.waitForSelector('[data-editor="ready"] .view-line')
  expect(await other.evaluate(() => document.activeElement === document.body)).toBe(true)
})

test('fields are offered, and hover shows the sentence', async () => {
  const { page } = await open()
  await behind(page, '当 以项目合作方式')
  await page.keyboard.type(' 且 ')
  await page.keyboard.press('Control+Space')
  const list = page.locator('.suggest-widget .monaco-list-row')
  await list.first().waitFor()
  expect((await list.allTextContents()).join('|')).toContain('项目编号')
  await page.keyboard.press('Escape')
  await page.locator('.view-line span > span', { hasText: /^6\.1$/ }).hover()
  await page.waitForSelector('.monaco-hover:not(.hidden)')
  await expect.poll(() => page.locator('.monaco-hover').allTextContents().then((all) => all.join(''))).toContain('对通过项目合作方式从市外柔性引进人才的企业')
})

test('what is wrong is underlined, and its fix is a key away', async () => {
  const { page } = await open()
  await behind(page, '的 实付工薪')
  await page.keyboard.type('额')
  await page.keyboard.press('Escape')
  await settled(page)
  await page.waitForSelector('.squiggly-error', { state: 'attached' })
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+.')
  await page.waitForSelector('.action-widget .action')
  await page.keyboard.press('Enter')
  await settled(page)
  await expect.poll(() => shown(page)).toContain('的实付工薪依解读')
})

test('a name is renamed everywhere, in one step', async () => {
  const { page } = await open()
  await behind(page, '的 实付工薪')
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText('实发工资')
  await page.keyboard.press('Enter')
  await settled(page)
  await expect.poll(() => shown(page)).toContain('的实发工资')
  expect(await page.locator('.clause-finding').count()).toBe(0)
  await page.keyboard.press('Control+Z')
  await expect.poll(() => shown(page)).toContain('的实付工薪')
  expect(await page.locator('[data-action="undo"]').isDisabled()).toBe(true)
})

test('the rename box says why a name will not do, and leaves the clause alone', async () => {
  const { page } = await open()
  await behind(page, '的 实付工薪')
  const before = await shown(page)
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText('年薪')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.rename-box').textContent()).toContain('已经用作别的名称')
  await page.keyboard.press('Escape')
  expect(await page.locator('.rename-box').count()).toBe(0)
  await behind(page, '当')
  await page.keyboard.press('F2')
  await page.keyboard.insertText('若')
  await expect.poll(() => page.locator('.rename-box').textContent()).toContain('没有可以改名的名称')
  await page.keyboard.press('Escape')
  expect(await shown(page)).toBe(before)
  expect(await page.locator('[data-action="undo"]').isDisabled()).toBe(true)
})

test('half-composed text takes no effect, and is not doubled', async () => {
  const { page } = await open()
  await behind(page, '柔性引才')
  const before = await shown(page)
  const keyboard = await page.context().newCDPSession(page)
  for (const text of ['j', 'ji', 'jia', 'jiang']) await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await page.waitForTimeout(300)
  expect(await page.locator('[data-action="undo"]').isDisabled()).toBe(true)
  expect(await page.locator('.squiggly-error').count()).toBe(0)
  await keyboard.send('Input.insertText', { text: '奖' })
  await settled(page)
  await page.keyboard.press('Escape')
  expect(await shown(page)).toBe(before.replace('柔性引才', '柔性引才奖'))
  expect(await topLine(page).textContent()).toContain('6.1 有修改')
})

test('from a quotation to the sentence in the paper', async () => {
  const { page } = await open()
  await behind(page, '按引进人才')
  await page.locator('.paper-scroll').evaluate((paper) => { paper.scrollTop = 0 })
  const inSight = (): Promise<boolean> => sentence(page, '6.1').evaluate((node) => {
    const place = node.getBoundingClientRect()
    return place.top > 0 && place.bottom < innerHeight
  })
  expect(await inSight()).toBe(false)
  await page.keyboard.press('F12')
  await expect.poll(inSight).toBe(true)
})

test('Tab leaves the editor when one asks for it, and says so', async () => {
  const { page } = await open()
  const inside = (): Promise<boolean> => page.evaluate(() => document.activeElement?.closest('[data-editor]') !== null)
  await lines(page).first().click()
  expect(await inside()).toBe(true)
  const described = await page.evaluate(() => document.getElementById(document.activeElement?.getAttribute('aria-describedby') ?? '')?.textContent)
  expect(described).toContain('Ctrl+M')
  await page.keyboard.press('Control+M')
  await expect.poll(() => page.locator('.editor-hint').textContent()).toContain('移到下一处')
  await page.keyboard.press('Tab')
  expect(await inside()).toBe(false)
})

test('all clauses in one scroll; an edit reaches its file', async () => {
  const { page, troubles } = await open()
  await page.click('[data-action="all-clauses"]')
  await behind(page, '给予 30% 的 实付工薪')
  await expect.poll(() => page.locator('.clause-choice').inputValue()).toBe('6.1')
  await page.keyboard.type(' ')
  await settled(page)
  expect(await page.locator('[data-action="undo"]').isDisabled()).toBe(false)
  expect(troubles).toEqual([])
})

test('nothing that is on the screen moves when the editor arrives', async () => {
  const { page } = await visit({ writing: 'editor' })
  const places = () => page.evaluate(() => ['.view-bar', '[data-view="code"]', '[data-view="effect"] [data-applicant]', '[data-segment="6.1"]'].map((each) => JSON.stringify(document.querySelector(each)?.getBoundingClientRect())))
  const before = await places()
  await page.waitForSelector('[data-editor="ready"] .view-line')
  expect(await places()).toEqual(before)
})

test('nothing serious for those who read with aids, light and dark', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await open({ options: { colorScheme } })
    await page.waitForTimeout(800)
    expect(await seriousProblems(page)).toEqual([])
    await page.context().close()
  }
})

test('a plain text area is a click away, and remembered', async () => {
  const { page } = await open()
  await page.click('[data-action="plain-text"]')
  await page.waitForSelector('[data-view="code"] textarea.clause-text')
  expect(await page.locator('[data-editor]').count()).toBe(0)
  expect(await page.evaluate(() => localStorage.getItem('heng.writing'))).toBe('plain')
  await page.click('[data-action="plain-text"]')
  await page.waitForSelector('[data-editor="ready"] .view-line')
  await expect.poll(() => shown(page)).toContain('柔性引才奖补')
})

test('the menus of the editor are in the language of the page, also after it was switched', async () => {
  const { page, troubles } = await open()
  const menu = async (): Promise<string> => {
    await lines(page).first().click({ button: 'right' })
    await page.waitForSelector('.monaco-menu .action-label')
    const text = (await page.locator('.monaco-menu .action-label').allTextContents()).join('|')
    await page.keyboard.press('Escape')
    return text
  }
  const switched = async (clause: string): Promise<void> => {
    await page.click('[data-action="language"]')
    await page.waitForFunction((words) => document.querySelector('[data-editor="ready"] .view-lines')?.textContent?.includes(words), clause)
  }
  const chinese = await menu()
  expect(chinese).toContain('复制')
  expect(chinese).toContain('改名')
  await switched('clause')
  const english = await menu()
  expect(english).toContain('Copy')
  expect(english).toContain('Rename')
  expect(english).not.toMatch(/[\u3400-\u9fff]/)
  await lines(page).first().click()
  await page.keyboard.press('Control+F')
  expect(await page.locator('.find-widget textarea').first().getAttribute('placeholder')).toBe('Find')
  await page.keyboard.press('Escape')
  await switched('条款')
  expect(await menu()).toBe(chinese)
  expect(troubles).toEqual([])
})

test('an applicant that is chosen paints the clause: what is held, what is not, what a limit took', async () => {
  const { page } = await open()
  expect(await page.locator('[data-editor] .painted-label').count()).toBe(0)
  await page.locator('[data-applicant="E07"] [data-action="paint"]').click()
  await page.waitForSelector('[data-editor] .painted-label-adjusted')
  const words = async (): Promise<string> => (await page.locator('[data-editor] .painted-label').allTextContents()).join('').replaceAll(/\s/g, ' ')
  expect(await page.locator('[data-editor] .painted-label-held').count()).toBeGreaterThan(0)
  expect(await words()).toContain('R5 不符合')
  expect(await words()).toContain('R4 27万元 → 20万元')
  expect(await sentence(page, '6.1').locator('[data-painted="holds"]').getAttribute('data-adjusted')).toBe('yes')
  await figureIn(page, '6.1').click()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('40')
  await expect.poll(words).toContain('R3 40万元 → 14万元至40万元')
  await page.locator('[data-applicant="E07"] [data-action="paint"]').click()
  await expect.poll(() => page.locator('[data-editor] .painted-label').count()).toBe(0)
})

test('full-width punctuation is not boxed as suspicious, in any clause', async () => {
  const { page } = await open()
  await page.click('[data-action="all-clauses"]')
  await expect.poll(() => lines(page).count()).toBeGreaterThan(20)
  await behind(page, '条款 1.1')
  await page.keyboard.insertText('（，。：；“”《》【】、）')
  await settled(page)
  for (let step = 0; step < 6; step += 1) {
    expect(await page.locator('[data-editor] .unicode-highlight, [data-editor] .squiggly-unicode').count()).toBe(0)
    await page.keyboard.press('PageDown')
  }
  // The boxes are a decoration of their own, which nothing here has asked for.
  expect(await page.locator('[data-editor] [class*="unicode"]').count()).toBe(0)
})
