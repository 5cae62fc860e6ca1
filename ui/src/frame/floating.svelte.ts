import { tick } from 'svelte'
import type { Channel, CustomerDetail, Id, Member, Related } from '../api/wire'
import type { Guarded } from '../guard/guard.svelte'

export type Floating =
  | { is: 'help' }
  | { is: 'colleagues' }
  | { is: 'who' }
  | { is: 'away'; member: Member }
  /** `then`: what waits for the new customer, such as a promise. `wrong`: a number for which the right one is asked. */
  | { is: 'customer'; edit?: CustomerDetail; typed?: string; wrong?: string; then?: (id: Id) => Promise<void> }
  | { is: 'guard'; guarded: Guarded }
  /** Marks how somebody is not to be reached, or lifts that; `channels`: which are chosen at first. */
  | { is: 'restrict'; customer: CustomerDetail; lift: boolean; channels?: readonly Channel[] }
  /** Who belongs to them: somebody new, or one to change. */
  | { is: 'relation'; customer: CustomerDetail; related?: Related; other?: { id: Id; name: string } }
  | { is: 'promise'; customer?: { id: Id; name: string } | undefined; of?: Id | undefined }

/** The dialog that lies over everything, if one does. */
export class FloatingState {
  shown = $state.raw<Floating>()

  show(what: Floating): void {
    // A call that waits behind another dialog is not made.
    if (this.shown?.is === 'guard') this.shown.guarded.answer('leave')
    this.shown = what
  }

  /** Closes it, and waits until it has given the focus back. */
  async letGo(): Promise<void> {
    if (!this.shown) return
    this.close()
    await tick()
    await new Promise((done) => setTimeout(done))
  }

  close(): void {
    const closed = this.shown
    this.shown = undefined
    if (closed?.is === 'guard') closed.guarded.answer('leave')
  }
}
