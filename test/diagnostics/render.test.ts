import { describe, expect, it } from 'vitest'
import { CODES } from '../../src/diagnostics/codes.ts'
import { hintOf, messageOf, severityOf } from '../../src/diagnostics/render.ts'

describe('the words of a diagnostic', () => {
  it('are made from its code and facts, in both languages', () => {
    const diagnostic = { code: 'unexpected-token', facts: { found: '给予', expected: '名称', expected_en: 'a name' } } as const
    expect(messageOf(diagnostic, 'zh')).toBe('这里是“给予”，应为名称')
    expect(messageOf(diagnostic, 'en')).toBe('found “给予” where a name should stand')
    expect(hintOf(diagnostic, 'zh')).toBe('改为名称')
  })
  it('keep a placeholder that has no fact, and take facts as text', () => {
    expect(messageOf({ code: 'unexpected-character', facts: {} }, 'zh')).toBe('这里不能出现“{found}”')
    expect(messageOf({ code: 'unexpected-character', facts: { found: '$&' } }, 'zh')).toBe('这里不能出现“$&”')
  })
  it('say how severe a code is', () => expect(severityOf('unclosed-quote')).toBe('error'))
  it('have a message and a hint in both languages for every code', () => {
    for (const [code, { zh, en }] of Object.entries(CODES)) expect([code, zh.message, zh.hint, en.message, en.hint].every((text) => text.trim() !== '')).toBe(true)
  })
})
