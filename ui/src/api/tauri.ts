import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import { words } from '../words'
import { type Events, type Host, refusal } from './host'

/** The desktop window. */
export const tauri: Host = {
  async call(name, args) {
    try {
      return await invoke('call', { name, args })
    } catch (thrown) {
      throw refusal(thrown, words.failed.silent)
    }
  },
  hear<K extends keyof Events>(event: K, tell: (data: Events[K]) => void) {
    const heard = listen<Events[K]>(event, (message) => tell(message.payload))
    return () => void heard.then((stop) => stop())
  },
}
