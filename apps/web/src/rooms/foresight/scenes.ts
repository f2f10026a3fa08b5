import './foresight.css'

/** The scenes of the room, fetched together: whoever reads the outlook goes on to an item and its table. */
export { HomeScene } from './home-scene.tsx'
export { ItemScene } from './item/item-scene.tsx'
export { BacktestScene } from './study/backtest-scene.tsx'
export { MapScene } from './study/map-scene.tsx'
export { TableScene } from './table/table-scene.tsx'
export { ReleasedScene } from './tell/released.tsx'
export { TellScene } from './tell/tell-scene.tsx'
