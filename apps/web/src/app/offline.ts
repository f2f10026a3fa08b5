import { forgetDrafts } from '../kit/drafts.ts'

/** Registers the service worker, and has it keep the scenes while there is a line. */
export const keepForOffline = async (): Promise<void> => {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  try {
    await navigator.serviceWorker.register('/worker.js')
    const { active } = await navigator.serviceWorker.ready
    const paths = (await (await fetch('/kept.json')).json()) as readonly string[]
    // What was fetched before the worker took over went past it.
    active?.postMessage({ kind: 'keep', paths })
  } catch {
    // A browser that refuses (a private window) works with a line, and the outbox says so itself.
  }
}

/** Nothing of what the leaver read stays on this device. */
export const forgetAnswers = async (): Promise<void> => {
  forgetDrafts()
  await caches.delete('gavel-answers-1').catch(() => false)
  navigator.serviceWorker?.controller?.postMessage({ kind: 'forget' })
}
