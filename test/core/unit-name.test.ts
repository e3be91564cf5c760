import { expect, it } from 'vitest'
import { compile } from '../../src/compile.ts'
import { unitName } from '../../src/core/unit-name.ts'

const HEADER = '政策 样本 (sample)\n标题 “样本” / “Sample”\n地区 “某市” / “A city”\n文本 示范文本\n  原文 “source.txt” 指纹 “sha256:0”\n  公布 未定\n施行 9 自公布之日\n  依据 “自公布之日起施行。”\n'

it('names units in both languages, wherever the English name was declared', () => {
  const { policy } = compile({ files: [{ file: 'policy.heng', text: `${HEADER}申请人 企业\n  用水量 数量 吨\n  职工人数 整数 人\n事项 合同\n  水量 数量 吨 (tonne)\n` }], source: '9.自公布之日起施行。\n' })
  expect(policy).not.toBeNull()
  if (policy === null) return
  expect(unitName(policy, '吨')).toEqual({ zh: '吨', en: 'tonne' })
  expect(unitName(policy, '人')).toEqual({ zh: '人', en: 'persons' })
  expect(unitName(policy, '项')).toEqual({ zh: '项', en: 'items' })
  expect(unitName(policy, '度')).toEqual({ zh: '度', en: '度' })
  expect(policy.units.filter(({ zh }) => zh === '吨')).toHaveLength(1)
})
