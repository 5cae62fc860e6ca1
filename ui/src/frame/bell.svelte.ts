import type { Notice } from '../api/wire'

/** More banners than this would cover the list they speak of. */
const most = 3

/** What fell due while the window was open, until it is handled or put away. */
export class Bell {
  notices = $state.raw<readonly Notice[]>([])

  ring(notices: readonly Notice[]): void {
    const again = new Set(notices.map((notice) => notice.key))
    this.notices = [...this.notices.filter((notice) => !again.has(notice.key)), ...notices].slice(-most)
  }

  drop(key: string): void {
    this.notices = this.notices.filter((notice) => notice.key !== key)
  }

  /** A promise was handled: what was said of it alone is done with. */
  handled(promise: string): void {
    this.notices = this.notices.filter((notice) => notice.promises.length !== 1 || notice.promises[0] !== promise)
  }
}
