/** The communes of the home province to choose from: part of the release, so they are there without signal. */
import { fetchJson } from './fetch-json.ts';

/** One commune, with the district that most of it was in before July 2025; "" where that is not known. */
export type HomeCommune = { code: string; name: string; district: string };

/** The list in Vietnamese order; empty when it was not reached. */
export async function homeCommunes(): Promise<HomeCommune[]> {
  const listed = await fetchJson('/offline/communes').catch(() => []);
  if (!Array.isArray(listed)) return [];
  return listed.map(([code, name, district]: string[]) => ({
    code: code ?? '',
    name: name ?? '',
    district: district ?? '',
  }));
}
