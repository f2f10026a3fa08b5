import { type DragEvent, useState } from 'react'

interface DropProps {
  readonly title: string
  readonly help: string
  readonly multiple?: boolean
  /** Ends of names that are offered first: `.docx,.txt`. */
  readonly accept?: string
  readonly onFiles: (files: readonly File[]) => void
}

/** Where files are dropped or chosen. */
export const Drop = ({ title, help, multiple = false, accept, onFiles }: DropProps) => {
  const [over, setOver] = useState(false)
  const dragged = (event: DragEvent, inside: boolean): void => {
    event.preventDefault()
    setOver(inside)
  }
  return (
    <label
      className="drop"
      data-over={over ? '' : undefined}
      onDragOver={event => dragged(event, true)}
      onDragLeave={event => dragged(event, false)}
      onDrop={event => {
        dragged(event, false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      <b>{title}</b>
      <span className="small soft">{help}</span>
      <input
        type="file"
        multiple={multiple}
        {...(accept === undefined ? {} : { accept })}
        onChange={event => {
          onFiles([...(event.target.files ?? [])])
          // The same file, put right and chosen again, is read again.
          event.target.value = ''
        }}
      />
    </label>
  )
}
