import { type ReactNode, useId } from 'react'
import { Checkbox, Input, Label, TextArea, TextField } from 'react-aria-components'

interface FieldProps<Value> {
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** One line of words, a number or a day. */
export const Line = ({
  label,
  value,
  onChange,
  type = 'text',
}: FieldProps<string> & { readonly type?: 'text' | 'date' | 'number' | 'search' }) => (
  <TextField className="field" value={value} onChange={onChange} type={type} maxLength={300}>
    <Label>{label}</Label>
    <Input dir="auto" {...(type === 'number' ? { inputMode: 'numeric' as const, min: 0 } : {})} />
  </TextField>
)

/** Several lines of words. */
export const Lines = ({ label, value, onChange }: FieldProps<string>) => (
  <TextField className="field" value={value} onChange={onChange} maxLength={20_000}>
    <Label>{label}</Label>
    <TextArea dir="auto" rows={3} />
  </TextField>
)

/** One out of a list, by the browser's own means: phones show it well. The options are given as elements. */
export const Select = ({
  label,
  value,
  onChange,
  children,
}: FieldProps<string> & { readonly children: ReactNode }) => {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={event => onChange(event.target.value)}>
        {children}
      </select>
    </div>
  )
}

/** One out of a list of values with their words. */
export const Choice = ({
  options,
  ...field
}: FieldProps<string> & { readonly options: readonly (readonly [value: string, words: string])[] }) => (
  <Select {...field}>
    {options.map(([value, words]) => (
      <option key={value} value={value}>
        {words}
      </option>
    ))}
  </Select>
)

/** Yes or no. */
export const Tick = ({ label, value, onChange }: FieldProps<boolean>) => (
  <Checkbox className="d-check" isSelected={value} onChange={onChange}>
    <span className="d-box" aria-hidden="true" /> {label}
  </Checkbox>
)
