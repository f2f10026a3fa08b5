import type { ReactNode } from 'react'
import { type ButtonProps, Button as Press, Tooltip, TooltipTrigger } from 'react-aria-components'

export interface ActionProps extends Omit<ButtonProps, 'children' | 'className' | 'isDisabled'> {
  readonly children: ReactNode
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'grave'
  readonly size?: 'small' | 'medium'
  /** Why it cannot be pressed now. The button stays where it is, can be reached, and says so when it is asked. */
  readonly closed?: string | undefined
  /** It was pressed and is at work: pressed again it does nothing. */
  readonly busy?: boolean
  /** More about what it does, for a pointer or a focus that rests on it. */
  readonly hint?: string
}

/**
 * A button. One that is closed by a rule is not taken away and not mute: it can be focused, and its description is the
 * sentence of the rule, so that a screen reader reads it and a pointer sees it.
 */
export const Button = ({
  children,
  kind = 'plain',
  size = 'medium',
  closed,
  hint,
  busy = false,
  onPress,
  ...rest
}: ActionProps) => {
  const button = (
    <Press
      {...rest}
      className="button"
      data-kind={kind}
      data-size={size}
      {...(closed !== undefined
        ? { 'data-closed': '', 'aria-disabled': true }
        : busy
          ? { 'data-busy': '', 'aria-disabled': true, type: 'button' as const }
          : onPress === undefined
            ? {}
            : { onPress })}
    >
      {children}
    </Press>
  )
  const told = closed ?? hint
  if (told === undefined) return button
  return (
    <TooltipTrigger delay={300} closeDelay={100}>
      {button}
      <Tooltip className="hint" offset={6}>
        {told}
      </Tooltip>
    </TooltipTrigger>
  )
}
