import type { Related } from '../api/wire'
import { words } from '../words'

/** What somebody who belongs to `of` is to them, as it was said. */
export function whatTheyAre(one: Related, of: string): string {
  const { kinds, calledBack } = words.person.related
  if (one.relation !== 'other') return kinds[one.relation]
  return one.is_seen_back ? calledBack(of, one.called) : one.called
}
