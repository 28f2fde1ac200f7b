/** Storage may be full or forbidden; the console must work without it, so both ways swallow that. */
function over(area: () => Storage) {
  return {
    read<T>(key: string, otherwise: T): T {
      try {
        const text = area().getItem(`yiti.${key}`)
        return text === null ? otherwise : (JSON.parse(text) as T)
      } catch {
        return otherwise
      }
    },
    write(key: string, value: unknown): void {
      try {
        if (value === null || value === undefined) area().removeItem(`yiti.${key}`)
        else area().setItem(`yiti.${key}`, JSON.stringify(value))
      } catch {
        // Nothing depends on it.
      }
    },
  }
}

export const remembered = over(() => localStorage)
export const drafts = over(() => sessionStorage)
