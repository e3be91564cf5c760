import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { heng } from '../cli/heng.ts'
import { alike, stepsOf } from './steps.ts'

describe.each(['docs/encode-a-policy.md', 'docs/encode-a-policy.zh-CN.md'])('%s', (document) => {
  it('holds when each step is done as written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'heng-guide-'))
    try {
      const policy = join(folder, 'my-policy')
      mkdirSync(policy)
      let printed: string | null = null
      let compared = 0
      for (const { language, file, text } of stepsOf(document)) {
        if (file !== '') writeFileSync(join(policy, file), text)
        else if (language === 'sh') {
          const args = text.trim().split(' ').slice(2).map((arg) => arg.replace(/^my-policy/, policy))
          const { out, err } = await heng(...args)
          printed = (out + err).replaceAll(policy, 'my-policy')
        } else {
          expect(printed).toBe(text)
          compared += 1
        }
      }
      expect(compared).toBe(6)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

it('both languages take the same files and commands', () => {
  expect(alike('docs/encode-a-policy.zh-CN.md')).toEqual(alike('docs/encode-a-policy.md'))
})
