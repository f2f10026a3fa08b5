import './notices.css'

/** The scenes of the room, in one piece: a phone with a poor line fetches once what a duty officer needs together. */
export { CallScene } from './directory/call-scene.tsx'
export { CallsScene } from './directory/calls-scene.tsx'
export { ContactsScene } from './directory/contacts-scene.tsx'
export { AllScene, InboxScene, SentScene } from './list/lists.tsx'
export { OneScene } from './one/one-scene.tsx'
export { SendScene } from './send/send-scene.tsx'
export { ServersScene } from './servers/servers-scene.tsx'
export { TypesScene } from './types/types-scene.tsx'
