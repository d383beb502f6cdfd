import type { ThemeConfig } from 'antd'

/** The colours of the product; each text colour reads at AA or better on white and on `paper`. */
export const colours = {
  red: '#B3121D',
  gold: '#C8A24A',
  ink: '#1D2730',
  quiet: '#56636F',
  line: '#DDE2E7',
  paper: '#F6F7F8',
  link: '#1F4E7A',
  green: '#1F6B3A',
  amber: '#7A5500',
} as const

const control = { activeBorderColor: colours.link, hoverBorderColor: '#8FA1B2', activeShadow: '0 0 0 2px rgba(31, 78, 122, 0.18)' }

/** Ant Design in the product's colours, type and measures. */
export const look: ThemeConfig = {
  token: {
    colorPrimary: colours.red,
    colorLink: colours.link,
    colorLinkHover: '#163A5C',
    colorInfo: colours.link,
    colorSuccess: colours.green,
    colorWarning: '#9A6A00',
    colorError: colours.red,
    colorInfoBg: '#EEF4FA',
    colorSuccessBg: '#EDF7F0',
    colorWarningBg: '#FFF7E6',
    colorErrorBg: '#FDEFF0',
    colorText: colours.ink,
    colorTextSecondary: colours.quiet,
    colorTextTertiary: colours.quiet,
    colorTextDescription: colours.quiet,
    colorTextPlaceholder: '#66727D',
    colorBorder: '#B9C2CB',
    colorBorderSecondary: colours.line,
    colorBgLayout: colours.paper,
    fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
    fontSize: 15,
    fontWeightStrong: 600,
    borderRadius: 4,
    controlHeight: 36,
    controlOutline: 'rgba(31, 78, 122, 0.18)',
    wireframe: false,
  },
  components: {
    Input: control,
    InputNumber: control,
    DatePicker: { ...control, cellActiveWithRangeBg: '#EEF3F7' },
    Select: {
      activeBorderColor: colours.link,
      hoverBorderColor: '#8FA1B2',
      activeOutlineColor: 'rgba(31, 78, 122, 0.18)',
      optionSelectedBg: '#EEF3F7',
    },
    Table: { headerBg: colours.paper, headerColor: colours.quiet, rowHoverBg: '#F3F6F8', cellPaddingBlock: 10, cellPaddingInline: 12 },
    Tabs: { itemColor: colours.quiet, titleFontSize: 15 },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Form: { verticalLabelPadding: '0 0 4px', itemMarginBottom: 18 },
    Dropdown: { controlItemBgActive: '#EEF3F7' },
  },
}
