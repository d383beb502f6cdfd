const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** The text of an HTML page, a line for each block and a tab between the cells of a row. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<(script|style)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<head\b[^<>]*>[\s\S]*?(?:<\/head\s*>|(?=<body\b)|$)/i, ' ')
    .replace(/\s+/g, ' ')
    .replace(/<\/(td|th)\s*>/gi, '\t')
    .replace(/<br\s*\/?>|<\/?(p|div|li|ul|ol|tr|table|h[1-6]|section|article|blockquote)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal: string, hex: string, name: string) =>
      decimal
        ? String.fromCodePoint(Math.min(Number(decimal), 0x10ffff))
        : hex
          ? String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff))
          : (named[name?.toLowerCase()] ?? whole),
    )
    .replace(/[ ]*\n[ ]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
