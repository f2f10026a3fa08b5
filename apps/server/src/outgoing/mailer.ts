import type { Carried, Letter, Mailer } from '@gavel/api'
import { createTransport } from 'nodemailer'
import { CannotStart } from '../cannot-start.ts'
import { letterPage, letterText } from './letter.ts'

/** Mail by SMTP, where the operator has named a server. */

export interface MailOptions {
  /** `smtp://user:password@host:587` (with STARTTLS where the server offers it) or `smtps://…`. */
  readonly smtpUrl: string
  /** The sender: `Secretariat <registry@org.example>`. */
  readonly from: string
}

const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 }

const sender = /^[^\r\n<>]*<?[^\s<>@]+@[A-Za-z0-9.-]+>?$/

/** Throws CannotStart for what is no address of a mail server, and no sender. */
const requireFit = ({ smtpUrl, from }: MailOptions): void => {
  if (!/^smtps?:\/\//.test(smtpUrl) || !URL.canParse(smtpUrl))
    throw new CannotStart('the address of the mail server has the form smtp://user:password@host:587')
  if (!sender.test(from))
    throw new CannotStart('the sender of mail has the form Secretariat <registry@org.example>')
}

interface Failure {
  readonly responseCode?: number
  readonly code?: string
}

/**
 * A server that says no for good (5xx, RFC 5321 §4.2.1) to this letter is not asked again. What it says against us
 * (a wrong password, no relaying for us) may be mended, and is tried again.
 */
const outcomeOf = (error: unknown): Carried => {
  const { responseCode = 0, code = '' } = error as Failure
  const told = `${code} ${responseCode === 0 ? '' : responseCode}`.trim()
  const detail = told === '' ? 'the mail server failed' : told
  return { outcome: responseCode >= 500 && code !== 'EAUTH' ? 'refused' : 'failed', detail }
}

/** Who a letter is from for programs: the same for the same letter, so that one sent twice is shown once. */
const messageId = ({ reference, to }: Letter, from: string): string => {
  const domain = /@([A-Za-z0-9.-]+)>?$/.exec(from)![1]!
  return `<${`${reference}.${to}`.replace(/[^A-Za-z0-9.-]/g, '.')}@${domain}>`
}

export const smtpMailer = (options: MailOptions): Mailer & { close(): void } => {
  requireFit(options)
  const { from, smtpUrl } = options
  const transport = createTransport({
    url: smtpUrl,
    ...patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async letter => {
      try {
        const { response } = await transport.sendMail({
          from,
          to: { name: '', address: letter.to },
          subject: letter.subject,
          text: letterText(letter),
          html: letterPage(letter),
          messageId: messageId(letter, from),
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.language },
        })
        return { outcome: 'accepted', detail: response.slice(0, 120) }
      } catch (error) {
        return outcomeOf(error)
      }
    },
    close: () => transport.close(),
  }
}
