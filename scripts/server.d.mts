export const serverArguments: string[]
export const compiled: string
