/**
 * What WhatsApp charges for one delivered template to India, in rupees before tax (Meta's rates from January 2026, as
 * sellers published them); Twilio's own fee comes on top. Only for warnings: bills are Meta's.
 */
const RUPEES: Readonly<Record<string, number>> = { UTILITY: 0.115, AUTHENTICATION: 0.115, MARKETING: 0.8631 }

/** What one message of this category costs, for a person to read. */
export function priceOf(category: string): string {
  const price = RUPEES[category]
  return price === undefined ? 'unknown' : `Rs ${price} a message`
}
