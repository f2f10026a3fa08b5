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

/** One out of a list, by the browser's own means: phones show it well. */
export const Choice = ({
  label,
  value,
  onChange,
  options,
}: FieldProps<string> & { readonly options: readonly (readonly [value: string, words: string])[] }) => (
  <label className="field">
    <span className="d-label">{label}</span>
    <select value={value} onChange={event => onChange(event.target.value)}>
      {options.map(([each, words]) => (
        <option key={each} value={each}>
          {words}
        </option>
      ))}
    </select>
  </label>
)

/** Yes or no. */
export const Tick = ({ label, value, onChange }: FieldProps<boolean>) => (
  <Checkbox className="d-check" isSelected={value} onChange={onChange}>
    <span className="d-box" aria-hidden="true" /> {label}
  </Checkbox>
)
