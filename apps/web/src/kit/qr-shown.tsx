import { useMemo } from 'react'
import { qrCode } from './qr.ts'

/** An address as a QR code, with the margin of four modules that readers need; `label` says what it leads to. */
export const QrShown = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const { path, size } = useMemo(() => {
    const rows = qrCode(text)
    const dark = rows.flatMap((row, y) =>
      row.flatMap((set, x) => (set ? [`M${x + 4} ${y + 4}h1v1h-1z`] : [])),
    )
    return { path: dark.join(''), size: rows.length + 8 }
  }, [text])
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect className="qr-paper" width={size} height={size} />
      <path className="qr-ink" d={path} />
    </svg>
  )
}
