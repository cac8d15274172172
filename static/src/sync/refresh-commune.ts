/** Bring the values of the chosen commune up to date. */
import { renewCommune } from '../phone/communes.ts';
import { fetchCommune } from './fetch-commune.ts';

/** Fetch the chosen commune again. When that fails, the values on the phone stay with their day. */
export function refreshCommune(code: string): Promise<void> {
  return fetchCommune(code, renewCommune).catch(() => undefined);
}
