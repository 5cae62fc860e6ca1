import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import { words } from '../words'
import { type Events, type Host, refusal } from './host'

/** Asked once, and heard by one: they are heard from the beginning, and one that came before anybody was there waits for who comes. */
const questions = ['closing', 'leaving'] as const
const waiting = new Map<string, unknown>()
const asked = new Map<string, (payload: unknown) => void>()

for (const question of questions) {
  void listen<unknown>(question, ({ payload }) => {
    const tell = asked.get(question)
    if (tell) tell(payload)
    else waiting.set(question, payload)
  })
}

function answer(question: string, tell: (payload: unknown) => void): () => void {
  asked.set(question, tell)
  if (waiting.has(question)) tell(waiting.get(question))
  waiting.delete(question)
  return () => asked.delete(question)
}

/** The desktop window. */
export const tauri: Host = {
  isWindow: true,
  async call(name, args) {
    try {
      return await invoke('call', { name, args })
    } catch (thrown) {
      throw refusal(thrown, words.failed.silent)
    }
  },
  hear<K extends keyof Events>(event: K, tell: (data: Events[K]) => void) {
    if (questions.some((question) => question === event)) return answer(event, (payload) => tell(payload as Events[K]))
    const heard = sources(event).map(([name, read]) => listen<unknown>(name, (message) => tell(read(message.payload) as Events[K])))
    return () => heard.forEach((one) => void one.then((stop) => stop()))
  },
}

/** The window's own events behind one of ours, each with how it is read. Files that are dragged come by the system. */
function sources(event: keyof Events): [string, (payload: unknown) => unknown][] {
  switch (event) {
    case 'dragging':
      return [
        ['tauri://drag-enter', () => ({ over: true })],
        ['tauri://drag-leave', () => ({ over: false })],
        ['tauri://drag-drop', () => ({ over: false })],
      ]
    case 'dropped':
      return [['tauri://drag-drop', (payload) => ({ paths: (payload as { paths: string[] }).paths })]]
    default:
      return [[event, (payload) => payload]]
  }
}
