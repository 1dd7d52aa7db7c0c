// Cases one after the other, each within its time; a line for each that fails, and the closing line
// that tests/all adds up.

export class Suite {
  constructor(name, { verbose, onFailure, passed = 0 }) {
    Object.assign(this, { name, verbose, onFailure, passed, failed: 0 });
  }

  async run(name, seconds, work) {
    const begin = Date.now();
    let timer;
    const late = new Promise((_, failed) => {
      timer = setTimeout(() => failed(new Error(`not done after ${seconds} s`)), seconds * 1000);
    });
    try {
      await Promise.race([work(), late]);
      this.passed += 1;
      if (this.verbose) console.log(`ok   ${name}  ${((Date.now() - begin) / 1000).toFixed(1)} s`);
    } catch (error) {
      this.failed += 1;
      console.log(`FAIL ${name}\n    ${shortened(error).replaceAll("\n", "\n    ")}`);
      await this.onFailure?.(name).catch((problem) => console.log(`    no picture: ${problem}`));
    } finally {
      clearTimeout(timer);
    }
  }

  close() {
    console.log(`${this.name}: ${this.passed} passed, ${this.failed} failed`);
    return this.failed > 0 || this.passed === 0 ? 1 : 0;
  }
}

// Without what the browser says of its own start.
const shortened = (error) =>
  String(error?.stack ?? error)
    .split("\n")
    .filter((line) => !/^\s*(\[pid=|<launch)/.test(line))
    .slice(0, 20)
    .join("\n");
