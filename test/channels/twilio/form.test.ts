import { field, parseForm } from '../../../src/channels/twilio/form'

describe('parseForm', () => {
  it('keeps names with brackets flat', () => {
    expect({ ...parseForm('a[b]=1&a%5Bc%5D=2').params }).toEqual({ 'a[b]': '1', 'a[c]': '2' })
  })

  it('reads plus, percent, empty values and names without a value', () => {
    expect({ ...parseForm('Body=%E0%A4%A8+x%2By&Empty=&Bare&=1&&').params }).toEqual({
      Body: 'न x+y',
      Empty: '',
      Bare: '',
      '': '1',
    })
  })

  it('takes the same value twice for once', () => {
    const form = parseForm('A=1&A=1')
    expect(form).toMatchObject({ malformed: false })
    expect(field(form, 'A')).toBe('1')
  })

  it.each(['A=1&A=2', 'A=%zz', 'A=%E0%A4', 'A=%'])('finds %s malformed', (body) => {
    expect(parseForm(body).malformed).toBe(true)
  })

  it('keeps both values of a repeated name for the signature, and reads neither', () => {
    const form = parseForm('A=2&A=1')
    expect(form.params.A).toEqual(['2', '1'])
    expect(field(form, 'A')).toBeUndefined()
  })

  it('is not fooled by names of object members', () => {
    const form = parseForm('__proto__=x&constructor=y')
    expect(Object.keys(form.params)).toEqual(['__proto__', 'constructor'])
    expect(field(parseForm(''), 'constructor')).toBeUndefined()
  })
})
