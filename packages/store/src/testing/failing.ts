import type { RecordStore } from '@gavel/application'

/** What a failing call says. Not an error of any database, so that nothing can be made to expect it. */
class Broken extends Error {
  override readonly name = 'Broken'
}

export type FailingCall = keyof {
  [Name in keyof RecordStore as RecordStore[Name] extends (...args: never[]) => Promise<unknown>
    ? Name
    : never]: true
}

/** When to fail next: before the call does anything, or after it took effect and before it answers. */
export interface Failures {
  fail(call: FailingCall, when: 'before' | 'after', times?: number): void
  /** How many failures are still to come. */
  left(): number
}

/** The same store, with calls that fail on demand. */
export const failing = (store: RecordStore): { readonly store: RecordStore; readonly failures: Failures } => {
  const planned: { readonly call: string; readonly when: 'before' | 'after' }[] = []
  const due = (call: string, when: 'before' | 'after'): boolean => {
    const at = planned.findIndex(plan => plan.call === call && plan.when === when)
    if (at < 0) return false
    planned.splice(at, 1)
    return true
  }
  const wrapped = new Proxy(store, {
    get: (target, name, receiver) => {
      const value: unknown = Reflect.get(target, name, receiver)
      if (typeof value !== 'function' || typeof name !== 'string' || name === 'watch') return value
      return async (...args: readonly unknown[]) => {
        if (due(name, 'before')) throw new Broken(`${name} failed before it did anything`)
        const answer: unknown = await (value as (...args: readonly unknown[]) => unknown).apply(target, [
          ...args,
        ])
        if (due(name, 'after')) throw new Broken(`${name} failed after it took effect`)
        return answer
      }
    },
  })
  return {
    store: wrapped,
    failures: {
      fail: (call, when, times = 1) => {
        for (let time = 0; time < times; time++) planned.push({ call, when })
      },
      left: () => planned.length,
    },
  }
}
