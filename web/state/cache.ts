/** What was computed for a question, by the text of the question. The oldest go first when there are more than `most`. */
export function createCache<Q, A>(textOf: (question: Q) => string, most: number) {
  const known = new Map<string, A>();
  return {
    get: (question: Q): A | undefined => known.get(textOf(question)),
    set(question: Q, answer: A): void {
      known.set(textOf(question), answer);
      for (const oldest of known.keys()) {
        if (known.size <= most) return;
        known.delete(oldest);
      }
    },
  };
}
