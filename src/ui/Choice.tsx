import { Select, type SelectProps } from 'antd'
import { contains } from './table/columns.ts'

type Option = { value: string; label: string }

/** A list to choose from, searched without tone marks when it is long; stands in a `Field` as it is. */
export function Choice({ options, ...rest }: Omit<SelectProps<string, Option>, 'options' | 'showSearch'> & { options: Option[] }) {
  const search = options.length > 7 ? { filterOption: (sought: string, option?: Option) => contains(option?.label ?? '', sought) } : false
  return <Select<string, Option> {...rest} options={options} showSearch={search} />
}
