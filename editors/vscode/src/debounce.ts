// Calls `work` once things have been quiet for `milliseconds`, with the last arguments.
export interface Debounced<A extends unknown[]> {
  (...args: A): void;
  cancel(): void;
}

export function debounce<A extends unknown[]>(
  milliseconds: number,
  work: (...args: A) => void,
): Debounced<A> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const call = (...args: A) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...args), milliseconds);
  };
  return Object.assign(call, { cancel: () => clearTimeout(timer) });
}
