/** The sentences of a text: a promise is one of them, and what stands before it is not part of it. */
export function sentences(text: string): string[] {
  return text.split(/\n+|(?<=[.!?])\s+(?=\p{Lu})/u).map((sentence) => sentence.trim()).filter(Boolean)
}
