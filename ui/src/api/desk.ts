import type { Double } from './wire'

/** What a line was understood as: see `capture` of the core. */
export type Captured = {
  promise: { text: string; owner: string; due_at: string; due_local: string; zone: string } | null
  note: string
  problems: { code: CaptureCode; message: string; suggest: string[] }[]
  /** The promise said back in full, fit to be read aloud; nothing where there is none. */
  echo: { said: string; note: string | null } | null
}
export type CaptureCode = 'ambiguous' | 'mismatch' | 'impossible' | 'no_time' | 'unknown_owner' | 'two_owners' | 'closed' | 'past' | 'no_text'

/** This desk's own choices, by name. */
export type Preferences = Record<string, unknown>

/** Customers who may be the one being typed. */
export type Doubles = { doubles: Double[] }

