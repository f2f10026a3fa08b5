import { decisions } from '@gavel/domain'
import { Badge } from '../../kit/notice.tsx'
import { useWords } from '../../words/use-words.tsx'
import { Day, Facts, Party, Section } from '../frame/parts.tsx'
import { useReading } from '../frame/reading.tsx'

const PartyLine = ({ row }: { readonly row: decisions.PartyRow }) => {
  const { t } = useWords()
  return (
    <tr>
      <td data-name={t('reading.party')}>
        <Party id={row.party} />
      </td>
      <td data-name={t('reading.instrument.signed')}>{row.signedOn !== null && <Day on={row.signedOn} />}</td>
      <td data-name={t('reading.instrument.consent')}>
        {row.consent !== null && row.consentOn !== null && (
          <>
            {t(`reading.consent.${row.consent}`)} <Day on={row.consentOn} />
          </>
        )}
      </td>
      <td data-name={t('reading.instrument.force')}>
        {row.inForceOn !== null && <Day on={row.inForceOn} />}
        {row.appliesProvisionally && <Badge>{t('reading.instrument.provisional')}</Badge>}
        {row.denunciationEffectiveOn !== null && (
          <>
            {' '}
            {t('reading.instrument.until')} <Day on={row.denunciationEffectiveOn} />
          </>
        )}
      </td>
    </tr>
  )
}

/** An instrument: how far it is from entry into force, and the depositary's list as it stands today. */
export const InstrumentShown = ({ instrument }: { readonly instrument: decisions.Instrument }) => {
  const { t } = useWords()
  const { now } = useReading()
  const list = decisions.depositaryList(instrument, now.slice(0, 10))
  return (
    <Section id="instrument" title={t('reading.instrument')}>
      <p>
        <b>
          <bdi>{instrument.name}</bdi>
        </b>
      </p>
      <Facts
        facts={[
          {
            name: t('reading.status'),
            value: (
              <Badge tone={list.inForce ? 'good' : 'wait'}>
                {t(list.inForce ? 'reading.instrument.inForce' : 'reading.instrument.notInForce')}
              </Badge>
            ),
          },
          {
            name: t('reading.instrument.deposited'),
            value: t('reading.instrument.count', {
              n: list.deposited,
              needed: list.needed,
              missing: list.missing,
            }),
          },
          { name: t('reading.instrument.force'), value: list.inForceOn && <Day on={list.inForceOn} /> },
          {
            name: t('reading.instrument.signature'),
            value: t(list.openForSignature ? 'reading.instrument.open' : 'reading.instrument.closed'),
          },
          {
            name: t('reading.instrument.accession'),
            value: t(list.openForAccession ? 'reading.instrument.open' : 'reading.instrument.closed'),
          },
        ]}
      />
      {list.parties.length > 0 && (
        <div className="table-scroll">
          <table className="table r-table">
            <thead>
              <tr>
                <th scope="col">{t('reading.party')}</th>
                <th scope="col">{t('reading.instrument.signed')}</th>
                <th scope="col">{t('reading.instrument.consent')}</th>
                <th scope="col">{t('reading.instrument.force')}</th>
              </tr>
            </thead>
            <tbody>
              {list.parties.map(row => (
                <PartyLine key={row.party} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}
