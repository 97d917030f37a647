import { parseTemplate } from '../../text/template'
import type { Check, Finding } from './finding'

/** Texts with a placeholder that cannot be read. */
export const unreadableTexts: Check = ({ texts }) =>
  Object.entries(texts).flatMap(([locale, namespaces]) =>
    Object.entries(namespaces).flatMap(([namespace, found]) =>
      Object.entries(found).flatMap(([key, text]): readonly Finding[] => {
        try {
          parseTemplate(text)
          return []
        } catch (error) {
          const message = `"${key}": ${error instanceof Error ? error.message : String(error)}`
          return [
            {
              check: 'unreadable-texts',
              level: 'error',
              file: `locales/${locale}/${namespace}.json`,
              message,
            },
          ]
        }
      }),
    ),
  )
