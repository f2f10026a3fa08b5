/** Signs of the scenes, drawn on a grid of 20: lines of one width, no fill, readable at 18 pixels. */
const paths = {
  today:
    'M10 3v2M10 15v2M3 10h2M15 10h2M5 5l1.4 1.4M13.6 13.6 15 15M15 5l-1.4 1.4M6.4 13.6 5 15M10 7a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z',
  texts: 'M7 3.5H4v13h3M13 3.5h3v13h-3M7.5 8h5M7.5 12h5',
  meetings:
    'M10 4.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM5.5 15.5c.4-3 2-4.5 4.500-4.500s4.100 1.500 4.500 4.500M3 7.500a1.500 1.500 0 1 1 1.500 1.500M17 7.500A1.500 1.500 0 1 0 15.500 9M2 14c.2-1.500.8-2.500 2-3M18 14c-.2-1.500-.8-2.500-2-3',
  decisions: 'M7.500 3 13 8.500M5.500 5 11 10.500M10.500 5.500 5.800 10.200M9.500 9 16.500 16M3.500 17h7',
  commitments: 'M4 4.5h12v12H4ZM4 8h12M7 3v3M13 3v3M7 12.500l2 2 4-4',
  delegation: 'M5 17.500V3M5 4c3-1.800 6 1.800 10 0v7c-4 1.800-7-1.800-10 0',
  desk: 'M4 16.500 5 12l8.500-8.500 3.500 3.500L8.500 15.500 4 16.500ZM11.500 5.500 15 9',
  organisation: 'M3 8.500 10 4l7 4.500M4.500 8.500v6M8 8.500v6M12 8.500v6M15.500 8.500v6M3 16.500h14',
  record: 'M10 3v4M10 7 5.500 11M10 7l4.500 4M3.500 11h4v4h-4ZM12.500 11h4v4h-4Z',
  more: 'M4 10h.5M9.750 10h.5M15.500 10h.5',
  outbox: 'M3.500 11.500v4h13v-4M10 12.500V4M6.500 7.500 10 4l3.500 3.500',
} as const

export type IconName = keyof typeof paths

/** A sign beside a word: hidden from a screen reader, which has the word. */
export const Icon = ({ name }: { readonly name: IconName }) => <Sign path={paths[name]} />

/** The same of lines that a room brings. */
export const Sign = ({ path }: { readonly path: string }) => (
  <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d={path} />
  </svg>
)
