/** What the client build says about itself in `build.json`. */
export type Build = {
  entries: Record<string, string>;
  css: string;
  sprite: string;
  preload: string[];
  icons: Record<string, string>;
  worker: string;
  files: string[];
  inputs: string;
  builds: string[][];
};

export function build(dist?: string): Promise<Build>;
