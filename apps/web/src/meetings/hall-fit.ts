import { type RefObject, useLayoutEffect, useRef } from 'react'

/** From the largest type to the smallest, as the style sheet has them. */
const steps = 8

const fit = (box: HTMLElement): void => {
  for (let step = 0; step < steps; step++) {
    box.dataset['fit'] = String(step)
    if (box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1) return
  }
}

/**
 * Sets what is in a box as large as fits in it, and again when the box or what is in it changes: the style sheet has a
 * size of type for each `data-fit`.
 */
export const useFit = (what: unknown): RefObject<HTMLDivElement | null> => {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { current } = box
    if (current === null || what === undefined) return
    const again = (): void => fit(current)
    again()
    const sizes = new ResizeObserver(again)
    sizes.observe(current)
    void document.fonts.ready.then(again)
    return () => sizes.disconnect()
  }, [what])
  return box
}
