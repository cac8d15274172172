/** What the client build says about itself in `build.json`. */
export type Build = {
  entries: Record<string, string>;
  preload: string[];
  icons: Record<string, string>;
  files: string[];
  online: string[];
  inputs: string;
  builds: string[][];
};

export function build(dist?: string): Promise<Build>;
