import './foresight.css'

/** The scenes of the room, fetched together: whoever reads the outlook goes on to an item and its table. */
export { HomeScene } from './home-scene.tsx'
export { ItemScene } from './item/item-scene.tsx'
