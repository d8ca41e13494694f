/** A time left, in seconds up to a minute and a half, then in minutes: the same in both languages. */
export function duration(seconds: number): string {
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
