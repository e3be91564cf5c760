const SHARE = '2.1, 3.1, 3.2, 3.3, 4.1'
const ALL = '2.1, 3.1, 3.2, 3.3, 4.1, 5.1, 6.1, 7.1'
const WITHOUT_3 = '2.1, 4.1, 5.1, 6.1, 7.1'

/** “同一企业一个年度…合计不得超过该企业当年形成的市级财政留成” */
const yearly = (clauses: string, under: string): string[] => [
  `8.1: total-cap | ${clauses} per applicant | year | amount | 市级财政留成 | pro-rata | strict | ${under} A14=按比例`,
  `8.1: total-cap | ${clauses} per applicant | year | amount | 市级财政留成 | undetermined | strict | ${under} A14=未规定`,
]

/** “本措施年度预算为8000万元…除第三条外，各项资金按同一比例压减”; the city's part alone: what parks bear is left out. */
const budget = (clauses: string, under: string, sparing: string): string[] => [
  `11.1: budget | ${clauses} per nothing | year | amount | 8000000000 | pro-rata | strict | ${under} A19=全部资金${sparing} | unless 位于市管园区 A19=市级负担`,
  `11.1: budget | ${clauses} per nothing | year | amount | binary | pro-rata | strict | ${under} A19=市级负担${sparing} | unless 位于市管园区 A19=市级负担`,
]

/** The limits of the model text on growth awards as a reader of it lists them. */
export const GROWTH = {
  limits: [
    // “每家企业每年按本条所得奖励最高1000万元。”
    '2.1: cap | 2.1 per applicant | year | amount | 1000000000 | undetermined | strict |',
    // One growth is rewarded once.
    '2.1: once | 2.1 per applicant+申报年度 | ever | count | 1 | undetermined | strict |',
    '3.1: once | 3.1 per applicant | ever | count | 1 | undetermined | strict |',
    '3.2: once | 3.2 per applicant | ever | count | 1 | undetermined | strict | A4=两年一次',
    '3.3: once | 3.3 per applicant | ever | count | 1 | undetermined | strict |',
    // “单个项目补助最高500万元”, raised by whole steps.
    '5.1: cap | 5.1 per 项目编号 | ever | amount | definition | undetermined | strict |',
    '5.1: once | 5.1 per 项目编号 | ever | count | 1 | undetermined | strict | A9=一次补助',
    // “每家企业每年贴息不超过1000万元。”
    '6.1: cap | 6.1 per applicant | year | amount | 1000000000 | undetermined | strict |',
    // Interest of one period is subsidised once: twice would be more than half of it.
    '6.1: once | 6.1 per 贷款编号+计息起始日 | ever | count | 1 | undetermined | strict |',
    // “单个项目最高500万元”
    '7.1: cap | 7.1 per 项目编号 | ever | amount | 500000000 | undetermined | strict |',
    '7.1: once | 7.1 per 项目编号 | ever | count | 1 | undetermined | strict | A13=只奖一家',
    // The funds of the first year are rewarded once to each.
    '7.1: once | 7.1 per applicant+项目编号 | ever | count | 1 | undetermined | strict | A13=合计不超',
    ...yearly(SHARE, 'A1=不及于'), ...yearly(`${SHARE}, 7.1`, 'A1=同样适用'),
    // “或者同时符合本市其他同类政策的，从高支持”: each matter against its own.
    'K.1: non-cumulation | 2.1 per applicant | now | count | 1 | highest | strict | A16=两件事 | along with 增产另得支持额',
    'K.1: non-cumulation | 3.1 per applicant | now | count | 1 | highest | strict |  | along with 入规另得支持额',
    'K.1: non-cumulation | 3.2 per applicant | now | count | 1 | highest | strict |  | along with 再奖励另得支持额',
    'K.1: non-cumulation | 3.3 per applicant | now | count | 1 | highest | strict |  | along with 转型另得支持额',
    'K.1: non-cumulation | 4.1 per applicant | now | count | 1 | highest | strict | A16=两件事 | along with 上台阶另得支持额',
    'K.1: non-cumulation | 7.1 per subject | now | count | 1 | highest | strict |  | along with 另得支持额',
    'K.1: non-cumulation | 2.1, 4.1 per applicant+申报年度 | ever | count | 1 | highest | strict | A16=一件事 | along with variadic',
    // “配套部分不受前款限制”
    '9.1: non-cumulation | 5.1, 6.1 per 项目编号 | ever | count | 1 | highest | strict | A15=从高一项 | unless 列为市级配套 | along with binary',
    '9.1: non-cumulation | 5.1 per subject | now | count | 1 | highest | strict | A15=可以并享 | unless 列为市级配套 | along with binary',
    '9.1: non-cumulation | 6.1 per subject | now | count | 1 | highest | strict | A15=可以并享 | unless 列为市级配套 | along with binary',
    ...budget(ALL, 'A18=占用', ' | sparing 3.1, 3.2, 3.3'), ...budget(WITHOUT_3, 'A18=不占用', ''),
  ],
  powers: [],
  deductions: [
    '3.2 less amount of 3.2 per  ever A4=每年一次', '3.2 less amount of 3.2 per  ever A4=每年一次', '3.2 less amount of 3.2 per  ever A4=每年一次',
    '4.1 less amount of 4.1 per  ever A6=按实领', '4.1 less binary A6=按标准', '4.1 less field A7=也扣',
    '5.1 less amount of 5.1 per 项目编号 ever A9=分年累计', '5.1 less amount of 5.1 per 项目编号 ever A9=分年累计',
  ],
} as const
