/** The most a document may take of everything, each with its reason. Past any of them a file is refused with a sentence. */
export const limits = {
  /** Bytes of a file: what the product takes in an upload, and a good deal more than the 10 MB of a gazette of 500 pages. */
  fileBytes: 100 * 1024 * 1024,
  /** UTF-16 units of text: a plan with all its annexes has 150,000, a law 500,000; the review screen shows the whole at once. */
  textLength: 2_000_000,
  /** Bytes to which one part of a docx may unfold: the XML of 2,000,000 characters with a format for every word has some 60 MB. A bomb is noticed while it unfolds, not by what it says of itself. */
  partBytes: 120 * 1024 * 1024,
  /** Entries of a docx: one for each picture, and thirty of its own. */
  entries: 20_000,
  /** Elements one in another: Word writes some thirty, with tables in tables and text boxes; without an end they would fill the stack. */
  depth: 300,
  /** Elements one in another in a page, where old programs forget to close them: one for each paragraph of a long law. */
  pageDepth: 20_000,
  /** Tables one in another: pages were laid out with them, some six deep. */
  tableDepth: 20,
  /** Elements of one table or paragraph: a table of 20,000 rows and 6 columns has about so many, and they are in memory together. */
  elements: 2_000_000,
  /** Columns of a table: more is no table that anybody could print. */
  columns: 64,
  /** Blanks in a row: more say nothing, and a file can hold a billion of them. */
  blanks: 100,
  /** Pages of a pdf: three gazettes bound together. */
  pages: 3_000,
  /** Runs of words on one page: a page of the smallest print has some 3,000. */
  runs: 50_000,
  /** Pages whose text is recognised: some five seconds each, so this is a quarter of an hour. */
  recognisedPages: 200,
  /** Points of a picture: an A3 sheet scanned at 600 dots an inch has 70 million, four bytes each. */
  pixels: 100_000_000,
  /** Seconds without any progress: a page takes one, recognising it ten or twenty on a slow machine. */
  silentSeconds: 90,
  /** Seconds for a document that can’t say how far it is: everything but a pdf or a scan is read within two. */
  seconds: 30,
  /** Seconds in all: for the longest scan that is taken. */
  allSeconds: 3_600,
  /** Megabytes of memory: the tables of the recognition and one page’s picture take 300. */
  megabytes: 1_024,
} as const
