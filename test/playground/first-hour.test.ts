import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { playApi } from '../../src/cli/play/api.ts'
import { playFolder } from '../../src/cli/play/folder.ts'
import { builtSite, serve } from '../../src/cli/play/serve.ts'
import { follow } from '../docs/first-hour.ts'
import { stepsOf } from '../docs/steps.ts'
import { settled, useBrowser } from './page.ts'

const open = useBrowser()

interface Act {
  readonly kind: string
  readonly pattern: RegExp
  readonly run: (page: Page, told: readonly string[], policy: string) => Promise<void>
}

const seen = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText.replace(/\s+/g, ' '))

/** What the guide may tell a person to do, in either language. */
const ACTS: readonly Act[] = [
  {
    kind: 'tab',
    pattern: /^(?:open the tab|打开) “(.+)”$/,
    run: (page, [name = '']) => page.locator('[data-tab]').filter({ hasText: name }).click(),
  },
  {
    kind: 'change',
    pattern: /^(?:in sentence|公文) (\S+) (?:change|中把) (\S+?)(?:%| yuan) (?:to|改为) (\S+?)%$/,
    run: async (page, [sentence = '', from = '', to = '']) => {
      const fields = page.locator(`[data-segment="${sentence}"] .figure-field`)
      const values = await fields.evaluateAll((all) => all.map((each) => (each instanceof HTMLInputElement ? each.value : '')))
      expect(values).toContain(from)
      await fields.nth(values.indexOf(from)).click()
      await page.keyboard.press('Control+A')
      await page.keyboard.type(to)
      await settled(page)
    },
  },
  {
    kind: 'see',
    pattern: /^(?:see|看到) “(.+)”$/,
    run: (page, [words = '']) => expect.poll(() => seen(page), { timeout: 30_000 }).toContain(words),
  },
  {
    kind: 'copy',
    pattern: /^(?:beside|在) “(.+)” (?:press|旁按) “(.+)”$/,
    run: (page, [part = '', button = '']) => page.locator('section').filter({ hasText: part }).last().getByRole('button', { name: button }).click(),
  },
  {
    kind: 'paste',
    pattern: /^(?:paste|粘贴，得到) “(.+)”$/,
    run: (page, [words = '']) => expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(words),
  },
  {
    kind: 'press',
    pattern: /^(?:press|按) (Ctrl\+\w)$/,
    run: async (page, [keys = '']) => {
      await page.keyboard.press(keys.replace('Ctrl', 'Control'))
      await settled(page)
    },
  },
  {
    kind: 'file',
    pattern: /^(?:find in|文件) (\S+) (?:the words|里有) “(.+)”$/,
    run: (_, [file = '', words = ''], policy) => expect.poll(() => readFileSync(join(policy, file), 'utf8'), { timeout: 20_000 }).toContain(words),
  },
]

function actOf(line: string): { readonly act: Act; readonly told: readonly string[] } {
  for (const act of ACTS) {
    const match = act.pattern.exec(line)
    if (match !== null) return { act, told: match.slice(1) }
  }
  throw new Error(`the guide tells to do what this test cannot: ${line}`)
}

test.each([['docs/first-hour.md', 'en'], ['docs/first-hour.zh-CN.md', 'zh']])('%s: each step on the page comes out as written', async (document, language) => {
  const { policy, page: lines } = await follow(document)
  const { server, address } = await serve({ site: builtSite(), port: '0', host: '127.0.0.1', handler: playApi(playFolder(policy), 'token') })
  try {
    const { page, troubles } = await open({ address, query: '?policy=my-policy&version=my-policy#play=token', options: { permissions: ['clipboard-read', 'clipboard-write'] } })
    if (language === 'en') await page.click('[data-action="language"]')
    await settled(page)
    for (const line of lines) {
      const { act, told } = actOf(line)
      await act.run(page, told, policy)
    }
    expect(lines.length).toBeGreaterThan(10)
    expect(troubles).toEqual([])
  } finally {
    server.close()
    rmSync(dirname(policy), { recursive: true })
  }
}, 180_000)

test('both languages take the same steps on the page', () => {
  const kinds = (document: string) => stepsOf(document).filter(({ language }) => language === 'page').map(({ text }) => text.trimEnd().split('\n').map((line) => actOf(line).act.kind))
  expect(kinds('docs/first-hour.zh-CN.md')).toEqual(kinds('docs/first-hour.md'))
})
