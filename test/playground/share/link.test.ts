import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PREFIX } from '../../../playground/share/address.ts'
import { decodeLink, encodeLink } from '../../../playground/share/link.ts'
import type { Sent } from '../../../playground/share/link.ts'
import { share, receive } from '../../../playground/workers/share.ts'

const CODE = `# 一段说明
条款 1.1 奖励 (award)
  依据 “对甲给予50万元奖励。”
  给予 50万元

条款 1.2 名额 (quota)
  依据 “每年不超过3项。”
  每年 不超过 3项
`
const original = { 'policy.heng': CODE, 'source.txt': '1.支持创新。对甲给予50万元奖励。每年不超过3项。\n' }
const sent = (texts: typeof original) => decodeLink(encodeLink({ patch: share({ texts, original, surface: 'zh' }), base: 'mark', dossiers: [] }))?.patch ?? null

describe('a link', () => {
  test('brings changed clauses and sentences, and nothing else', () => {
    const texts = { 'policy.heng': CODE.replaceAll('50万元', '60万元'), 'source.txt': original['source.txt'].replace('50万元', '60万元') }
    const patch = sent(texts)
    expect(patch?.statements.map((each) => each.key)).toEqual(['clause 1.1'])
    expect(patch?.sentences.map((each) => each.key)).toEqual(['1.1'])
    expect(patch && receive({ original, patch, surface: 'zh' })).toEqual({ texts, refused: [] })
  })

  test('brings added and removed clauses', () => {
    const added = `${CODE}\n条款 1.3 新增 (new)\n  给予 1万元\n`
    const patch = sent({ ...original, 'policy.heng': added.replace(/条款 1\.2[^]*?3项\n/, '') })
    expect(patch?.removed.map((each) => each.key)).toEqual(['clause 1.2'])
    const opened = patch && receive({ original, patch, surface: 'zh' })
    expect(opened?.texts['policy.heng']).toContain('条款 1.3 新增')
    expect(opened?.texts['policy.heng']).not.toContain('条款 1.2')
  })

  test('brings dossiers when they were put in, as they were', () => {
    const dossiers = [{ id: '自填1', facts: { 单位类型: '企业', 名称: null }, matters: [{ kind: '人才项目', id: '人才项目1', facts: { 实付工薪: '100万元', 项目编号: { state: 'not-applicable' } } }] }] as const
    expect(decodeLink(encodeLink({ patch: share({ texts: original, original, surface: 'zh' }), base: 'mark', dossiers }))).toMatchObject({ base: 'mark', dossiers })
  })

  test('names what no longer fits, and opens the rest', () => {
    const patch = sent({ 'policy.heng': CODE.replace('给予 50万元', '给予 60万元').replace('不超过 3项', '不超过 5项'), 'source.txt': original['source.txt'] })
    const moved = { ...original, 'policy.heng': CODE.replace('给予 50万元', '给予 55万元') }
    const opened = patch && receive({ original: moved, patch, surface: 'zh' })
    expect(opened?.refused).toEqual(['clause 1.1'])
    expect(opened?.texts['policy.heng']).toContain('给予 55万元')
    expect(opened?.texts['policy.heng']).toContain('不超过 5项')
  })

  test('that is broken, hostile or too large opens nothing and throws nothing', () => {
    const none = { statements: [], sentences: [], added: [], removed: [] }
    const link = (patch: unknown, base: unknown = null, dossiers: unknown = []): string => encodeLink({ patch, base, dossiers } as Sent)
    expect(decodeLink(link(none).slice(0, -3))).toBe(null)
    for (const value of [null, 1, [], {}, { ...none, statements: [{ key: 1 }] }]) expect(decodeLink(link(value))).toBe(null)
    expect(decodeLink(link(none, 3))).toBe(null)
    for (const dossiers of [{ a: 1 }, [1], [{ id: 1 }], [{ id: 'a', facts: { b: {} } }], [{ id: 'a', facts: {}, matters: [{ id: 'm' }] }]]) expect(decodeLink(link(none, null, dossiers))).toBe(null)
    expect(decodeLink(link({ ...none, statements: [{ key: 'a', was: 'b', text: 'x'.repeat(2_000_000) }] }))).toBe(null)
    fc.assert(fc.property(fc.string(), (text) => {
      expect(decodeLink(PREFIX + text)).toBe(null)
    }))
  })
})
