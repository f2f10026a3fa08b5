import { useLocation, useSearch } from 'wouter'
import { useRoom } from '../../../live/use-room.tsx'

/** The answer the address asks for: of the body one chairs, or the one chosen; with the Assembly's votes or without. */
export const useOutlookPath = (): string => {
  const { as } = useRoom()
  const asked = new URLSearchParams(useSearch())
  const body = as?.kind === 'chair' ? as.body : asked.get('body')
  const query = new URLSearchParams({
    ...(body === null ? {} : { body }),
    ...(asked.get('votes') === 'true' ? { votes: 'true' } : {}),
  })
  return `/api/foresight/outlook${query.size === 0 ? '' : `?${query}`}`
}

/** One part of the address, kept there so that it can be gone back to and passed on. */
export const useAsked = (
  name: string,
): readonly [value: string | null, set: (value: string | null) => void] => {
  const [here, navigate] = useLocation()
  const search = useSearch()
  const set = (value: string | null): void => {
    const next = new URLSearchParams(search)
    if (value === null) next.delete(name)
    else next.set(name, value)
    navigate(next.size === 0 ? here : `${here}?${next}`, { replace: true })
  }
  return [new URLSearchParams(search).get(name), set]
}
