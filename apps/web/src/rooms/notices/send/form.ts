import type { MemberId } from '@gavel/kernel'
import type { AgreementShape, BodyOf, NoticeId, NoticeTypeShape } from '@gavel/notices/browser'
import { type AllWritten, valuesIn } from '../fields/written.ts'

/** A notice as it is being written. */
export interface Form {
  readonly noticeType: string
  readonly title: string
  readonly to: readonly string[]
  readonly agreement: string
  readonly restricted: boolean
  /** By type and field: what was written for one type is still there when one comes back to it. */
  readonly written: Readonly<Record<string, AllWritten>>
  /** The id it will bear, without its member. */
  readonly id: string
}

export const emptyForm: Form = {
  noticeType: '',
  title: '',
  to: [],
  agreement: '',
  restricted: true,
  written: {},
  id: '',
}

/** The agreements of a type that bind a member. */
export const bindingOn = (
  { agreements }: Pick<NoticeTypeShape, 'agreements'>,
  member: string,
): readonly AgreementShape[] =>
  agreements.filter(({ members }) => members.length === 0 || members.some(one => one === member))

/** The act a form stands for. */
export const bodyOf = (
  form: Form,
  type: NoticeTypeShape,
  { member, about, zone }: { readonly member: string; readonly about: string | null; readonly zone: string },
): BodyOf<'notices.send'> => {
  const agreement = bindingOn(type, member).find(each => each.agreement === form.agreement)?.agreement
  return {
    notice: `${member}:${form.id}` as NoticeId,
    noticeType: type.noticeType,
    title: form.title.trim(),
    values: valuesIn(type.fields, form.written[type.noticeType] ?? {}, zone),
    ...(agreement === undefined ? {} : { agreement }),
    ...(type.to === 'named' && form.to.length > 0
      ? { to: form.to as readonly MemberId[] as MemberId[] }
      : {}),
    ...(type.restricted === 'may' ? { restricted: form.restricted } : {}),
    ...(about === null ? {} : { about: about as NoticeId }),
  }
}
