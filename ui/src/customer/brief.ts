import type { PromiseRow } from '../api/wire'

/** A stretch of the brief: plain, weighty because it names a promise, or late. */
export type Stretch = { text: string; look: 'plain' | 'promise' | 'late' }

/** The brief with the open promises it names marked, so that the eye lands on them. */
export function stretches(brief: string, promises: readonly PromiseRow[]): Stretch[] {
  let parts: Stretch[] = [{ text: brief, look: 'plain' }]
  const named = promises.filter((promise) => promise.text.trim()).toSorted((one, other) => other.text.length - one.text.length)
  for (const promise of named) {
    const wanted = promise.text.trim().replace(/[.!?]+$/, '').toLowerCase()
    parts = parts.flatMap((part) => {
      const at = part.look === 'plain' ? part.text.toLowerCase().indexOf(wanted) : -1
      if (at < 0 || !wanted) return [part]
      return [
        { text: part.text.slice(0, at), look: 'plain' as const },
        { text: part.text.slice(at, at + wanted.length), look: promise.late ? ('late' as const) : ('promise' as const) },
        { text: part.text.slice(at + wanted.length), look: 'plain' as const },
      ].filter((stretch) => stretch.text)
    })
  }
  return parts
}
