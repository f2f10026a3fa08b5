import type { ReactNode } from 'react'
import { Heading, Modal, ModalOverlay, Dialog as Talk } from 'react-aria-components'

interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly wide?: boolean
  /** A step that must not be left by a stray click: only its own buttons and Escape close it. */
  readonly deliberate?: boolean
  readonly children: ReactNode
}

/** A dialog over the page; on a phone a sheet from below. Focus stays in it and returns where it came from. */
export const Dialog = ({
  title,
  isOpen,
  onClose,
  wide = false,
  deliberate = false,
  children,
}: DialogProps) => (
  <ModalOverlay
    className="overlay"
    isOpen={isOpen}
    onOpenChange={open => !open && onClose()}
    isDismissable={!deliberate}
  >
    <Modal>
      <Talk className="dialog" {...(wide ? { 'data-wide': '' } : {})}>
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        {children}
      </Talk>
    </Modal>
  </ModalOverlay>
)
