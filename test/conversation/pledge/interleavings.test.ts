import { describeEngine } from '../../support/engines'
import { inNewFolders } from './support/new-folder'
import { playStory, shortest, type FreshStores } from './support/play-story'
import { storyOf, type Story } from './support/story'

/** Seeds to play instead, one or a range: `STORY_SEEDS=17 npx jest test/conversation/pledge/interleavings`. */
const CHOSEN = process.env['STORY_SEEDS']
const SEEDS = { embedded: 24, mongo: 2 }
const AT_ONCE = 8

/** What is broken, with its seed and the fewest moments that break it. */
async function brokenBy(story: Story, fresh: FreshStores): Promise<readonly string[]> {
  const broken = await playStory(story, fresh)
  if (!broken) return []
  const least = await shortest(story, fresh)
  return [
    [`seed ${story.seed}, intake ${story.intake}`, ...least.broken.promises].join('\n  '),
    ...least.story.moments.map((moment) => JSON.stringify(moment)),
  ]
}

const [FIRST = 1, LAST = FIRST] = CHOSEN?.split('-').map(Number) ?? [1, SEEDS.embedded]

describe('on embedded', () => {
  it('keeps every promise to donors and families, whatever happens in whatever order', async () => {
    const broken: string[] = []
    // The disk is waited for more than the processor: several stories at a time.
    for (let seed = FIRST; seed <= LAST && broken.length === 0; seed += AT_ONCE) {
      const seeds = Array.from({ length: Math.min(AT_ONCE, LAST - seed + 1) }, (_, i) => seed + i)
      const found = seeds.map((one) => inNewFolders((fresh) => brokenBy(storyOf(one), fresh)))
      broken.push(...(await Promise.all(found)).flat())
    }
    expect(broken).toEqual([])
  }, 3_600_000)
})

describeEngine('mongo', (open) => {
  const seeds = Array.from({ length: SEEDS.mongo }, (_, i) => LAST + 1 + i)

  it.each(seeds)('keeps every promise in two processes too (seed %i)', async (seed) => {
    const story = storyOf(seed)
    const broken = await playStory(story, async () => [await open(), await open()])
    expect(broken && { seed, ...broken }).toBeUndefined()
  })
})
