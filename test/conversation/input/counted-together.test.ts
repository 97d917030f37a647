import { countedApart } from '../../../src/conversation/input/counted-together'

describe('countedApart', () => {
  it.each([
    ['teenbotal', 'teen botal'],
    ['b+ dounit kal', 'b+ do unit kal'],
    ['paanchsaal', 'paanch saal'],
    ['hospital', 'hospital'],
    ['doctor', 'doctor'],
  ])('writes %j as %j', (text, apart) => {
    expect(countedApart(text)).toBe(apart)
  })
})
