import { error } from '../entry.ts'
import type { CodeEntry } from '../entry.ts'

/** Types, units, amounts and days. */
export const VALUE_CODES = {
  'type-mismatch': error(
    ['这里应为{expected}，写的是{found}', '改为{expected}'],
    ['{expected} should stand here, not {found}', 'write {expected}'],
  ),
  'unit-mismatch': error(
    ['这里的单位应为{expected}，写的是{found}', '改用单位“{expected}”'],
    ['the unit here is {expected}, not {found}', 'use the unit “{expected}”'],
  ),
  'missing-unit': error(
    ['“{value}”没有单位，这里应为{expected}', '在数字后面写单位，如“{example}”'],
    ['“{value}” has no unit where {expected} should stand', 'write the unit after the number, such as “{example}”'],
  ),
  'cannot-compute': error(
    ['{operands}不能{operation}', '检查两边各是什么；月与日不能相加减，金额与金额不能相乘'],
    ['{operands} cannot be {operation}', 'check what stands on each side; months and days do not mix, money is not multiplied by money'],
  ),
  'too-deep': error(
    ['这个式子太长或者括号套得太深', '用“定义”把它拆成几个'],
    ['this expression is too long or its brackets are too deep', 'split it with “define”'],
  ),
  'date-does-not-exist': error(
    ['没有 {date} 这一天', '改为存在的日期，如 {near}'],
    ['there is no day {date}', 'write a day that exists, such as {near}'],
  ),
  'negative-amount': error(
    ['金额不能是负数', '去掉负号；要减少金额时用“扣除”'],
    ['an amount cannot be negative', 'remove the minus sign; to reduce an amount use “less”'],
  ),
  'not-whole-fen': error(
    ['{value}元不是整数分', '金额最小到分，写成两位小数以内'],
    ['{value} yuan is not a whole number of fen', 'write an amount with at most two decimals'],
  ),
} as const satisfies Record<string, CodeEntry>
