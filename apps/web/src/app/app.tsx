import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, Suspense, useEffect, useMemo, useState } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { Route, Switch, useLocation } from 'wouter'
import { Announcer } from '../kit/announcer.tsx'
import { Missing } from '../kit/missing.tsx'
import { RulesProvider } from '../kit/refusal.tsx'
import type { Room } from '../live/room.ts'
import { RoomProvider } from '../live/use-room.tsx'
import { newQueries } from '../live/use-view.ts'
import { rulesIn } from '../words/catalogue.ts'
import { beginToSpeak } from '../words/further.ts'
import type { Rules } from '../words/keys.ts'
import type { Language } from '../words/language.ts'
import type { Speech } from '../words/speaking.ts'
import { SpeechProvider, useWords } from '../words/use-words.tsx'
import { Boundary } from './boundary.tsx'
import { enterRoom } from './enter.ts'
import { Frame } from './frame.tsx'
import { chosenLanguage, keepLanguage } from './preferences.ts'
import { scenes } from './scenes.ts'
import { LanguageChoice } from './use-language.tsx'

const Loading = () => {
  const { t } = useWords()
  return (
    <p className="busy" role="status">
      {t('app.loading')}
    </p>
  )
}

/** The scenes by their addresses; a scene without frame fills the screen (the display of the hall). */
const Scenes = () => (
  <Switch>
    {scenes.map(({ path, Scene, bare }) => (
      <Route key={path} path={path}>
        {(params: Record<string, string>) => {
          const scene = (
            <Boundary key={JSON.stringify(params)}>
              <Suspense fallback={<Loading />}>
                <Scene {...params} />
              </Suspense>
            </Boundary>
          )
          return bare === true ? scene : <Frame>{scene}</Frame>
        }}
      </Route>
    ))}
    <Route>
      <Frame>
        <Missing />
      </Frame>
    </Route>
  </Switch>
)

const useSpeech = (language: Language): Speech | undefined => {
  const [speech, setSpeech] = useState<Speech>()
  useEffect(() => {
    let current = true
    void beginToSpeak(language, () => current).then(found => found !== undefined && setSpeech(found))
    return () => {
      current = false
    }
  }, [language])
  useEffect(() => {
    if (speech === undefined) return
    document.documentElement.lang = speech.language
    document.documentElement.dir = speech.direction
  }, [speech])
  return speech
}

const useRules = (language: Language): Rules => {
  const [rules, setRules] = useState<Rules>({})
  useEffect(() => {
    let current = true
    void rulesIn(language).then(found => current && setRules(found))
    return () => {
      current = false
    }
  }, [language])
  return rules
}

const Routed = ({ children }: { readonly children: ReactNode }) => {
  const [, navigate] = useLocation()
  return <RouterProvider navigate={path => navigate(path)}>{children}</RouterProvider>
}

const againMs = 5_000

/** The room, once it was entered. Where that fails it is tried again: nobody stands beside the screen in a hall. */
const useEntered = (queries: QueryClient) => {
  const [room, setRoom] = useState<Room>()
  const [failed, setFailed] = useState<unknown>()
  useEffect(() => {
    let left = false
    let leave = (): void => undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const enter = (): void => {
      enterRoom(queries, setRoom).then(
        out => {
          if (left) out()
          else leave = out
        },
        error => {
          setFailed(error)
          if (!left) timer = setTimeout(enter, againMs)
        },
      )
    }
    enter()
    return () => {
      left = true
      clearTimeout(timer)
      leave()
    }
  }, [queries])
  return { room, failed }
}

/** The application: a language, a room, and the scene of the address. */
export const App = () => {
  const [language, setLanguage] = useState(chosenLanguage)
  const speech = useSpeech(language)
  const rules = useRules(language)
  const queries = useMemo(newQueries, [])
  const { room, failed } = useEntered(queries)
  if (speech === undefined) return null
  const choose = (next: Language): void => {
    keepLanguage(next)
    setLanguage(next)
  }
  return (
    <SpeechProvider speech={speech}>
      <LanguageChoice value={choose}>
        <I18nProvider locale={speech.tag}>
          <QueryClientProvider client={queries}>
            <RulesProvider value={rules}>
              <Announcer>
                <Routed>
                  {room !== undefined ? (
                    <RoomProvider room={room}>
                      <Scenes />
                    </RoomProvider>
                  ) : failed === undefined ? (
                    <Loading />
                  ) : (
                    <Unreachable />
                  )}
                </Routed>
              </Announcer>
            </RulesProvider>
          </QueryClientProvider>
        </I18nProvider>
      </LanguageChoice>
    </SpeechProvider>
  )
}

const Unreachable = () => {
  const { t } = useWords()
  return (
    <main className="page">
      <h1>Gavel</h1>
      <p>{t('app.failed')}</p>
      <p>
        <button type="button" className="button" onClick={() => location.reload()}>
          {t('app.again')}
        </button>
      </p>
    </main>
  )
}
