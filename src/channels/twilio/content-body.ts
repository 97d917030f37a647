import type { ProviderContent } from '../../messaging/templates/provider-content'

/** The body of a request that makes a content, as Twilio's Content API has it. */
export function contentBody({ name, language, samples, body, buttons }: ProviderContent): {
  readonly friendly_name: string
  readonly language: string
  readonly variables?: { readonly [number: string]: string }
  readonly types: { readonly [type: string]: object }
} {
  const actions = buttons.map(({ id, title }) => ({ type: 'QUICK_REPLY', title, id }))
  return {
    friendly_name: name,
    language,
    ...(Object.keys(samples).length > 0 && { variables: samples }),
    types: actions.length > 0 ? { 'twilio/quick-reply': { body, actions } } : { 'twilio/text': { body } },
  }
}
