/** “合计不超过购房款的20%”: a couple, and of a couple that bought apart each at its own price. */
const couple = (order: string, under: string): string =>
  `2.2: total-cap | 2.1 per 家庭编号+购房款 | ever | amount | binary | ${order} | strict | ${under} | unless binary`

/** “三项合计每家企业不超过50万元。” */
const energy = (key: string, order: string, under: string): string =>
  `8.1.4: total-cap | 8.1.1, 8.1.2, 8.1.3 per ${key} | ever | amount | 50000000 | ${order} | strict | ${under}`

/** “减免3个月租金”: the premises and the tenant, once or each year. */
const waiver = (clause: string): string[] => [
  `${clause}: once | ${clause} per 房屋编号+applicant | ever | count | 1 | undetermined | strict | R31=一次为限`,
  `${clause}: quota | ${clause} per 房屋编号+applicant | year | count | 1 | undetermined | strict | R31=每年一次`,
]

/** No month, no year, no quarter is paid twice. */
const once = (clause: string, key: string): string => `${clause}: once | ${clause} per ${key} | ever | count | 1 | undetermined | strict |`

/** The limits of the model text on talent and jobs as a reader of it lists them. */
export const TALENT = {
  limits: [
    once('1.1', '人员编号+period-start'),
    // “由一方申领，按较高标准执行，另一方不再发放”
    '1.1: quota | 1.1 per 家庭编号+period-start | ever | count | 1 | ranked ascending by 申领日期 | strict | R6=任一方申领',
    '1.1: quota | 1.1 per 家庭编号+period-start | ever | count | 1 | ranked descending by lookup | strict | R6=高者申领',
    // “最长36个月”
    '1.1: quota | 1.1 per 人员编号 | ever | count | 36 | ranked ascending by period-start | strict | R4=按人累计',
    '1.1: quota | 1.1 per applicant+subject | ever | count | 36 | ranked ascending by period-start | strict | R4=按合同分别',
    // “一次性购房补贴”
    once('2.1', '人员编号'),
    '2.1: cap | 2.1 per subject | now | amount | binary | undetermined | strict | R11=单方购房也适用',
    couple('pro-rata', 'R12=先扣后限 R13=按比例'), couple('ranked ascending by 申领日期', 'R12=先扣后限 R13=先申领先得'),
    couple('pro-rata', 'R12=先限后扣 R13=按比例'), couple('ranked ascending by 申领日期', 'R12=先限后扣 R13=先申领先得'),
    once('3.1.1', '人员编号+period-start'), once('3.1.2', '人员编号+period-start'),
    // “同一人员只能由一家企业申领一次”
    '4.1: quota | 4.1 per 人员编号 | ever | count | 1 | ranked ascending by 申领日期 | strict | R19=先申领者',
    '4.1: once | 4.1 per 人员编号 | ever | count | 1 | undetermined | strict | R19=另行确定',
    once('5.1.1', '人员编号+period-start'), once('5.1.2', '人员编号+period-start'),
    // “最长12个月”
    '6.1: quota | 6.1 per applicant+人员编号 | ever | count | 12 | ranked ascending by 缴费月份 | strict | R26=累计十二个月',
    once('6.1', 'applicant+人员编号+缴费月份'),
    // “按上年度实际缴纳失业保险费返还”: one refund a year.
    '7.1: quota | 7.1 per applicant | year | count | 1 | undetermined | strict |',
    once('8.1.1', 'applicant+季度首日'), once('8.1.2', 'applicant+季度首日'), once('8.1.3', 'applicant+季度首日'),
    energy('applicant+季度首日', 'pro-rata', 'R29=每个第二季度 R35=按比例'), energy('applicant+季度首日', 'undetermined', 'R29=每个第二季度 R35=未规定'),
    energy('applicant', 'pro-rata', 'R29=执行期累计 R35=按比例'), energy('applicant', 'undetermined', 'R29=执行期累计 R35=未规定'),
    ...waiver('9.1'), ...waiver('9.2'),
  ],
  powers: [],
  deductions: [
    // “已经领取租房补贴的，从购房补贴中扣除”
    '2.1 less amount of 1.1 per 人员编号 ever R10=只扣本人', '2.1 less amount of 1.1 per 家庭编号 ever R10=夫妻都扣',
  ],
} as const
