/** Shortest word that is sought as a compound's last part: "tjuven" in "båttjuven". */
const TAIL = 5

/**
 * Do a printed and a heard word name two parties of one sentence, one printed in the other's place: "… kommer till ägaren
 * där ägaren bor" for a spoken "… kommer till ägaren där tjuven bor"? The heard word is printed elsewhere, and the one is
 * printed oftener than it is heard and the other heard oftener than it is printed: a sentence only turned round ("polisen
 * fälldes av kommunen") has each as often as before.
 */
export function areExchanged(
  printed: string,
  heard: string,
  within: { printed: readonly string[]; heard: readonly string[] },
): boolean {
  // "båttjuven" and "tjuven" are one.
  if (printed.endsWith(heard) || heard.endsWith(printed)) return false
  const count = (words: readonly string[], sought: string) =>
    words.filter((word) => word === sought || (sought.length >= TAIL && word.endsWith(sought))).length
  const [own, other] = [count(within.printed, printed), count(within.printed, heard)]
  return other > 0 && own > count(within.heard, printed) && count(within.heard, heard) > other
}
