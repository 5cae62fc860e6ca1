import { tick } from 'svelte'
import { api, Refusal } from '../api'
import type { Id } from '../api/wire'
import type { Kept } from '../kept.svelte'
import { instant } from '../time/labels'
import { words } from '../words'
import type { HalfTyped, Promised, Row } from './rows'

/** Whether the box goes on asking once that row is taken. */
export function asksOn(kept: Kept, row: Row): boolean {
  return row.is === 'line' || (row.is === 'promise' && !kept.find.customer)
}

/** Goes where a row of the box leads; `waiting` is the promise for which it was looked for. */
export async function take(kept: Kept, row: Row, waiting = kept.find.promising?.captured): Promise<void> {
  const { find } = kept
  if (row.is === 'promise') {
    const customer = find.customer
    if (customer) await promise(kept, row.captured, customer)
    else find.choosePerson(row.captured)
    return
  }
  if (row.is === 'line') {
    find.query = row.line
    find.ask()
    return
  }
  if (waiting && row.is === 'person') {
    await promise(kept, waiting, row.hit.id)
    return
  }
  find.clear()
  if (row.is === 'person') kept.places.customer(row.hit.id)
  else if (row.is === 'new') kept.floating.show({ is: 'customer', typed: row.typed, ...(waiting ? { then: (id: Id) => promise(kept, waiting, id) } : {}) })
  else if (row.is === 'draft') await goOn(kept, row.draft)
  else {
    // The action finds the box as it is left: empty.
    await tick()
    kept.keys.run(row.name)
  }
}

/** Makes the promise as it was echoed. A refusal leaves the line as it was typed. */
async function promise(kept: Kept, { promise: { text, owner, due_at } }: Promised, customer: Id): Promise<void> {
  try {
    const made = await api.makePromise({ customer, text, owner, due: due_at, ...kept.inNameOf(owner) })
    kept.find.clear()
    kept.undo.did(words.promise.made(made.owner, kept.labels.due(instant(made.due_at), kept.clock.now)), made.id)
    kept.today.choose(made.id)
    void kept.today.load.again()
  } catch (thrown) {
    kept.toasts.fail(thrown instanceof Refusal ? thrown.message : words.failed.silent)
  }
}

async function goOn(kept: Kept, draft: HalfTyped): Promise<void> {
  if (draft.at === 'composer') kept.places.customer(draft.customer, { write: 'draft' })
  else if (draft.at === 'promise') kept.floating.show({ is: 'promise' })
  else if (draft.at === 'new') kept.floating.show({ is: 'customer', typed: draft.typed })
  else {
    kept.places.customer(draft.customer)
    const edit = await api.customer(draft.customer).catch(() => undefined)
    if (edit) kept.floating.show({ is: 'customer', edit })
  }
}
