import type { Router } from 'express'
import { certificateRoutes } from '../web/certificates'
import { fileRoutes } from '../web/files'
import { certificateLinksOf, fileLinksOf, type Common } from './common'

/** What people open in a browser: files by signed links, and certificates. */
export function pagesOf({ config, stores, clock, texts }: Common): {
  readonly files: Router
  readonly certificates: Router
} {
  const { organisation, timeZone } = config
  return {
    files: fileRoutes({ files: stores.files, links: fileLinksOf(config), clock }),
    certificates: certificateRoutes({
      certificates: stores.certificates,
      rates: stores.rates,
      clock,
      texts,
      organisation,
      certificateLinks: certificateLinksOf(config),
      timeZone,
    }),
  }
}
