import type { InboundMessage } from './inbound-message'

/** How many messages one TwiML answer may hold; Twilio drops the rest. */
export const MAX_TWIML_REPLIES = 10

/**
 * What the channel answers to one delivery of a message: `twiml` hands the replies over in this very answer (none is
 * an empty answer; at most `MAX_TWIML_REPLIES`, each at most `MAX_BODY` long); `later` acknowledges a message that is
 * stored and will be answered by other means; `refused` says that it could not be stored, so that Twilio tries again.
 */
export type InboundAnswer =
  | { readonly kind: 'twiml'; readonly replies: readonly string[] }
  | { readonly kind: 'later' }
  | { readonly kind: 'refused' }

/** Whoever runs the turns. */
export interface InboundHandler {
  /** The same sid may come twice, also at the same moment. */
  handle(message: InboundMessage): Promise<InboundAnswer>
  /**
   * The connection closed before the replies to this sid were fully written: Twilio may or may not have them. Never
   * called for an answer without replies.
   */
  lost(sid: string): void
}
