import type { Quotation, TextSpan } from '#model'

/** The id of the quotation whose spoken words hold a span, or null. */
export function quotationAt(quotations: readonly Quotation[], span: TextSpan): string | null {
  const holds = ({ parts }: Quotation) =>
    parts.some(({ block, start, end }) => block === span.block && start <= span.start && end >= span.end)
  return quotations.find(holds)?.id ?? null
}
