import type { MemberId } from '@gavel/kernel'
import type { HookId, HooksAnswer } from '@gavel/notices/browser'
import { useState } from 'react'
import { Line } from '../../../decisions/fields.tsx'
import { useAnnounce } from '../../../kit/announcer.tsx'
import { Button } from '../../../kit/button.tsx'
import { freshId } from '../../../live/room.ts'
import { useRoom, useSlice } from '../../../live/use-room.tsx'
import { useView } from '../../../live/use-view.ts'
import type { Asking } from '../acting/notices-button.tsx'
import { FormFoot, NoticesDialog, Opens } from '../acting/notices-dialog.tsx'
import { withHooks } from '../asking/state.ts'
import { intends } from '../asking/use-asked.ts'
import { Awaited, RoomPage } from '../sections.tsx'
import { useNoticesWords } from '../use-notices-words.ts'

interface PartProps {
  readonly asking: Asking
  readonly member: MemberId
}

const Adding = ({ asking, member }: PartProps) => {
  const { t } = useNoticesWords()
  const [id, setId] = useState(() => freshId('server'))
  const [url, setUrl] = useState('')
  const given = url.trim()
  return (
    <section className="card stack" data-gap="small" aria-labelledby="x-add">
      <h2 id="x-add">{t('notices.server.add')}</h2>
      <Line label={t('notices.server.url')} value={url} onChange={setUrl} />
      <FormFoot
        {...asking}
        intent={intends('notices.setHook', { hook: `${member}:${id}` as HookId, member, url: given })}
        confirm={t('notices.server.add')}
        wanting={/^https?:\/\/\S+$/.test(given) ? undefined : t('notices.server.wanting')}
        done={() => {
          setUrl('')
          setId(freshId('server'))
        }}
      />
    </section>
  )
}

const Removing = ({ asking, member, hook }: PartProps & { readonly hook: HooksAnswer['hooks'][number] }) => {
  const { t } = useNoticesWords()
  return (
    <Opens size="small" kind="quiet" words={t('notices.server.remove')} of={hook.url}>
      {close => (
        <NoticesDialog
          {...asking}
          title={t('notices.server.remove')}
          lead={hook.url}
          kind="grave"
          intent={intends('notices.removeHook', { hook: hook.id as HookId, member })}
          confirm={t('notices.server.remove')}
          onClose={close}
        />
      )}
    </Opens>
  )
}

/** What members' servers check messages with. */
const KeyShown = ({ value }: { readonly value: string }) => {
  const { t } = useNoticesWords()
  const announce = useAnnounce()
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value)
    announce(t('app.copied'))
  }
  return (
    <section className="card stack" data-gap="small" aria-labelledby="x-key">
      <h2 id="x-key">{t('notices.server.key')}</h2>
      <p className="soft">{t('notices.server.key.lead')}</p>
      <p className="mono small link-shown-url" dir="ltr">
        {value}
      </p>
      {navigator.clipboard !== undefined && (
        <p>
          <Button size="small" onPress={() => void copy()}>
            {t('app.copy')}
          </Button>
        </p>
      )}
    </section>
  )
}

const Servers = ({ member }: { readonly member: MemberId }) => {
  const { t, instant } = useNoticesWords()
  const house = useSlice()
  const { data, isError } = useView<HooksAnswer>(`/api/notices/hooks?${new URLSearchParams({ member })}`)
  if (house === undefined || data === undefined) return <Awaited failed={isError} />
  const asking = { house, state: withHooks(data) }
  return (
    <>
      <p className="soft x-lead">{t('notices.servers.lead')}</p>
      {data.hooks.length === 0 && <p className="empty">{t('notices.servers.none')}</p>}
      <ul className="x-lines">
        {data.hooks.map(hook => (
          <li key={hook.id} className="x-line">
            <div className="x-what">
              <bdi dir="ltr" className="mono x-address">
                {hook.url}
              </bdi>
              <span className="small soft">
                {t('notices.server.since', { at: instant(hook.setAt, 'date') })}
              </span>
            </div>
            <div className="x-do">
              <Removing asking={asking} member={member} hook={hook} />
            </div>
          </li>
        ))}
      </ul>
      <Adding asking={asking} member={member} />
      <KeyShown value={data.key} />
    </>
  )
}

/** The servers a delegation has its notices told to. */
export const ServersScene = () => {
  const { as } = useRoom()
  return (
    <RoomPage here="servers" only="delegate">
      {as?.kind === 'delegate' && <Servers member={as.member} />}
    </RoomPage>
  )
}
