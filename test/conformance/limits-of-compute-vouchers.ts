/** “一次性”, “同一合同只能申领一次”: never twice for the same. */
const once = (clause: string, key: string, under = ''): string => `${clause}: once | ${clause} per ${key} | ever | count | 1 | undetermined | strict | ${under}`.trimEnd()

/** “最高…”, of one thing however often it is paid for, or of one applicant each year. */
const capOf = (clause: string, key: string, fen: string, under: string): string => `${clause}: cap | ${clause} per ${key} | ever | amount | ${fen} | undetermined | strict | ${under}`
const yearly = (clause: string, fen: string, under: string): string => `${clause}: cap | ${clause} per applicant | year | amount | ${fen} | undetermined | strict | ${under}`

/** “同一企业每年最多奖励2个；全市每年奖励不超过10个，超过的按备案时间先后确定” */
const models = (key: string, period: string, most: number, order: string, under: string): string => `4.1: quota | 4.1 per ${key} | ${period} | count | ${most} | ${order} | strict | ${under}`
const BY_DAY = 'ranked ascending by 备案日期'

/** “对申请人有利的，可以适用新规定”: what was received before commencement, against what the former rules give. */
const former = (clause: string): string => `13.5: non-cumulation | ${clause} per subject | now | count | 1 | highest | strict |  | when binary | along with 按原规定可得额`

/** The limits of the model text on compute, models and data as a reader of it lists them. */
export const VOUCHERS = {
  limits: [
    // “每年安排算力券1亿元…按受理先后核发，额度用完为止”
    '1.1: budget | 1.2 per nothing | year | amount | 10000000000 | ranked ascending by 受理序号 | strict | A6=余额照发',
    '1.1: budget | 1.2 per nothing | year | amount | 10000000000 | whole ranked ascending by 受理序号 | strict | A6=整张核发',
    // “单家企业每年核发总额不超过500万元”
    '1.2: cap | 1.2 per applicant | year | amount | 500000000 | ranked ascending by 受理序号 | strict |',
    once('1.2', '合同编号', 'A5=核发过'), once('1.2', '合同编号', 'A5=申领过'),
    '1.2: quota | 1.2 per 合同编号 | year | count | 1 | undetermined | strict | A5=每年一次',
    // “一次性补助，最高1000万元”; “每年最高300万元”
    capOf('2.1', '平台编号', '1000000000', 'A7=按平台'), capOf('2.1', 'applicant', '1000000000', 'A7=按单位'), once('2.1', '平台编号+applicant'),
    capOf('2.2', '平台编号+period-start', '300000000', 'A7=按平台'), yearly('2.2', '300000000', 'A7=按单位'), once('2.2', '平台编号+applicant+period-start'),
    once('3.1', '租赁编号+period-start'),
    models('applicant', 'year', 2, BY_DAY, 'A17=按奖励年度 A18=两个限额'), models('applicant', 'year', 2, 'undetermined', 'A17=按奖励年度 A18=只管全市'),
    models('applicant+unary', 'ever', 2, BY_DAY, 'A17=按备案年度 A18=两个限额'), models('applicant+unary', 'ever', 2, 'undetermined', 'A17=按备案年度 A18=只管全市'),
    models('nothing', 'year', 10, BY_DAY, 'A17=按奖励年度'), models('unary', 'ever', 10, BY_DAY, 'A17=按备案年度'), once('4.1', '模型编号'),
    // “最高200万元”
    capOf('5.1', '采购编号', '200000000', 'A19=每笔采购'), yearly('5.1', '200000000', 'A19=每家每年'),
    // “单个项目最高500万元；同一项目分年到账的，逐年配套，累计不超过前述最高额”
    '6.1: cap | 6.1 per 项目编号 | ever | amount | 500000000 | ranked ascending by 到账日期 | strict |', once('6.1', '到账编号'),
    // “最高300万元”, “最高500万元”
    capOf('7.1', '合同编号', '300000000', 'A22=每份合同'), yearly('7.1', '300000000', 'A22=每家单位每年'),
    capOf('7.2', '合同编号', '500000000', 'A22=每份合同'), yearly('7.2', '500000000', 'A22=每家单位每年'),
    // “单家数据商每年最高100万元”
    capOf('8.1', 'applicant+交易年度', '100000000', 'A24=按交易年度'), yearly('8.1', '100000000', 'A24=按发放年度'),
    // “同一笔支出同时符合第（一）项、第（五）项的，按金额较高的一项支持”
    '10.1: non-cumulation | 1.2, 5.1 per 支出编号 | ever | count | 1 | highest | strict | A25=只管一五',
    '10.1: non-cumulation | 1.2, 5.1, 7.1, 7.2 per 支出编号 | ever | count | 1 | highest | strict | A25=也管第七项',
    // “一年内享受第（一）、（五）、（七）项支持的总额不超过1000万元”
    '10.2: total-cap | 1.2, 5.1, 7.1, 7.2 per applicant | year | amount | 1000000000 | undetermined | strict | A26=自然年度',
    '10.2: total-cap | 1.2, 5.1, 7.1, 7.2 per applicant | now | amount | binary | undetermined | strict | A26=十二个月',
    former('2.1'), former('8.1'),
  ],
  // “可以按不超过…给予支持” (5.1); each clause that pays may apply the new rules to what was received before.
  powers: ['1.2', '2.1', '2.2', '3.1', '4.1', '5.1', '6.1', '7.1', '7.2', '8.1'],
  deductions: [
    '5.1 less amount of 5.1 per 采购编号 ever ', '7.1 less amount of 7.1 per 合同编号 ever ', '7.2 less amount of 7.2 per 合同编号 ever ',
    '8.1 less amount of 8.1 per applicant+交易年度 ever ', '8.1 less amount of 8.1 per applicant+交易年度 ever ',
  ],
} as const
