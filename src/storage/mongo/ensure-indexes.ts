import type { Connection } from 'mongoose'

/** Creates those indexes of the models that are missing, and throws when one still is. */
export async function ensureIndexes(connection: Connection): Promise<void> {
  await Promise.all(Object.values(connection.models).map(ensure))
}

async function ensure(model: Connection['models'][string]): Promise<void> {
  const { collectionName } = model.collection
  if ((await missing(model)).length === 0) return
  try {
    await model.createIndexes()
  } catch (cause) {
    throw new Error(`The indexes of the collection ${collectionName} cannot be made: ${String(cause)}`, {
      cause,
    })
  }
  const [first] = await missing(model)
  if (first === undefined) return
  throw new Error(`The collection ${collectionName} lacks the index ${JSON.stringify(first)}: create it.`)
}

async function missing(model: Connection['models'][string]): Promise<readonly unknown[]> {
  return (await model.diffIndexes()).toCreate as readonly unknown[]
}
