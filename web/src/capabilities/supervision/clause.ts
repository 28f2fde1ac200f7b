/** A clause a rule stands on, in our words. */
export interface Clause {
  source: string
  article: string | null
  text: string | null
  from: string | null
}
