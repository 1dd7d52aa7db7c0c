// Work that can be done in pieces: a generator that yields wherever it may be interrupted. Whoever runs
// it does all of it at once, or lets the page draw and answer in between.
export type Steps<T> = Generator<void, T, void>;

const SLICE = 10; // milliseconds of work in one piece

export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}

// When the page has waited long enough.
export class Pace {
  private since = 0;

  get isDue(): boolean {
    return performance.now() - this.since >= SLICE;
  }

  async rest(): Promise<void> {
    await new Promise((done) => setTimeout(done));
    this.since = performance.now();
  }
}

// In slices, the first of them later. `isWanted` false: it is given up, and null comes of it.
export async function inSlices<T>(steps: Steps<T>, isWanted: () => boolean): Promise<T | null> {
  const pace = new Pace();
  for (;;) {
    if (pace.isDue) await pace.rest();
    if (!isWanted()) return null;
    const next = steps.next();
    if (next.done) return next.value;
  }
}
