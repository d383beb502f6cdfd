/** Words in small letters without marks, joined by hyphens, as names of files and parts of addresses are: "Kế hoạch Huyện ủy Tiên Du" is ke-hoach-huyen-uy-tien-du. */
export const hyphenated = (...words: string[]): string =>
  words
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
