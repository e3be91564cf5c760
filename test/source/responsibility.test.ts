import { expect, test } from 'vitest'
import { parseResponsibility } from '../../src/source/responsibility.ts'

test('reads lead and cooperating units', () => {
  expect(parseResponsibility('（责任单位：市科技局、市工信局；配合单位：市财政局、各县区人民政府、市管各园区管委会）')).toEqual({
    responsible: ['市科技局', '市工信局'],
    cooperating: ['市财政局', '各县区人民政府', '市管各园区管委会'],
  })
})

test('reads a line without cooperating units, and other words for the lead', () => {
  expect(parseResponsibility('（牵头单位：市数据资源局）。')).toEqual({ responsible: ['市数据资源局'], cooperating: [] })
})

test('finds nothing in other texts', () => {
  expect(parseResponsibility('给予20万元奖励。')).toEqual({ responsible: [], cooperating: [] })
  expect(parseResponsibility('')).toEqual({ responsible: [], cooperating: [] })
})
