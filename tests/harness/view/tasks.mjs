// What the tasks of a page's own thread take, in milliseconds of processor time: how many others want the
// processor has no say in it.

const CATEGORIES = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"];

// Of all that runs while `action` does, the longest first.
export async function tasksOf(page, action) {
  const session = await page.context().browser().newBrowserCDPSession();
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: CATEGORIES },
  });
  await action();
  const isComplete = new Promise((done) => session.once("Tracing.tracingComplete", done));
  await session.send("Tracing.end");
  await isComplete;
  await session.detach();
  const threadOf = ({ pid, tid }) => `${pid}.${tid}`;
  // The thread that draws frames; workers have none.
  const counts = new Map();
  for (const event of events)
    if (event.name === "FireAnimationFrame")
      counts.set(threadOf(event), (counts.get(threadOf(event)) ?? 0) + 1);
  const [thread] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  const tasks = events.filter(
    (event) =>
      event.name === "ThreadControllerImpl::RunTask" && event.ph === "X" && threadOf(event) === thread,
  );
  if (!tasks.length) throw new Error("the trace has no task of the page");
  return tasks.map(({ tdur }) => (tdur ?? 0) / 1000).sort((a, b) => b - a);
}
