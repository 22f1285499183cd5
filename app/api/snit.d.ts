/** What can be opened: the bytes of an Arrow, Parquet, CSV, Excel or .snit file. */
export type Bytes = ArrayBuffer | Uint8Array<ArrayBuffer> | Blob | Response;

export interface OpenOptions {
  /** The file's name, such as `contacts.csv`; without it the name of the File, or the last part of the Response's address. */
  name?: string;
  /** Language of labels, remarks and errors; English unless said. */
  language?: 'da' | 'en';
  /** How far the reading is; `total` is 0 where unknown. */
  onProgress?: (progress: { step: string; done: number; total: number }) => void;
  /** At most so many workers share a large table; otherwise as many as the machine makes worth while. 1 keeps to one. */
  workers?: number;
}

/** One thing asked for each group. */
export type MeasureExpr =
  | { sum: string }
  | { count: string }
  | { min: string }
  | { max: string }
  | { mean: string }
  | { ratio: [string, string] }
  | { indicator: string };

/** The question, the same as in links, saved views and `snit query`. */
export interface Slice {
  /** The table; may be left out when there is one, or when the fields settle it. */
  table?: string;
  /** Levels to group by. */
  by?: string[];
  measures?: MeasureExpr[];
  /** Members kept, by level. */
  where?: Record<string, (string | number)[]>;
  /** Rows ordered by one of the measures, counted from 0; otherwise by their members. */
  order?: { measure: number; direction?: 'descending' | 'ascending' };
  /** Only the first so many rows. */
  top?: number;
  /** Linked histograms: each level under every filter but its own. */
  histograms?: string[];
  /** The measure that histograms sum; without it they count rows. */
  measure?: string;
  /** The level whose filter is being moved: what answers its next move is kept with the histograms. */
  active?: string;
  /** Distinct combinations of these levels. */
  distinct?: string[];
}

/** A level that an answer is grouped by. */
export interface Key {
  readonly level: string;
  /** For each row the position of its member in `members` and `labels`. */
  readonly codes: Uint32Array;
  /** What slices call the members. */
  readonly members: readonly string[];
  /** What people read. */
  readonly labels: readonly string[];
  /** The member of each row, as slices call it. */
  strings(): string[];
}

/** A column of an answer. */
export interface Column {
  readonly name: string;
  /** One number a row; NaN where there is none. Where the status is `incomplete` it is the sum of what has been reported. */
  readonly values: Float64Array;
  /** One status a row: its position in `STATUS`. */
  readonly status: Uint8Array;
  /** The lower bound or limit of each row, NaN where there is none; empty where no row has one. */
  readonly low: Float64Array;
  /** The upper bound or limit of each row, NaN where there is none; empty where no row has one. */
  readonly high: Float64Array;
  /** 1 for each row whose number is preliminary; empty where none is. */
  readonly preliminary: Uint8Array;
}

export interface Notice {
  readonly weight: 'remark' | 'caution';
  readonly headline: string;
  readonly text: string;
}

/** An answer as columns of equal length. */
export interface Answer {
  readonly length: number;
  readonly keys: readonly Key[];
  readonly columns: readonly Column[];
  /** Remarks, such as why a number may not be added. */
  readonly notices: readonly Notice[];
}

export interface Table {
  readonly name: string;
  readonly rows: number;
  readonly levels: readonly string[];
  readonly measures: readonly string[];
}

/** What is open: a worker with the data. */
export interface Opened {
  readonly tables: readonly Table[];
  /** Rows in all tables. */
  readonly rows: number;
  /** Answers a slice; one answer for each histogram where histograms are asked for. */
  slice(slice: Slice & { histograms: string[] }): Promise<Answer[]>;
  slice(slice: Slice & { histograms?: undefined }): Promise<Answer>;
  /** The same in a lane: when a newer slice of the lane comes before this one is answered, it is dropped and gives `undefined`. */
  slice(slice: Slice & { histograms: string[] }, options: { lane: string }): Promise<Answer[] | undefined>;
  slice(slice: Slice & { histograms?: undefined }, options: { lane: string }): Promise<Answer | undefined>;
  /** Lets go of what earlier answers left for quicker ones. */
  forget(): Promise<void>;
  /** Bytes of memory that the workers have taken. */
  memory(): Promise<number>;
  /** Ends the workers; what is asked afterwards is refused with code `stopped`. */
  close(): void;
}

/** What a status says of its number, by its position. */
export const STATUS: readonly string[];

/** Why something was not done. */
export class SnitError extends Error {
  readonly name: 'SnitError';
  /** A fixed code: of the file's reader, or `source`, `fetch`, `request`, `stopped`; may be empty. */
  readonly code: string;
  /** Where: sheet, row, column, byte or field; may be empty. */
  readonly place: string;
  /** What to do; may be empty. */
  readonly remedy: string;
}

/**
 * Starts what the next `open` needs, so that it need not wait for it, and lets it rehearse, which takes half a second of a processor:
 * where a file is about to come, not on every page. Optional; what it promises is that the rehearsal is over, for whom that matters.
 */
export function warm(): Promise<void>;

/**
 * Opens a file in a worker, or several files of the same columns one after another, which may together be larger than one
 * buffer holds. Buffers move to the worker and cannot be used afterwards; pass a copy to keep them.
 */
export function open(source: Bytes | Iterable<Bytes> | AsyncIterable<Bytes>, options?: OpenOptions): Promise<Opened>;
