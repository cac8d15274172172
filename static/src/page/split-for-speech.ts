/** Cut a text into pieces that a phone's voice reads to the end. Pure. */

const LONGEST = 180;

/** Whole sentences where they fit; longer ones are cut at a comma or a space. */
export function splitForSpeech(text: string): string[] {
  const tidy = text.replace(/\s+/g, ' ').trim();
  const sentences = tidy.match(/[^.!?;:]+[.!?;:]*(?:\s|$)|[^\s]+/g) ?? [];
  return sentences.flatMap((sentence) => cut(sentence.trim())).filter((piece) => piece !== '');
}

function cut(sentence: string): string[] {
  if (sentence.length <= LONGEST) return [sentence];
  const head = sentence.slice(0, LONGEST);
  const at = Math.max(head.lastIndexOf(', ') + 1, 0) || head.lastIndexOf(' ');
  const end = at > 0 ? at : LONGEST;
  return [sentence.slice(0, end).trim(), ...cut(sentence.slice(end).trim())];
}
