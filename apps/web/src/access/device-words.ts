import type { Speech } from '../words/speaking.ts'
import type { Device } from './answers.ts'

/** A device in words: `Firefox on Android`. */
export const deviceWords = ({ t }: Speech, device: Device | null): string =>
  device === null || (device.browser === null && device.system === null)
    ? t('signIns.device.unknown')
    : device.browser === null || device.system === null
      ? (device.browser ?? device.system)!
      : t('signIns.device', { browser: device.browser, system: device.system })

/** A name for a passkey made here, for its owner to change. */
export const hereWords = ({ t }: Speech): string => {
  const agent = navigator.userAgent
  const system =
    /Android|iPhone|iPad/.exec(agent)?.[0] ??
    (/Windows|Mac OS X|CrOS|Linux/.exec(agent)?.[0] ?? '').replace('Mac OS X', 'macOS')
  const browser = /Edg|Firefox|Chrome|Safari/.exec(agent)?.[0]?.replace('Edg', 'Edge') ?? ''
  return browser === '' || system === '' ? t('app.thisDevice') : t('signIns.device', { browser, system })
}
