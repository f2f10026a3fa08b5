import { instant } from '@gavel/kernel'
import type { FieldShape, ValueShape } from '@gavel/notices/browser'
import { namedBy, type Wall, wallOf } from '../../../meetings/instant-field.tsx'

/** What was written into one field, as it was written: it is kept until it is sent, and read only when it is sent. */
export interface Written {
  readonly text?: string
  readonly day?: string
  readonly time?: string
  readonly latitude?: string
  readonly longitude?: string
}

export type AllWritten = Readonly<Record<string, Written>>

export const wallIn = ({ day = '', time = '' }: Written): Wall => ({ day, time })

/** A number as people write it; undefined when it is none. */
const numberIn = (text: string): number | undefined => {
  const plain = text
    .trim()
    .replace(/[\s\u00A0\u202F]/g, '')
    .replace(',', '.')
  const read = Number(plain)
  return plain === '' || !Number.isFinite(read) ? undefined : read
}

const placeIn = ({ text = '', latitude = '', longitude = '' }: Written): ValueShape | undefined => {
  const name = text.trim()
  if (name === '') return undefined
  const [north, east] = [numberIn(latitude), numberIn(longitude)]
  return north === undefined || east === undefined ? { name } : { name, latitude: north, longitude: east }
}

/** What a field holds, as it would be sent; undefined where nothing readable was written. */
export const valueIn = (
  { kind }: Pick<FieldShape, 'kind'>,
  written: Written,
  zone: string,
): ValueShape | undefined => {
  const text = (written.text ?? '').trim()
  switch (kind) {
    case 'instant':
      return namedBy(zone, wallIn(written))
    case 'place':
      return placeIn(written)
    case 'number':
      return numberIn(text)
    default:
      return text === '' ? undefined : text
  }
}

/** All that was written, as it would be sent. */
export const valuesIn = (
  fields: readonly FieldShape[],
  written: AllWritten,
  zone: string,
): Record<string, ValueShape> =>
  Object.fromEntries(
    fields.flatMap(field => {
      const value = valueIn(field, written[field.field] ?? {}, zone)
      return value === undefined ? [] : [[field.field, value]]
    }),
  )

/** A value as it is written when it is to be changed. */
export const writtenOf = (
  { kind }: Pick<FieldShape, 'kind'>,
  value: ValueShape | null,
  zone: string,
): Written => {
  if (value === null) return {}
  if (typeof value === 'number') return { text: String(value) }
  if (typeof value === 'object')
    return {
      text: value.name,
      ...(value.latitude === undefined ? {} : { latitude: String(value.latitude) }),
      ...(value.longitude === undefined ? {} : { longitude: String(value.longitude) }),
    }
  return kind === 'instant' ? wallOf(zone, instant(value)) : { text: value }
}
