import { beforeEach, describe, expect, it } from 'vitest'
import type { Found } from '../api/wire'
import { Find } from './find.svelte'

const answers: ((found: Found) => void)[] = []
const slowly = () => new Promise<Found>((answer) => answers.push(answer))
const found = (name: string) => ({ hits: [{ id: name, name }], total: 1 }) as Found

describe('the one box', () => {
  beforeEach(() => { answers.length = 0 })

  it('shows what the last letter found, in whatever order the answers come', async () => {
    const find = new Find(slowly)
    find.query = 'c'
    find.show()
    find.query = 'ca'
    find.show()
    answers[1]?.(found('Carl'))
    answers[0]?.(found('Chloe'))
    await find.answered
    expect(find.hits.map((hit) => hit.name)).toEqual(['Carl'])
  })

  it('is answered only once the rows are those of what is typed', async () => {
    const find = new Find(slowly)
    find.query = '014'
    find.show()
    answers[0]?.(found('Greta'))
    await find.answered
    find.query = '0142'
    find.show()
    let opened: string | undefined
    const enter = find.answered.then(() => { opened = find.hits[find.active]?.name })
    expect(opened).toBeUndefined()
    answers[1]?.(found('Carl'))
    await enter
    expect(opened).toBe('Carl')
  })

  it('goes round from the offer of a new customer to the first row', async () => {
    const find = new Find(slowly)
    find.query = 'carl'
    find.show()
    answers[0]?.(found('Carl'))
    await find.answered
    expect(find.rows).toBe(2)
    find.step(-1)
    expect(find.active).toBe(1)
    find.step(1)
    expect(find.active).toBe(0)
  })
})
