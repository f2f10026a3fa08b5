/** The public pages' writer, as the web package exports it. */
export type Writer = typeof import('@gavel/web/reading')

let loading: Promise<Writer> | undefined

/**
 * The writer of the public pages, fetched when the first page is asked for: a server that only serves acts and the
 * record never pays for it. React runs as it does in production unless somebody has said otherwise.
 */
export const loadWriter = (): Promise<Writer> => {
  process.env['NODE_ENV'] ??= 'production'
  loading ??= import('@gavel/web/reading')
  return loading
}
