import type { CustomerDetail, Id, Member } from '../api/wire'

export type Floating =
  | { is: 'help' }
  | { is: 'colleagues' }
  | { is: 'who' }
  | { is: 'away'; member: Member }
  /** `then`: what waits for the new customer, such as a promise. */
  | { is: 'customer'; edit?: CustomerDetail; typed?: string; then?: (id: Id) => Promise<void> }
  | { is: 'promise'; customer?: { id: Id; name: string } | undefined }

/** The dialog that lies over everything, if one does. */
export class FloatingState {
  shown = $state.raw<Floating>()

  show(what: Floating): void {
    this.shown = what
  }

  close(): void {
    this.shown = undefined
  }
}
