import type { Check, Finding } from './finding'

/** The sign ₹, which makes an SMS cost two to three times as much. */
export const rupeeSigns: Check = ({ texts }) =>
  Object.entries(texts).flatMap(([locale, namespaces]) =>
    Object.entries(namespaces).flatMap(([namespace, found]) =>
      Object.entries(found)
        .filter(([, text]) => text.includes('₹'))
        .map(([key]): Finding => ({
          check: 'rupee-signs',
          level: 'error',
          file: `locales/${locale}/${namespace}.json`,
          message: `"${key}" has the sign ₹, which SMS cannot send cheaply; write Rs or रुपये`,
        })),
    ),
  )
