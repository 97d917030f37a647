import { LOCALES, ourSource } from './support/our-texts'

// What is printed on paper is formal, and read by a donor at leisure.
const all = LOCALES.flatMap((locale) =>
  Object.entries(ourSource[locale] ?? {})
    .filter(([namespace]) => namespace !== 'paper')
    .flatMap(([namespace, found]) =>
      Object.entries(found).map(([key, text]) => ({ locale, key: `${namespace}:${key}`, text })),
    ),
)

describe('texts', () => {
  it.each([
    ['words that a frightened reader does not need', /रक्त|अमान्य|अस्वीकृत|invalid|rejected|error/i],
    ['"rakt" where people say khoon', /\brakt/i],
    [
      'a bare tomorrow or yesterday, which Hindi does not tell apart',
      /(?<![\p{L}\p{M}])कल(?![\p{L}\p{M}])|\bkal\b/iu,
    ],
    [
      'a sex for the reader',
      /(?<!\p{L})(चाहते हैं|चाहती हैं|चाहेंगे|करेंगी|आप [^।]*(?:सकते|रहते|लिखेंगे)|आपकी पत्नी|आपके पति)|\b(chahte|chahti) hain\b/u,
    ],
    ['a child where the patient may be thirty', /बच्चे का नाम|बच्चे की उम्र|बच्चे के लिए|your child/i],
    ['signs that only cost', /[₹“”‘’–—…•]/],
  ])('never have %s', (_what, pattern) => {
    expect(all.filter(({ text }) => pattern.test(text))).toEqual([])
  })

  it('ask differently the second time', () => {
    const again = all.filter(({ key }) => key.endsWith('_again') && !key.endsWith('_again_again'))
    const same = again.filter(
      ({ locale, key, text }) =>
        all.find((one) => one.locale === locale && one.key === key.replace(/_again$/, ''))?.text === text,
    )
    expect(again.length).toBeGreaterThan(60)
    expect(same).toEqual([])
  })
})
