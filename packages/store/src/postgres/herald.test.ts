import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { herald } from './herald.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const counting = (fail = false) => {
  let calls = 0
  const call = async (): Promise<void> => {
    calls++
    if (fail) throw new Error('nobody there')
  }
  return { call, calls: () => calls }
}

test('the first move is called out at once, those that follow closely together and not lost', async () => {
  const { call, calls } = counting()
  const { tell } = herald(call)
  tell()
  expect(calls()).toBe(1)
  for (let at = 0; at < 100; at++) tell()
  expect(calls()).toBe(1)
  await vi.runAllTimersAsync()
  expect(calls()).toBe(2)
  tell()
  expect(calls()).toBe(3)
})

test('what was kept back is called out before the end, and nothing after it', async () => {
  const { call, calls } = counting()
  const { tell, stop } = herald(call)
  tell()
  tell()
  await stop()
  expect(calls()).toBe(2)
  await vi.runAllTimersAsync()
  expect(calls()).toBe(2)
})

test('a call that fails harms nobody', async () => {
  const { call, calls } = counting(true)
  const { tell, stop } = herald(call)
  tell()
  await vi.runAllTimersAsync()
  tell()
  tell()
  await stop()
  expect(calls()).toBe(3)
})
