/** Where somebody goes once she is in: the scene she came from, never another site, and never back to signing in. */
export const returnTo = (search: string): string => {
  const from = new URLSearchParams(search).get('from') ?? '/'
  const inside = /^\/(?![/\\])[^\\]*$/.test(from) && !/^\/(sign-in|seats)\b/.test(from)
  return inside ? from : '/'
}

/** The address of a way in that leads back to where one is. */
export const wayIn = (path: '/sign-in' | '/seats', here: string): string =>
  here === '/' || here.startsWith('/sign-in') || here.startsWith('/seats')
    ? path
    : `${path}?from=${encodeURIComponent(here)}`

/** The path of an invitation or link somebody pasted: a whole address, its path, or the token alone. */
export const pastedLink = (pasted: string): string | undefined => {
  const token = /(?:^|\/sign-in\/)(gv[il]_[A-Za-z0-9_-]{10,195})\/?$/.exec(pasted.trim())?.[1]
  return token === undefined ? undefined : `/sign-in/${token}`
}
