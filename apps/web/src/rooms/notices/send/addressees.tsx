import { type DomainState, institution } from '@gavel/domain'
import type { NoticeTypeShape } from '@gavel/notices/browser'
import { Tick } from '../../../decisions/fields.tsx'
import { Button } from '../../../kit/button.tsx'
import { useNow } from '../../../live/use-room.tsx'
import { partyName } from '../../../names/names.ts'
import { useNoticesWords } from '../use-notices-words.ts'

interface AddresseesProps {
  readonly house: DomainState
  readonly type: NoticeTypeShape
  readonly member: string
  readonly value: readonly string[]
  readonly onChange: (to: readonly string[]) => void
}

/** To whom it goes: named one by one where the type asks for that, told where it does not. */
export const Addressees = ({ house, type, member, value, onChange }: AddresseesProps) => {
  const speech = useNoticesWords()
  const { t } = speech
  const now = useNow(600_000)
  if (type.to !== 'named')
    return <p>{t(type.to === 'all' ? 'notices.goesTo.all' : 'notices.goesTo.agreement')}</p>
  const others = institution
    .activeMembers(house.institution, now)
    .filter(each => each !== member)
    .toSorted((a, b) => speech.compare(partyName(house, speech, a), partyName(house, speech, b)))
  return (
    <fieldset className="x-members">
      <legend>{t('notices.goesTo.named')}</legend>
      <p className="row">
        <Button
          size="small"
          kind="quiet"
          onPress={() => onChange(value.length === others.length ? [] : others)}
        >
          {t(value.length === others.length ? 'notices.goesTo.nobody' : 'notices.goesTo.everybody')}
        </Button>
      </p>
      <div className="x-ticks">
        {others.map(each => (
          <Tick
            key={each}
            label={partyName(house, speech, each)}
            value={value.includes(each)}
            onChange={on => onChange(on ? [...value, each] : value.filter(one => one !== each))}
          />
        ))}
      </div>
    </fieldset>
  )
}
