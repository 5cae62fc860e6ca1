import { words } from '../words'
import { type Events, type Host, refusal } from './host'

let stream: EventSource | undefined

/** Writes that reach the office although the page is going: what was typed or chosen last. */
const outlive = ['draft_put', 'preference_set']

/** The local bridge: the same table of calls over HTTP, for a browser. */
export const bridge: Host = {
  isWindow: false,
  async call(name, args) {
    let answer: Response
    let body: unknown
    try {
      answer = await fetch('/call', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, args }),
        keepalive: outlive.includes(name),
      })
      body = await answer.json()
    } catch (thrown) {
      throw refusal(thrown, words.failed.silent)
    }
    if (!answer.ok) throw refusal(body, words.failed.silent)
    return body
  },
  hear<K extends keyof Events>(event: K, tell: (data: Events[K]) => void) {
    stream ??= new EventSource('/events')
    const source = stream
    // A stream that has just opened says `open` itself, without data.
    const heard = (message: MessageEvent<string> | Event) => {
      if (message instanceof MessageEvent) tell(JSON.parse(message.data as string) as Events[K])
    }
    source.addEventListener(event, heard)
    return () => source.removeEventListener(event, heard)
  },
}
