import { capacityName } from '@gavel/domain'
import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components'
import { useLocation } from 'wouter'
import { wayIn } from '../access/return-to.ts'
import { request } from '../live/request.ts'
import { useRoom, useSlice } from '../live/use-room.tsx'
import { capacityWords } from '../names/names.ts'
import { type Language, languages } from '../words/language.ts'
import { useWords } from '../words/use-words.tsx'
import { forgetAnswers } from './offline.ts'
import { chosenTheme, keepTheme, type Theme } from './preferences.ts'
import { useChooseLanguage } from './use-language.tsx'

const themes: readonly Theme[] = ['system', 'light', 'dark']

const Themes = () => {
  const { t } = useWords()
  return (
    <MenuSection selectionMode="single" selectedKeys={[`theme:${chosenTheme()}`]}>
      <Header>{t('app.theme')}</Header>
      {themes.map(theme => (
        <MenuItem key={theme} id={`theme:${theme}`}>
          {t(`app.theme.${theme}`)}
        </MenuItem>
      ))}
    </MenuSection>
  )
}

/** What each line of the menu does, by its key. */
const useMenu = (): ((key: string) => void) => {
  const room = useRoom()
  const choose = useChooseLanguage()
  const [, go] = useLocation()
  const leave = async (): Promise<void> => {
    const { endAt } = await request<{ endAt: string | null }>('POST', '/api/sign-out', {})
    await forgetAnswers()
    if (endAt !== null) return location.assign(endAt)
    await room.refresh()
    go('/')
  }
  return key => {
    const [kind, value] = key.split(/:(.*)/s) as [string, string]
    if (kind === 'go') go(value)
    if (kind === 'out') void leave()
    if (kind === 'language') choose(value as Language)
    if (kind === 'theme') keepTheme(value as Theme)
    const held = room.viewer.capacities.find(each => capacityName(each.as) === value)
    if (kind === 'as' && held !== undefined) room.chooseCapacity(held.as)
  }
}

/** Who one is here: the capacity one acts in and the others one holds, language, appearance, the way out. */
export const Who = () => {
  const speech = useWords()
  const { t } = speech
  const state = useSlice()
  const { as, viewer } = useRoom()
  const [here] = useLocation()
  const act = useMenu()
  return (
    <MenuTrigger>
      <Button className="frame-who">
        <span className="spoken">{t('app.actingAs')} </span>
        <bdi>{as === null ? t('app.public') : capacityWords(state, speech, as)}</bdi>
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover placement="bottom end">
        <Menu className="menu" onAction={key => act(String(key))} aria-label={t('app.actingAs')}>
          {viewer.capacities.length > 1 && (
            <MenuSection selectionMode="single" selectedKeys={as === null ? [] : [`as:${capacityName(as)}`]}>
              <Header>{t('app.actingAs')}</Header>
              {viewer.capacities.map(each => (
                <MenuItem key={capacityName(each.as)} id={`as:${capacityName(each.as)}`}>
                  {capacityWords(state, speech, each.as)}
                </MenuItem>
              ))}
            </MenuSection>
          )}
          {viewer.demonstration && (
            <MenuItem id={`go:${wayIn('/seats', here)}`}>{t('app.takeSeat')}</MenuItem>
          )}
          {viewer.person === null ? (
            <MenuItem id={`go:${wayIn('/sign-in', here)}`}>{t('app.signIn')}</MenuItem>
          ) : (
            <MenuItem id="go:/account">{t('app.account')}</MenuItem>
          )}
          {viewer.person !== null && <MenuItem id="out:">{t('app.signOut')}</MenuItem>}
          <Separator />
          <MenuSection selectionMode="single" selectedKeys={[`language:${speech.language}`]}>
            <Header>{t('app.language')}</Header>
            {Object.entries(languages).map(([tag, own]) => (
              <MenuItem key={tag} id={`language:${tag}`}>
                <bdi lang={tag}>{own}</bdi>
              </MenuItem>
            ))}
          </MenuSection>
          <Themes />
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
