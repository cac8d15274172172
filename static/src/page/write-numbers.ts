/** Numbers, sizes and days as the language of the page writes them. Pure. */

/** The language of the page. */
export function pageLanguage(): string {
  return document.documentElement.lang || 'vi';
}

/** "31 kB", "0,4 MB", "412 MB": one figure after the comma below ten, none above. */
export function writeBytes(bytes: number, language: string): string {
  if (bytes < 1e6) return `${writeNumber(Math.max(bytes > 0 ? 1 : 0, Math.round(bytes / 1e3)), language)} kB`;
  const [amount, unit] = bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${writeNumber(amount, language, amount < 10 ? 1 : 0)} ${unit}`;
}

/** "24/38 kB": what is here of the whole, in the unit of the whole. */
export function writeProgress(done: number, whole: number, language: string): string {
  const unit = whole < 1e6 ? 1e3 : 1e6;
  const digits = whole < 1e6 ? 0 : 1;
  const here = writeNumber(Math.min(done, whole) / unit, language, digits);
  return `${here}/${writeNumber(whole / unit, language, digits)} ${unit === 1e3 ? 'kB' : 'MB'}`;
}

/** Day, month and year: "18/11/2026". */
export function writeDay(day: Date, language: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(day);
}

function writeNumber(value: number, language: string, digits = 0): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
}
