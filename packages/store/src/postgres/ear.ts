import postgres from 'postgres'

/** A connection that does nothing but listen. It may die at any time; `attend` brings it back. */
export interface Ear {
  /** Listens, if it does not already. Never throws: what is not heard is found by asking. */
  attend(): void
  close(): Promise<void>
}

/** How long a new attempt waits after one that failed: as long as until the next question. */
export const ear = (url: string, channel: string, hear: (payload: string) => void): Ear => {
  let listening = false
  let trying = false
  const options = {
    max: 1,
    idle_timeout: 0,
    connect_timeout: 5,
    fetch_types: false,
    onnotice: () => undefined,
    onclose: () => {
      listening = false
    },
    // The driver has it, its types do not. Its own `listen` leaves rejections behind when the server dies.
    onnotify: (on: string, payload: string) => {
      if (on === channel) hear(payload)
    },
  }
  const connection = postgres(url, options)
  return {
    attend: () => {
      if (listening || trying) return
      trying = true
      connection
        .unsafe(`LISTEN ${channel}`)
        .then(
          () => {
            listening = true
          },
          () => undefined,
        )
        .finally(() => {
          trying = false
        })
    },
    close: () => connection.end({ timeout: 1 }),
  }
}
