// ELK in a web worker. Its text is packed in the bundle and starts from a blob, so that the page needs no
// other file and a strict policy (worker-src blob:) lets it run. A worker that fails is started anew.
import ELK from "elkjs/lib/elk-api.js";
import packed from "packed:elk";
import type { ElkGraph, Engine } from "./layout.ts";

async function unpacked(): Promise<string> {
  await new Promise((done) => setTimeout(done)); // the page comes first
  const letters = atob(packed);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < bytes.length; ++i) bytes[i] = letters.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const text = await new Response(stream).arrayBuffer();
  return URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
}

export interface LayoutWorker {
  engine: Engine;
  stop(): void;
}

type Elk = InstanceType<typeof ELK>;

export function startEngine(): LayoutWorker {
  const url = unpacked();
  const waiting = new Set<(reason: Error) => void>();
  let running: Promise<Elk> | null = null;
  let stopped = false;

  const start = async (): Promise<Elk> => {
    const address = await url;
    return new ELK({
      algorithms: ["layered"],
      workerFactory: () => {
        const worker = new Worker(address);
        // Such as a stack that is too small: ELK's own answer never comes then.
        worker.addEventListener("error", (event) => {
          event.preventDefault();
          worker.terminate();
          running = null;
          for (const fail of [...waiting])
            fail(new Error(event.message || "the layout's worker failed"));
        });
        return worker;
      },
    });
  };

  return {
    engine: async (graph) => {
      if (stopped) throw new Error("the view is closed");
      const elk = await (running ??= start());
      return new Promise<ElkGraph>((resolve, reject) => {
        waiting.add(reject);
        const done = elk.layout(graph as never) as unknown as Promise<ElkGraph>;
        void done.then(resolve, reject).finally(() => waiting.delete(reject));
      });
    },
    stop() {
      stopped = true;
      void running?.then((elk) => elk.terminateWorker());
      void url.then((address) => URL.revokeObjectURL(address));
    },
  };
}
