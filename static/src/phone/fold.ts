/** Vietnamese text without its marks: the form in which texts are compared, on phone and server. */

export const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Give the text in lower case without marks, đ as d, with single spaces for all that is not a word. */
export function fold(text: string): string {
  const apart = text.toLowerCase().replace(INVISIBLE, '').normalize('NFD');
  const bare = apart.replace(/[\u0300-\u036f]/g, '').replaceAll('đ', 'd');
  return (bare.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
