export interface Responsibility {
  /** 责任单位, the first of them leading. */
  readonly responsible: readonly string[]
  /** 配合单位 */
  readonly cooperating: readonly string[]
}

/** Reads （责任单位：甲局、乙局；配合单位：甲方）. Any text is accepted; what is not such a line gives empty lists. */
export function parseResponsibility(text: string): Responsibility {
  const responsible: string[] = []
  const cooperating: string[] = []
  for (const part of text.trim().replace(/^[（(]|[）)]。?$/g, '').split(/[；;]/)) {
    const match = /^\s*(责任|牵头|主责|配合|协助|协同|协办)(?:单位|部门|机关)\s*[：:](.*)$/s.exec(part)
    if (match === null) continue
    const names = (match[2] ?? '').split(/[、，,]/).map((name) => name.trim()).filter((name) => name !== '')
    if (/责任|牵头|主责/.test(match[1] ?? '')) responsible.push(...names)
    else cooperating.push(...names)
  }
  return { responsible, cooperating }
}
