const DIGITS = '零一二三四五六七八九'

/** A whole number from 0 to 999 in Chinese: 6 → 六, 12 → 十二, 103 → 一百零三. Greater ones are written in arabic figures. */
export function chineseNumeral(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number > 999) return String(number)
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10]
  const digit = (value: number): string => DIGITS.charAt(value)
  if (hundreds === 0 && tens === 0) return digit(ones)
  const ten = tens === 0 ? (ones === 0 ? '' : '零') : `${tens === 1 && hundreds === 0 ? '' : digit(tens)}十`
  return (hundreds === 0 ? '' : `${digit(hundreds)}百`) + ten + (ones === 0 ? '' : digit(ones))
}
