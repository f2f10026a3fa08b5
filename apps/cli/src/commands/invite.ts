import { CannotStart, type Invited, type InviteOptions, invitePerson } from '@gavel/server'
import { type Command, exit, UsageError } from '../command.ts'

const text = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

/** What an operator can mend is told in one line. */
const invited = async (options: InviteOptions): Promise<Invited> => {
  try {
    return await invitePerson(options)
  } catch (error) {
    throw error instanceof CannotStart ? new UsageError(error.message) : error
  }
}

export const invite: Command = {
  name: 'invite',
  takes: '[PERSON]',
  summary: 'make a single-use sign-in link, on the machine of the server',
  details: `For whoever has lost every way in. Without a person the link is for the secretariat, the owner of the record; else for
the person of that id, who has to be accredited. It works once, within seven days, also while the server runs.
Settings can also come from the environment: GAVEL_DATA, GAVEL_POSTGRES, GAVEL_PUBLIC_URL.`,
  flags: {
    data: { type: 'string', value: 'FOLDER', says: 'where the record is kept (./data)' },
    postgres: { type: 'string', value: 'URL', says: 'the PostgreSQL database the record is kept in' },
    'public-url': {
      type: 'string',
      value: 'URL',
      says: 'the address people reach the server under (http://localhost:8080)',
    },
  },
  arity: [0, 1],
  run: async ({ args, flags, out }) => {
    const { env } = process
    const postgres = text(flags['postgres']) ?? env['GAVEL_POSTGRES']
    const [person] = args
    const made = await invited({
      where: postgres ?? text(flags['data']) ?? env['GAVEL_DATA'] ?? './data',
      publicUrl: text(flags['public-url']) ?? env['GAVEL_PUBLIC_URL'] ?? 'http://localhost:8080',
      ...(person === undefined ? {} : { person }),
    })
    out.result(made, () => `${made.name} signs in, once, until ${made.until}: ${made.link}`)
    return exit.ok
  },
}
