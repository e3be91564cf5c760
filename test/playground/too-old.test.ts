import { readFileSync } from 'node:fs'
import { parse } from 'acorn'
import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { BROWSER_FLAGS } from '../../scripts/find-browser.mjs'

async function withPage(act: (page: Page) => Promise<void>, options: { readonly javaScriptEnabled?: boolean } = {}): Promise<void> {
  const browser = await chromium.launch({ executablePath: inject('browser'), args: BROWSER_FLAGS, headless: true })
  try {
    await act(await (await browser.newContext(options)).newPage())
  } finally {
    await browser.close()
  }
}

test('a browser without what the page needs gets a sentence', async () => {
  await withPage(async (page) => {
    await page.addInitScript(() => { Reflect.deleteProperty(window, 'structuredClone') })
    await page.goto(inject('address'))
    await expect.poll(() => page.locator('#too-old').isVisible()).toBe(true)
    expect(await page.locator('body').textContent()).toContain('这个浏览器过旧')
    expect(await page.locator('[data-view]').count()).toBe(0)
  })
})

test('with the page’s scripts blocked, or all scripts off, the sentence is there', async () => {
  await withPage(async (page) => {
    await page.route('**/assets/*.js', (route) => route.abort())
    await page.goto(inject('address'))
    expect(await page.locator('#opening').innerText()).toContain('浏览器过旧')
    expect(await page.locator('#too-old').isVisible()).toBe(false)
  })
  await withPage(async (page) => {
    await page.goto(inject('address'))
    expect(await page.locator('body').innerText()).toContain('需要启用 JavaScript')
  }, { javaScriptEnabled: false })
})

test('the check itself is written for the oldest browser', () => {
  const text = readFileSync('playground/public/too-old.js', 'utf8')
  expect(() => parse(text, { ecmaVersion: 5 })).not.toThrow()
})
