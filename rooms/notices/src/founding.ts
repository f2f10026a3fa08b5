import type { Room } from '@gavel/api'
import { roomState } from '@gavel/application'
import { law } from './law/index.ts'

/** A file of an organisation as far as it is looked at here; the shapes and rules look at the rest when it is recorded. */
interface NoticesFile {
  readonly types?: readonly { readonly noticeType: string }[]
  readonly contacts?: { readonly staleDays: number; readonly source: string }
}

type Founding = NonNullable<Room['founding']>

/**
 * The acts that bring an organisation's types of notice (`notices.json`) onto a record that has none. From then on the
 * secretariat changes them, and the file is not looked at again.
 */
export const founding: Founding = (files, state) => {
  const file = files['notices.json'] as NoticesFile | undefined
  if (file === undefined || roomState(state, law).typeOrder.length > 0) return []
  const act = (id: string, type: string, body: object) =>
    ({ id: `founding:notices:${id}`, type, body }) as unknown as ReturnType<Founding>[number]
  return [
    ...(file.types ?? []).map(type => act(`type:${type.noticeType}`, 'notices.defineType', type)),
    ...(file.contacts === undefined ? [] : [act('contacts', 'notices.setContactTerms', file.contacts)]),
  ]
}
