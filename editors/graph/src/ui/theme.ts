// Light or dark: what was chosen, else VS Code's theme where the page is one of its panels, else the
// system's.
import type { Theme } from "../host.ts";

const isVsCode = () =>
  !!document.documentElement.style.getPropertyValue("--vscode-editor-background");

export class Themed {
  isDark = false;
  private system = window.matchMedia("(prefers-color-scheme: dark)");
  private observer = new MutationObserver(() => this.apply());

  constructor(
    private element: HTMLElement,
    public theme: Theme,
    private changed: () => void,
  ) {
    this.system.addEventListener("change", this.apply);
    this.observer.observe(document.body, { attributes: true, attributeFilter: ["class"] });
    this.observer.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ["style", "class"],
    });
    this.apply();
  }

  set(theme: Theme): void {
    this.theme = theme;
    this.apply();
  }

  // The other one of light and dark; the one that it would have anyway is "auto" again.
  toggle(): void {
    const wanted = this.isDark ? "light" : "dark";
    this.theme = "auto";
    this.apply();
    if ((wanted === "dark") !== this.isDark) this.set(wanted);
  }

  private apply = (): void => {
    const { classList } = document.body;
    const inEditor = this.theme === "auto" && isVsCode();
    const editorIsDark =
      classList.contains("vscode-dark") ||
      (classList.contains("vscode-high-contrast") &&
        !classList.contains("vscode-high-contrast-light"));
    this.isDark =
      this.theme === "auto"
        ? inEditor
          ? editorIsDark
          : this.system.matches
        : this.theme === "dark";
    this.element.dataset.shade = this.isDark ? "dark" : "light";
    this.element.dataset.colors = inEditor ? "editor" : "own";
    this.changed();
  };

  dispose(): void {
    this.system.removeEventListener("change", this.apply);
    this.observer.disconnect();
  }
}
