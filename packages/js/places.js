// Places in an analysis count Unicode code points; JavaScript counts UTF-16 units.

/** Turns the places of an analysis into those of a JavaScript string. */
export function places(text) {
  // The numbers of the characters that take two units; most articles have none.
  const wide = []
  if (/[\ud800-\udbff]/.test(text)) {
    let number = 0
    for (const character of text) {
      if (character.length === 2) wide.push(number)
      number++
    }
  }
  const utf16 = point => {
    let [low, high] = [0, wide.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (wide[middle] < point) low = middle + 1
      else high = middle
    }
    return point + low
  }
  return { utf16, words: ({ start, end }) => text.slice(utf16(start), utf16(end)) }
}
