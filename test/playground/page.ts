import { chromium } from 'playwright-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { BROWSER_FLAGS } from '../../scripts/find-browser.mjs'

export interface Opened {
  readonly page: Page
  /** Everything that went wrong on the page: thrown errors, messages of the console, violations of the security policy. */
  readonly troubles: readonly string[]
  /** Addresses asked for. */
  readonly requests: readonly string[]
}

export interface Opening {
  readonly query?: string
  /** Another server than that of all tests. */
  readonly address?: string
  readonly options?: BrowserContextOptions
  /** Runs in the page before its own scripts. */
  readonly init?: () => void
  /** Clauses are written in a plain text area unless a test is about the editor. */
  readonly writing?: 'editor' | 'plain'
}

/** One browser a test file; each `open` is a visitor of its own, with a storage of its own. */
export function useBrowser(): (opening?: Opening) => Promise<Opened> {
  let browser: Browser | null = null
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: inject('browser'), args: BROWSER_FLAGS, headless: true })
  })
  afterAll(async () => {
    await browser?.close()
  })
  return async ({ query = '', address = inject('address'), options = {}, init, writing = 'plain' } = {}) => {
    if (browser === null) throw new Error('the browser did not start')
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
    await context.addInitScript((choice) => { localStorage.setItem('heng.writing', choice) }, writing)
    if (init !== undefined) await context.addInitScript(init)
    const page = await context.newPage()
    const troubles: string[] = []
    const requests: string[] = []
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.push(message.text())
    })
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(address + query)
    await page.waitForSelector('[data-view="source"] [data-segment]')
    await settled(page)
    return { page, troubles, requests }
  }
}

/** Waits until the worker has answered for what is on the screen. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[data-evaluated]')?.getAttribute('data-evaluated') === 'yes')
}

export interface ReadLine {
  readonly clause: string
  readonly subject: string
  readonly standing: string
  readonly committed: string
  readonly possible: string
  readonly text: string
}

/** The lines of an applicant's card, as a script reads them. */
export async function linesOf(page: Page, applicant: string): Promise<readonly ReadLine[]> {
  return page.locator(`[data-applicant="${applicant}"] [data-clause]`).evaluateAll((nodes) =>
    nodes.map((node) => ({
      clause: node.getAttribute('data-clause') ?? '', subject: node.getAttribute('data-subject') ?? '', standing: node.getAttribute('data-standing') ?? '',
      committed: node.getAttribute('data-committed') ?? '', possible: node.getAttribute('data-possible') ?? '', text: node.textContent ?? '',
    })))
}

/** Every line of a clause over all cards, by applicant and subject. */
export async function amountsOf(page: Page, clause: string): Promise<Readonly<Record<string, string>>> {
  return page.locator(`[data-applicant] [data-clause="${clause}"]`).evaluateAll((nodes) =>
    Object.fromEntries(nodes.map((node) => [`${node.closest('[data-applicant]')?.getAttribute('data-applicant')} ${node.getAttribute('data-subject')}`, `${node.getAttribute('data-committed')}–${node.getAttribute('data-possible')}`])))
}

export const sentence = (page: Page, id: string) => page.locator(`[data-segment="${id}"]`)
export const figureIn = (page: Page, id: string, nth = 0) => sentence(page, id).locator('.figure-field').nth(nth)
export const clauseText = (page: Page) => page.locator('[data-view="code"] textarea').first()
export const topLine = (page: Page) => page.locator('[data-top-line]')

/** Types over what is there, as a person does: click, select all, keys. */
export async function retype(page: Page, id: string, nth: number, text: string): Promise<void> {
  await figureIn(page, id, nth).click()
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
  await settled(page)
}
