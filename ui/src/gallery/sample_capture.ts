import type { Hit } from '../api/wire'
import type { Understood } from '../capture/capture.svelte'
import type { Promised } from '../find/rows'
import { long, rightToLeft } from './sample'

/** Lines as the core understands them, and people as it finds them: what the gallery shows the palette and the composer with. */
export const understood: Understood & Promised = {
  sentence: 'Dan will call back tomorrow 10am with a bumper date',
  promise: { text: 'Call back with a bumper date', owner: 'Dan Ortiz', due_at: '2026-11-22T10:00:00.000Z', due_local: '2026-11-22T10:00:00', zone: 'Europe/London' },
  note: '', problems: [],
  echo: {
    owner: 'Dan Ortiz', text: 'Call back with a bumper date', weekday: 'Sunday', date: '22 November', time: '10:00', distance: 'tomorrow', when: 'Sunday 22 November, 10:00',
    said: 'Dan Ortiz calls back with a bumper date: Sunday 22 November, 10:00, tomorrow.', note: 'The office is closed then. It opens Monday 09:00.',
  },
}

export const unclear: Understood = {
  sentence: 'Bob will call back at 4', promise: null, note: '', echo: null,
  problems: [
    { code: 'unknown_owner', message: 'Nobody here is called Bob. Who does it?', suggest: ['Dan will call back at 16:00', 'Amy will call back at 16:00'] },
    { code: 'ambiguous', message: 'Is 04:00 meant, or 16:00?', suggest: ['Amy will call back tomorrow at 04:00'] },
  ],
}

function hit(n: number, more: Partial<Hit>): Hit {
  return { id: `hit-${n}`, name: 'Carl Lindgren', kind: 'person', organization: '', phones: ['+12065550142'], emails: [], why: 'name', open_promises: 0, late: false, note: '', do_not_call: false, related: [], ...more }
}

export const hits: Hit[] = [
  hit(1, { late: true, open_promises: 3 }),
  hit(2, { name: rightToLeft, organization: 'מוסך הצפון', phones: ['+97235550101'], why: 'the name sounds the same', open_promises: 1 }),
  hit(3, { name: long, organization: long, phones: [], emails: ['a.very.long.address@a-department-with-a-long-name.example'], why: 'works at the Upper Showroom' }),
]
