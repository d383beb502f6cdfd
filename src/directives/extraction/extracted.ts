import type { Reading } from '../reading/reading.ts'
import type { Recognition } from './recognition/marks.ts'

/** How far a document is: pages of it read, or recognised. */
export type Progress = { done: number; of: number; isRecognising: boolean }
export type Tell = (progress: Progress) => void

/** The text of a document; what is known of its recognition, where it was only a picture. */
export type Extracted = { text: string; recognition: Recognition | null }

/** A document worked out and read. */
export type Read = Extracted & { reading: Reading }
