import { catalogue } from '../../state/catalogue.ts'
import { language, theme } from '../../state/preferences.ts'
import type { Theme } from '../../state/preferences.ts'
import { chosen, compareWith, openVersion, switchLanguage } from '../../state/store.ts'
import { say } from '../../words/say.ts'
import { editionOf, titled } from '../../words/versions.ts'
import { WORDS } from '../../words/words.ts'
import { Drafts } from './drafts.tsx'
import { Folder } from './folder.tsx'
import { ReportMenu } from './report.tsx'
import { Share } from './share.tsx'

const NEXT_THEME: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' }

export function Header() {
  const words = { system: WORDS.themeSystem, light: WORDS.themeLight, dark: WORDS.themeDark }[theme.value]
  return (
    <header class="header">
      <h1 class="brand"><span class="brand-mark" aria-hidden="true">衡</span><span class="brand-name">{say(WORDS.tagline)}</span></h1>
      <Choosing />
      <div class="header-actions">
        <Folder />
        <Share />
        <ReportMenu />
        <Drafts />
        <button type="button" class="quiet" data-action="theme" onClick={() => { theme.value = NEXT_THEME[theme.value] }}>
          {say(WORDS.theme)}<span class="aside"> {say(words)}</span>
        </button>
        <button type="button" class="quiet" data-action="language" lang={language.value === 'zh' ? 'en' : 'zh-CN'} onClick={() => void switchLanguage(language.value === 'zh' ? 'en' : 'zh')}>
          {say(WORDS.otherLanguage)}
        </button>
      </div>
    </header>
  )
}

function Choosing() {
  const now = chosen.value
  if (now === null) return <div class="choosing" />
  const pick = (folder: string): void => {
    const policy = catalogue.value.find((each) => each.folder === folder)
    const version = policy?.versions[0]
    if (policy !== undefined && version !== undefined) void openVersion(policy, version.name)
  }
  return (
    <div class="choosing">
      <label class="choice wide"><span class="label" aria-hidden="true">{say(WORDS.policy)}</span>
        <select aria-label={say(WORDS.policy)} value={now.policy.folder} onChange={(event) => pick(event.currentTarget.value)}>
          {catalogue.value.map((each) => <option key={each.folder} value={each.folder}>{say(titled(each.title, each.versions[0]?.edition ?? null))}</option>)}
        </select>
      </label>
      <label class="choice"><span class="label" aria-hidden="true">{say(WORDS.version)}</span>
        <select aria-label={say(WORDS.version)} value={now.version} onChange={(event) => void openVersion(now.policy, event.currentTarget.value)}>
          {now.policy.versions.map((each) => <option key={each.name} value={each.name}>{say(editionOf(each))}</option>)}
        </select>
      </label>
      <label class="choice"><span class="label" aria-hidden="true">{say(WORDS.against)}</span>
        <select aria-label={say(WORDS.against)} value={now.against ?? ''} onChange={(event) => void compareWith(event.currentTarget.value === '' ? null : event.currentTarget.value)}>
          <option value="">{say(WORDS.saved)}</option>
          {now.policy.versions.filter((each) => each.name !== now.version).map((each) => <option key={each.name} value={each.name}>{say(editionOf(each))}</option>)}
        </select>
      </label>
    </div>
  )
}
