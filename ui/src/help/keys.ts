import { letters } from '../promise/acting.svelte'
import { words } from '../words'

const does = words.help.keys

/** Every key and what it does, as the help lists them. */
export const keyGroups: readonly { title: string; keys: readonly { keys: readonly string[]; does: string }[] }[] = [
  {
    title: words.help.groups.anywhere,
    keys: [
      { keys: ['/', 'Ctrl K'], does: does.find },
      { keys: ['Q'], does: does.today },
      { keys: ['P'], does: does.promise },
      { keys: ['L'], does: does.log },
      { keys: ['N'], does: does.note },
      { keys: ['B'], does: does.brief },
      { keys: ['Ctrl Z'], does: does.undo },
      { keys: ['Ctrl ↵'], does: does.save },
      { keys: ['Esc'], does: does.close },
      { keys: ['Alt ←'], does: does.back },
      { keys: ['?', 'F1'], does: does.help },
    ],
  },
  {
    title: words.help.groups.list,
    keys: [
      { keys: ['↑', '↓'], does: does.move },
      { keys: ['Home', 'End'], does: does.ends },
      { keys: ['↵'], does: does.open },
    ],
  },
  {
    title: words.help.groups.promise,
    keys: [
      { keys: [letters.call], does: words.promise.call },
      { keys: [letters.keep], does: words.promise.kept },
      { keys: [letters.voicemail], does: words.promise.voicemail },
      { keys: [letters.move], does: words.promise.newTime },
      { keys: [letters.hand], does: words.promise.handOver },
      { keys: [letters.break], does: words.promise.couldNot },
      { keys: [letters.snooze], does: words.promise.snooze },
    ],
  },
  { title: words.help.groups.call, keys: [{ keys: ['1', '7'], does: does.outcome }] },
]
