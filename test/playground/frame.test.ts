import { seriousProblems } from './axe.ts'
import { describe, expect, test } from 'vitest'
import { amountsOf, clauseText, figureIn, retype, sentence, settled, topLine, useBrowser } from './page.ts'

const open = useBrowser()

describe('the page', () => {
  test('asks nothing of any other host and breaks no rule of its security policy', async () => {
    const { page, requests, troubles } = await open()
    for (const tab of ['everyone', 'figures', 'changes', 'readings', 'findings', 'applicants']) await page.click(`[data-tab="${tab}"]`)
    await page.waitForLoadState('networkidle')
    expect([...new Set(requests.map((each) => new URL(each).origin))]).toEqual([new URL(page.url()).origin])
    expect(troubles).toEqual([])
  })

  test('speaks English, page and code, and comes back to the same Chinese', async () => {
    const { page } = await open()
    const chinese = await clauseText(page).inputValue()
    await page.click('[data-action="language"]')
    await expect.poll(() => clauseText(page).inputValue(), { timeout: 15_000 }).toMatch(/^clause 6\.1 talent_award/)
    await settled(page)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('[data-tab="figures"]').textContent()).toBe('Figures')
    await retype(page, '6.1', 1, '60')
    expect(await clauseText(page).inputValue()).toContain('600,000 yuan')
    expect(await topLine(page).textContent()).toMatch(/6\.1 raised from 500,000 yuan to 600,000 yuan/)
    await page.click('[data-action="undo"]')
    await page.click('[data-action="language"]')
    await expect.poll(() => clauseText(page).inputValue(), { timeout: 15_000 }).toBe(chinese)
  })

  test('opens what an address names, and the address follows', async () => {
    const { page } = await open({ query: '?policy=suzhou-ai-plus&version=consultation-draft&clause=5.4' })
    expect(await clauseText(page).inputValue()).toMatch(/^条款 5\.4 /)
    await expect.poll(() => clauseText(page).evaluate((node) => node === document.activeElement)).toBe(true)
    await sentence(page, '8.1').locator('button.mark').click()
    await expect.poll(() => new URL(page.url()).searchParams.get('clause')).toBe('8.1')
    expect(await clauseText(page).inputValue()).toMatch(/^条款 8\.1 /)
  })

  test('opens all the same when an address names what there is not', async () => {
    const { page, troubles } = await open({ query: '?policy=%3Cscript%3E&version=none&clause=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E' })
    expect(await figureIn(page, '6.1').inputValue()).toBe('30')
    expect(troubles).toEqual([])
  })

  test('an address that names no clause of the text opens the first one, says so, and follows', async () => {
    const { page, troubles } = await open({ query: '?policy=suzhou-ai-plus&version=consultation-draft&clause=6.9' })
    const note = page.locator('[data-received="no-clause"]')
    await note.waitFor()
    expect(await note.textContent()).toContain('没有条款 6.9，打开的是 1.1')
    expect(await clauseText(page).inputValue()).toMatch(/^条款 1\.1 /)
    expect(new URL(page.url()).searchParams.get('clause')).toBe('1.1')
    await page.click('[data-action="language"]')
    await expect.poll(() => note.textContent()).toContain('There is no clause 6.9 in this text: 1.1 was opened.')
    const { page: other } = await open({ query: '?policy=suzhou-ai-plus&version=consultation-draft&clause=K.1' })
    await settled(other)
    expect(await other.locator('[data-received]').count()).toBe(0)
    expect(new URL(other.url()).searchParams.get('clause')).toBe('K.1')
    expect(troubles).toEqual([])
  })

  test('applicants whose lines a constraint cut come first while it is in focus', async () => {
    const { page } = await open({ query: '?policy=model-growth-awards&version=model-text&clause=9.1' })
    await settled(page)
    const named = async (place: string): Promise<readonly (string | null)[]> => page.locator(`${place} > [data-applicant]`).evaluateAll((cards) => cards.map((card) => card.getAttribute('data-applicant')))
    expect(await named('.applicants')).toEqual(['E06', 'E15'])
    expect((await named('.others')).length).toBeGreaterThan(10)
  })

  test('a clause that is deleted while others name it: every line says that it is of the earlier text', async () => {
    const { page } = await open()
    await clauseText(page).fill('')
    await settled(page)
    expect(await page.locator('[data-stale]').count()).toBe(1)
    const lines = page.locator('[data-applicant] [data-clause][data-standing]')
    expect(await lines.count()).toBeGreaterThan(0)
    expect(await lines.filter({ hasText: '沿用旧文' }).count()).toBe(await lines.count())
    await page.click('[data-tab="findings"]')
    await expect.poll(() => page.locator('[data-code="unknown-clause"]').count()).toBeGreaterThan(0)
    expect(await page.locator('[data-code="unknown-clause"] [data-fix]').count()).toBe(0)
  })

  test('keeps the last good effect while the text has an error', async () => {
    const { page } = await open()
    const before = await amountsOf(page, '6.1')
    expect(Object.keys(before).length).toBeGreaterThan(0)
    await clauseText(page).evaluate((field: HTMLTextAreaElement) => {
      field.focus()
      const at = field.value.indexOf('给予 30%') + 3
      field.setSelectionRange(at, at + 3)
    })
    await page.keyboard.type('（（')
    await settled(page)
    expect(await amountsOf(page, '6.1')).toEqual(before)
    expect(await page.locator('[data-stale]').count()).toBe(1)
    expect(Number((await page.locator('[data-status="findings"]').textContent())?.replace(/\D/g, ''))).toBeGreaterThan(0)
    await retype(page, '5.4', 0, '20')
    expect((await amountsOf(page, '5.4'))).not.toEqual({})
    expect(await topLine(page).textContent()).toContain('5.4 由10万元提高到20万元')
  })

  test('a draft with an error shows the last good effect also when it is opened, and in the other language', async () => {
    const { page } = await open()
    const before = await amountsOf(page, '6.1')
    await clauseText(page).evaluate((field: HTMLTextAreaElement) => {
      field.focus()
      const at = field.value.indexOf('的 实付工薪') + 6
      field.setSelectionRange(at, at)
    })
    await page.keyboard.type('额')
    await settled(page)
    await page.click('[data-action="language"]')
    await expect.poll(() => clauseText(page).inputValue(), { timeout: 15_000 }).toMatch(/^clause 6\.1/)
    await settled(page)
    expect(await amountsOf(page, '6.1')).toEqual(before)
    expect(await page.locator('[data-stale]').count()).toBe(1)
    await page.click('[data-tab="everyone"]')
    await page.waitForSelector('[data-everyone="settled"] [data-total-committed]')
    expect(await page.locator('[data-everyone] .stale-note').count()).toBe(1)
    // Kept as a draft meanwhile.
    await page.waitForTimeout(800)
    await page.reload()
    await page.waitForSelector('[data-segment="6.1"]')
    await expect.poll(() => clauseText(page).inputValue()).toContain('实付工薪额')
    await settled(page)
    await expect.poll(() => amountsOf(page, '6.1')).toEqual(before)
  })

  test('the figures table edits the same figure', async () => {
    const { page } = await open()
    await page.click('[data-tab="figures"]')
    await page.fill('[data-search="figures"]', '6.1 50万元')
    const field = page.locator('[data-place="table"]')
    await expect.poll(() => field.count()).toBe(1)
    await field.fill('80')
    await settled(page)
    expect(await figureIn(page, '6.1', 1).inputValue()).toBe('80')
    expect(await clauseText(page).inputValue()).toContain('不超过80万元')
    expect(await clauseText(page).inputValue()).toContain('最高 80万元')
  })

  test('views are resized with the keyboard, and the widths are remembered', async () => {
    const { page } = await open()
    const width = async (): Promise<number> => (await page.locator('[data-view="source"]').boundingBox())?.width ?? 0
    const before = await width()
    await page.locator('[role="separator"]').first().focus()
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowRight')
    const after = await width()
    expect(after).toBeGreaterThan(before + 50)
    await page.reload()
    await page.waitForSelector('[data-segment]')
    expect(Math.abs((await width()) - after)).toBeLessThan(2)
  })

  test('axe finds nothing serious, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await open({ options: { colorScheme } })
      await retype(page, '6.1', 0, '40')
      for (const tab of ['applicants', 'figures', 'findings']) {
        await page.click(`[data-tab="${tab}"]`)
        expect(await seriousProblems(page), `${colorScheme} ${tab}`).toEqual([])
      }
    }
  })

  test('on a phone the paper and the effect are there', async () => {
    const { page } = await open({ options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } })
    expect(await page.locator('[data-view="effect"]').isVisible()).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await page.click('[data-show="code"]')
    expect(await clauseText(page).isVisible()).toBe(true)
    await page.click('[data-show="effect"]')
    await page.click('[data-tab="findings"]')
    // A menu never covers what closes it, in either language.
    for (const language of ['zh', 'en']) {
      if (language === 'en') {
        await page.locator('[data-action="language"]').tap()
        await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
      }
      for (const menu of ['folder', 'drafts']) {
        const summary = page.locator(`[data-menu="${menu}"] summary`)
        await summary.tap()
        await expect.poll(() => page.locator(`[data-menu="${menu}"] .menu-body`).isVisible()).toBe(true)
        await summary.tap()
        await expect.poll(() => page.locator(`[data-menu="${menu}"] .menu-body`).isVisible()).toBe(false)
      }
    }
    // The tab that is open is in sight, also in the longer words.
    const findings = page.locator('[data-tab="findings"]')
    expect(await findings.isVisible()).toBe(true)
    await expect.poll(() => findings.evaluate((node) => node.getBoundingClientRect().right <= innerWidth)).toBe(true)
  })
})

describe('an applicant', () => {
  test('is marked in the official text: for each sentence whether it holds', async () => {
    const { page } = await open()
    await page.locator('[data-applicant] [data-action="paint"]').first().click()
    await expect.poll(() => sentence(page, '6.1').locator('[data-painted]').getAttribute('data-painted')).toBe('holds')
    await page.locator('[data-applicant] [data-action="paint"]').first().click()
    await expect.poll(() => page.locator('[data-painted]').count()).toBe(0)
  })
})

describe('the reasoning', () => {
  test('quotes the sentence, and leads to it in the paper', async () => {
    const { page } = await open()
    const quote = page.locator('[data-applicant="E07"] .quote-link').first()
    expect(await quote.textContent()).toContain('对通过项目合作方式从市外柔性引进人才的企业')
    await page.locator('.paper-scroll').evaluate((paper) => { paper.scrollTop = 0 })
    const inSight = (): Promise<boolean> => sentence(page, '6.1').evaluate((node) => {
      const { top, bottom } = node.getBoundingClientRect()
      return top > 0 && bottom < innerHeight
    })
    expect(await inSight()).toBe(false)
    await quote.click()
    await expect.poll(inSight).toBe(true)
  })
})

describe('versions', () => {
  test('a draft is there again when one comes back to its version', async () => {
    const { page } = await open()
    await retype(page, '6.1', 0, '45')
    const versions = page.locator('.choosing select').nth(1)
    await versions.selectOption('illustrative-amendment')
    await expect.poll(() => new URL(page.url()).searchParams.get('version')).toBe('illustrative-amendment')
    await settled(page)
    await versions.selectOption('consultation-draft')
    await expect.poll(() => figureIn(page, '6.1').inputValue(), { timeout: 15_000 }).toBe('45')
  })

  test('two versions are compared: the top line names what differs', async () => {
    const { page } = await open({ query: '?policy=suzhou-ai-plus&version=illustrative-amendment' })
    await page.locator('.choosing select').nth(2).selectOption('consultation-draft')
    await expect.poll(() => topLine(page).textContent(), { timeout: 15_000 }).toMatch(/由.+到.+受益 \d+ 家/)
  })
})
