/** How the names of drafts begin that this device keeps; they go when whoever wrote them signs out. */
export const draftsBegin = 'gavel.draft.'

/** Lets go of every draft kept on this device. */
export const forgetDrafts = (): void => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(draftsBegin)) localStorage.removeItem(key)
}
