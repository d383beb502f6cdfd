/** Words as the name of a file that every system takes: "Kế hoạch Huyện ủy Tiên Du" is ke-hoach-huyen-uy-tien-du. */
export const fileNameOf = (...words: string[]): string =>
  words
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
