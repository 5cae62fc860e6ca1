/** The steps after a first announcement, in the order in which they come. */
export const steps = ['again', 'backup', 'managers'] as const
export type Step = (typeof steps)[number]

/** For each step the minutes of opening hours after which it comes; nothing: it is left out. */
export type Ladder = Record<Step, number | undefined>

const usual: Ladder = { again: 5, backup: 15, managers: 30 }

/** The ladder as the core writes it: `again 5, backup 15, managers 30`, `off`, or nothing for the usual steps. */
export function readLadder(text: string): Ladder {
  if (text.trim() === '') return { ...usual }
  const ladder: Ladder = { again: undefined, backup: undefined, managers: undefined }
  for (const part of text.split(',')) {
    const [name = '', minutes = ''] = part.trim().split(/\s+/)
    const step = steps.find((one) => one === name)
    if (step) ladder[step] = Number.parseInt(minutes, 10)
  }
  return ladder
}

/** As the core reads it. */
export function writeLadder(ladder: Ladder): string {
  const parts = steps.flatMap((step) => (ladder[step] === undefined ? [] : [`${step} ${ladder[step]}`]))
  if (steps.every((step) => ladder[step] === usual[step])) return ''
  return parts.join(', ') || 'off'
}
